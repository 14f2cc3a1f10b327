public import Locales
internal import Units

/// What the words of a language say that makes a correction one of fact, not of wording.
public struct FactualWords: Sendable {
  /// What a word is about.
  public enum Fact: String, CaseIterable, Sendable { case numbers, names, dates, negation }

  private struct Vocabulary: Sendable {
    let numbers: NumberWriting
    let months: MonthNames
    let weekdays: WeekdayNames
    let negation: Negation

    init(_ locale: Locale) {
      numbers = NumberWriting.ofLocales[locale]
      months = MonthNames.ofLocales[locale]
      weekdays = WeekdayNames(locale)
      negation = Negation(locale)
    }

    /// Whether a word is a number; one is as often an article or a pronoun.
    func saysNumber(_ text: [UInt8]) -> Bool {
      var result = false
      Letters.forEachWord(in: text) { word in
        guard months.trie.match(text, at: word.lowerBound, endings: months.endings) == nil,
          let match = numbers.wordTrie.match(text, at: word.lowerBound, endings: numbers.endings)
        else { return }
        if case .value(DecimalValue(1)) = numbers.words[match.entry] { return }
        result = true
      }
      return result
    }
  }

  private let vocabularies = PerLocale { Vocabulary($0) }

  /// The words of every language, each made when it is first asked for.
  public init() {}

  /// What a word is about; a sentence's first word has a capital whatever it is.
  public func facts(of word: String, opensSentence: Bool, in locale: Locale) -> Set<Fact> {
    let vocabulary = vocabularies[locale]
    let text = Array(word.utf8)
    let isCapital =
      !opensSentence && word.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase == true
    var facts: Set<Fact> = []
    if !vocabulary.weekdays.days(in: text).isEmpty
      || vocabulary.months.months(in: text).contains(where: { $0.isSure || isCapital })
    {
      facts.insert(.dates)
    } else if isCapital {
      facts.insert(.names)
    }
    if word.unicodeScalars.contains(where: { $0.properties.numericType != nil }) || vocabulary.saysNumber(text) {
      facts.insert(.numbers)
    }
    if vocabulary.negation.isIn(text) { facts.insert(.negation) }
    return facts
  }
}
