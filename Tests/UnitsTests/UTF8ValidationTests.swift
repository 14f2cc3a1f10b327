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

  @Test(arguments: ["", "abc", "Қазақстан", "€😀", "\u{10FFFF}\u{0}"])
  func acceptsText(_ text: String) {
    #expect(Array(text.utf8).firstInvalidUTF8 == nil)
  }
}
