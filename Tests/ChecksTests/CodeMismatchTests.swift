import Checks
import Testing
import Units

struct CodeMismatchTests {
  private func messages(_ source: String, _ target: String) throws -> [String] {
    var bitext = try Bitext("en", "", "ru", "")
    bitext.units = [Example("en", source, "ru", target).unit]
    return CheckSuite(CheckConfiguration()).findings(in: bitext).filter { $0.rule == "code-mismatch" }.map(\.message)
  }

  @Test(arguments: [
    ("a <1>b</1> <2/>", "<2/> в <1>б</1>"),
    ("<1>a <2>b</2></1>", "<2>б</2><1> а</1>"),
    ("a <1>b‖c</1>", "а <1>б‖в</1>"), ("a <1/>", ""),
  ])
  func codesMayMoveTogetherWithTheirText(_ source: String, _ target: String) throws {
    #expect(try messages(source, target) == [])
  }

  @Test(arguments: [
    ("a <1>b</1>.‖c <1>d</1>.", "а б.‖в <1>г</1>.", 0), ("a <1>b</1>.‖c <1>d</1>.", "а <1>б</1>.‖в г.", 1),
    ("a <1/>.‖b.‖c <1/>.", "а.‖б.‖в <1/>.", 0), ("a <1/>.‖c <1/>.", "а <1/>.‖в <1/> <1/>.", 1),
  ])
  func saysOfWhichSentence(_ source: String, _ target: String, _ segment: Int) throws {
    var unit = Example("en", source, "ru", target).unit
    // What only the source says, as in XLIFF 1.2: what the code looks like.
    for index in unit.segments.indices {
      for code in unit.segments[index].source.codes.indices {
        unit.segments[index].source.codes[code].display = "code of \(index)"
      }
    }
    var bitext = try Bitext("en", "", "ru", "")
    bitext.units = [unit]
    let found = CheckSuite(CheckConfiguration()).findings(in: bitext).filter { $0.rule == "code-mismatch" }
    #expect(found.map(\.segment) == [segment])
    #expect(found.allSatisfy { $0.message.contains("code of \(segment)") }, "\(found.map(\.message))")
  }

  @Test(arguments: [
    ("a <1>b</1>", "а <1>б", ["the code </1> is missing"]),
    ("a <1>b</1>", "а б", ["the pair of codes <1> is missing"]),
    ("a <1/>", "а <1/><2/>", ["the code <2/> is not in the source"]),
    ("a <1/>", "а <1/><1/>", ["the code <1/> stands twice"]),
    ("<1>a</1> <2>b</2>", "<1>а<2></1>б</2>", ["the code </1> stands before or across the one it belongs to"]),
    // Merging takes the codes of each sentence from its own.
    ("a <1>b</1>.‖c.", "а.‖<1>б</1> в.", ["the code <1> belongs to another sentence of the source"]),
    ("a <1/>", "а <2/>", ["the code <1/> is missing", "the code <2/> is not in the source"]),
  ])
  func saysWhichCode(_ source: String, _ target: String, _ expected: [String]) throws {
    #expect(try messages(source, target) == expected)
  }
}
