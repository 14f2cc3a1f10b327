import Articles
import Segmentation
import Testing
import Units
import XLIFF

@testable import Localization

/// Turning articles into XLIFF.
struct ExtractorTests {
  private func extractor() throws -> Extractor {
    let (source, target) = (try #require(LanguageTag("en")), try #require(LanguageTag("kk")))
    let language = Language(source)
    return Extractor(
      source: source, targets: [Extractor.Target(name: target, tag: target, names: { _ in [] })],
      version: .v1_2, includesFurniture: false, prefillsTargets: false, reader: language.reader,
      segmenter: .locale(try language.segmenter()))
  }

  @Test func refusesMoreSentencesThanAnyToolCanShow() throws {
    var extractor = try extractor()
    extractor.mostSentences = 3
    let text = Array("One is. Two is.\nThree is.".utf8)
    #expect(try extractor.extract(text, format: PlainText(), original: "a.txt").segments == 3)
    let error = #expect(throws: Malformed.self) {
      try extractor.extract(text + Array(" Four is.".utf8), format: PlainText(), original: "a.txt")
    }
    #expect(error?.problem == "over 3 sentences, which no tool can show" && error?.at == Offset(16))
  }
}
