public import Units

/// How names that no glossary has are spelled in the translation of one article.
///
/// A capitalised word of the source is paired with the word of the same segment's target that sounds like it; forms that
/// differ in their endings alone are one spelling.
public struct NameSpellings: Sendable {
  /// A place where a name is rendered.
  public struct Occurrence: Hashable, Sendable {
    /// The index of the unit.
    public var unit: Int
    /// The index of the segment in the unit.
    public var segment: Int
    /// Where in the target.
    public var range: TextRange
    /// What stands there, with its ending.
    public var text: String
    /// How many of its letters are the name.
    public var stem: Int

    /// An ending changes the last two letters of a stem at most (Павел, Павла); a spelling differs before them.
    func isOneSpelling(with other: Occurrence) -> Bool {
      let (own, theirs) = (lowercase(Array(text.unicodeScalars)), lowercase(Array(other.text.unicodeScalars)))
      return zip(own, theirs).prefix { $0 == $1 }.count >= min(stem, other.stem) - 2
    }
  }

  /// A spelling with the places where it stands, in order.
  public struct Spelling: Hashable, Sendable {
    /// The places.
    public var occurrences: [Occurrence]
    /// The form with the least ending.
    public var shortest: String { leastInflected?.text ?? "" }
    /// The place of the form with the least ending.
    var leastInflected: Occurrence? {
      occurrences.min { $0.text.unicodeScalars.count < $1.text.unicodeScalars.count }
    }
  }

  /// A name of the source.
  public struct Name: Hashable, Sendable {
    /// A word of a name, without a possessive: `Brandon`.
    public var text: String
    /// With the capitalised words that follow it where it is first met: `Kelly Brandon` for `Kelly`.
    public var whole: String
    /// How it is spelled, the most frequent spelling first.
    public var spellings: [Spelling]

    /// The spelling that stands three times or more, and more than twice as often as all others; nil where none does.
    public var settled: Int? {
      let counts = spellings.map(\.occurrences.count)
      return counts.firstIndex { $0 >= 3 && $0 > 2 * (counts.reduce(0, +) - $0) }
    }
  }

  /// The names of the source, in the order of the article.
  public private(set) var names: [Name] = []

  /// The spellings in an article; names of which `isKnown` says so, by themselves or whole, are left out.
  public init(units: [Unit], _ press: PressSpelling, isKnown: (String) -> Bool) {
    var found: [String: [Occurrence]] = [:]
    var order: [(text: String, whole: String)] = []
    var keys: [String: PressKey] = [:]
    var missed: [(name: String, unit: Int, segment: Int)] = []
    for (unit, content) in units.enumerated() where content.isTranslatable {
      for (index, segment) in content.segments.enumerated() where !segment.isIgnorable {
        guard let target = segment.target?.text, !target.isEmpty else { continue }
        let words = Self.words(of: segment.source.text)
        let names = words.map(Self.name)
        guard names.contains(where: { $0 != nil }) else { continue }
        // A word that was left as it is renders itself, and no other name.
        let kept = Set(words.map(\.text))
        var rivals = Self.words(of: target).filter { !kept.contains($0.text) }
          .map { (word: $0, key: press.key(of: $0.text)) }
        for (position, name) in names.enumerated() {
          guard let name else { continue }
          let key: PressKey
          if let known = keys[name] {
            key = known
          } else {
            key = press.key(of: Array(name.unicodeScalars))
            keys[name] = key
          }
          guard let best = Self.best(key, rivals, press) else {
            missed.append((name, unit, index))
            continue
          }
          // A name that is left as it is, with an ending, is no spelling of it.
          if rivals[best.index].word.text.starts(with: name.unicodeScalars) { continue }
          let rendering = rivals.remove(at: best.index).word
          if found[name] == nil { order.append((name, Self.whole(words[position...], segment.source.text))) }
          found[name, default: []].append(
            Occurrence(
              unit: unit, segment: index, range: TextRange(bytes: rendering.range),
              text: String(letters: rendering.text), stem: best.letters))
        }
      }
    }
    for (name, unit, index) in missed {
      guard let known = found[name]?.first, let target = units[unit].segments[index].target?.text else { continue }
      if let slip = Self.slip(of: known, in: target, press) {
        found[name]?.append(
          Occurrence(
            unit: unit, segment: index, range: TextRange(bytes: slip.range),
            text: String(letters: slip.text), stem: known.stem))
      }
    }
    names = order.filter { !isKnown($0.text) && !isKnown($0.whole) }
      .map { Name(text: $0.text, whole: $0.whole, spellings: Self.grouped(found[$0.text] ?? [])) }
  }

