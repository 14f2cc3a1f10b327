import Articles
import Segmentation
import TestSupport
import Testing
import Units
import XLIFF

@testable import Localization

/// An XLIFF follows the correction of its article: what still holds stays, what doesn't is marked.
struct UpdateJobTests {
  private let english: LanguageTag

  init() throws { english = try #require(LanguageTag("en")) }

  /// The XLIFF of an article with every sentence translated as itself between ⟦ and ⟧.
  private func translated(_ article: String, _ version: Version) throws -> Document {
    let language = Language(english)
    let target = try #require(LanguageTag("kk"))
    let extractor = Extractor(
      source: english, targets: [Extractor.Target(name: target, tag: target, names: { _ in [] })], version: version,
      includesFurniture: false, prefillsTargets: false, reader: language.reader,
      segmenter: .locale(try language.segmenter()))
    let extraction = try extractor.extract(Array(article.utf8), format: MarkdownFormat(), original: "a.md")
    let document = try Document(reading: try #require(extraction.documents.first))
    var splice = Splice()
    for (number, unit) in document.files[0].units.enumerated() {
      for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
        var parts: [Document.TargetPart] = [.text(Array("⟦".utf8))]
        var at = 0
        for (code, place) in segment.source.codes.map(\.at.bytes).enumerated() {
          parts += [.text(Array(segment.source.text[at..<place])), .code(code)]
          at = place
        }
        parts += [.text(Array(segment.source.text[at...])), .text(Array("⟧".utf8))]
        splice.append(try #require(document.settingTarget(parts, file: 0, unit: number, segment: index)))
      }
    }
    return try Document(reading: try splice.applied(to: document.bytes))
  }

  private func update(_ document: Document, to article: String) throws -> (document: Document, summary: String) {
    let job = try UpdateJob(
      sourceRoot: nil, report: .text, glossaries: [], Configuration(), writer: FileWriter())
    let update = try job.update(document, 0, to: Array(article.utf8), format: MarkdownFormat())
    let summary = UpdateSummary(try #require(update.revision, "\(update.defects)")).text(for: "a.xlf")
    return (try Document(reading: try update.splice.applied(to: document.bytes)), summary)
  }

  private func merged(_ document: Document, with article: String) throws -> String {
    var options = Merger.Options()
    options.incomplete = .source
    options.setsMetadata = false
    let merger = Merger(
      options: options, reader: Language(english).reader,
      completeness: Completeness(joinsWithSpace: true, hasNothingToTranslate: { _ in false }))
    let outcome = try merger.merge(Array(article.utf8), format: MarkdownFormat(), file: document.files[0])
    let errors = outcome.problems.filter { $0.severity == .error }.map(\.message)
    return outcome.bytes.map { String(decoding: $0, as: UTF8.self) } ?? errors.joined(separator: "\n")
  }

  private static let article = """
    The river rose on Monday. Nobody was hurt, the mayor said.

    Schools [stay open](https://a.example). Buses run.

    The bridge is closed.

    """

  /// A corrected article, what merging makes of the update (untranslated sentences stand as they are), and the counts.
  private static let corrections: [(String, String, String)] = [
    (
      article,
      """
      ⟦The river rose on Monday.⟧ ⟦Nobody was hurt, the mayor said.⟧

      ⟦Schools [stay open](https://a.example).⟧ ⟦Buses run.⟧

      ⟦The bridge is closed.⟧

      """, "5 kept, 0 changed, 0 new, 0 deleted, 0 moved"
    ),
    // A sentence was changed, one put in, one left out.
    (
      """
      The river rose on Tuesday. Nobody was hurt, the mayor said.

      Taxis are free. Schools [stay open](https://a.example).

      The bridge is closed.

      """,
      """
      The river rose on Tuesday. ⟦Nobody was hurt, the mayor said.⟧

      Taxis are free. ⟦Schools [stay open](https://a.example).⟧

      ⟦The bridge is closed.⟧

      """, "3 kept, 1 changed, 1 new, 1 deleted, 0 moved"
    ),
    // A block was moved, one was put in before the first.
    (
      """
      Rain goes on.

      The bridge is closed.

      The river rose on Monday. Nobody was hurt, the mayor said.

      Schools [stay open](https://a.example). Buses run.

      """,
      """
      Rain goes on.

      ⟦The bridge is closed.⟧

      ⟦The river rose on Monday.⟧ ⟦Nobody was hurt, the mayor said.⟧

      ⟦Schools [stay open](https://a.example).⟧ ⟦Buses run.⟧

      """, "5 kept, 0 changed, 1 new, 0 deleted, 1 moved"
    ),
    // A block was split, two were merged, white space and an address changed.
    (
      """
      The river rose on Monday.

      Nobody was hurt,
      the mayor said.

      Schools [stay open](https://b.example). Buses run. The bridge is closed.

      """,
      """
      ⟦The river rose on Monday.⟧

      ⟦Nobody was hurt, the mayor said.⟧

      ⟦Schools [stay open](https://b.example).⟧ ⟦Buses run.⟧ ⟦The bridge is closed.⟧

      """, "5 kept, 0 changed, 0 new, 0 deleted, 0 moved"
    ),
    // Nothing is as it was.
    ("Sun.\n", "Sun.\n", "0 kept, 0 changed, 1 new, 5 deleted, 0 moved"),
  ]

  /// A paragraph that a tool divided, with two sentences as one segment: the other segments keep their own translations.
  @Test(arguments: [true, false])
  func keepsTheSegmentsBesideAJoinedOne(_ isGroup: Bool) throws {
    let segments = [
      ("The dam stood for 5 years. Astana mends it in 12 days.", "Дамба 5 жыл тұрды. Астана оны 12 күн жөндейді."),
      ("Buses run.", "Автобус жүреді."), ("Trains stop.", "Пойыз тоқтайды."),
    ]
    let marks = { (texts: [String]) in
      texts.enumerated().map { "<mrk mtype=\"seg\" mid=\"\($0 + 1)\">\($1)</mrk>" }.joined(separator: " ")
    }
    let article = segments.map(\.0).joined(separator: " ")
    let units = segments.enumerated().map {
      "<trans-unit id=\"p1.\($0 + 1)\"><source>\($1.0)</source><target>\($1.1)</target></trans-unit>"
    }
    let body =
      isGroup
      ? "<group id=\"p1\" restype=\"x-paragraph\">\(units.joined())</group>"
      : """
      <trans-unit id="p1"><source>\(article)</source><seg-source>\(marks(segments.map(\.0)))</seg-source>\
      <target>\(marks(segments.map(\.1)))</target></trans-unit>
      """
    let xliff = """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.md" source-language="en"
      target-language="kk" datatype="x-markdown"><body>\(body)</body></file></xliff>
      """
    let updated = try update(
      try Document(reading: Array(xliff.utf8)), to: article.replacing("5 years", with: "6 years") + "\n"
    ).document
    let kept = updated.files[0].units.flatMap(\.segments).filter { $0.target?.text.isEmpty == false }
    #expect(kept.suffix(2).map(\.source.string) == ["Buses run.", "Trains stop."])
    #expect(kept.suffix(2).map(\.target?.string) == ["Автобус жүреді.", "Пойыз тоқтайды."])
    #expect(try validate(updated.bytes).map(\.message) == [])
  }

  @Test(arguments: corrections, [Version.v1_2, .v2_0])
  func keepsWhatStillHolds(_ correction: (String, String, String), _ version: Version) throws {
    let updated = try update(try translated(Self.article, version), to: correction.0)
    let text = String(decoding: updated.document.bytes, as: UTF8.self)
    #expect(updated.summary.hasPrefix("a.xlf: \(correction.2)"), "\(updated.summary)\n\(text)")
    #expect(try merged(updated.document, with: correction.0) == correction.1, "\(text)")
    #expect(try validate(updated.document.bytes).map(\.message) == [])
    let ids = updated.document.files[0].units.map(\.id)
    #expect(Set(ids).count == ids.count, "\(ids)")
  }

  @Test(arguments: [Version.v1_2, .v2_0])
  func keepsTheWordsWhereMarkupWasPutOnThem(_ version: Version) throws {
    let article = Self.article.replacing("is closed", with: "is *closed*")
    let updated = try update(try translated(Self.article, version), to: article)
    #expect(updated.summary.hasPrefix("a.xlf: 5 kept, 0 changed, 0 new, 0 deleted, 0 moved, 1 with other markup"))
    let segment = try #require(updated.document.files[0].units.last?.segments.last)
    #expect(segment.source.codes.count == 2)
    #expect(segment.target?.string == "⟦The bridge is closed.⟧")
  }

  @Test(arguments: [(Version.v1_2, "<note from=\"Aigul\">", "</target>"), (Version.v2_0, "<note>", "</note>")])
  func keepsTheNotesOfTranslators(_ version: Version, _ tag: String, _ place: String) throws {
    var text = String(decoding: try translated(Self.article, version).bytes, as: UTF8.self)
    var number = 0
    // A note in every trans-unit, or in every unit.
    text = text.split(separator: place, omittingEmptySubsequences: false).map(String.init).reduce("") { text, part in
      defer { number += 1 }
      return number == 0 ? part : "\(text)\(place)\(tag)Look \(number).</note>\(part)"
    }
    let document = try Document(reading: Array(text.utf8))
    let notes = document.files[0].translatorNotes.map(\.text)
    #expect(notes.count >= 3, "\(text)")
    let article = Self.article.replacing("Monday", with: "Tuesday").replacing("*Schools*", with: "Schools")
      .replacing("Buses run", with: "Taxis wait. Buses do run")
    let updated = try update(document, to: article).document
    #expect(
      updated.files[0].translatorNotes.map(\.text).sorted() == notes.sorted(),
      "\(String(decoding: updated.bytes, as: UTF8.self))")
  }

  @Test(arguments: [Version.v1_2, .v2_0])
  func changesNothingTwice(_ version: Version) throws {
    let article = Self.corrections[1].0
    let once = try update(try translated(Self.article, version), to: article).document
    let twice = try update(once, to: article)
    #expect(String(decoding: twice.document.bytes, as: UTF8.self) == String(decoding: once.bytes, as: UTF8.self))
  }

  @Test(arguments: [Version.v1_2, .v2_0])
  func touchesNothingThatStays(_ version: Version) throws {
    let before = try translated(Self.article, version)
    let after = try update(before, to: Self.article + "\nTaxis are free.\n").document
    let lines = String(decoding: before.bytes, as: UTF8.self).split(separator: "\n").filter { !$0.contains("fnv1a64") }
    var rest = String(decoding: after.bytes, as: UTF8.self).split(separator: "\n")[...]
    for line in lines {
      rest = rest.drop { $0 != line }
      #expect(!rest.isEmpty, "the line is gone: \(line)")
    }
  }

  @Test(arguments: [
    (
      Version.v1_2,
      [
        #"<target state="needs-review-translation" state-qualifier="x-l10n-changed">"#,
        #"<alt-trans match-quality="80%""#,
      ]
    ),
    (
      Version.v2_0,
      [#"state="initial" subState="l10n:changed""#, ##"<mtc:match ref="#s3" similarity="80""##]
    ),
  ])
  func marksWhatChanged(_ version: Version, _ expected: [String]) throws {
    let article = Self.article.replacing("Monday", with: "Tuesday")
    let updated = try update(try translated(Self.article, version), to: article)
    let text = String(decoding: updated.document.bytes, as: UTF8.self)
    for piece in expected + ["⟦The river rose on Monday.⟧", "rose on [-Monday.-] {+Tuesday.+}"] {
      #expect(text.contains(piece), "\(piece) is not in\n\(text)")
    }
    #expect(updated.summary.contains("changed (dates) p1: The river rose on [-Monday.-] {+Tuesday.+}"))
  }
}
