internal import Locales
internal import Units

/// A day of the week in the target that is not the source's.
struct WeekdayMismatch: Check {
  static let rule = Rule(
    "weekday-mismatch", .error, summary: "The target names another day of the week than the source.",
    examples: [
      Example("en", "It opened on Saturday.", "kk", "Ол ⟦жексенбі⟧ күні ашылды."),
      Example("en", "It opened on Saturday.", "kk", "Ол сенбіде ашылды."),
      Example("en", "They meet on Thursday.", "ru", "Они встречаются во ⟦вторник⟧."),
      Example("en", "They meet on Thursday.", "ru", "Они встречаются в четверг."),
      Example("en", "They meet tomorrow.", "ru", "Они встречаются в четверг."),
      Example("en", "It opens on May 15, 2026.", "ru", "Открытие в ⟦четверг⟧, 15 мая 2026 года."),
      Example("en", "It opens on May 15, 2026.", "kk", "Ол 2026 жылғы 15 мамырда, жұма күні ашылады."),
    ])

  private let weekdays = PerLocale { WeekdayNames($0) }
  private let months = MonthNames.ofLocales

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let source = weekdays[bitext.sourceLocale]
    let target = weekdays[bitext.targetLocale]
    let months = months[bitext.targetLocale]
    for unit in bitext.units where unit.isTranslatable { check(unit, source, target, months, report) }
  }

  /// Checks the days of a unit together, as a day may move to the sentence before.
  ///
  /// A day that is said once more, or not at all, is the translator's choice; only a day in place of another is wrong.
  private func check(
    _ unit: Unit, _ source: WeekdayNames, _ target: WeekdayNames, _ months: MonthNames, _ report: (Finding) -> Void
  ) {
    var wanted: [Int] = []
    var found: [(segment: Int, day: Int, range: Range<Int>)] = []
    for (index, segment) in unit.segments.enumerated() {
      guard let translation = segment.target, !translation.isEmpty, !segment.isIgnorable else { continue }
      wanted += source.days(in: segment.source.text).map(\.day)
      let days = target.days(in: translation.text)
      found += days.map { (index, $0.day, $0.range) }
      for (day, range) in days {
        guard let date = CalendarDate(beside: range, in: translation.text, months), date.weekday != day else {
          continue
        }
        let message = "\(target.names[day]) does not fit its date, which is a \(target.names[date.weekday])"
        report(Self.rule.finding(message, unit, index, range))
      }
    }
    let missing = wanted.filter { day in !found.contains { $0.day == day } }
    let extra = found.filter { !wanted.contains($0.day) }
    for (day, place) in zip(missing, extra) {
      report(
        Finding(
          rule: Self.rule.name, severity: Self.rule.severity,
          message: "\(target.names[place.day]) stands where the source has \(source.names[day]) (\(target.names[day]))",
          unit: unit.id, segment: place.segment, inTarget: TextRange(bytes: place.range)))
    }
  }
}
