public import Units

/// What stands in a text instead of a name.
public struct Diagnosis: Hashable, Sendable {
  /// In what it differs from a right form.
  public enum Reason: Int, Comparable, Sendable {
    case lookalike, capitals, otherLanguage, deprecated, ending, agreement, spelling, distantSpelling
    /// Another person's given name, or another word with a capital, before the surname.
    case givenName, otherWord
    /// The form of the dictionary where another case must stand.
    case uninflected

    /// Whether the one says more surely what is wrong than the other.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where in the text.
  public var range: TextRange
  /// What stands there.
  public var found: String
  /// Why it is wrong.
  public var reason: Reason
  /// The right form in the same case; nil where the case can't be known.
  public var replacement: String?
}

extension TermMatcher {
  /// What stands in `text` instead of a concept's name: the nearest thing to one of its forms, or nil.
  ///
  /// Ask only where the source has the concept more often than ``matches(in:)`` finds it. Words inside `others`, the
  /// matches in the text, are not taken for it.
  public func diagnose(_ concept: Int, in text: [UInt8], besides others: [TermMatch] = []) -> Diagnosis? {
    guard let entry = preferred(concept) else { return nil }
    let tokens = Token.tokens(of: text).filter { token in
      !others.contains { $0.range.bytes.overlaps(token.range) }
    }
    let compared = tokens.map { ComparedWord($0, self) }
    var best: (diagnosis: Diagnosis, rank: [Int])?
    func offer(_ diagnosis: Diagnosis, _ distance: Int) {
      let rank = [diagnosis.reason.rawValue, distance, diagnosis.range.lowerBound.bytes]
      if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (diagnosis, rank) }
    }
    for pattern in lexicon.patterns(of: concept) where pattern.status != .deprecated {
      let count = Int(pattern.count)
      if count == 1 {
        let word = inflected(lexicon.part(0, of: pattern).word)
        for (number, token) in compared.enumerated() {
          guard let near = nearest(token, word) else { continue }
          offer(widened(near.diagnosis, near.cells, number, compared, pattern, entry), near.distance)
        }
      } else {
        let isDouble = lexicon.parts(of: pattern).dropFirst().contains(where: \.isHyphenated)
        let tokens = isDouble ? tokens.flatMap(\.hyphenated).map { ComparedWord($0, self) } : compared
        guard tokens.count >= count, pattern.extent == .whole || isDouble else { continue }
        let words = lexicon.parts(of: pattern).map { inflected($0.word) }
        for start in 0...(tokens.count - count) {
          let window = tokens[start..<(start + count)]
          if let near = aligned(window, words, pattern, text, entry) { offer(near.diagnosis, near.distance) }
        }
      }
    }
    if let foreign = otherLanguage(concept, tokens, entry) { offer(foreign, 0) }
    return best?.diagnosis
  }

  /// Whether the source has a word of its own for what was found, another name that sounds like it.
  ///
  /// `mentions` are the matches of the glossary's names in the source.
  public func isRendering(_ diagnosis: Diagnosis, in source: [UInt8], besides mentions: [TermMatch]) -> Bool {
    guard let found = Token.tokens(of: Array(diagnosis.found.utf8)).last else { return false }
    let key = press.key(of: found.text)
    return Token.tokens(of: source).contains { token in
      !mentions.contains { $0.range.bytes.overlaps(token.range) }
        && press.isRendering(key, ofLetters: found.text.count, of: press.key(of: token.text))
    }
  }

  /// The preferred name in the case that a match of another name of the concept stands in.
  ///
  /// Nil where the name has no form for that case.
  public func preferredForm(of match: TermMatch, in text: [UInt8]) -> String? {
    guard let entry = preferred(match.concept) else { return nil }
    let found = Array(String(decoding: text[match.range.bytes], as: UTF8.self).unicodeScalars)
    if let short = abbreviation(match.concept), Array(match.term.unicodeScalars).isAllCapitals {
      return form(of: short, match.cells, words: short.positions, like: found)
    }
    let isWhole = match.extent == .whole && (match.term.contains(" ") || entry.count == 1)
    return form(of: entry, match.cells, words: isWhole ? entry.positions : entry.last, like: found)
  }

  /// The short name of a concept.
  func abbreviation(_ concept: Int) -> Lexicon.Pattern? {
    lexicon.patterns(of: concept).first { $0.status == .abbreviation }
  }

  /// The whole preferred name of a concept.
  func preferred(_ concept: Int) -> Lexicon.Pattern? {
    lexicon.patterns(of: concept).first { $0.status == .preferred && $0.extent == .whole }
  }

  /// A word of names with everything that it may look like.
  func inflected(_ word: Int32) -> InflectedWord {
    let stems = lexicon.stems(of: word)
    return InflectedWord(text: lexicon.scalars(of: word), stems: stems, inflection, alphabet)
  }

  /// Words of a name in a case; of several right forms the one that ends most like `found`.
  func form(
    of pattern: Lexicon.Pattern, _ cells: Cells, words range: Range<Int>, like found: [Unicode.Scalar]
  ) -> String? {
    var result = ""
    for position in range {
      let part = lexicon.part(position, of: pattern)
      let fitting = inflected(part.word).forms.filter { !$0.cells.intersection(cells).isEmpty }
      func rank(_ form: InflectedWord.Form) -> (Int, Int, String) {
        let common = zip(form.text.reversed(), found.reversed()).prefix { $0 == $1 }.count
        // Where suffixes follow each other, a longer form of a case is somebody's: «Қазатомөнеркәсібім».
        return (inflection.graph == nil ? -common : 0, form.text.count, String(letters: form.text))
      }
      guard let best = fitting.min(by: { rank($0) < rank($1) }) else { return nil }
      if position > range.lowerBound { result += part.isHyphenated ? "-" : " " }
      result += String(letters: best.text)
    }
    return result
  }
}
