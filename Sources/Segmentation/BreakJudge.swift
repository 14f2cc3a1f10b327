import ICU

/// Decides whether a break that ICU proposes is the end of a sentence.
///
/// It looks at the terminator, the word in front of it and the first letter behind it, and at nothing else, so its
/// time does not grow with the text.
struct BreakJudge {
  typealias Verdict = (isEnd: Bool, rule: SentenceRule)

  private let words: SentenceWords
  private var lookup: WordLookup

  init(words: SentenceWords) {
    self.words = words
    lookup = WordLookup(words.abbreviations)
  }

  /// Judges a break.
  ///
  /// The sentence begins at `sentence`; `end` is the break `proposed` without the white space in front of it.
  mutating func judge(_ text: borrowing Span<UInt8>, sentence: Int, end: Int, proposed: Int) -> Verdict {
    let verdict = judgePlace(text, sentence: sentence, end: end, proposed: proposed)
    guard verdict == (true, .terminator) else { return verdict }
    let isInside = QuotedPart.contains(text, sentence: sentence, end: end, next: proposed)
    return isInside ? (false, .quotedPart) : verdict
  }

  private mutating func judgePlace(
    _ text: borrowing Span<UInt8>, sentence: Int, end: Int, proposed: Int
  ) -> Verdict {
    if hasParagraphSeparator(text, end..<proposed) { return (true, .lineBreak) }
    if proposed == text.count { return (true, .endOfText) }
    let stop = Stop(text, sentence: sentence, end: end)
    let next = Continuation(text, from: proposed)
    if stop.isEmpty { return judgeBullet(text, at: proposed, end: end) }
    if proposed == end { return judgeGlued(text, stop, next, sentence: sentence, at: proposed) }
    if next.isContinued { return (false, .continued) }
    if next.first.isLower && !next.isMixedCase { return next.isLabel ? (true, .terminator) : (false, .lowerCase) }
    if stop.isSpacedEllipsis && next.first.isDigit { return (false, .continued) }
    if stop.isStrong {
      if stop.hasQuote && next.hasDash && !next.first.isUpper { return (false, .attribution) }
      if !stop.isClosed, stop.count == 1, stop.isQuestionOrExclamation, !isOpener(text, next),
        lookup.isListedWithMark(text, at: stop.start)
      {
        return (false, .neverEnds)
      }
      return (true, .terminator)
    }
    let word = Word(text, sentence: sentence, end: Self.wordEnd(text, sentence, stop))
    if stop.isClosed { return word.isLabel && word.isFirst(text) ? (false, .listNumber) : (true, .closed) }
    return judgeFullStop(text, word, next)
  }

  /// Where the word in front of a stop ends; text that was cut into tokens has a space between them (`Mr .`).
  private static func wordEnd(_ text: borrowing Span<UInt8>, _ sentence: Int, _ stop: Stop) -> Int {
    guard stop.start > sentence else { return stop.start }
    let (space, end) = text.scalar(before: stop.start)
    guard space.isSpace, end > sentence, text.scalar(before: end).value.isLetter else { return stop.start }
    return end
  }

