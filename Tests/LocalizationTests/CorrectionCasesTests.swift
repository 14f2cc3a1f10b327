import Articles
import Foundation
import Segmentation
import TestSupport
import Testing
import Units
import XLIFF

@testable import Localization

/// Real articles that were corrected after they were translated, judged by a definition that knows nothing of how
/// updating joins them: a sentence of the new version keeps its translation if the old version has it, as often as it
/// has it; every other one is flagged, and none else.
@Suite(.enabled(if: sharedFolder != nil))
struct CorrectionCasesTests {
  private static let cases: [String] = {
    guard let sharedFolder else { return [] }
    let folder = "\(sharedFolder)/news/updates"
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted().filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/en.v2.md")
    } ?? []
  }()

  private let english: LanguageTag
  private let russian: LanguageTag

  init() throws {
    english = try #require(LanguageTag("en"))
    russian = try #require(LanguageTag("ru"))
  }

  private func bytes(_ name: String, _ version: String) throws -> [UInt8] {
    let path = try #require(sharedFolder.map { "\($0)/news/updates/\(name)/\(version).md" })
    return Array(try #require(FileManager.default.contents(atPath: path)))
  }

  private func extracted(_ article: [UInt8], _ version: Version) throws -> Document {
    let language = Language(english)
    let extractor = Extractor(
      source: english, targets: [Extractor.Target(name: russian, tag: russian, names: { _ in [] })], version: version,
      includesFurniture: false, prefillsTargets: false, reader: language.reader,
      segmenter: .locale(try language.segmenter()))
    let extraction = try extractor.extract(article, format: MarkdownFormat(), original: "a.md")
    return try Document(reading: try #require(extraction.documents.first))
  }

  /// The words of a text, which is what makes it the same sentence.
  private func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined() }

  /// A translation that tells which sentence it is one of.
  private func translation(of source: String) -> String { "⟦\(words(source))⟧" }

  private func sentences(_ document: Document) -> [Segment] {
    document.files.flatMap(\.units).filter(\.isTranslatable).flatMap(\.segments).filter {
      !$0.isIgnorable && !words($0.source.string).isEmpty
    }
  }

  /// The document with every sentence translated by people, its codes left aside.
  private func translated(_ document: Document) throws -> Document {
    var splice = Splice()
    for (number, unit) in document.files[0].units.enumerated() where unit.isTranslatable {
      for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
        let parts: [Document.TargetPart] =
          [.text(Array(translation(of: segment.source.string).utf8))] + segment.source.codes.indices.map { .code($0) }
        splice.append(try #require(document.settingTarget(parts, file: 0, unit: number, segment: index)))
      }
    }
    return try Document(reading: try splice.applied(to: document.bytes))
  }

  @Test(arguments: cases, Version.writable) func keepsAndFlags(_ name: String, _ version: Version) throws {
    let (old, new) = (try bytes(name, "en.v1"), try bytes(name, "en.v2"))
    let before = try translated(try extracted(old, version))
    let job = try UpdateJob(
      sourceRoot: nil, report: .text, glossaries: [], Configuration(), writer: FileWriter())
    let update = try job.update(before, 0, to: new, format: MarkdownFormat())
    let after = try Document(reading: try update.splice.applied(to: before.bytes))

    let fresh = sentences(try extracted(new, version)).map { words($0.source.string) }
    let updated = sentences(after)
    #expect(updated.map { words($0.source.string) }.joined() == fresh.joined(), "the text is not that of the article")
    var left = sentences(before).reduce(into: [String: Int]()) { $0[words($1.source.string), default: 0] += 1 }
    let expected = fresh.reduce(into: [String: Int]()) { kept, sentence in
      guard let count = left[sentence], count > 0 else { return }
      left[sentence] = count - 1
      kept[sentence, default: 0] += 1
    }
    var kept: [String: Int] = [:]
    for segment in updated {
      let source = segment.source.string
      if let target = segment.target, !target.text.isEmpty {
        #expect(target.string == translation(of: source), "\(name): another sentence's translation: \(source)")
        kept[words(source), default: 0] += 1
      } else {
        let isFlagged = [SubState.changed, SubState.new].contains(segment.subState) && segment.state == .initial
        #expect(isFlagged, "\(name): not flagged: \(source)")
      }
    }
    for (sentence, count) in expected where kept[sentence] != count {
      Issue.record("\(name): \(kept[sentence] ?? 0) of \(count) kept: \(sentence)")
    }
    for (sentence, count) in kept where expected[sentence] == nil {
      Issue.record("\(name): \(count) kept that the old version does not have: \(sentence)")
    }
  }
}
