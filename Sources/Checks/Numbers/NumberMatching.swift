/// Pairs the numbers of a source with those of its target by value, and keeps what has no counterpart.
struct NumberMatching {
  /// A number and the segment it stands in.
  struct Placed {
    var segment: Int
    var number: Number
  }

  /// Source numbers without a counterpart.
  private(set) var missing: [Placed]
  /// Target numbers without a counterpart.
  private(set) var extra: [Placed]
  /// Numbers of both sides that have one.
  private(set) var paired: [(source: Placed, target: Placed)]

  /// `paired` are counterparts that were found before, of the same unit.
  init(source: [Placed], target: [Placed], paired: [(source: Placed, target: Placed)] = []) {
    missing = source
    extra = target
    self.paired = paired
    // The surest first, so that nothing is used up by a guess.
    pair { $0.isDigits == $1.isDigits && $0.readings[0] == $1.readings[0] && $0.isMeasured(as: $1) }
    pair { $0.isDigits && $1.isDigits && $0.readings[0] == $1.readings[0] }
    pair { $0.isDigits && $1.isDigits && $0.agrees(with: $1) }
    pair { !$0.isDigits && !$1.isDigits && $0.agrees(with: $1) }
    pair { $0.isDigits != $1.isDigits && $0.agrees(with: $1) }
    takeApart()
    dropConverted()
  }

  private mutating func pair(_ agree: (Number, Number) -> Bool) {
    guard !missing.isEmpty, !extra.isEmpty else { return }
    missing.removeAll { source in
      guard let index = extra.firstIndex(where: { agree(source.number, $0.number) }) else { return false }
      paired.append((source, extra.remove(at: index)))
      return true
    }
  }

  /// What one side has as one number may be two on the other: 4.40 and 4:40, `2018 200`.
  private mutating func takeApart() {
    missing.removeAll { source in
      guard let found = Self.find(source.number.parts, in: extra) ?? Self.findClock(source.number, in: extra) else {
        return false
      }
      for index in found.sorted(by: >) { paired.append((source, extra.remove(at: index))) }
      return true
    }
    extra.removeAll { target in
      guard let found = Self.find(target.number.parts, in: missing) ?? Self.findClock(target.number, in: missing) else {
        return false
      }
      for index in found.sorted(by: >) { paired.append((missing.remove(at: index), target)) }
      return true
    }
  }

  /// Where the hour and the minutes of a number without a colon stand, where the other side says that they are such.
  private static func findClock(_ number: Number, in numbers: [Placed]) -> [Int]? {
    find(number.clock, in: numbers).flatMap { numbers[$0[0]].number.isHour ? $0 : nil }
  }

  /// Where each of the values stands, each in a place of its own; nil where one of them doesn't.
  private static func find(_ values: [DecimalValue], in numbers: [Placed]) -> [Int]? {
    var found: [Int] = []
    for value in values {
      guard
        let index = numbers.indices.first(where: {
          !found.contains($0) && numbers[$0].number.readings[0] == value
        })
      else { return nil }
      found.append(index)
    }
    return found.isEmpty ? nil : found
  }

  /// Miles that became kilometres say the same; so do kilometres that were added or left out beside miles that stayed.
  private mutating func dropConverted() {
    pair { $1.isConversion(of: $0) }
    paired += Self.takeTogether(&missing, &extra).map { ($0.parts, $0.whole) }
    paired += Self.takeTogether(&extra, &missing).map { ($0.whole, $0.parts) }
    let sourceUnits = (missing + paired.map(\.source)).compactMap(\.number.measure)
    let targetUnits = (extra + paired.map(\.target)).compactMap(\.number.measure)
    // A unit said once may hold for the next number, too: 16 mph, and 65 in the air.
    pair { source, target in
      source.measure == nil && sourceUnits.contains { target.isConversion(of: source.measured(in: $0)) }
        || target.measure == nil && targetUnits.contains { target.measured(in: $0).isConversion(of: source) }
    }
    let counterparts = paired
    extra.removeAll { target in counterparts.contains { target.number.isConversion(of: $0.source.number) } }
    missing.removeAll { source in counterparts.contains { $0.target.number.isConversion(of: source.number) } }
  }

  /// Takes the pairs of numbers that are one measure, and are the same one on the other side: 5 ft 10 in, 178 cm.
  private static func takeTogether(_ parts: inout [Placed], _ wholes: inout [Placed])
    -> [(parts: Placed, whole: Placed)]
  {
    var result: [(parts: Placed, whole: Placed)] = []
    for index in parts.indices.reversed() where index + 1 < parts.count {
      let (larger, smaller) = (parts[index], parts[index + 1])
      guard larger.segment == smaller.segment, let sum = larger.number.adding(smaller: smaller.number),
        let place = wholes.firstIndex(where: {
          $0.number.isConversion(of: sum) || $0.number.isMeasured(as: sum) && $0.number.agrees(with: sum)
        })
      else { continue }
      result.append((larger, wholes.remove(at: place)))
      parts.removeSubrange(index...index + 1)
    }
    return result
  }
}
