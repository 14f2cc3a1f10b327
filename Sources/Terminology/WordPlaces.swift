/// The places of the words in a text, for who needs few of the words themselves: each ``Token`` is an array.
struct WordPlaces: Sequence, IteratorProtocol {
  /// Where a word stands, in bytes, and whether it begins with a capital.
  struct Place {
    var range: Range<Int>
    var isCapitalised: Bool
  }

  private let text: [UInt8]
  private var at = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> Place? {
    var word: Place?
    while at < text.count {
      let start = at
      let scalar = text.scalar(at: &at)
      if scalar.isLetterOrDigit {
        // What joins letters is no part of the word at its end.
        word = Place(
          range: (word?.range.lowerBound ?? start)..<at, isCapitalised: word?.isCapitalised ?? scalar.isCapital)
      } else if word != nil, scalar != "-", scalar != "'", scalar != "\u{2019}", scalar != "\u{AD}" {
        return word
      }
    }
    return word
  }
}

extension [UInt8] {
  /// The scalar of UTF-8 at `at`, which is moved behind it; a byte that begins none is U+FFFD.
  @inline(__always)
  func scalar(at: inout Int) -> Unicode.Scalar {
    let first = self[at]
    at += 1
    if first < 0x80 { return Unicode.Scalar(first) }
    let others = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    guard first >= 0xC2, at + others <= count else { return "\u{FFFD}" }
    var value = UInt32(first & (0x3F >> UInt8(others)))
    for next in at..<(at + others) {
      guard self[next] & 0xC0 == 0x80 else { return "\u{FFFD}" }
      value = value << 6 | UInt32(self[next] & 0x3F)
    }
    at += others
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
