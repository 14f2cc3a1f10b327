/// A number without a counterpart, or two that stand for each other and differ.
struct NumberDiscrepancy {
  var missing: NumberMatching.Placed?
  var extra: NumberMatching.Placed?
  /// No other number of the unit could be meant.
  var isCertain = false

  /// What is left of a unit's numbers, a missing one and an extra one together where one stands for the other.
  static func all(in rest: NumberMatching) -> [NumberDiscrepancy] {
    var missing = rest.missing.filter(\.number.isDigits)
    let extra = rest.extra.filter(\.number.isDigits)
    let isOnly = missing.count == 1 && extra.count == 1
    var result: [NumberDiscrepancy] = []
    var alone: [NumberMatching.Placed] = []
    for target in extra {
      let candidates = missing.indices.filter { missing[$0].segment == target.segment }
      let best = candidates.max {
        missing[$0].number.likeness(to: target.number) < missing[$1].number.likeness(to: target.number)
      }
      if let best, isOnly || missing[best].number.likeness(to: target.number) > 0 {
        result.append(.init(missing: missing.remove(at: best), extra: target, isCertain: isOnly))
      } else {
        alone.append(target)
      }
    }
    let sources = rest.paired.map(\.source.number)
    let targets = rest.paired.map(\.target.number)
    result += alone.filter { $0.number.needsCounterpart(beside: sources) }.map { .init(missing: nil, extra: $0) }
    result += missing.filter {
      $0.number.needsCounterpart(beside: targets) && ($0.number.isBound || $0.number.readings[0] != DecimalValue(0))
    }
    .map { .init(missing: $0, extra: nil) }
    return result.isEmpty ? spelled(in: rest).map { [$0] } ?? [] : result
  }

  /// The one number in a word of the source and the one of the target, where they differ: three, пять.
  ///
  /// What is less than three, and tens and dozens, have words that count nothing (both, a second, decades); of those
  /// the cardinal numbers alone are compared.
  private static func spelled(in rest: NumberMatching) -> NumberDiscrepancy? {
    guard let missing = rest.missing.first, let extra = rest.extra.first,
      rest.missing.count == 1, rest.extra.count == 1, missing.segment == extra.segment,
      [missing, extra].allSatisfy({ $0.number.isSpelled && $0.number.readings[0].isWhole(from: 3, to: 9) })
        || [missing, extra].allSatisfy({ $0.number.isCardinal && $0.number.readings[0].isWhole(from: 2, to: 99) })
    else { return nil }
    return .init(missing: missing, extra: extra)
  }
}

extension Number {
  /// False for a number that one side may well have and the other not: a second mention of a number that both have,
  /// the number in a name, and one, which its noun says alone.
  fileprivate func needsCounterpart(beside paired: [Number]) -> Bool {
    if isName || mayBeLeftOut { return false }
    return (isBound || readings[0] != DecimalValue(1)) && !paired.contains { $0.agrees(with: self) }
  }

  /// How likely one is the other with a slip of the pen: 0 is not likely at all.
  fileprivate func likeness(to other: Number) -> Int {
    var score = 0
    if measure != nil, measure == other.measure { score += 4 }
    if readings[0].mantissa == other.readings[0].mantissa { score += 4 }
    if range.count == other.range.count { score += 2 }
    if abs(range.count - other.range.count) <= 1 { score += 1 }
    return score
  }
}
