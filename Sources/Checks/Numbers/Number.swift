/// The half of the day that an hour on a clock of twelve belongs to.
enum HalfDay: Sendable { case morning, afternoon }

/// A number in a text: where it stands, and everything it may mean.
struct Number: Sendable {
  /// What makes a range of two numbers: 5–7, from 5 to 7.
  enum Joint: Sendable { case dash, word }

  /// The digits, or the words.
  var range: Range<Int>
  /// The range with the scale word that belongs to it: `2.2 million`.
  var whole: Range<Int>
  /// Below zero: a minus sign or a word says so.
  var isNegative = false
  /// Written in digits.
  ///
  /// A number in words, a month or a Roman numeral may explain a number of the other side, but nothing is asked of it.
  var isDigits: Bool
  /// In one word that is no month: where both sides have one, and nothing else, they are compared.
  var isSpelled = false
  /// In the word that counts: two, not second or both.
  var isCardinal = false
  /// The values it may have, the likeliest first.
  var readings: [DecimalValue]
  /// The numbers it may be instead of one: `2018 200` or the hours and minutes of `4.40`.
  var parts: [DecimalValue] = []
  /// The hour and the minutes that its digits may be: 6 and 3 of `603`.
  var clock: [DecimalValue] = []
  /// A decade, or a span of ten degrees: `80s`.
  var isDecade = false
  /// Part of a name that the other side may write without it: `Covid-19`.
  var isName = false
  /// The other side may well do without it: letters stand close after it (`247sports`), or it's the 6 of `6-foot-6`.
  var mayBeLeftOut = false
  /// The day of a date or an hour: said in any case, even where it is 1.
  var isBound = false
  /// An hour of the day.
  var isHour = false
  /// The half of the day that a word beside the hour says: p.m., вечера.
  var half: HalfDay?
  /// What joins it to the next number, its range's other end.
  var joint: Joint?
  /// The power of ten of its scale word.
  var power = 0
  /// The unit that follows.
  var measure: MeasureUnit?
  /// The next number is what is over of the unit, in a smaller one: 5 ft 10 in.
  var hasSmallerPart = false
  /// The mark between its groups of digits.
  var groupMark: String?
  /// Exactly one value is meant, so another number can be put in its place.
  var isPlain = true

  mutating func mayAlsoBe(_ value: DecimalValue) {
    if !readings.contains(value) { readings.append(value) }
  }

  /// The same number in a unit.
  func measured(in unit: MeasureUnit) -> Number {
    var result = self
    result.measure = unit
    return result
  }

  /// The number with the next one, which is what is over in a smaller unit; nil where it has none.
  func adding(smaller part: Number) -> Number? {
    guard hasSmallerPart, let unit = measure, let smaller = part.measure, let count = unit.count(of: smaller),
      let whole = readings.first?.int, let sum = DecimalValue(UInt64(whole * count)).adding(part.readings[0])
    else { return nil }
    var result = part
    result.readings = [sum]
    return result
  }

  /// The part of a whole that so many percent are; nil for other numbers.
  private var share: DecimalValue? {
    measure?.name == MeasureUnit.percent ? readings[0].scaled(by: -2) : nil
  }

  /// Whether both may have the same value, which is the likeliest one of at least one of them.
  func agrees(with other: Number) -> Bool {
    // What a name has in digits is not said in words.
    if isName != other.isName, !isDigits || !other.isDigits { return false }
    // Half is 50 %.
    if isDigits != other.isDigits, share == other.readings[0] || other.share == readings[0] { return true }
    return other.readings.contains(readings[0]) || readings.contains(other.readings[0])
  }

  /// Whether both have a unit, and the same one.
  func isMeasured(as other: Number) -> Bool { measure != nil && measure == other.measure }

  /// Whether both are the same measure in different units.
  func isConversion(of other: Number) -> Bool {
    guard let measure, let otherMeasure = other.measure else { return false }
    return readings.contains { value in
      other.readings.contains {
        measure.equals(Quantity(value, isNegative), Quantity($0, other.isNegative), otherMeasure)
      }
    }
  }
}
