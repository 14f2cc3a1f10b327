internal import Locales
internal import Units

/// A month in the target that is not the source's.
struct DateMismatch: Check {
  static let rule = Rule(
    "date-mismatch", .error, summary: "The target names another month than the source.",
    examples: [
      Example("en", "The mine opens on June 12.", "ru", "Шахта откроется 12 ⟦июля⟧."),
      Example("en", "The mine opens on June 12.", "ru", "Шахта откроется 12 июня."),
      Example("en", "The mine opens on June 12.", "kk", "Кеніш 12 ⟦шілдеде⟧ ашылады."),
      Example("en", "It may open in June.", "ru", "Она может открыться в июне."),
      Example("en", "The mine opens in May.", "ru", "Шахта откроется в ⟦июне⟧."),
      Example("en", "The mine opens in April.", "kk", "Кеніш ⟦маусымда⟧ ашылады."),
      Example("en", "The season begins in April.", "kk", "Маусым сәуірде басталады."),
      Example("en", "The mine opens on June 12.", "ru", "Шахта откроется 12.06."),
    ])

  private let months = MonthNames.ofLocales

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let (source, target) = (months[bitext.sourceLocale], months[bitext.targetLocale])
    guard source.names.count == 12, target.names.count == 12 else { return }
    for unit in bitext.units where unit.isTranslatable { check(unit, source, target, report) }
  }

  /// Checks the months of a unit together: only a month in place of another is wrong.
  private func check(_ unit: Unit, _ source: MonthNames, _ target: MonthNames, _ report: (Finding) -> Void) {
    var wanted: [(name: MonthNames.Mention, word: String)] = []
    var found: [(segment: Int, name: MonthNames.Mention)] = []
    for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
      guard let translation = segment.target?.text, !translation.isEmpty else { continue }
      let text = segment.source.text
      wanted += source.months(in: text).map { ($0, String(decoding: text[$0.range], as: UTF8.self)) }
      found += target.months(in: translation).map { (index, $0) }
    }
    let missing = wanted.filter { month in
      month.name.mayBeMeant && !found.contains { $0.name.month == month.name.month }
    }
    let extra = found.filter { place in
      place.name.mayBeMeant && !wanted.contains { $0.name.month == place.name.month }
    }
    for (month, place) in zip(missing, extra) where month.name.isSure || place.name.isSure {
      let word = String(decoding: unit.segments[place.segment].target?.text[place.name.range] ?? [], as: UTF8.self)
      let message = "\(word) stands where the source has \(month.word)"
      let isSure = month.name.isSure && place.name.isSure
      report(
        Self.rule.finding(message, unit, place.segment, place.name.range, severity: isSure ? nil : .warning))
    }
  }
}
