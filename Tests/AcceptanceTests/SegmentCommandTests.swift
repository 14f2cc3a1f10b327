import Foundation
import TestSupport
import Testing

/// `l10n segment` on what it is fed.
struct SegmentCommandTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func segment(_ text: String, _ options: String..., lang: String = "en") throws -> Tool.Result {
    try segment(Array(text.utf8), ["--lang", lang] + options)
  }

  private func segment(_ input: [UInt8], _ options: [String]) throws -> Tool.Result {
    try Tool.run(["segment", "--no-config"] + options, in: workspace.path, input: input)
  }

  @Test(arguments: [
    ("", ""), ("\n\n", ""), (" ", ""), ("One. Two", "One.\nTwo\n"), ("One.\nTwo.\n", "One.\nTwo.\n"),
    ("a\u{0}b. C\u{0}\n", "a\u{0}b.\nC\u{0}\n"), ("\u{FEFF}Yes. No.\n", "Yes.\nNo.\n"),
  ])
  func writesASentenceALine(_ text: String, _ expected: String) throws {
    let result = try segment(text)
    #expect(result.output == expected)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
  }

  @Test func givesByteRangesOfEachParagraph() throws {
    let result = try segment("Он тут. Да.\n\nНет.", "--as", "json", "--explain", lang: "ru")
    #expect(
      result.output == """
        [{"start":0,"end":12,"text":"Он тут.","rule":"terminator"},{"start":13,"end":18,"text":"Да.","rule":"end-of-text"}]
        []
        [{"start":0,"end":7,"text":"Нет.","rule":"end-of-text"}]

        """)
  }

  @Test func answersLinesInScalars() throws {
    let result = try segment(#"{"id":7,"lang":"kk","text":"Ол 2024 ж. келді.  Біз де."}"# + "\n", "--as", "jsonl")
    #expect(result.output == #"{"id":7,"ends":[17,26]}"# + "\n")
  }

  @Test(arguments: [([0x41, 0x0A, 0x42, 0xFF, 0x0A], 2, 3), ([0xEF, 0xBB, 0xBF, 0xC3, 0x0A], 1, 3), ([0x80], 1, 0)])
  func namesTheByteThatIsNotUTF8(_ input: [UInt8], _ line: Int, _ byte: Int) throws {
    let result = try segment(input, ["--lang", "en"])
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("line \(line): not UTF-8: byte \(byte) begins no character"), "\(result.errors)")
  }

  /// More than is read at once, in lines of all lengths: what comes out does not depend on where reading stops.
  @Test func readsAStreamOfAnySize() throws {
    var (text, expected) = ("", "")
    var line = 0
    while text.utf8.count < 1_000_000 {
      line += 1
      let sentences = (0..<line % 40).map { "Sentence \(line)-\($0) by Dr. Reed ends." }
      text += sentences.joined(separator: " ") + "\n"
      expected += sentences.map { $0 + "\n" }.joined()
    }
    #expect(try segment(text).output == expected)
  }

  @Test func stopsWhereNobodyReads() throws {
    let text = String(repeating: "One. Two.\n", count: 200_000)
    let path = try workspace.write(Array(text.utf8), "long.txt")
    let shell = try Tool.other("sh", ["-c", "'\(Tool.path)' segment '\(path)' --lang en --no-config | head -1"])
    let result = try #require(shell)
    #expect(result.output == "One.\n" && result.errors.isEmpty, "\(result.errors)")
  }

  // MARK: A newsroom's own rules

  private static let rules = """
    <srx version="2.0" xmlns="http://www.lisa.org/srx20"><header segmentsubflows="yes" cascade="yes"/><body>
    <languagerules><languagerule languagerulename="all">
    <rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>
    </languagerule></languagerules>
    <maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>
    """

  @Test func takesRulesOfItsOwn() throws {
    try workspace.write(Array(Self.rules.utf8), "our.srx")
    #expect(try segment("One. Two; three.\nFour", "--srx", "our.srx").output == "One. Two;\nthree.\nFour\n")
    #expect(try segment("One; two.", "--srx", "our.srx", "--explain").output == "One;\t3:1\ntwo.\tend-of-text\n")
  }

  @Test func takesTheRulesThatTheConfigurationNames() throws {
    try workspace.write(Array(Self.rules.utf8), "rules/our.srx")
    try workspace.write(Array("source: en\ntargets: [ru]\nsegmentation: {srx: rules/our.srx}\n".utf8), "l10n.yaml")
    try workspace.write(Array("A title\n\nOne. Two; three.\n".utf8), "src/a.txt")
    // A path of the configuration is one from its folder, wherever the command is run.
    let segments = try Tool.run(["segment", "a.txt"], in: workspace("src"))
    #expect(segments.output == "A title\nOne. Two;\nthree.\n", "\(segments.errors)")
    let extract = try Tool.run(["extract", "src/a.txt", "-o", "-"], in: workspace.path)
    #expect(extract.output.contains("<source>One. Two;</source>"), "\(extract.output)\(extract.errors)")
    #expect(extract.output.contains("<source>three.</source>"), "\(extract.output)")
  }

  @Test func saysWhereTheRulesAreWrong() throws {
    try workspace.write(Array(Self.rules.replacing(">;<", with: ">(;<").utf8), "our.srx")
    let result = try segment("One", "--srx", "our.srx")
    #expect(result.status == 2)
    #expect(result.errors.contains("our.srx:3:32: \"(;\" is no regular expression"), "\(result.errors)")
    #expect(try segment("One", "--srx", "no.srx").errors.contains("no.srx: "))
  }
}
