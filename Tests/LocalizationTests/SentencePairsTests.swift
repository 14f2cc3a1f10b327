import Testing
import Units

@testable import Localization

/// The sentences of a paragraph with those of its translation.
struct SentencePairsTests {
  private static let texts = (
    source: ["The dam stood for 5 years.", " ", "Astana mends it in 12 days."],
    target: ["Дамба 5 жыл тұрды.", " ", "Астана оны 12 күн жөндейді."]
  )

  /// The texts joined, with a code behind each so many of them.
  private static func content(_ texts: [String], _ codes: [(behind: Int, kind: Code.Kind)]) -> Content {
    Content(
      text: Array(texts.joined().utf8),
      codes: codes.map {
        Code(at: Offset(texts.prefix($0.behind).joined().utf8.count), kind: $0.kind, ordinal: 1)
      })
  }

  /// No code of a paragraph is lost: where one stands between two sentences, none are told.
  @Test(
    arguments: [
      ([], 2), ([(2, .open), (3, .close)], 2), ([(0, .open), (3, .close)], 2), ([(0, .open), (1, .close)], 2),
      ([(1, .standalone)], 0), ([(1, .open), (3, .close)], 0),
    ] as [([(Int, Code.Kind)], Int)])
  func keepsEveryCode(_ codes: [(Int, Code.Kind)], _ count: Int) throws {
    let languages = Languages()
    let (english, kazakh) = (try #require(LanguageTag("en")), try #require(LanguageTag("kk")))
    let sentences = try SentencePairs(from: languages[english], to: languages[kazakh], Segmenters(srx: nil))
    let pairs = sentences.pairs(
      of: Self.content(Self.texts.source, codes.map { (behind: $0.0, kind: $0.1) }),
      Self.content(Self.texts.target, codes.map { (behind: $0.0, kind: $0.1) }))
    #expect(pairs.count == count)
    if count > 0 {
      #expect(pairs.flatMap(\.source.codes).count == codes.count && pairs.flatMap(\.target.codes).count == codes.count)
    }
  }
}
