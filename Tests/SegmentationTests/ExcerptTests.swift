import ICU
import Testing

@testable import Segmentation

/// What ICU is shown of a text has the breaks of the whole text.
@Suite struct ExcerptTests {
  static func breaks(_ text: String, excerpts size: Int?) throws -> [Int] {
    var breaks: [Int] = []
    let bytes = Array(text.utf8)
    let rules = try SentenceRules.compiled()
    if let size {
      try rules.forEachBreak(in: bytes.span, byExcerptsOf: size) { breaks.append($0) }
    } else {
      try rules.forEachBreak(in: bytes.span) { breaks.append($0) }
    }
    return breaks
  }

  /// Every scalar of Unicode where a stop, a letter or nothing stands around it: what the excerpt takes for a plain word
  /// breaks nothing.
  @Test func knowsEverySignal() throws {
    let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    for start in stride(from: 0, to: scalars.count, by: 512) {
      var text = ""
      for scalar in scalars[start..<min(start + 512, scalars.count)] {
        text += "plain words\(scalar)Then more.\(scalar)x \(scalar)\(scalar). Y\n"
      }
      let (whole, excerpted) = (try Self.breaks(text, excerpts: nil), try Self.breaks(text, excerpts: 1 << 15))
      #expect(whole == excerpted, "from U+\(String(scalars[start].value, radix: 16)) on")
    }
  }

  @Test(arguments: [1, 7, 1 << 15])
  func hasTheBreaksOfTheText(_ size: Int) throws {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      ".", "...", "…", "?", "!", "。", " ", "\u{A0}", "\n", "\r\n", "\u{2029}", ",", ":", "—", "(", ")", "[1]", "»", "«",
      "\"", "'", "•", "A", "Я", "ё", "b", "1", "23", "漢", "た", "\u{301}", "\u{AD}", "\u{200D}", "👩‍👩‍👧", "\u{0}",
      "word", "Слово", "U.S", " a long way to go ", " и так далее",
    ]
    for _ in 0..<3_000 {
      let text = (0..<16).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let (whole, excerpted) = (try Self.breaks(text, excerpts: nil), try Self.breaks(text, excerpts: size))
      #expect(whole == excerpted, "\(text.debugDescription)")
    }
  }

  @Test func leavesOutPlainWords() {
    let text = Array("Nobody said anything for a long while. Then they left at last. Good".utf8)
    var excerpt = Excerpt(size: 100)
    #expect(excerpt.read(text.span, from: 0) == text.count)
    #expect(String(decoding: excerpt.units, as: UTF16.self) == "e. Tht. Go")
  }

  @Test func staysSmall() {
    let text = Array(String(repeating: "It is so. ", count: 1_000).utf8)
    var excerpt = Excerpt(size: 100)
    #expect(excerpt.read(text.span, from: 0).map { $0 < text.count } == true)
    #expect(excerpt.units.count < 200)
    let stops = Array(String(repeating: ".", count: 10_000).utf8)
    #expect(excerpt.read(stops.span, from: 0) == nil)
    #expect(excerpt.units.count < 1_000)
  }
}
