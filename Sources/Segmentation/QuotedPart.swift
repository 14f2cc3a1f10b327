/// Quotations that are parts of a sentence: Ол «Кім? Қайда?» деп сұрады.
enum QuotedPart {
  /// How far a quotation's marks are looked for on either side, in bytes, so that time stays linear.
  private static let reach = 128

  private enum Mark { case opening, closing }

  /// Whether the stop that ends at `end`, in a sentence from `sentence` on, stands in a short quotation behind which the
  /// sentence goes on without any mark: a title, or what somebody says in passing.
  ///
  /// What a comma or a dash sets off from the words of saying stays sentences.
  static func contains(
    _ text: borrowing Span<UInt8>, sentence: Int, end: Int, next: Int
  ) -> Bool {
    var at = end
    while at > sentence, end - at < reach {
      at -= 1
      guard mayBeMark(text[at]), let mark = mark(text, at: at, from: sentence) else { continue }
      return mark == .opening && isClosed(text, from: next)
    }
    return false
  }

  /// Whether the first mark from `start` on closes, no comma before it, and a word in lower case follows.
  private static func isClosed(_ text: borrowing Span<UInt8>, from start: Int) -> Bool {
    var at = start
    while at < text.count, at - start < reach {
      guard mayBeMark(text[at]), let mark = mark(text, at: at, from: start) else {
        if text[at] == 0x0A { return false }
        at += 1
        continue
      }
      let space = text.scalar(at: at).end
      guard mark == .closing, text[at - 1] != 0x2C, space < text.count else { return false }
      let word = text.scalar(at: space)
      return word.value.isSpaceInLine && word.end < text.count && text.scalar(at: word.end).value.isLower
    }
    return false
  }

  /// Whether a quotation mark may begin with the byte.
  private static func mayBeMark(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0xC2 || byte == 0xE2 }

  /// What the quotation mark at `at` does; nil where none stands there.
  ///
  /// The same mark opens in one language and closes in another, so its neighbours tell.
  private static func mark(_ text: borrowing Span<UInt8>, at: Int, from start: Int) -> Mark? {
    let (scalar, end) = text.scalar(at: at)
    switch scalar {
    case 0xAB, 0x2039, 0x201E: return .opening
    case 0xBB, 0x203A: return .closing
    case 0x22, 0x201C, 0x201D:
      guard at > start else { return .opening }
      let before = text.scalar(before: at).value
      let stands = before.isSpace || before.isBracket || before.isDash
      return stands && end < text.count && !text.scalar(at: end).value.isSpace ? .opening : .closing
    default: return nil
    }
  }
}
