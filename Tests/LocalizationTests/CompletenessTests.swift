import Articles
import Checks
import Locales
import Testing
import Units
import XLIFF

@testable import Localization

/// `check` reports as an error what `merge` refuses, and nothing else of the kind.
struct CompletenessTests {
  private static let article = "Rain is expected.  12:30\r\n"

  /// Whatever a tool put there, and whatever state is asked for.
  @Test func whatStaysIsCompleteAndNotCounted() {
    let segment = Segment(source: Content("Rain."), target: Content("Дождь."))
    let unit = Unit(id: UnitID("p1"), segments: [segment], isTranslatable: false)
    let completeness = Completeness(joinsWithSpace: true, hasNothingToTranslate: { _ in false })
    var options = Merger.Options()
    options.minimumState = .translated
    #expect(completeness.states(of: unit, options) == [.complete])
    #expect(completeness.progress(of: unit) == [nil])
  }

  @Test(arguments: [
    ("<target>Дождь.</target>", "<target>12:30</target>", true), ("", "<target>12:30</target>", false),
    // What has no words needs no target.
    ("<target>Дождь.</target>", "", true), ("<target>Дождь.</target>", "<target/>", true),
    ("<target> </target>", "<target>12:30</target>", false),
    ("<target>Rain is expected.</target>", "<target>12:30</target>", false),
    (" state='translated'><target>Rain is expected.</target>", "<target>12:30</target>", true),
    (" subState='l10n:fuzzy'><target>Дождь.</target>", "<target>12:30</target>", false),
    (" state='translated' subState='l10n:fuzzy'><target>Дождь.</target>", "<target>12:30</target>", true),
    (" state='initial' subState='l10n:changed'><target>Дождь.</target>", "<target>12:30</target>", true),
  ])
  func checkAndMergeAgree(_ first: String, _ second: String, _ isComplete: Bool) throws {
    let attributes = first.hasPrefix(" ") && first.contains("'>") ? String(first.prefix { $0 != ">" }) : ""
    let target = attributes.isEmpty ? first : String(first.dropFirst(attributes.count + 1))
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ru"><file id="f"
      original="a.txt"><unit id="p1"><segment\(attributes)><source>Rain is expected.</source>\(target)</segment>
      <segment><source>12:30</source>\(second)</segment></unit></file></xliff>
      """
    let file = try #require(try Document(reading: Array(text.utf8)).files.first)
    let languages = Languages()
    let names = try Names(Configuration(), [], languages)
    let merger = Merger(
      options: Merger.Options(), reader: languages[file.sourceLanguage].reader,
      completeness: Completeness(of: file, languages, names))
    let outcome = try merger.merge(Array(Self.article.utf8), format: PlainText(), file: file)
    #expect((outcome.bytes != nil) == isComplete, "\(outcome.problems)")
    let bitext = Bitext(
      sourceLocale: languages[file.sourceLanguage].locale,
      targetLocale: languages[try #require(LanguageTag("ru"))].locale,
      units: file.units)
    let errors = CheckSuite(CheckConfiguration()).findings(in: bitext).filter { $0.severity == .error }
    #expect(errors.isEmpty == isComplete, "\(errors.map(\.message))")
    if isComplete { #expect(outcome.bytes.map { String(decoding: $0, as: UTF8.self) }?.hasSuffix("12:30\r\n") == true) }
  }
}
