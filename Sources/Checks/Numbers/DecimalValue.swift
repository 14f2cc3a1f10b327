/// A decimal number, exactly: `mantissa` × 10^`exponent`, in the one form where the mantissa doesn't end in 0.
struct DecimalValue: Hashable, Sendable {
  let mantissa: UInt64
  let exponent: Int

  init(_ mantissa: UInt64, exponent: Int = 0) {
    var mantissa = mantissa
    var exponent = mantissa == 0 ? 0 : exponent
    while mantissa != 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The number in these digits; `fraction` of them stand after the decimal mark.
  ///
  /// Beyond 19 digits (account numbers) the arithmetic wraps, so that equal digits are still equal values.
  init(digits: some Sequence<UInt8>, fraction: Int = 0) {
    var mantissa: UInt64 = 0
    for digit in digits { mantissa = mantissa &* 10 &+ UInt64(digit &- 48) }
    self.init(mantissa, exponent: -fraction)
  }

  /// The number in a text like `0.5`; nil where it isn't one.
  init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1)
    let digits = parts.joined()
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    self.init(digits: digits.utf8, fraction: parts.count == 2 ? parts[1].utf8.count : 0)
  }

  /// The value as a whole number; nil where it has a fraction or is larger than any that is compared this way.
  var int: Int? {
    guard exponent >= 0, exponent < 10, mantissa < 1_000_000_000 else { return nil }
    var value = Int(mantissa)
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  /// Whether it is a whole number between two others.
  func isWhole(from low: Int, to high: Int) -> Bool { int.map { (low...high).contains($0) } ?? false }

  /// The value, near enough to convert units.
  var double: Double {
    var result = Double(mantissa)
    for _ in 0..<min(abs(exponent), 60) { result = exponent > 0 ? result * 10 : result / 10 }
    return result
  }

  /// What one more in the last digit is worth, among the digits that a whole number is not rounded to.
  var lastPlace: Double { exponent < 0 ? DecimalValue(1, exponent: exponent).double : 1 }

  func scaled(by power: Int) -> DecimalValue { DecimalValue(mantissa, exponent: exponent + power) }

  /// The sum; nil where the digits would not fit.
  func adding(_ other: DecimalValue) -> DecimalValue? {
    let low = min(exponent, other.exponent)
    guard let left = widened(to: low), let right = other.widened(to: low) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalValue(sum, exponent: low)
  }

  /// The digits before and after the decimal mark: `2.2` is ("2", "2"), 2200 is ("2200", "").
  var written: (whole: String, fraction: String) {
    let digits = String(mantissa)
    if exponent >= 0 { return (mantissa == 0 ? "0" : digits + String(repeating: "0", count: exponent), "") }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.utf8.count)) + digits
    return (String(padded.dropLast(-exponent)), String(padded.suffix(-exponent)))
  }

  private func widened(to low: Int) -> UInt64? {
    var result = mantissa
    for _ in low..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}
