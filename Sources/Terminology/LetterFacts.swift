/// What Unicode says of letters, by arithmetic for those that nearly all our texts consist of: asking costs a hundred
/// times as much, and it is asked for every letter of a text.
extension Unicode.Scalar {
  /// Whether words consist of it: it is alphabetic, or has a numeric value.
  @inline(__always)
  var isLetterOrDigit: Bool {
    if value < 0x80 { return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 }
    if value >= 0x400, value < 0x530 { return value <= 0x481 || value >= 0x48A }
    return isOtherLetterOrDigit
  }

  @inline(never)
  private var isOtherLetterOrDigit: Bool {
    switch value {
    // Spaces, dashes, quotation marks.
    case 0xA0, 0xAB, 0xBB, 0x2000...0x206F: false
    default: properties.isAlphabetic || properties.numericType != nil
    }
  }

  /// Whether it is a capital.
  var isCapital: Bool {
    switch value {
    case 0x41...0x5A, 0x400...0x42F: true
    case 0..<0x80, 0x430...0x45F: false
    case 0x48A...0x4BF, 0x4D0...0x52F: value & 1 == 0
    default: properties.isUppercase
    }
  }
}
