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
  /// Which of `words` are cardinal numbers: the first ones of the locale data's lists.
  let cardinals: Set<Int>
  /// Which of `words` are the months.
  let months: Range<Int>
  let endings: WordTrie
  let prefixes: WordTrie
  let glued: WordTrie
  let clock: WordTrie
  /// What says that a number beside it is below zero, or that the numbers of a text may be.
  let minus: WordTrie
  /// What says that something became less, so that a number may well stand without its minus.
  let falling: WordTrie
  /// What stands before the end of a range: to.
  let rangeEnds: WordTrie
  /// How a word ends that stands behind the beginning of a range: 5 тоннадан 7 тоннаға.
  private let rangeStarts: [[UInt8]]
  /// What says that two numbers with a dash are a game's points, the winner's first in one language.
  let scores: WordTrie
  /// Digits that may be said without a number: 24/7.
  let setPhrases: WordTrie
  /// What says which half of the day an hour beside it is in: entry 0 is the morning, 1 the afternoon.
  let halfDays: WordTrie
  /// What makes an afternoon of a text's hours wherever it stands.
  let afternoon: WordTrie
  let ordinal: WordTrie
  let decade: WordTrie
  let measures: WordTrie
  /// What is a unit only behind a larger one: in, in 5 ft 10 in.
  let smallerMeasures: WordTrie
  /// The units that `measures` and `smallerMeasures` find.
  let units: [MeasureUnit]

  /// That of each language: what is compiled in is the same for every check that asks.
  static let ofLocales = PerLocale { NumberWriting($0) }

  private init(_ locale: Locale) {
    decimalMark = locale["numbers.decimal"]?.string?.utf8.first ?? UInt8(ascii: ".")
    groupMarks = locale.strings("numbers.group")
    groupsFrom = locale["numbers.group-from"]?.int ?? 4
    endings = Self.trie(locale.strings("numbers.endings"))
    clock = Self.trie(locale.strings("numbers.clock"))
    minus = Self.trie(locale.strings("numbers.minus"))
    falling = Self.trie(locale.strings("numbers.falling"))
    rangeEnds = Self.trie(locale.strings("numbers.range-ends"))
    rangeStarts = locale.strings("numbers.range-starts").map { Array($0.utf8) }
    scores = Self.trie(locale.strings("numbers.scores"))
    setPhrases = Self.trie(locale.strings("numbers.set-phrases"))
    var halfDays = WordTrie()
    halfDays.insert(forms: locale.strings("numbers.half-days.morning"), entry: 0)
    halfDays.insert(forms: locale.strings("numbers.half-days.afternoon"), entry: 1)
    self.halfDays = halfDays
    afternoon = Self.trie(
      locale.strings("numbers.half-days.afternoon") + locale.strings("numbers.half-days.late"))
    ordinal = Self.trie(locale.strings("numbers.ordinal"))
    decade = Self.trie(locale.strings("numbers.decade"))

    var words: [Word] = []
    var wordTrie = WordTrie()
    var cardinals: Set<Int> = []
    for (key, forms) in locale["numbers.words"]?.entries ?? [] {
      guard let value = key.string.flatMap({ DecimalValue($0) }) else { continue }
      cardinals.insert(words.count)
      for forms in [forms.strings.prefix(1), forms.strings.dropFirst()] {
        wordTrie.insert(forms: Array(forms), entry: words.count)
        words.append(.value(value))
      }
    }
    self.cardinals = cardinals
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
    var smallerMeasures = WordTrie()
    for (key, forms) in locale["numbers.smaller-measures"]?.entries ?? [] {
      smallerMeasures.insert(forms: forms.strings, entry: units.count)
      units.append(MeasureUnit(key.string ?? "", locale))
    }
    self.smallerMeasures = smallerMeasures
    self.units = units
  }

  /// The power of ten of the scale word at `at`, and where it ends.
  func scale(_ text: [UInt8], at: Int) -> (power: Int, end: Int)? {
    guard let match = wordTrie.match(text, at: at, endings: endings), case .scale(let power) = words[match.entry]
    else { return nil }
    return (power, match.end)
  }

  /// The half of the day that the word at a place says.
  func half(_ text: [UInt8], at: Int) -> HalfDay? {
    halfDays.match(text, at: at, endings: endings).map { Self.half($0.entry) }
  }

  /// The half of the day that the word before a place says.
  func half(_ text: [UInt8], before end: Int) -> HalfDay? {
    halfDays.match(text, before: end, endings: endings).map(Self.half)
  }

  private static func half(_ entry: Int) -> HalfDay { entry == 0 ? .morning : .afternoon }

  /// Whether what stands between two numbers ends in a word that goes before the end of a range.
  func endsRange(_ text: [UInt8], before gap: Range<Int>) -> Bool {
    gap.contains { at in
      text[at] != 0x20 && (at == gap.lowerBound || text[at - 1] == 0x20)
        && rangeEnds.match(text, at: at).map { $0.end + Letters.space(text, $0.end) == gap.upperBound } ?? false
    }
  }

  /// Whether what stands between two numbers ends in a word with the ending of a range's beginning.
  func beginsRange(_ text: [UInt8], in gap: Range<Int>) -> Bool {
    let space = Letters.space(text, before: gap.upperBound)
    guard space > 0, gap.count > space else { return false }
    let words = text[gap.lowerBound..<gap.upperBound - space]
    return rangeStarts.contains { words.suffix($0.count).elementsEqual($0) }
  }

  private static func trie(_ forms: [String]) -> WordTrie {
    var trie = WordTrie()
    trie.insert(forms: forms, entry: 0)
    return trie
  }
}
