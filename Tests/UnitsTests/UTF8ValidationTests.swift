import Testing
import Units

struct UTF8ValidationTests {
  @Test(arguments: [
    ([0x61, 0xFF] as [UInt8], 1), ([0xC3], 0), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
    ([0xF4, 0x90, 0x80, 0x80], 0),
    ([0x61, 0x80], 1), ([0xE2, 0x82, 0x41], 0),
  ])
  func findsTheFirstInvalidByte(_ bytes: [UInt8], _ offset: Int) {
    #expect(bytes.firstInvalidUTF8 == offset)
  }

  /// Wherever it stands among bytes that are looked at many at once.
  @Test(arguments: [
    [0xC3], [0xC0, 0x80], [0xC1, 0x41], [0xC3, 0x41], [0x80], [0xE2, 0x82, 0x41], [0xF5, 0x80, 0x80, 0x80],
  ])
  func findsItAnywhere(_ invalid: [UInt8]) {
    for around in ["a", "ж", "aж", "—"] {
      let before = Array(String(repeating: around, count: 90).utf8)
      var start = 0
      for scalar in String(repeating: around, count: 90).unicodeScalars {
        let bytes = before[..<start] + invalid + before[start...]
        #expect(Array(bytes).firstInvalidUTF8 == start, "in \(around), at \(start)")
        start += UTF8.width(scalar)
      }
      #expect(before.firstInvalidUTF8 == nil)
    }
  }

  @Test(arguments: ["", "abc", "Қазақстан", "€😀", "\u{10FFFF}\u{0}"])
  func acceptsText(_ text: String) {
    #expect(Array(text.utf8).firstInvalidUTF8 == nil)
  }
}
