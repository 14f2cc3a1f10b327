/// What two numbers of a range share.
extension NumberScanner {
  /// `5–6 million` is five million to six, `3 to 5 p.m.` begins at 15:00: what is said once holds for both.
  mutating func shareAlongRanges() {
    for index in numbers.indices.dropLast().reversed() where numbers[index].isDigits {
      let next = numbers[index + 1]
      let gap = numbers[index].whole.upperBound..<max(next.whole.lowerBound, numbers[index].whole.upperBound)
      guard next.isDigits, gap.count <= 32, !text[gap].contains(where: { ".;:!?()\"".utf8.contains($0) }) else {
        continue
      }
      numbers[index].joint = joint(gap)
      if gap.count <= 16 { share(along: gap, from: index) }
    }
  }

  private mutating func share(along gap: Range<Int>, from index: Int) {
    let next = numbers[index + 1]
    if numbers[index].measure == nil { numbers[index].measure = next.measure }
    if numbers[index].measure != nil, Letters.dash(text, gap.lowerBound) > 0,
      Letters.dash(text, gap.upperBound - 1) > 0,
      gap.count > 3
    {
      numbers[index + 1].mayBeLeftOut = true
    }
    if next.isHour {
      numbers[index].mayBeHour()
      if numbers[index].half == nil, numbers[index].isEarlierInHalfDay(than: next) { numbers[index].half = next.half }
    }
    let isDashed = Letters.dash(text, gap.lowerBound) == gap.count
    if isDashed || text[gap].elementsEqual("/".utf8) { numbers[index + 1].mayBeYear(of: numbers[index]) }
    guard numbers[index].power == 0, next.power > 0 else { return }
    for value in numbers[index].readings { numbers[index].mayAlsoBe(value.scaled(by: next.power)) }
    numbers[index].isPlain = false
  }

  /// How what stands between two numbers makes a range of them.
  private func joint(_ gap: Range<Int>) -> Number.Joint? {
    if gap.count <= 16 {
      if endsInDash(gap) { return .dash }
      if writing.endsRange(text, before: gap) { return .word }
    }
    return writing.beginsRange(text, in: gap) ? .word : nil
  }

  /// Whether a dash stands right before the second number, and no other behind the first: `10th – 11th`, not `6-foot-6`.
  private func endsInDash(_ gap: Range<Int>) -> Bool {
    let dashes = gap.filter { Letters.dash(text, $0) > 0 }
    guard dashes.count == 1 else { return false }
    let end = dashes[0] + Letters.dash(text, dashes[0])
    return end + Letters.space(text, end) == gap.upperBound
  }
}

extension Number {
  /// Whether both hours may be of one half of the day, this one first: 3 to 5, but not 9 to 5.
  fileprivate func isEarlierInHalfDay(than next: Number) -> Bool {
    guard let hour = readings.first?.int, let end = next.readings.first?.int else { return false }
    return hour % 12 < end % 12
  }
}
