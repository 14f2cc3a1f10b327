extension [UInt8] {
  /// The offset of the first byte that is not well-formed UTF-8 (Unicode, table 3-7); nil where all are.
  public var firstInvalidUTF8: Int? {
    var at = 0
    let count = self.count
    while at < count {
      // Eight bytes at once where all are ASCII.
      while at + 8 <= count {
        let first = self[at] | self[at + 1] | self[at + 2] | self[at + 3]
        guard first | self[at + 4] | self[at + 5] | self[at + 6] | self[at + 7] < 0x80 else { break }
        at += 8
      }
      guard at < count else { break }
      let lead = self[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      guard lead >= 0xC2, lead <= 0xF4, at + length <= count else { return at }
      let second = self[at + 1]
      let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
      guard second >= low, second <= high else { return at }
      for index in at + 2..<Swift.max(at + 2, at + length) where self[index] & 0xC0 != 0x80 { return at }
      at += length
    }
    return nil
  }
}
