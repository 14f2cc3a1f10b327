import Checks
import Locales
import Units

/// A language or a text that a test needs and that is not there.
struct Missing: Error {}

extension Bitext {
  /// One unit of one segment.
  init(_ sourceLanguage: String, _ source: String, _ targetLanguage: String, _ target: String?) throws {
    try self.init(sourceLanguage, targetLanguage, units: [[(source, target)]])
  }

  /// Units of segments, each a source with its target.
  init(_ sourceLanguage: String, _ targetLanguage: String, units: [[(source: String, target: String?)]]) throws {
    guard let source = LanguageTag(sourceLanguage), let target = LanguageTag(targetLanguage) else { throw Missing() }
    self.init(
      sourceLocale: Locale(source), targetLocale: Locale(target),
      units: units.enumerated().map { index, segments in
        Unit(
          id: UnitID("p\(index + 1)"),
          segments: segments.map { Segment(source: Content($0.source), target: $0.target.map { Content($0) }) })
      })
  }
}
