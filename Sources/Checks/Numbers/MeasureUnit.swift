internal import YAML

/// A unit of measurement: miles, kilometres.
struct MeasureUnit: Hashable, Sendable {
  /// A share of a hundred, which the locale data have among the units.
  static let percent = "percent"

  /// The same in every language.
  let name: String
  /// What it measures: length, speed.
  let kind: String
  private let factor: Double
  private let zero: Double

  /// A unit as the locale data has it under `numbers.units`: `{length: 1609.344}`.
  init(_ name: String, _ node: Node?) {
    self.name = name
    let entries = node?.entries.map { ($0.key.string ?? "", $0.value.string.flatMap { Double($0) } ?? 1) } ?? []
    zero = entries.first { $0.0 == "zero" }?.1 ?? 0
    let measure = entries.first { $0.0 != "zero" }
    kind = measure?.0 ?? name
    factor = measure?.1 ?? 1
  }

  /// Whether so many of `other` is so many of this unit, as far as people round when they convert.
  func equals(_ value: DecimalValue, _ otherValue: DecimalValue, _ other: MeasureUnit) -> Bool {
    guard kind == other.kind, self != other else { return false }
    let (mine, theirs) = (value.double, otherValue.double)
    // A difference of temperatures has no zero.
    return [true, false].contains { hasZero in
      let base = theirs * other.factor + (hasZero ? other.zero : 0)
      let expected = (base - (hasZero ? zero : 0)) / factor
      let rounding = max(abs(expected) * 0.05, value.lastPlace * 0.6)
      let inverse = (mine * factor + (hasZero ? zero - other.zero : 0)) / other.factor
      return abs(expected - mine) <= rounding || abs(inverse - theirs) <= otherValue.lastPlace * 0.6
    }
  }
}
