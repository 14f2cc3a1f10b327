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
  /// Ask only where the source has the concept and ``matches(in:)`` finds none in the text. Words inside `others`, the
  /// matches of other concepts, are not taken for it.
  public func diagnose(_ concept: Int, in text: [UInt8], besides others: [TermMatch] = []) -> Diagnosis? {
    let tokens = Token.tokens(of: text).filter { token in
      !others.contains { $0.concept != concept && $0.range.bytes.overlaps(token.range) }
    }
    guard concept < patternsOf.count, let entry = preferred(concept) else { return nil }
    var best: (diagnosis: Diagnosis, rank: [Int])?
    func offer(_ diagnosis: Diagnosis, _ distance: Int) {
      let rank = [diagnosis.reason.rawValue, distance, diagnosis.range.lowerBound.bytes]
      if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (diagnosis, rank) }
    }
    for index in patternsOf[concept] {
      let pattern = patterns[Int(index)]
      if pattern.status == .deprecated { continue }
      if pattern.words.count == 1 {
        let forms = forms(of: words[Int(pattern.words[0])])
        for (number, token) in tokens.enumerated() {
          guard let near = nearest(token, forms, words[Int(pattern.words[0])]) else { continue }
          offer(widened(near.diagnosis, near.cells, number, tokens, pattern, entry), near.distance)
        }
      } else if tokens.count >= pattern.words.count, pattern.extent == .whole {
        for start in 0...(tokens.count - pattern.words.count) {
          let window = Array(tokens[start..<(start + pattern.words.count)])
          if let near = aligned(window, pattern, text, entry) { offer(near.diagnosis, near.distance) }
        }
      }
    }
    if let foreign = otherLanguage(concept, tokens, entry) { offer(foreign, 0) }
    return best?.diagnosis
  }

  /// The preferred name in the case that a match of another name of the concept stands in.
  ///
  /// Nil where the name has no form for that case.
  public func preferredForm(of match: TermMatch, in text: [UInt8]) -> String? {
    guard let entry = preferred(match.concept) else { return nil }
    let found = Array(String(decoding: text[match.range.bytes], as: UTF8.self).unicodeScalars)
    if let short = abbreviation(match.concept), isAbbreviation(match) {
      return form(of: short, match.cells, words: 0..<short.words.count, like: found)
    }
    let isWhole = match.extent == .whole && (match.term.contains(" ") || entry.words.count == 1)
    let extent = isWhole ? 0..<entry.words.count : (entry.words.count - 1)..<entry.words.count
    return form(of: entry, match.cells, words: extent, like: found)
  }

  /// The short name of a concept.
  func abbreviation(_ concept: Int) -> Pattern? {
    patternsOf[concept].lazy.map { patterns[Int($0)] }.first { $0.status == .abbreviation }
  }

  private func isAbbreviation(_ match: TermMatch) -> Bool {
    let letters = match.term.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase }
  }

  /// The whole preferred name of a concept.
  func preferred(_ concept: Int) -> Pattern? {
    patternsOf[concept].lazy.map { patterns[Int($0)] }.first { $0.status == .preferred && $0.extent == .whole }
  }

  /// Every form of a word with its cells.
  func forms(of word: Word) -> [(text: [Unicode.Scalar], cells: Cells)] {
    forms(word.stems, inflection)
  }

  func forms(_ stems: [Stem], _ inflection: Inflection) -> [(text: [Unicode.Scalar], cells: Cells)] {
    stems.flatMap { stem in
      inflection.endings[stem.endings].compactMap { ending, cells in
        let common = cells.intersection(stem.allowed)
        return common.isEmpty ? nil : (stem.text + Array(ending.unicodeScalars), common)
      }
    }
  }

  /// Words of a name in a case; of several right forms the one that ends most like `found`.
  func form(of pattern: Pattern, _ cells: Cells, words range: Range<Int>, like found: [Unicode.Scalar]) -> String? {
    var result = ""
    for position in range {
      let word = words[Int(pattern.words[position])]
      let fitting = forms(of: word).filter { !$0.cells.intersection(cells).isEmpty }
      func rank(_ form: (text: [Unicode.Scalar], cells: Cells)) -> (Int, Int, String) {
        let common = zip(form.text.reversed(), found.reversed()).prefix { $0 == $1 }.count
        return (-common, form.text.count, String(String.UnicodeScalarView(form.text)))
      }
      guard let best = fitting.min(by: { rank($0) < rank($1) }) else { return nil }
      if position > range.lowerBound { result += pattern.hyphens[position] ? "-" : " " }
      result += String(String.UnicodeScalarView(best.text))
    }
    return result
  }
}

/// A word of a text.
struct Token {
  var range: Range<Int>
  var text: [Unicode.Scalar]

  /// The words of a text: letters and digits, with single hyphens and apostrophes inside them.
  static func tokens(of text: [UInt8]) -> [Token] {
    var result: [Token] = []
    var current = Token(range: 0..<0, text: [])
    var at = 0
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    func close() {
      var joints = 0
      while let last = current.text.last, !isLetter(last) {
        current.text.removeLast()
        joints += UTF8.width(last)
      }
      if !current.text.isEmpty {
        current.range = current.range.lowerBound..<(current.range.upperBound - joints)
        result.append(current)
      }
      current.text = []
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      if isLetter(scalar) || (!current.text.isEmpty && (scalar == "-" || scalar == "'" || scalar == "\u{2019}")) {
        if current.text.isEmpty { current.range = at..<at }
        current.text.append(scalar)
        current.range = current.range.lowerBound..<(at + width)
      } else if scalar != "\u{AD}" {
        close()
      }
      at += width
    }
    close()
    return result
  }
}
