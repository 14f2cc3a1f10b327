/// What a number may be besides what its digits say.
extension Number {
  /// On a clock of 12 hours the number is another one than on a clock of 24.
  mutating func mayBeHour() {
    isPlain = false
    isHour = true
    isBound = true
    guard let hour = readings.first?.int, hour <= 24 else { return }
    mayAlsoBe(DecimalValue(UInt64(hour < 12 ? hour + 12 : hour - 12)))
    if hour == 12 { mayAlsoBe(DecimalValue(24)) }
    if hour == 24 { mayAlsoBe(DecimalValue(0)) }
  }

  /// `0430` on a clock without a colon.
  mutating func mayBeHoursAndMinutes(_ values: [DecimalValue]) {
    isPlain = false
    parts = values
    if values.last == DecimalValue(0), let hour = values.first { mayAlsoBe(hour) }
  }

  /// In 1981–87 the second year is 1987.
  mutating func mayBeYear(of first: Number) {
    guard range.count == 2, let year = readings.first?.int, let century = first.readings.first?.int,
      (1000..<3000).contains(century)
    else { return }
    mayAlsoBe(DecimalValue(UInt64(century / 100 * 100 + year)))
    isPlain = false
  }

  /// Four digits that may be a year: 2024, not 2,024.
  var mayBeDate: Bool { range.count == 4 && (readings.first?.isWhole(from: 1000, to: 2999) ?? false) }

  /// The 30s are the 1930s.
  mutating func mayBeDecade() {
    isPlain = false
    isDecade = true
    guard let year = readings.first?.int else { return }
    if year >= 1000 {
      // The 1800s are the 19th century.
      mayAlsoBe(DecimalValue(UInt64(year % 100 == 0 ? year / 100 + 1 : year % 100)))
    } else if year < 100 {
      mayAlsoBe(DecimalValue(UInt64(1900 + year)))
      mayAlsoBe(DecimalValue(UInt64(2000 + year)))
      mayAlsoBe(DecimalValue(UInt64(1800 + year)))
    }
  }
}
