/// Reads character references (`&nbsp;`, `&#8212;`) by the rules of the WHATWG standard.
struct CharacterReferences {
  private let named: [[UInt8]: [UInt8]]
  private let withoutSemicolon: Set<[UInt8]>
  private static let longestName = 32

  /// All references of the standard.
  static let standard = CharacterReferences()

  private init() {
    var named: [[UInt8]: [UInt8]] = [:]
    named.reserveCapacity(2200)
    for entry in NamedReferences.all.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      guard let sign = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
      var text: [UInt8] = []
      for number in entry[entry.index(after: sign)...].split(separator: UInt8(ascii: "+")) {
        guard let scalar = UInt32(Substring(number), radix: 16).flatMap({ Unicode.Scalar($0) }) else { continue }
        text += Array(String(Character(scalar)).utf8)
      }
      named[Array(entry[..<sign])] = text
    }
    self.named = named
    let names = NamedReferences.withoutSemicolon.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A })
    withoutSemicolon = Set(names.map { Array($0) })
  }

  /// The text and the length of the reference that begins with the `&` at `at`; nil where `&` is text.
  func reference(in bytes: ArraySlice<UInt8>, at: Int, inAttribute: Bool) -> (text: [UInt8], length: Int)? {
    let first = at + 1
    guard first < bytes.endIndex else { return nil }
    if bytes[first] == UInt8(ascii: "#") { return numeric(in: bytes, at: at) }
    guard bytes[first].isASCIILetter else { return nil }
    var end = first
    while end < bytes.endIndex, end - first <= Self.longestName, bytes[end].isASCIIAlphanumeric { end += 1 }
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";"), let text = named[Array(bytes[first..<end])] {
      return (text, end + 1 - at)
    }
    return shortest(in: bytes, first..<end, at: at, inAttribute: inAttribute)
  }

  /// A name without its semicolon, the longest that fits; in an attribute not where a word or a value goes on.
  private func shortest(
    in bytes: ArraySlice<UInt8>, _ run: Range<Int>, at: Int, inAttribute: Bool
  ) -> (text: [UInt8], length: Int)? {
    var end = min(run.upperBound, run.lowerBound + 6)
    while end >= run.lowerBound + 2 {
      let name = Array(bytes[run.lowerBound..<end])
      if withoutSemicolon.contains(name), let text = named[name] {
        if inAttribute, end < bytes.endIndex, bytes[end] == UInt8(ascii: "=") || bytes[end].isASCIIAlphanumeric {
          return nil
        }
        return (text, end - at)
      }
      end -= 1
    }
    return nil
  }

  private func numeric(in bytes: ArraySlice<UInt8>, at: Int) -> (text: [UInt8], length: Int)? {
    var at = at
    let start = at
    at += 2
    let isHexadecimal = at < bytes.endIndex && bytes[at] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { at += 1 }
    let digits = at
    var value: UInt32 = 0
    while at < bytes.endIndex, let digit = bytes[at].digitValue(isHexadecimal: isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      at += 1
    }
    guard at > digits else { return nil }
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: ";") { at += 1 }
    return (Array(String(Character(Self.scalar(value))).utf8), at - start)
  }

  /// The character of a number: what is none is U+FFFD, and 128 to 159 are those of Windows-1252.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    if value == 0 { return replacement }
    if (0x80...0x9F).contains(value) {
      let mapped = windows1252[Int(value - 0x80)]
      return Unicode.Scalar(mapped == 0 ? value : mapped) ?? replacement
    }
    return Unicode.Scalar(value) ?? replacement
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}

extension UInt8 {
  /// A to Z, a to z, 0 to 9.
  var isASCIIAlphanumeric: Bool { isASCIILetter || self &- 48 < 10 }

  fileprivate func digitValue(isHexadecimal: Bool) -> UInt32? {
    if self &- 48 < 10 { return UInt32(self - 48) }
    let letter = self | 0x20
    return isHexadecimal && letter &- 97 < 6 ? UInt32(letter - 87) : nil
  }
}
