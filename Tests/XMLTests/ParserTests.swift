import Testing
import XML

/// Huge documents: those that are only large are read, those made to fill memory are refused.
struct ParserTests {
  /// Collects the text, and counts the tags.
  private final class Collector: Receiver {
    var text: [UInt8] = []
    var tags = 0
    let wantsText = true
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func number(namespace: String, local: String) -> Int { 0 }
    func start(_ element: Int, _ tag: borrowing StartTag) { tags += 1 }
    func end(_ element: Int, at range: Range<Int>) {}
    func text(at range: Range<Int>, replacement: [UInt8]?) { text += replacement ?? Array(bytes[range]) }
  }

  @Test(arguments: 0..<4)
  func readsWhatIsLongerThanAPiece(_ shift: Int) throws {
    // Letters of three bytes and references stand across the ends of pieces, whatever the shift.
    let word = String(repeating: "x", count: shift) + String(repeating: "құ₸&amp;\r\n", count: 200_000)
    let bytes = Array("<a><b>\(word)</b><c/></a>".utf8)
    let collector = Collector(bytes)
    try parse(bytes, receiver: collector)
    #expect(collector.tags == 3)
    #expect(collector.text == Array(word.replacing("&amp;\r\n", with: "&\n").utf8))
  }

  private static let hostile: [(text: String, problem: String)] = {
    let attributes = (0..<400_000).map { "b\($0)=''" }.joined(separator: " ")
    let filler = String(repeating: "x", count: 17_000_000)
    return [
      ("<a \(attributes)/>", "a tag or a comment of over 1 MB"),
      ("<a><!--\(filler)--></a>", "a tag or a comment of over 1 MB"),
      ("<a>\(filler)</a>", "a text of over 16 MB"),
      (String(repeating: "<a>", count: 100_000), "nested over 1000 levels"),
    ]
  }()

  @Test(arguments: hostile.indices)
  func refusesWhatFillsMemory(_ index: Int) {
    let (text, problem) = Self.hostile[index]
    let bytes = Array(text.utf8)
    do {
      try parse(bytes, receiver: Collector(bytes))
      Issue.record("\(bytes.count) bytes were read")
    } catch { #expect(error.problem.contains(problem), "\(error.problem)") }
  }
}
