import Testing

@testable import Markdown

/// Places of text lie in the document as it was given, though the parser reads a widened copy.
struct TableWideningTests {
  @Test(arguments: [
    ("|-", "|-"), ("-|", "-|"), ("> |-\n> x", "|-x"), ("|--", "|--"),
    ("|a|\n|-|\n|b|", "ab"), ("|a|b|\n|-|:-:|\n|c|d|", "abcd"),
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

  @Test func mapsEveryPlaceOfTheCopy() {
    let widening = TableWidening(Array("|-|--|".utf8))
    #expect(widening.bytes == Array("|---|---|\n".utf8))
    #expect((0...9).map { widening.original($0) } == [0, 1, 2, 2, 2, 3, 4, 5, 5, 6])
  }
}
