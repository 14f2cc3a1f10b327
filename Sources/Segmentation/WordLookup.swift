import ICU

/// Looks words up in a locale's lists, in the forms in which a text has them; no look-up allocates.
struct WordLookup {
  private let words: WordTable
  /// The word in lower case.
  private var lower: [UInt8] = []

  init(_ words: WordTable) { self.words = words }

  /// The classes of what stands at `range`, taken as it is.
  mutating func classes(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> WordClass {
    lower.removeAll(keepingCapacity: true)
    appendLowercase(text, range)
    return words.classes(of: lower.span, lower.indices)
  }

  /// The classes of a word; of `т.е` too where `т. е` stands, of `art` where `l’art` does, of `гг` where `1999гг` does,
  /// which sets `followsNumber`.
  mutating func classes(
    _ text: borrowing Span<UInt8>, _ word: Word, _ followsNumber: inout Bool
  ) -> WordClass {
    let paired = pair(text, endingIn: word)
    if !paired.isEmpty { return paired }
    let found = classes(text, word.range)
    if !found.isEmpty { return found }
    if let noun = word.behindElision(text) { return classes(text, noun) }
    var digits = 0
    while digits < lower.count, lower[digits].isASCIIDigit || digits > 0 && lower[digits] == 0x2D { digits += 1 }
    guard digits > 0 else { return [] }
    let unit = words.classes(of: lower.span, digits..<lower.count)
    if !unit.isEmpty { followsNumber = true }
    return unit
  }

  /// The classes of a word of one letter together with the abbreviation in front of it: `т. е` as `т.е`.
  mutating func pair(_ text: borrowing Span<UInt8>, endingIn word: Word) -> WordClass {
    guard word.scalars == 1, let first = word.firstOfPair(text) else { return [] }
    return classes(text, first, and: word.range)
  }

  /// Whether a short word and the `next` one, with a full stop each, are listed as one: `a. C.` as `a.C`.
  mutating func isPair(_ text: borrowing Span<UInt8>, _ word: Word, with next: Range<Int>) -> Bool {
    word.scalars <= 2 && !classes(text, word.range, and: next).isEmpty
  }

  /// Whether the word in front of the mark at `mark` is listed with it: `yahoo!`.
  mutating func isListedWithMark(_ text: borrowing Span<UInt8>, at mark: Int) -> Bool {
    let word = Word(text, sentence: 0, end: mark)
    return !classes(text, word.range.lowerBound..<mark + 1).isEmpty
  }

  private mutating func classes(
    _ text: borrowing Span<UInt8>, _ first: Range<Int>, and second: Range<Int>
  ) -> WordClass {
    lower.removeAll(keepingCapacity: true)
    appendLowercase(text, first)
    lower.append(0x2E)
    appendLowercase(text, second)
    return words.classes(of: lower.span, lower.indices)
  }

  private mutating func appendLowercase(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, end) = text.scalar(at: at)
      if scalar < 0x80 {
        lower.append(scalar &- 0x41 < 26 ? UInt8(scalar | 0x20) : UInt8(scalar))
      } else {
        lower.append(utf8: CharacterFacts.lowercased(scalar))
      }
      at = end
    }
  }
}
