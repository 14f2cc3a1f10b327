internal import Locales
internal import YAML

/// A unit of measurement: miles, kilometres.
///
/// Where its word doesn't say which one it is (20 degrees), it is the likeliest of those that the word may mean.
struct MeasureUnit: Sendable {
  /// A share of a hundred, which the locale data have among the units.
  static let percent = "percent"
  /// A year, which is also what follows the number of one.
  static let year = "year"
  /// What degrees measure.
  static let temperature = "temperature"
  /// What may be said in words for a length: a kilometre an hour, a square kilometre.
  private static let kindsOfSpace: Set<String> = ["length", "area", "volume", "speed"]

  /// The same in every language.
  let name: String
  /// The names of the units that its word may mean, the likeliest first.
  let meanings: [String]
  /// Whether its word doesn't say which unit it is.
  let isBare: Bool
  /// What it measures: length, speed.
  let kind: String
  private let factor: Double
  private let zero: Double

  /// The unit of a word that the locale data has under `numbers.measures`, by its key there.
  init(_ key: String, _ locale: Locale) {
    let bare = locale["numbers.bare-units"]?[key]?["may-be"]?.strings ?? []
    isBare = !bare.isEmpty
    meanings = isBare ? bare : [key]
    name = meanings[0]
    let entries = (locale["numbers.units"]?[name]?.entries ?? []).map { entry in
      (entry.key.string ?? "", entry.value.string.flatMap { Double($0) } ?? 1)
    }
    zero = entries.first { $0.0 == "zero" }?.1 ?? 0
    let measure = entries.first { $0.0 != "zero" }
    kind = measure?.0 ?? name
    factor = measure?.1 ?? 1
  }

  /// How many of a smaller unit are one of this; nil where that is no whole number of at least two.
  func count(of smaller: MeasureUnit) -> Int? {
    guard kind == smaller.kind, zero == 0, smaller.zero == 0, self != smaller else { return nil }
    let count = factor / smaller.factor
    guard count > 1.5, count < 10_000, abs(count - count.rounded()) < 0.001 else { return nil }
    return Int(count.rounded())
  }

  /// Whether nothing can be so many of both: tons and barrels.
  func excludes(_ other: MeasureUnit) -> Bool {
    kind != other.kind && ![name, other.name].contains(Self.percent)
      && !Self.kindsOfSpace.isSuperset(of: [kind, other.kind])
  }

  /// Whether so many of `other` is so many of this unit, as far as people round when they convert.
  func equals(_ quantity: Quantity, _ otherQuantity: Quantity, _ other: MeasureUnit) -> Bool {
    guard kind == other.kind, self != other else { return false }
    let (mine, theirs) = (quantity.amount, otherQuantity.amount)
    // A difference of temperatures has no zero.
    return [true, false].contains { hasZero in
      let base = theirs * other.factor + (hasZero ? other.zero : 0)
      let expected = (base - (hasZero ? zero : 0)) / factor
      let rounding = max(abs(expected) * 0.05, quantity.lastPlace * 0.6)
      let inverse = (mine * factor + (hasZero ? zero - other.zero : 0)) / other.factor
      return abs(expected - mine) <= rounding || abs(inverse - theirs) <= otherQuantity.lastPlace * 0.6
    }
  }
}

/// How much of a unit there is, to be converted to another one.
struct Quantity {
  let amount: Double
  /// What one more in the last digit is worth.
  let lastPlace: Double

  init(_ value: DecimalValue, _ isNegative: Bool) {
    amount = isNegative ? -value.double : value.double
    lastPlace = value.lastPlace
  }
}

extension MeasureUnit: Equatable {
  /// The same unit, however its word says it.
  static func == (left: MeasureUnit, right: MeasureUnit) -> Bool { left.name == right.name }
}
