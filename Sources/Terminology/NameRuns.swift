public import Locales
internal import Units
internal import YAML

/// Finds what looks like a name in texts of one language: runs of capitalised words.
public struct NameRuns: Sendable {
  /// Words with capitals that stand side by side.
  struct Run {
    var words: [Token]
    /// Whether the first one begins a sentence, where any word is capitalised.
    var isInitial: Bool
  }

  private let ordinary: Set<String>
  /// Words that are no part of a name where they open a sentence.
  private let openers: Set<String>
  private let titles: Set<String>
  /// The months and the days of the week, in small letters.
  private let dates: Set<String>

  /// The finder for a language; its locale says which capitalised words are no names.
  public init(_ locale: Locale) {
    ordinary = Set(locale.strings("press.ordinary").map(Self.folded))
    openers = Set(locale.strings("sentences.openers"))
    titles = Set(locale.strings("press.titles"))
    let lists = ["numbers.months", "weekdays"].flatMap { locale[$0]?.list ?? [] }
    dates = Set(lists.flatMap(\.strings).flatMap(Self.forms).map(Self.folded))
  }

  /// The runs in a text, whose words stand at `places`.
  func runs(of places: [WordPlaces.Place], in text: [UInt8]) -> [Run] {
    var result: [Run] = []
    var current = Run(words: [], isInitial: true)
    func close() {
      if !current.words.isEmpty { result.append(current) }
      current = Run(words: [], isInitial: true)
    }
    var last: Int?
    for place in places {
      defer { last = place.range.upperBound }
      guard place.isCapitalised else {
        close()
        continue
      }
      let token = Token(text, place)
      if let word = current.words.last, !word.adjoins(token, in: text) { close() }
      let startsSentence = last.map { endsSentence(text[$0..<place.range.lowerBound]) } ?? true
      let name = token.name
      if !ordinary.contains(Self.folded(name)), !(startsSentence && openers.contains(name)) {
        if current.words.isEmpty { current.isInitial = startsSentence }
        current.words.append(token)
      } else {
        close()
      }
    }
    close()
    return result
  }

  /// Whether a word stands before people's names and is no part of them.
  func isTitle(_ word: String) -> Bool { titles.contains(word) }

  /// Whether all words of a name are months or days of the week, as in `Sat, Nov 5`.
  func isDate(_ name: String) -> Bool {
    name.split(separator: " ").allSatisfy { dates.contains(Self.folded(String($0))) }
  }

  /// The forms that an entry of the locale data stands for: a word, or a stem and its endings.
  private static func forms(_ entry: String) -> [String] {
    let parts = entry.split(separator: "|", maxSplits: 1)
    guard parts.count == 2 else { return [entry] }
    return parts[1].split(separator: " ").map { $0 == "-" ? String(parts[0]) : String(parts[0] + $0) }
  }

  /// In small letters, the apostrophe straight.
  private static func folded(_ word: String) -> String {
    let word = word.lowercased()
    // Hardly a word has the mark, and splitting costs far more than looking for its first byte.
    guard word.utf8.contains(0xE2) else { return word }
    return word.split(separator: "\u{2019}", omittingEmptySubsequences: false).joined(separator: "'")
  }

  /// Whether a mark between two words ends a sentence or opens a quotation.
  ///
  /// These are . ! ? : " « and what Unicode calls general punctuation, whose second byte is 0x80.
  private func endsSentence(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.contains { [0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x0A, 0x80, 0xAB].contains($0) }
  }
}

extension Token {
  /// Whether it begins with a capital.
  var isCapitalised: Bool { text.first?.isCapital == true }

  /// Whether it is wholly in capitals, the possessive aside.
  var isAbbreviation: Bool {
    text.dropFirst().dropLast(isPossessive ? 2 : 0).allSatisfy(\.isCapital)
  }

  /// Whether it ends in 's.
  var isPossessive: Bool {
    guard text.count > 2, text.last == "s" else { return false }
    let mark = text[text.count - 2]
    return mark == "'" || mark == "\u{2019}"
  }

  /// Whether another word stands beside it, so that both may be one name: what has a possessive ends its name.
  func adjoins(_ next: Token, in text: [UInt8]) -> Bool {
    let between = text[range.upperBound..<next.range.lowerBound]
    return (between.elementsEqual([0x20]) || between.elementsEqual([0x2D])) && !isPossessive
  }

  /// The word without 's.
  var name: String { String(letters: text.dropLast(isPossessive ? 2 : 0)) }
}
