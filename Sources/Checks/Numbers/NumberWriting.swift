internal import Locales
internal import YAML

/// How a language writes and says numbers: the section `numbers` of its locale data, ready to look up.
struct NumberWriting: Sendable {
  /// What a word of the language says about numbers.
  enum Word: Sendable {
    case value(DecimalValue)
    case scale(Int)
  }

  let decimalMark: UInt8
  let groupMarks: [String]
  let groupsFrom: Int
  let words: [Word]
  let wordTrie: WordTrie
  /// Which of `words` are the months.
  let months: Range<Int>
  let endings: WordTrie
  let prefixes: WordTrie
  let glued: WordTrie
  let clock: WordTrie
  let ordinal: WordTrie
  let decade: WordTrie
  let measures: WordTrie
  /// The units that `measures` finds.
  let units: [MeasureUnit]

  init(_ locale: Locale) {
    decimalMark = locale["numbers.decimal"]?.string?.utf8.first ?? UInt8(ascii: ".")
    groupMarks = locale.strings("numbers.group")
    groupsFrom = locale["numbers.group-from"]?.int ?? 4
    endings = Self.trie(locale.strings("numbers.endings"))
    clock = Self.trie(locale.strings("numbers.clock"))
    ordinal = Self.trie(locale.strings("numbers.ordinal"))
    decade = Self.trie(locale.strings("numbers.decade"))

    var words: [Word] = []
    var wordTrie = WordTrie()
    for (key, forms) in locale["numbers.words"]?.entries ?? [] {
      guard let value = key.string.flatMap({ DecimalValue($0) }) else { continue }
      wordTrie.insert(forms: forms.strings, entry: words.count)
      words.append(.value(value))
    }
    for (key, forms) in locale["numbers.scales"]?.entries ?? [] {
      guard let power = key.int else { continue }
      wordTrie.insert(forms: forms.strings, entry: words.count)
      words.append(.scale(power))
    }
    let firstMonth = words.count
    for (index, forms) in (locale["numbers.months"]?.list ?? []).enumerated() {
      wordTrie.insert(forms: forms.strings, entry: words.count)
      words.append(.value(DecimalValue(UInt64(index + 1))))
    }
    months = firstMonth..<words.count
    var prefixes = WordTrie()
    for (key, forms) in locale["numbers.prefixes"]?.entries ?? [] {
      guard let value = key.string.flatMap({ DecimalValue($0) }) else { continue }
      prefixes.insert(forms: forms.strings, entry: words.count)
      words.append(.value(value))
    }
    self.prefixes = prefixes
    self.words = words
    self.wordTrie = wordTrie

    var glued = WordTrie()
    for (key, forms) in locale["numbers.glued"]?.entries ?? [] {
      if let power = key.int { glued.insert(forms: forms.strings, entry: power) }
    }
    self.glued = glued

    var measures = WordTrie()
    var units: [MeasureUnit] = []
    for (key, forms) in locale["numbers.measures"]?.entries ?? [] {
      guard let name = key.string else { continue }
      measures.insert(forms: forms.strings, entry: units.count)
      units.append(MeasureUnit(name, locale))
    }
    self.measures = measures
    self.units = units
  }

  /// The power of ten of the scale word at `at`, and where it ends.
  func scale(_ text: [UInt8], at: Int) -> (power: Int, end: Int)? {
    guard let match = wordTrie.match(text, at: at, endings: endings), case .scale(let power) = words[match.entry]
    else { return nil }
    return (power, match.end)
  }

  private static func trie(_ forms: [String]) -> WordTrie {
    var trie = WordTrie()
    trie.insert(forms: forms, entry: 0)
    return trie
  }
}
