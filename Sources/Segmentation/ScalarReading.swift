import ICU

/// Reading UTF-8 scalar by scalar, in both directions; a stray byte is a scalar of its own (U+FFFD).
extension Span<UInt8> {
  /// The scalar at `offset` and the offset behind it.
  func scalar(at offset: Int) -> (value: UInt32, end: Int) {
    let first = UInt32(self[offset])
    if first < 0x80 { return (first, offset + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, offset + length <= count else { return (0xFFFD, offset + 1) }
    var value = first & (0x7F >> UInt32(length))
    for next in offset + 1..<offset + length {
      guard self[next] & 0xC0 == 0x80 else { return (0xFFFD, offset + 1) }
      value = value << 6 | UInt32(self[next] & 0x3F)
    }
    return (value, offset + length)
  }

  /// The scalar that ends at `offset`, which must not be 0, and where it begins.
  func scalar(before offset: Int) -> (value: UInt32, start: Int) {
    var start = offset - 1
    if self[start] < 0x80 { return (UInt32(self[start]), start) }
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let read = scalar(at: start)
    return read.end == offset ? (read.value, start) : (0xFFFD, offset - 1)
  }
}

extension Span<UInt8> {
  /// Whether `range` holds no more scalars than `limit`.
  func hasScalars(atMost limit: Int, in range: Range<Int>) -> Bool {
    var at = range.lowerBound
    for _ in 0..<limit where at < range.upperBound { at = scalar(at: at).end }
    return at >= range.upperBound
  }

  /// Whether `range` holds a roman numeral of at most six letters.
  func isRoman(_ range: Range<Int>) -> Bool {
    guard (1...6).contains(range.count) else { return false }
    for offset in range {
      switch self[offset] {
      case 0x49, 0x56, 0x58, 0x4C, 0x43: continue
      default: return false
      }
    }
    return true
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
}

extension UInt32 {
  var isSpace: Bool { self < 0x80 ? self == 0x20 || self &- 9 < 5 : !isCyrillic && CharacterFacts.isWhiteSpace(self) }
  /// In Unicode's Cyrillic blocks, which hold letters and marks alone: what is no letter need not be looked up there.
  private var isCyrillic: Bool { self &- 0x400 < 0x130 }
  /// A line feed, a carriage return or another scalar that ends a paragraph.
  var isParagraphSeparator: Bool { self == 10 || self == 13 || self == 0x85 || self == 0x2028 || self == 0x2029 }
  var isSpaceInLine: Bool { isSpace && !isParagraphSeparator }
  var isDigit: Bool { self < 0x80 ? self &- 0x30 < 10 : CharacterFacts.isDigit(self) }
  var isUpper: Bool { self < 0x80 ? self &- 0x41 < 26 : CharacterFacts.isUpper(self) }
  var isLower: Bool { self < 0x80 ? self &- 0x61 < 26 : CharacterFacts.isLower(self) }
  var isLetter: Bool { self < 0x80 ? (self | 0x20) &- 0x61 < 26 : CharacterFacts.isLetter(self) }
  var isDash: Bool { self < 0x80 ? self == 0x2D : !isCyrillic && CharacterFacts.isDash(self) }
  /// A quotation mark or a bracket.
  var isClose: Bool {
    switch self {
    case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x60, 0x7B, 0x7D: true
    case ..<0x80: false
    default: !isCyrillic && CharacterFacts.isClose(self)
    }
  }
  var isBracket: Bool { self == 0x28 || self == 0x29 || self == 0x5B || self == 0x5D }
  var isBullet: Bool { self == 0x2022 || self == 0x25CF || self == 0x25AA }
  var isTerminator: Bool {
    self < 0x80 ? self == 0x2E || self == 0x21 || self == 0x3F : !isCyrillic && CharacterFacts.isTerminator(self)
  }
  /// A quotation mark that French sets off by a space: » or ›.
  var isSpacedQuote: Bool { self == 0xBB || self == 0x203A }
}
