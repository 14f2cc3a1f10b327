internal import Locales

/// The words of a language that make another thing's name of a place's: Baikonyr district, улица Астана.
struct PlaceSurroundings: Sendable {
  private var words = WordTrie()
  private var endings = WordTrie()

  init(_ locale: Locale) {
    words.insert(forms: locale.strings("press.surroundings"), entry: 0)
    endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
  }

  func contains(_ word: Range<Int>, of text: [UInt8]) -> Bool {
    words.match(text, at: word.lowerBound, endings: endings) != nil
  }
}

/// How a name stands in the source, where the target has none of its forms.
struct TermMention {
  private let text: [UInt8]
  private let range: Range<Int>
  private let words: [Range<Int>]

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    self.range = range
    words = Array(Words(text))
  }

  /// Whether it is the end of a longer word, which need not be translated by the name: `African-American`.
  var endsWord: Bool { words.contains { $0.lowerBound < range.lowerBound && range.lowerBound < $0.upperBound } }

  /// Whether it is a part of a name in quotation marks.
  var isQuoted: Bool { QuotedName.contains(range, in: text) }

  /// Whether a word that makes another name of it stands beside it.
  func stands(in surroundings: PlaceSurroundings) -> Bool {
    let before = words.last { $0.upperBound <= range.lowerBound }
    let after = words.first { $0.lowerBound >= range.upperBound }
    return [
      before.map { ($0, $0.upperBound..<range.lowerBound) }, after.map { ($0, range.upperBound..<$0.lowerBound) },
    ]
    .contains { neighbour in
      guard let (word, gap) = neighbour, text[gap].elementsEqual([0x20]) else { return false }
      return surroundings.contains(word, of: text)
    }
  }

  /// Whether it belongs to a longer name that a translation keeps as it is: `South China Morning Post`.
  func isKept(in target: [UInt8]) -> Bool {
    guard let first = words.firstIndex(where: { $0.upperBound > range.lowerBound }),
      let last = words.lastIndex(where: { $0.lowerBound < range.upperBound })
    else { return false }
    let longer = [(first - 1, last), (first, last + 1)]
    return longer.contains { start, end in
      guard words.indices.contains(start), words.indices.contains(end),
        (start..<end).allSatisfy({ words[$0].upperBound + 1 == words[$0 + 1].lowerBound }),
        Letters.beginsWithCapital(text, words[start]), Letters.beginsWithCapital(text, words[end])
      else { return false }
      return target.firstRange(of: text[words[start].lowerBound..<words[end].upperBound]) != nil
    }
  }
}
