/// The words of a text: letters, digits, and what joins them.
struct Words: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var at: Int

  init(_ text: [UInt8], from start: Int = 0) {
    self.text = text
    at = start
  }

  mutating func next() -> Range<Int>? {
    while at < text.count, Letters.endsWord(text, at) { at += Letters.length(text, at) }
    guard at < text.count else { return nil }
    let start = at
    while at < text.count {
      if !Letters.endsWord(text, at) {
        at += Letters.length(text, at)
      } else {
        let joint = Swift.max(Letters.apostrophe(text, at), text[at] == 0x2D ? 1 : 0)
        guard joint > 0, at + joint < text.count, !Letters.endsWord(text, at + joint) else { break }
        at += joint
      }
    }
    at = Swift.min(at, text.count)
    return start..<at
  }
}
