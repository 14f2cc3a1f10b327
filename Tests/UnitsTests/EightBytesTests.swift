import Testing

@testable import Units

@Suite struct EightBytesTests {
  /// What is found eight bytes at a time is what is found byte by byte, from every start of texts of every length.
  @Test func findsWhatALoopFinds() {
    var generator = SystemRandomNumberGenerator()
    // Neighbours of what is looked for, and bytes with the highest bit.
    let letters: [UInt8] = [0x00, 0x1F, 0x20, 0x21, 0x2E, 0x2F, 0x61, 0x80, 0xA0, 0xAE, 0xFF]
    for length in 0..<40 {
      for _ in 0..<40 {
        let text = (0..<length).map { _ in letters.randomElement(using: &generator) ?? 0 }
        let start = Int.random(in: 0...length, using: &generator)
        let wanted = text[start...].firstIndex { $0 < 0x20 || $0 == 0x2E || $0 == 0xFF } ?? length
        let found = text.span.firstIndex(from: start) { $0.below(0x20) | $0.equal(to: 0x2E) | $0.equal(to: 0xFF) }
        #expect(found == wanted, "in \(text) from \(start)")
      }
    }
  }

  @Test(arguments: 0..<30) func countsWhatIsTheSame(_ same: Int) {
    let left = [UInt8](0..<40)
    var right = Array(left[3...])
    if same < right.count { right[same] ^= 0x80 }
    for limit in 0...right.count {
      let count = left.span.commonCount(from: 3, with: right.span, from: 0, limit: limit)
      #expect(count == min(same, limit), "of at most \(limit)")
    }
  }
}