  private func hasParagraphSeparator(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, end) = text.scalar(at: at)
      if scalar.isParagraphSeparator { return true }
      at = end
    }
    return false
  }

  /// A break without a terminator in front of it: ICU proposes one at every bullet.
  private func judgeBullet(_ text: borrowing Span<UInt8>, at proposed: Int, end: Int) -> Verdict {
    guard proposed > end, text.scalar(at: proposed).value.isBullet else { return (false, .noSpace) }
    let next = text.scalar(at: proposed).end
    return (next < text.count && text.scalar(at: next).value.isSpaceInLine, .bullet)
  }

  /// No white space behind the stop.
  private func judgeGlued(
    _ text: borrowing Span<UInt8>, _ stop: Stop, _ next: Continuation, sentence: Int, at proposed: Int
  ) -> Verdict {
    if stop.isWide {
      // “…？”他问: the asking goes on behind the quotation; “…。”他说 does where it opens the sentence.
      let goesOn =
        stop.isQuestionOrExclamation || text.scalar(at: sentence).value.isClose && isSaying(text, at: proposed)
      return stop.hasQuote && goesOn ? (false, .attribution) : (true, .terminator)
    }
    guard words.splitsForgottenSpaces, !stop.isClosed, stop.count == 1, next.first.isUpper, next.word.count > 2,
      next.word.lowerBound == proposed
    else { return (false, .noSpace) }
    var at = stop.start
    var letters = 0
    while at > 0 {
      let (scalar, before) = text.scalar(before: at)
      if scalar.isSpace { break }
      // Latin letters may be a domain's or a brand's.
      guard scalar.isLower, scalar > 0x3FF, letters < 64 else { return (false, .noSpace) }
      letters += 1
      at = before
    }
    return letters >= 4 ? (true, .forgottenSpace) : (false, .noSpace)
  }

  /// Whether the next few letters end in a word of saying, in a script that writes no spaces: 他说，.
  private func isSaying(_ text: borrowing Span<UInt8>, at start: Int) -> Bool {
    var at = start
    while at < text.count, at - start < 48, text.scalar(at: at).value.isLetter { at = text.scalar(at: at).end }
    var word = at
    for _ in 0..<2 where word > start {
      word = text.scalar(before: word).start
      if words.openers.classes(of: text, word..<at).contains(.saying) { return true }
    }
    return false
  }

  /// A single full stop that nothing closes: the word before it tells.
  private mutating func judgeFullStop(
    _ text: borrowing Span<UInt8>, _ word: Word, _ next: Continuation
  ) -> Verdict {
    if word.range.isEmpty { return (true, .terminator) }
    if word.isNumber || word.isRoman(text) {
      if word.isFirst(text) { return (words.listNumbersStandApart && word.isNumber, .listNumber) }
      if word.isDigits && word.scalars <= 2 {
        if word.followsColon(text) && next.first.isUpper && !isOpener(text, next) { return (false, .listNumber) }
        if words.hasOrdinalDots && isOrdinal(text, word, before: next) { return (false, .ordinal) }
      }
      if word.isNumber { return (true, .terminator) }
    }
    if word.isLabel && word.isFirst(text) && !word.isInitial { return (false, .listNumber) }
    if next.isAbbreviated && lookup.isPair(text, word, with: next.word) { return (false, .dottedAbbreviation) }
    if word.isInitial && lookup.pair(text, endingIn: word).isEmpty {
      let listed = lookup.classes(text, word.range)
      if listed.contains(.notBeforeNumber) && next.first.isDigit { return (false, .notBeforeNumber) }
      let isWord = words.openers.classes(of: text, word.range).contains(.letter)
      let opensPlainly = isOpener(text, next) && next.precedesLowerCase && !listed.contains(.neverEnds)
      if opensPlainly || isOpener(text, next) && (isWord || word.followsNumber(text)) { return (true, .opener) }
      return next.first.isLetter || next.hasDash ? (false, .initial) : (true, .terminator)
    }
    var followsNumber = word.followsNumber(text)
    let found = lookup.classes(text, word, &followsNumber)
    if !found.isEmpty { return judgeListed(text, word, found, next, followsNumber: followsNumber) }
    if word.isDotted(text) { return isOpener(text, next) ? (true, .opener) : (false, .dottedAbbreviation) }
    return (true, .terminator)
  }

  /// A full stop behind a word of the locale's lists.
  private func judgeListed(
    _ text: borrowing Span<UInt8>, _ word: Word, _ found: WordClass, _ next: Continuation, followsNumber: Bool
  ) -> Verdict {
    let opens = isOpener(text, next)
    if !opens && word.isFirst(text) && next.first.isUpper { return (false, .neverEnds) }
    if next.first == 0x2116 || next.hasDash && !next.first.isUpper { return (false, .continued) }
    if found.contains(.notBeforeNumber) && (next.first.isDigit || next.isRoman(text)) {
      return (false, .notBeforeNumber)
    }
    if found.contains(.measure) && followsNumber {
      if next.first.isDigit { return (false, .mayEnd) }
      if !found.contains(.mayEnd) { return (true, .mayEnd) }
    }
    if found == .measure { return (true, .terminator) }
    if found.contains(.cityOrYear) {
      guard followsNumber else { return (false, .cityOrYear) }
      return (next.first.isDigit || opens || next.hasQuote || !word.isEarly(text), .cityOrYear)
    }
    if found.contains(.year) { return (next.first.isUpper && opens, .year) }
    if found.contains(.mayEnd) && (followsNumber || !found.contains(.neverEnds)) {
      if opens || next.hasQuote { return (true, .mayEnd) }
      if next.isAcronym(text) || next.isMixedCase { return (false, .unit) }
      return (!(followsNumber && word.opensSentence(text, with: words, words: 2)), .mayEnd)
    }
    if found.contains(.clock) {
      if words.openers.classes(of: text, next.word).contains(.afterClock) { return (false, .clock) }
      if word.opensSentence(text, with: words, words: 8) && !opens { return (false, .clock) }
      return ((next.first.isUpper || next.hasQuote) && !next.isAcronym(text), .clock)
    }
    if found.contains(.endsBeforeOpener) {
      return (opens || next.hasQuote && !next.first.isDigit || next.hasDash, .endsBeforeOpener)
    }
    if found.contains(.neverEnds) { return (false, .neverEnds) }
    return (true, .terminator)
  }

  /// Whether a number may be a day or a rank, as in `3. Oktober`, or a part of a date, as in `3. 10. 2031`.
  private func isOrdinal(_ text: borrowing Span<UInt8>, _ word: Word, before next: Continuation) -> Bool {
    if next.first.isDigit { return next.isAbbreviated || word.followsOrdinal(text) }
    return next.first.isUpper && !isOpener(text, next)
  }

  private func isOpener(_ text: borrowing Span<UInt8>, _ next: Continuation) -> Bool {
    words.openers.classes(of: text, next.word).contains(.opener)
  }
}
