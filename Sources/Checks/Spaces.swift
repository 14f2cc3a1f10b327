internal import Locales
internal import Units

/// Spaces that nobody meant: two in a row, or one before a comma.
struct Spaces: Check {
  static let rule = Rule(
    "spaces", .warning, summary: "Two spaces in a row, or a space before a mark that takes none.",
    examples: [
      Example("en", "Rain, then snow.", "ru", "Дождь, затем⟦  ⟧снег."),
      Example("en", "Rain, then snow.", "kk", "Жаңбыр⟦ ⟧, сосын қар."),
      Example("en", "Rain, then snow.", "kk", "Жаңбыр, сосын қар."),
      Example("en", "The site is on .kz.", "ru", "Сайт в зоне .kz."),
    ])

  private let marks = PerLocale { locale in locale.strings("punctuation.no-space-before").map { Array($0.utf8) } }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let marks = marks[bitext.targetLocale]
    for unit in bitext.units where unit.isTranslatable {
      for (index, segment) in unit.segments.enumerated() {
        guard let target = segment.target, !segment.isIgnorable else { continue }
        let found = Self.wrongSpaces(in: target, marks)
        // A layout that the source has is the article's, not the translator's.
        if found.isEmpty || !Self.wrongSpaces(in: segment.source, marks).isEmpty { continue }
        for (range, isBeforeMark) in found {
          report(
            Finding(
              rule: Self.rule.name, severity: Self.rule.severity,
              message: isBeforeMark ? "a space before a mark that takes none" : "more than one space", unit: unit.id,
              segment: index, inTarget: TextRange(bytes: range),
              fix: .init(range: TextRange(bytes: range), replacement: isBeforeMark ? "" : " ")))
        }
      }
    }
  }

  private static func wrongSpaces(in content: Content, _ marks: [[UInt8]]) -> [(Range<Int>, Bool)] {
    let text = content.text
    let inner = Folding.trimmed(text)
    var result: [(Range<Int>, Bool)] = []
    var at = inner.lowerBound
    while at < inner.upperBound {
      var end = at
      while end < inner.upperBound, Letters.space(text, end) > 0 { end += Letters.space(text, end) }
      guard end > at else {
        at += Letters.length(text, at)
        continue
      }
      // An image or a line break between two spaces is something between them.
      let isBroken = content.codes.contains { ($0.at.bytes >= at) && ($0.at.bytes <= end) }
      if !isBroken {
        if isBefore(marks, text, end) {
          result.append((at..<end, true))
        } else if end - at > Letters.space(text, at) {
          result.append((at..<end, false))
        }
      }
      at = end
    }
    return result
  }

  /// Whether a mark stands at a place and a word doesn't begin with it (`.kz`, `:)`, `...`).
  private static func isBefore(_ marks: [[UInt8]], _ text: [UInt8], _ at: Int) -> Bool {
    guard let mark = marks.first(where: { text[at...].starts(with: $0) }) else { return false }
    let after = at + mark.count
    return after >= text.count || Letters.space(text, after) > 0
  }
}
