import ICU
import Locales
import YAML

/// What a locale's lists say about a word in front of a full stop; a word may be in several.
struct WordClass: OptionSet {
  var rawValue: UInt16
  static let neverEnds = Self(rawValue: 1)
  static let notBeforeNumber = Self(rawValue: 2)
  static let cityOrYear = Self(rawValue: 4)
  static let year = Self(rawValue: 8)
  static let mayEnd = Self(rawValue: 16)
  static let endsBeforeOpener = Self(rawValue: 32)
  static let clock = Self(rawValue: 64)
  static let opener = Self(rawValue: 128)
  static let afterClock = Self(rawValue: 256)
  static let letter = Self(rawValue: 512)
  static let measure = Self(rawValue: 1024)
  static let adverbial = Self(rawValue: 2048)
  static let saying = Self(rawValue: 4096)
}

/// A locale's section `sentences`, ready for look-ups.
struct SentenceWords: Sendable {
  /// By the word in lower case, without its last full stop.
  private(set) var abbreviations = WordTable()
  /// By the word as it is written.
  private(set) var openers = WordTable()
  /// Whether `3.` may be an ordinal number.
  let hasOrdinalDots: Bool
  /// Whether the number of a list's item is a sentence of its own.
  let listNumbersStandApart: Bool
  /// Whether the items of a list in a paragraph are sentences of their own.
  let listItemsStandApart: Bool
  /// Whether a space forgotten between sentences is seen.
  let splitsForgottenSpaces: Bool

  init(_ locale: Locale) {
    hasOrdinalDots = locale["sentences.ordinal-dots"]?.bool ?? false
    listNumbersStandApart = locale["sentences.list-numbers-apart"]?.bool ?? false
    listItemsStandApart = locale["sentences.list-items-apart"]?.bool ?? false
    splitsForgottenSpaces = locale["sentences.forgotten-spaces"]?.bool ?? false
    let lists: [(String, WordClass)] = [
      ("never-ends", .neverEnds), ("not-before-number", .notBeforeNumber), ("city-or-year", .cityOrYear),
      ("year", .year), ("may-end", .mayEnd), ("ends-before-opener", .endsBeforeOpener), ("clock", .clock),
      ("measures", .measure),
    ]
    for (key, wordClass) in lists {
      for word in locale.strings("sentences.\(key)") { abbreviations.insert(Self.lowercased(word), wordClass) }
    }
    let written: [(String, WordClass)] = [
      ("openers", .opener), ("after-clock", .afterClock), ("letters", .letter),
      ("adverbials", .adverbial), ("saying", .saying),
    ]
    for (key, wordClass) in written {
      for word in locale.strings("sentences.\(key)") { openers.insert(Array(word.utf8), wordClass) }
    }
  }

  private static func lowercased(_ word: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in word.unicodeScalars { bytes.append(utf8: CharacterFacts.lowercased(scalar.value)) }
    return bytes
  }
}

/// Words and their classes, in a hash table of bytes that allocates nothing on a look-up.
struct WordTable: Sendable {
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var words: [[UInt8]] = []
  private var classes: [WordClass.RawValue] = []

  /// Adds a class to a word.
  mutating func insert(_ word: [UInt8], _ wordClass: WordClass) {
    if let index = index(of: word.span, word.indices) {
      classes[index] |= wordClass.rawValue
      return
    }
    words.append(word)
    classes.append(wordClass.rawValue)
    if words.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in words.indices { place(index) }
    } else {
      place(words.count - 1)
    }
  }

  /// The classes of the word that stands at `range` in `text`; none where it is not known.
  func classes(of text: borrowing Span<UInt8>, _ range: Range<Int>) -> WordClass {
    index(of: text, range).map { WordClass(rawValue: classes[$0]) } ?? []
  }

  private mutating func place(_ index: Int) {
    let word = words[index]
    var slot = Self.hash(word.span, word.indices) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  private func index(of text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    var slot = Self.hash(text, range) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if equals(index, text, range) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equals(_ index: Int, _ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard words[index].count == range.count else { return false }
    for offset in 0..<range.count where words[index][offset] != text[range.lowerBound + offset] { return false }
    return true
  }

  /// FNV-1a.
  private static func hash(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for offset in range { hash = (hash ^ UInt32(text[offset])) &* 16_777_619 }
    return Int(hash ^ hash >> 15)
  }
}

extension [UInt8] {
  /// Appends a scalar in UTF-8.
  mutating func append(utf8 scalar: UInt32) {
    switch scalar {
    case ..<0x80: append(UInt8(scalar))
    case ..<0x800:
      append(UInt8(0xC0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
