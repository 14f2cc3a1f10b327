import Articles
import Foundation
import Locales
import Segmentation
import Terminology
import TestSupport
import Testing
import Units
import XLIFF

@testable import Localization

/// A published pair is joined block by block and sentence by sentence.
struct TranslationPairTests {
  private func side(_ text: [UInt8], _ tag: String) throws -> TranslationPair.Side {
    let tag = try #require(LanguageTag(tag))
    let language = Language(tag)
    let extractor = Extractor(
      source: tag, targets: [], version: .v1_2, includesFurniture: true, prefillsTargets: false,
      reader: language.reader, segmenter: .locale(try language.segmenter()))
    let article = try language.reader.read(text, as: MarkdownFormat())
    return (article, try extractor.units(of: article))
  }

  private func pair(_ source: String, _ target: String) throws -> TranslationPair {
    let english = Locale(try #require(LanguageTag("en")))
    return TranslationPair(
      try side(Array(source.utf8), "en"), try side(Array(target.utf8), "ru"), PressSpelling(english), expansion: 1.05)
  }

  private func translations(_ pair: TranslationPair) -> [[String]] {
    pair.units.map { unit in
      unit.segments.filter { !$0.isIgnorable }.map { "\($0.source.string) = \($0.target?.string ?? "–")" }
    }
  }

  @Test func joinsSentencesThatATranslatorJoinedOrParted() throws {
    let pair = try pair(
      """
      The dam at Kapchagay holds 28 cubic kilometres of water. It was closed in 1970, when Almaty was half its size.

      Engineers checked every gate on Monday, and found that two of them leak, Askar Nurlan said.

      """,
      """
      Плотина в Капчагае удерживает 28 кубических километров воды, её закрыли в 1970 году, когда Алматы был вдвое меньше.

      В понедельник инженеры проверили все затворы. По словам Аскара Нурлана, два из них протекают.

      """)
    #expect(
      translations(pair) == [
        [
          "The dam at Kapchagay holds 28 cubic kilometres of water. It was closed in 1970, when Almaty was half its size. = Плотина в Капчагае удерживает 28 кубических километров воды, её закрыли в 1970 году, когда Алматы был вдвое меньше."
        ],
        [
          "Engineers checked every gate on Monday, and found that two of them leak, Askar Nurlan said. = В понедельник инженеры проверили все затворы. По словам Аскара Нурлана, два из них протекают."
        ],
      ])
    #expect(pair.counts == ["2-1": 1, "1-2": 1])
  }

  @Test func leavesWhatHasNoCounterpartAlone() throws {
    let pair = try pair(
      """
      # The harbour of Aktau

      The harbour handled 3,400 containers in May, the port of Aktau reported.

      A map of the quays is on page 12.

      Kuryk, the second port, opened in 2018.

      """,
      """
      # Порт Актау

      В мае порт Актау обработал 3400 контейнеров, сообщили в порту.

      Второй порт, Курык, открылся в 2018 году.

      """)
    #expect(
      translations(pair).map { $0.map { $0.split(separator: " = ").last.map(String.init) } } == [
        ["Порт Актау"], ["В мае порт Актау обработал 3400 контейнеров, сообщили в порту."], ["–"],
        ["Второй порт, Курык, открылся в 2018 году."],
      ])
    #expect(pair.confidences[2] == [nil])
    #expect(pair.confidences.joined().compactMap { $0 }.allSatisfy { $0 > 0.7 }, "\(pair.confidences)")
  }

  @Test func keepsWhatTheTranslationAddsWithTheSentenceBefore() throws {
    let pair = try pair(
      "It rained in Astana. [Roads](https://a.example) are closed.\n",
      "В Астане прошёл дождь. Это столица Казахстана на реке Есиль. [Дороги](https://a.example) закрыты.\n")
    #expect(
      translations(pair).joined().map { $0.split(separator: " = ").last.map(String.init) }.last == "Дороги закрыты.")
    let codes = pair.units[0].segments.last.map { ($0.source.codes.map(\.ordinal), $0.target?.codes.map(\.ordinal)) }
    #expect(codes?.0 == codes?.1)
  }

  private static var markdownPairs: [String] {
    let folder = "\(sharedFolder ?? "")/news/samples/markdown-pairs"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("en__") }.map { String($0.dropFirst(4)) }.sorted()
  }

  /// In real pairs with as many blocks on both sides, a block's counterpart is the one at its place.
  @Test(.enabled(if: sharedFolder != nil))
  func joinsTheBlocksOfRealPairs() throws {
    let folder = "\(sharedFolder ?? "")/news/samples/markdown-pairs"
    let english = Locale(try #require(LanguageTag("en")))
    var (blocks, right) = (0, 0)
    for name in Self.markdownPairs {
      let source = try side(Array(Data(contentsOf: URL(filePath: "\(folder)/en__\(name)"))), "en")
      let target = try side(Array(Data(contentsOf: URL(filePath: "\(folder)/ru__\(name)"))), "ru")
      let pair = TranslationPair(source, target, PressSpelling(english), expansion: 1.05)
      let own = pair.blocks.count { $0.sources == $0.targets && $0.sources.count == 1 }
      guard source.units.count == target.units.count else { continue }
      blocks += source.units.count
      right += own
    }
    #expect(right * 100 >= blocks * 95, "\(right) of \(blocks)")
  }
}
