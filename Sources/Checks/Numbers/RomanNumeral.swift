/// A Roman numeral in capitals, in Latin letters or in the Cyrillic ones that look the same.
struct RomanNumeral {
  let value: DecimalValue
  let end: Int

  /// The numeral that is a whole word at `start`; nil where none is.
  init?(_ text: [UInt8], at start: Int) {
    var digits: [Int] = []
    var at = start
    while let (digit, length) = Self.digit(text, at) {
      digits.append(digit)
      at += length
    }
    guard Letters.endsWord(text, at), !digits.isEmpty, digits.count <= 8 else { return nil }
    // A single C, D, L or M is a letter, an initial or a preposition, hardly ever a number.
    if digits.count == 1, digits[0] > 10 { return nil }
    var sum = 0
    for (index, digit) in digits.enumerated() {
      sum += index + 1 < digits.count && digits[index + 1] > digit ? -digit : digit
    }
    guard sum > 0 else { return nil }
    value = DecimalValue(UInt64(sum))
    end = at
  }

  private static func digit(_ text: [UInt8], _ at: Int) -> (Int, Int)? {
    guard at < text.count else { return nil }
    switch text[at] {
    case UInt8(ascii: "I"): return (1, 1)
    case UInt8(ascii: "V"): return (5, 1)
    case UInt8(ascii: "X"): return (10, 1)
    case UInt8(ascii: "L"): return (50, 1)
    case UInt8(ascii: "C"): return (100, 1)
    case UInt8(ascii: "D"): return (500, 1)
    case UInt8(ascii: "M"): return (1000, 1)
    case 0xD0 where at + 1 < text.count:
      switch text[at + 1] {
      case 0x86: return (1, 2)
      case 0xA5: return (10, 2)
      case 0xA1: return (100, 2)
      case 0x9C: return (1000, 2)
      default: return nil
      }
    default: return nil
    }
  }
}
