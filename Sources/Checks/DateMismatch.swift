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
      Example("en", "The mine opens on June 12.", "ru", "Шахта откроется 12.06."),
    ])

  private let months = PerLocale { MonthNames($0) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let (source, target) = (months[bitext.sourceLocale], months[bitext.targetLocale])
    guard source.names.count == 12, target.names.count == 12 else { return }
    for unit in bitext.units where unit.isTranslatable { check(unit, source, target, report) }
  }

  /// Checks the months of a unit together: only a month in place of another is wrong.
  private func check(_ unit: Unit, _ source: MonthNames, _ target: MonthNames, _ report: (Finding) -> Void) {
    var wanted: [(month: Int, isSure: Bool)] = []
    var found: [(segment: Int, month: Int, range: Range<Int>, isSure: Bool)] = []
    for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
      guard let translation = segment.target?.text, !translation.isEmpty else { continue }
      wanted += source.months(in: segment.source.text).map { ($0.month, $0.isSure) }
      found += target.months(in: translation).map { (index, $0.month, $0.range, $0.isSure) }
    }
    let missing = wanted.filter { month in month.isSure && !found.contains { $0.month == month.month } }.map(\.month)
    let extra = found.filter { place in place.isSure && !wanted.contains { $0.month == place.month } }
    for (month, place) in zip(missing, extra) {
      let message = "\(target.names[place.month]) stands where the source has \(source.names[month])"
      report(Self.rule.finding(message, unit, place.segment, place.range))
    }
  }
}
