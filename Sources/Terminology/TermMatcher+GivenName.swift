internal import Units

/// The word before a surname that was found alone: it may be a given name that is not the person's.
extension TermMatcher {
  /// What is wrong with the given name before a match of a surname, or nil.
  ///
  /// A given name that does not agree with the surname, is misspelled, or is somebody else's. Only where the source has
  /// the `whole` name can another word with a capital be taken for a wrong given name; words in `others`, the matches
  /// in the text, are titles.
  public func diagnoseGivenName(
    before match: TermMatch, in text: [UInt8], besides others: [TermMatch] = [], whole: Bool
  ) -> Diagnosis? {
    guard match.extent == .surname, let entry = preferred(match.concept), entry.count > 1,
      let token = wordBefore(match, text), let first = token.text.first, first.properties.isUppercase,
      !others.contains(where: { $0.range.bytes.overlaps(token.range) })
    else { return nil }
    let given = inflected(lexicon.part(0, of: entry).word)
    let surname = String(decoding: text[match.range.bytes], as: UTF8.self)
    func diagnosis(_ reason: Diagnosis.Reason, _ cells: Cells) -> Diagnosis? {
      let right = form(of: entry, cells, words: entry.positions, like: Array(surname.unicodeScalars))
      let found = String(letters: token.text) + " " + surname
      if right == found { return nil }
      let range = TextRange(bytes: token.range.lowerBound..<match.range.upperBound.bytes)
      return Diagnosis(range: range, found: found, reason: reason, replacement: right)
    }
    if given.forms.contains(where: { $0.text == token.text }) { return diagnosis(.agreement, match.cells) }
    if let near = nearest(ComparedWord(token, self), given) {
      let common = near.cells.intersection(match.cells)
      return diagnosis(near.diagnosis.reason, common.isEmpty ? match.cells : common)
    }
    guard whole, token.text.count > 2, token.text.dropFirst().contains(where: \.properties.isLowercase) else {
      return nil
    }
    if isGivenName(token) { return diagnosis(.givenName, match.cells) }
    if opensSentence(token, text) || isPatronymic(token, text, given.forms) { return nil }
    return diagnosis(.otherWord, match.cells)
  }

  /// The word that one space sets apart from a match.
  private func wordBefore(_ match: TermMatch, _ text: [UInt8]) -> Token? {
    let end = match.range.lowerBound.bytes
    // Initials belong to the match.
    guard !text[match.range.bytes].contains(UInt8(ascii: ".")) else { return nil }
    return Self.lastWord(in: text, upTo: end).flatMap { token in
      let gap = text[token.range.upperBound..<end]
      return gap.elementsEqual([0x20]) || gap.elementsEqual([0xC2, 0xA0]) ? token : nil
    }
  }

  /// The last word before a byte, looked for in no more than the length of a long name.
  static func lastWord(in text: [UInt8], upTo end: Int) -> Token? {
    var low = max(0, end - 160)
    while low < end, text[low] & 0xC0 == 0x80 { low += 1 }
    var high = end
    while high > low {
      // No word goes on over a space.
      let start = text[low..<high].lastIndex(of: 0x20).map { $0 + 1 } ?? low
      if var token = Token.tokens(of: Array(text[start..<high])).last {
        token.range = (token.range.lowerBound + start)..<(token.range.upperBound + start)
        return token
      }
      high = start - 1
    }
    return nil
  }

  /// Whether the glossary has a person with this given name.
  private func isGivenName(_ token: Token) -> Bool {
    let folded = alphabet.fold(Array(String(letters: token.text).utf8))
    guard let first = folded.symbols.first else { return false }
    let node = firstNode(of: first)
    guard node >= 0 else { return false }
    return hits(from: 0, node, folded).contains { hit in
      hit.end == folded.symbols.count
        && lexicon.places(startingWith: hit.word).contains { place in
          let pattern = lexicon.patterns[Int(lexicon.pattern(at: place))]
          return pattern.extent == .whole && pattern.count > 1
            && glossary.concepts[Int(pattern.concept)].kind == .person
        }
    }
  }

  /// Whether a capital says nothing: the word begins the text, or follows what ends a sentence or opens a quotation.
  private func opensSentence(_ token: Token, _ text: [UInt8]) -> Bool {
    guard let before = Self.lastWord(in: text, upTo: token.range.lowerBound) else { return true }
    return !text[before.range.upperBound..<token.range.lowerBound].elementsEqual([0x20])
  }

  /// Whether the person's own given name stands before the word.
  private func isPatronymic(_ token: Token, _ text: [UInt8], _ given: [InflectedWord.Form]) -> Bool {
    guard let before = Self.lastWord(in: text, upTo: token.range.lowerBound) else { return false }
    return given.contains { $0.text == before.text }
  }
}
