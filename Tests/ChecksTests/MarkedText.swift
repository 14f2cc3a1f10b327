import Checks
import Locales
import Units

/// A text whose ⟦marked⟧ stretches are given as ranges of the text without the marks.
struct MarkedText {
  var text = ""
  var ranges: [Range<Int>] = []

  init(_ marked: String) {
    var start = 0
    for character in marked {
      switch character {
      case "⟦": start = text.utf8.count
      case "⟧": ranges.append(start..<text.utf8.count)
      default: text.append(character)
      }
    }
  }
}

/// A language or a text that a test needs and that is not there.
struct Missing: Error {}

extension Bitext {
  /// One unit of one segment.
  init(_ sourceLanguage: String, _ source: String, _ targetLanguage: String, _ target: String?) throws {
    try self.init(sourceLanguage, targetLanguage, units: [[(source, target)]])
  }

  init(_ example: Example, target: String) throws {
    try self.init(example.sourceLanguage, example.source, example.targetLanguage, target)
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
