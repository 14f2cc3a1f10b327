/// The terminators at the end of what may be a sentence, and the quotation marks and brackets behind them.
struct Stop {
  /// Where the last run of terminators begins.
  private(set) var start: Int
  /// How many terminators there are.
  private(set) var count = 0
  /// Whether one is more than a full stop: `!`, `?`, an ellipsis, any other script's terminator.
  private(set) var isStrong = false
  /// Whether the last one is of a script that writes no spaces.
  private(set) var isWide = false
  /// Whether the last one asks or exclaims.
  private(set) var isQuestionOrExclamation = false
  /// Whether a quotation mark or bracket stands behind it.
  private(set) var isClosed = false
  /// Whether it is an ellipsis with a space before it, which stands for a pause or for something left out.
  private(set) var isSpacedEllipsis = false
  /// Whether a quotation mark stands behind it.
  private(set) var hasQuote = false

  /// Whether there is no terminator.
  var isEmpty: Bool { count == 0 }

  /// The stop that ends at `end`.
  init(_ text: borrowing Span<UInt8>, sentence: Int, end: Int) {
    var at = end
    start = end
    var spaced = false
    while at > sentence {
      let (scalar, before) = text.scalar(before: at)
      if scalar.isClose {
        isClosed = true
        if !scalar.isBracket { hasQuote = true }
        // What ICU's rules take with the stop though a space stands between: a quotation mark, a note's number.
        let isApart = end == text.count || text.scalar(at: end).value.isSpace
        spaced = scalar.isSpacedQuote || scalar == 0x27 && isApart || scalar == 0x5B
      } else if !(spaced && scalar.isSpace) && !(isClosed && scalar.isDigit) {
        break
      }
      at = before
    }
    while at > sentence {
      let (scalar, before) = text.scalar(before: at)
      guard scalar.isTerminator else { break }
      note(scalar)
      at = before
    }
    start = at
    if count > 1 { isStrong = true }
    let isEllipsis = count > 2 || count == 1 && text.scalar(at: start).value == 0x2026
    isSpacedEllipsis = isEllipsis && start > sentence && text.scalar(before: start).value.isSpace
  }

  private mutating func note(_ terminator: UInt32) {
    if terminator != 0x2E { isStrong = true }
    if count == 0 {
      isWide = terminator == 0x3002 || terminator == 0xFF01 || terminator == 0xFF1F || terminator == 0xFF61
      isQuestionOrExclamation =
        terminator == 0x21 || terminator == 0x3F || terminator == 0xFF01 || terminator == 0xFF1F
    }
    count += 1
  }
}
