import Testing

@testable import Markdown

/// Places of text lie in the document as it was given, though the parser reads a copy.
struct ParserInputTests {
  @Test(arguments: [
    ("|-", "|-"), ("-|", "-|"), ("> |-\n> x", "|-x"), ("|--", "|--"),
    ("|a|\n|-|\n|b|", "ab"), ("|a|b|\n|-|:-:|\n|c|d|", "abcd"),
    ("- |:-", "|:-"), ("a|b\n- | -", "a|b| -"), ("| a |\n|-|-|\n| b |", "ab"),
  ])
  func placesTextInTheOriginal(_ document: String, _ expected: String) throws {
    let bytes = Array(document.utf8)
    var text: [UInt8] = []
    for event in try MarkdownParser.events(of: bytes) {
      guard case .text = event.kind, let range = event.range else { continue }
      #expect(range.upperBound <= bytes.count, "\(event) in \(document)")
      text += bytes[range.clamped(to: bytes.indices)]
    }
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }

  @Test(arguments: ["<h1>", "<h2>", "<H6 class=a>", "</h3>", "> <h4>", "- </h5>"])
  func readsTagsOfHeadingsAsHTML(_ tag: String) throws {
    let events = try MarkdownParser.events(of: Array("\(tag) *a*\n".utf8))
    #expect(events.contains { $0.kind == .enterBlock(.html) } && !events.contains { $0.kind == .enterSpan(.emphasis) })
  }

  @Test(arguments: [
    ("a <!-- b -- c --> d", "a  d"), ("a <!-- b --\nc --- d --> e", "a  e"),
    ("a <!-- b --\r\nc --- d --> e", "a  e"), ("a <!-- b -- c\n\nd --> e", "a <!-- b -- cd --> e"),
    ("a <!--- b --> c", "a  c"), ("a <!-- b\n--- c", "a <!-- b--- c"),
  ])
  func readsHyphensInComments(_ document: String, _ expected: String) throws {
    let bytes = Array(document.utf8)
    let texts = try MarkdownParser.events(of: bytes).filter { $0.kind == .text(.normal) }.compactMap(\.range)
    #expect(texts.map { String(decoding: bytes[$0], as: UTF8.self) }.joined() == expected)
  }

  @Test func mapsEveryPlaceOfTheCopy() {
    let input = ParserInput(Array("|-|--|".utf8))
    #expect(input.bytes == Array("|---|---|\n".utf8))
    #expect((0...9).map { input.original($0) } == [0, 1, 2, 2, 2, 3, 4, 5, 5, 6])
  }
}
