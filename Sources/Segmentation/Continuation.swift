/// What follows a break: the first word behind quotation marks, brackets, dashes and bullets.
struct Continuation {
  /// How much of it is read, so that time stays linear on text that is no prose.
  private static let reach = 96

  /// The first scalar of the first word; 0 where there is none.
  private(set) var first: UInt32 = 0
  /// The first word.
  private(set) var word: Range<Int>
  /// Whether a dash stands before it.
  private(set) var hasDash = false
  /// Whether a quotation mark or bracket stands before it.
  private(set) var hasQuote = false
  /// Whether punctuation comes first that cannot begin a sentence.
  private(set) var isContinued = false

  /// What begins at `start`, which is not the text's end.
  init(_ text: borrowing Span<UInt8>, from start: Int) {
    var at = start
    let (scalar, end) = text.scalar(at: start)
    isContinued =
      scalar == 0x2C || scalar == 0x3B || scalar == 0x3A || scalar == 0x29 || scalar.isTerminator
      || scalar.isSpacedQuote && (end == text.count || text.scalar(at: end).value.isSpace)
    while at < text.count, at - start < Self.reach {
      let (scalar, end) = text.scalar(at: at)
      if scalar.isDash {
        hasDash = true
      } else if scalar.isClose {
        hasQuote = true
      } else if scalar.isTerminator && hasQuote {
        // Something left out, […], belongs to what stands before it.
        isContinued = true
        break
      } else if !scalar.isSpace && !scalar.isBullet && scalar != 0x2A {
        first = scalar
        break
      }
      at = end
    }
    let wordStart = at
    while at < text.count, at - wordStart < Self.reach {
      let (scalar, end) = text.scalar(at: at)
      guard scalar.isLetter || scalar.isDigit || scalar == 0x27 || scalar == 0x2018 else { break }
      at = end
    }
    word = wordStart..<at
  }

  /// Whether the word is two to five capital letters: АҚШ.
  func isAcronym(_ text: borrowing Span<UInt8>) -> Bool {
    var letters = 0
    var at = word.lowerBound
    while at < word.upperBound {
      let (scalar, end) = text.scalar(at: at)
      guard scalar.isUpper else { return false }
      letters += 1
      at = end
    }
    return (2...5).contains(letters)
  }
}
