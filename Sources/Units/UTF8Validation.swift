extension [UInt8] {
  /// The offset of the first byte that is not well-formed UTF-8 (Unicode, table 3-7); nil where all are.
  public var firstInvalidUTF8: Int? {
    let bytes = span
    var at = 0
    while at < bytes.count {
      if at + 64 < bytes.count, Self.isSimple(bytes, from: at) {
        at += bytes[at + 63] < 0xC0 ? 64 : 65
        continue
      }
      let end = Swift.min(at + 64, bytes.count)
      while at < end {
        guard let next = Self.endOfScalar(bytes, at) else { return at }
        at = next
      }
    }
    return nil
  }

  /// Whether 64 bytes are nothing but ASCII and scalars of two bytes, the last of which may end behind them.
  ///
  /// Without branches, so that the compiler makes vectors of it.
  private static func isSimple(_ bytes: borrowing Span<UInt8>, from start: Int) -> Bool {
    var other: UInt8 = bytes[start] & 0xC0 == 0x80 ? 1 : 0
    for at in start..<start + 64 {
      let (byte, next) = (bytes[at], bytes[at + 1])
      let leads: UInt8 = byte >= 0xC0 ? 1 : 0
      let isFollowed: UInt8 = next & 0xC0 == 0x80 ? 1 : 0
      other |= leads ^ isFollowed | (byte >= 0xE0 ? 1 : 0) | (byte & 0xFE == 0xC0 ? 1 : 0)
    }
    return other == 0
  }

  /// The end of the scalar that begins at `start`; nil where none does.
  private static func endOfScalar(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int? {
    let lead = bytes[start]
    if lead < 0x80 { return start + 1 }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, start + length <= bytes.count else { return nil }
    let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard bytes[start + 1] >= low, bytes[start + 1] <= high else { return nil }
    for at in start + 2..<Swift.max(start + 2, start + length) where bytes[at] & 0xC0 != 0x80 { return nil }
    return start + length
  }
}
