/// An escape in a JSON string: a backslash and what follows it.
public struct JSONEscape: Hashable, Sendable {
  /// The character that it stands for.
  public let scalar: Unicode.Scalar
  /// Its length in bytes: a character beyond U+FFFF is written as two escapes.
  public let length: Int

  /// The escape whose backslash stands at `at`; nil where none is, or half of a surrogate pair.
  public init?(in bytes: ArraySlice<UInt8>, at: Int) {
    guard at + 1 < bytes.endIndex, bytes[at] == UInt8(ascii: "\\") else { return nil }
    if let scalar = Self.simple(bytes[at + 1]) {
      self.scalar = scalar
      length = 2
      return
    }
    guard let unit = Self.codeUnit(in: bytes, at: at) else { return nil }
    if let scalar = Unicode.Scalar(unit) {
      self.scalar = scalar
      length = 6
      return
    }
    guard UTF16.isLeadSurrogate(unit), let low = Self.codeUnit(in: bytes, at: at + 6), UTF16.isTrailSurrogate(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
    else { return nil }
    self.scalar = scalar
    length = 12
  }

  private static func simple(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(letter)
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  private static func codeUnit(in bytes: ArraySlice<UInt8>, at: Int) -> UInt16? {
    guard at + 6 <= bytes.endIndex, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return nil
    }
    let digits = bytes[at + 2..<at + 6]
    guard digits.allSatisfy({ $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 6 }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
