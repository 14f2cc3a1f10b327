/// The word in front of a full stop, with the full stops inside it.
struct Word {
  /// How far back a word or a sentence's beginning is looked for, so that time stays linear on text that is no prose.
  private static let reach = 96

  /// Where it stands, without the last full stop.
  let range: Range<Int>
  /// Where the sentence begins.
  let sentence: Int
  /// The number of scalars.
  private(set) var scalars = 0
  /// Whether there is nothing but digits.
  private(set) var isDigits = true
  /// Whether there are only digits, at most three or with full stops between them.
  private(set) var isNumber = true
  private var first: UInt32 = 0

  /// Whether it may be the label of a list's item: a number or one letter.
  var isLabel: Bool { isNumber || scalars == 1 && first.isLetter }
  /// Whether it is one capital letter.
  var isInitial: Bool { scalars == 1 && first.isUpper }

  /// The word that ends at `end`.
  init(_ text: borrowing Span<UInt8>, sentence: Int, end: Int) {
    self.sentence = sentence
    var start = end
    while start > sentence, end - start < Self.reach {
      let (scalar, before) = text.scalar(before: start)
      // An apostrophe may be a letter's: g‘.
      let endsWord =
        scalar.isSpace || scalar == 0x2C || scalar == 0x2F || scalar >= 0x2012 && scalar <= 0x2015
        || scalar.isClose && scalar != 0x2018 && scalar != 0x2019 && scalar != 0x27
      if endsWord { break }
      start = before
      first = scalar
      scalars += 1
      if !scalar.isDigit {
        isDigits = false
        if scalar != 0x2E && scalar != 0xA7 { isNumber = false }
      }
    }
    range = start..<end
    if isDigits && scalars > 3 { isNumber = false }
  }

  /// Whether it is a roman numeral.
  func isRoman(_ text: borrowing Span<UInt8>) -> Bool { text.isRoman(range) }

  /// Whether nothing but openers, bullets and dashes stands before it in its sentence.
  func isFirst(_ text: borrowing Span<UInt8>) -> Bool {
    guard range.lowerBound - sentence < Self.reach else { return false }
    var at = sentence
    while at < range.lowerBound {
      let (scalar, end) = text.scalar(at: at)
      guard scalar.isSpace || scalar.isClose || scalar.isBullet || scalar.isDash else { return false }
      at = end
    }
    return true
  }

  /// Whether the sentence begins with a word of time or place and is at most so many words long up to here: `On Monday
  /// at 6`, which cannot be a sentence.
  func opensSentence(_ text: borrowing Span<UInt8>, with list: SentenceWords, words limit: Int) -> Bool {
    guard range.lowerBound - sentence < Self.reach else { return false }
    var end = sentence
    while end < range.lowerBound, text.scalar(at: end).value.isLetter { end = text.scalar(at: end).end }
    return list.openers.classes(of: text, sentence..<end).contains(.adverbial) && countWords(text) <= limit
  }

  /// Whether a colon stands before it: what it numbers is the first item of a list.
  func followsColon(_ text: borrowing Span<UInt8>) -> Bool {
    guard range.lowerBound > sentence else { return false }
    let space = text.scalar(before: range.lowerBound)
    return space.value.isSpace && space.start > sentence && text[space.start - 1] == 0x3A
  }

  /// Whether a number of one or two digits with a full stop stands before it.
  func followsOrdinal(_ text: borrowing Span<UInt8>) -> Bool {
    var at = range.lowerBound
    guard at > sentence, text.scalar(before: at).value.isSpace else { return false }
    at = text.scalar(before: at).start
    guard at > sentence, text[at - 1] == 0x2E else { return false }
    at -= 1
    let end = at
    while at > sentence, end - at < 3, text[at - 1].isASCIIDigit { at -= 1 }
    return (1...2).contains(end - at)
  }

  /// Where it stands without an article or preposition that has lost its vowel (l’art); nil where it has none.
  func behindElision(_ text: borrowing Span<UInt8>) -> Range<Int>? {
    var at = range.lowerBound
    while at < range.upperBound, at - range.lowerBound < 3 {
      let (scalar, end) = text.scalar(at: at)
      if scalar == 0x27 || scalar == 0x2019 { return end..<range.upperBound }
      at = end
    }
    return nil
  }

  /// Whether at most two words stand before it in its sentence.
  func isEarly(_ text: borrowing Span<UInt8>) -> Bool {
    range.lowerBound - sentence < Self.reach && countWords(text) <= 2
  }

  private func countWords(_ text: borrowing Span<UInt8>) -> Int {
    var words = 0
    var inWord = false
    var at = sentence
    while at < range.lowerBound {
      let (scalar, end) = text.scalar(at: at)
      if scalar.isSpace {
        inWord = false
      } else if !inWord {
        inWord = true
        words += 1
      }
      at = end
    }
    return words
  }

  /// Whether the word before it ends in a digit or a roman numeral.
  func followsNumber(_ text: borrowing Span<UInt8>) -> Bool {
    var at = range.lowerBound
    while at > sentence, range.lowerBound - at < Self.reach {
      let (scalar, before) = text.scalar(before: at)
      if !scalar.isSpace { return scalar.isDigit || scalar == 0x49 || scalar == 0x56 || scalar == 0x58 }
      at = before
    }
    return false
  }

  /// For a word of one letter: the one or two letters of their own in front of it, as т in `т. е`.
  func firstOfPair(_ text: borrowing Span<UInt8>) -> Range<Int>? {
    guard range.lowerBound > sentence else { return nil }
    let space = text.scalar(before: range.lowerBound)
    guard space.value.isSpace, space.start > sentence else { return nil }
    let stop = text.scalar(before: space.start)
    guard stop.value == 0x2E, stop.start > sentence else { return nil }
    var start = stop.start
    for _ in 0..<2 where start > sentence {
      let (letter, before) = text.scalar(before: start)
      if letter.isLetter { start = before }
    }
    guard start < stop.start else { return nil }
    if start > sentence {
      let before = text.scalar(before: start).value
      guard before.isSpace || before.isClose || before == 0x2E else { return nil }
    }
    return start..<stop.start
  }

  /// Whether there are full stops between one or two letters each: К.К, К.-Ж, U.S, Ph.D.
  func isDotted(_ text: borrowing Span<UInt8>) -> Bool {
    var stops = 0
    var letters = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, end) = text.scalar(at: at)
      if scalar == 0x2E {
        guard (1...2).contains(letters) else { return false }
        stops += 1
        letters = 0
      } else if scalar == 0x2D {
        letters = 0
      } else if scalar.isLetter {
        letters += 1
      } else {
        return false
      }
      at = end
    }
    return stops > 0 && letters <= 2
  }
}
