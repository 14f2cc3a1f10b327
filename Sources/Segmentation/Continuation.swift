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
  /// Whether the word begins with a lower-case letter and goes on with a capital, as names do: iPhone, mTOR.
  private(set) var isMixedCase = false
  /// Whether it is the label of the next item of a list: (b).
  private(set) var isLabel = false
  /// Whether a word in lower case follows the first one, which then is no name's beginning.
  private(set) var precedesLowerCase = false
  /// Whether the word is of one or two letters or digits, nothing before it, a full stop behind it.
  private(set) var isAbbreviated = false
  /// Whether punctuation comes first that cannot begin a sentence.
  private(set) var isContinued = false

  /// What begins at `start`, which is not the text's end.
  init(_ text: borrowing Span<UInt8>, from start: Int) {
    var at = start
    let (scalar, end) = text.scalar(at: start)
    isContinued =
      scalar == 0x2C || scalar == 0x3B || scalar == 0x3A || scalar == 0x29 || scalar.isTerminator
      || scalar.isSpacedQuote && (end == text.count || text.scalar(at: end).value.isSpace)
    if let letter = Self.openingEllipsis(text, at: start) {
      at = letter
      isContinued = false
    }
    while at < text.count, at - start < Self.reach {
      let (scalar, end) = text.scalar(at: at)
      if scalar.isParagraphSeparator { break }
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
    note(text, behind: at)
    guard first.isLower else { return }
    let second = text.scalar(at: wordStart).end
    if second == at {
      isLabel = hasQuote && at < text.count && text[at] == 0x29
    } else {
      isMixedCase = text.scalar(at: second).value.isUpper
    }
  }

  /// Where the letter stands that an ellipsis at `start` is glued to: …And so it went on.
  private static func openingEllipsis(_ text: borrowing Span<UInt8>, at start: Int) -> Int? {
    var at = start
    while at < text.count, at - start < 3, text[at] == 0x2E { at += 1 }
    if at == start, text.scalar(at: start).value == 0x2026 { at = start + 3 }
    guard at == start + 3, at < text.count, text.scalar(at: at).value.isLetter else { return nil }
    return at
  }

  /// Looks at what follows the first word, which ends at `end`.
  private mutating func note(_ text: borrowing Span<UInt8>, behind end: Int) {
    guard end < text.count, !word.isEmpty else { return }
    let (scalar, next) = text.scalar(at: end)
    isAbbreviated = scalar == 0x2E && !hasQuote && !hasDash && text.hasScalars(atMost: 2, in: word)
    // A remark in brackets, signed: (… — Ред.)
    if hasDash && scalar == 0x2E && next < text.count && text[next] == 0x29 { isContinued = true }
    precedesLowerCase = scalar.isSpaceInLine && next < text.count && text.scalar(at: next).value.isLower
  }

  /// Whether the word is a roman numeral.
  func isRoman(_ text: borrowing Span<UInt8>) -> Bool { text.isRoman(word) }

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