  /// A capitalised word that is one slip of the pen away from a rendering found elsewhere, too far to sound like the name.
  private static func slip(of known: Occurrence, in target: [UInt8], _ press: PressSpelling) -> Token? {
    let stem = Array(lowercase(Array(known.text.unicodeScalars)).prefix(known.stem))
    guard stem.count >= 5 else { return nil }
    return words(of: target).first { word in
      let letters = lowercase(word.text)
      guard letters.count <= stem.count + press.endingLimit, !letters.starts(with: stem) else { return false }
      return (stem.count - 1...stem.count + 1).contains { count in
        count <= letters.count && editDistance(Array(letters.prefix(count)), stem, atMost: 1) != nil
      }
    }
  }

  private static func best(
    _ name: PressKey, _ words: [(word: Token, key: PressKey)], _ press: PressSpelling
  ) -> (index: Int, letters: Int)? {
    var best: (index: Int, letters: Int, rank: Int)?
    for (index, candidate) in words.enumerated() {
      guard let alignment = press.alignment(of: name, with: candidate.key) else { continue }
      let ending = candidate.word.text.count - alignment.letters
      guard ending <= press.endingLimit else { continue }
      let rank = alignment.distance * 16 + ending
      if best.map({ rank < $0.rank }) ?? true, !press.isOrdinary(candidate.word.text) {
        best = (index, alignment.letters, rank)
      }
    }
    return best.map { ($0.index, $0.letters) }
  }

  /// The capitalised words of a source that are compared.
  public static func names(in text: [UInt8]) -> [String] { words(of: text).compactMap(name) }

  /// A word without its possessive; nil for a short one, and for what is wholly in capitals: abbreviations, headlines.
  private static func name(_ word: Token) -> String? {
    let name = word.name
    return name.unicodeScalars.count >= 4 && !word.isAbbreviation ? name : nil
  }

  /// The first of the words with those that follow it in its name.
  private static func whole(_ words: ArraySlice<Token>, _ text: [UInt8]) -> String {
    var whole = words.first?.name ?? ""
    for (word, next) in zip(words, words.dropFirst()) {
      guard word.adjoins(next, in: text) else { break }
      whole += String(decoding: text[word.range.upperBound..<next.range.lowerBound], as: UTF8.self) + next.name
    }
    return whole
  }

  /// The capitalised words of a text, parts of hyphenated ones each by itself.
  private static func words(of text: [UInt8]) -> [Token] {
    var result: [Token] = []
    for place in WordPlaces(text) {
      if text[place.range].contains(UInt8(ascii: "-")) {
        result += Token(text, place).hyphenated.filter(\.isCapitalised)
      } else if place.isCapitalised {
        result.append(Token(text, place))
      }
    }
    return result
  }

  /// Occurrences that differ in their endings alone are one spelling.
  private static func grouped(_ occurrences: [Occurrence]) -> [Spelling] {
    var groups: [Spelling] = []
    for occurrence in occurrences {
      if let index = groups.firstIndex(where: { $0.occurrences[0].isOneSpelling(with: occurrence) }) {
        groups[index].occurrences.append(occurrence)
      } else {
        groups.append(Spelling(occurrences: [occurrence]))
      }
    }
    return groups.enumerated().sorted {
      ($1.element.occurrences.count, $0.offset) < ($0.element.occurrences.count, $1.offset)
    }
    .map(\.element)
  }
}
