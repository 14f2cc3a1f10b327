import CommandLineInterface
import Testing

@Suite struct TerminalTests {
  @Test(
    arguments: [
      (true, [:], ColorChoice.auto, true),
      (false, [:], .auto, false),
      (true, ["TERM": "dumb"], .auto, false),
      (true, ["TERM": "xterm"], .auto, true),
      (true, ["NO_COLOR": "1"], .auto, false),
      (true, ["NO_COLOR": ""], .auto, true),
      (false, ["NO_COLOR": "1", "TERM": "dumb"], .always, true),
      (true, [:], .never, false),
    ] as [(Bool, [String: String], ColorChoice, Bool)])
  func color(isTerminal: Bool, environment: [String: String], choice: ColorChoice, expected: Bool) {
    #expect(Terminal(isTerminal: isTerminal, environment: environment).usesColor(choice) == expected)
  }

  @Test(
    arguments: [
      (nil, [:], 80), (132, [:], 132), (132, ["COLUMNS": "60"], 60), (132, ["COLUMNS": "wide"], 132),
      (0, ["COLUMNS": "-4"], 80), (nil, ["COLUMNS": "99999999999999999999999"], 80),
    ] as [(Int?, [String: String], Int)])
  func width(reported: Int?, environment: [String: String], expected: Int) {
    #expect(Terminal(isTerminal: true, reportedColumns: reported, environment: environment).width == expected)
  }

  @Test func aPipeIsNoTerminal() {
    // No descriptor has this number, so nothing can be known of it.
    let terminal = Terminal(fileDescriptor: 9999)
    #expect(!terminal.isTerminal && terminal.reportedColumns == nil)
  }
}
