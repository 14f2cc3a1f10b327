extension [UInt8] {
  /// The offset of the first byte that is not well-formed UTF-8 (Unicode, table 3-7); nil where all are.
  public var firstInvalidUTF8: Int? {
    let bytes = span
    var at = 0
    while true {
      at = bytes.firstIndex(from: at, marked: \.notASCII)
      guard at < bytes.count else { return nil }
      while at < bytes.count, bytes[at] >= 0x80 {
        guard let length = bytes.wellFormedLength(at: at) else { return at }
        at += length
      }
    }
  }
}

extension Span<UInt8> {
  /// The length of the well-formed sequence of two bytes or more at `index`; nil where there is none.
  fileprivate func wellFormedLength(at index: Int) -> Int? {
    let length: Int
    // The second byte has a narrower range behind some first ones: no long forms, no surrogates, nothing too large.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch self[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard index + length <= count, second.contains(self[index + 1]) else { return nil }
    for next in index + 2..<index + length where self[next] & 0xC0 != 0x80 { return nil }
    return length
  }
}
