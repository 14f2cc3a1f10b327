internal import Locales
internal import YAML

/// The names of the months in a language.
struct MonthNames: Sendable {
  var trie = WordTrie()
  var endings = WordTrie()
  var names: [String] = []
  /// Months whose names mean something else as well: may, march; only beside a number are they sure.
  var ambiguous: Set<Int> = []
  /// Whether the names of months are written with a capital.
  var haveCapitals = false

  /// Those of each language.
  static let ofLocales = PerLocale { MonthNames($0) }

  private init(_ locale: Locale) {
    endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
    for (index, forms) in (locale["numbers.months"]?.list ?? []).enumerated() {
      trie.insert(forms: forms.strings, entry: index)
      names.append(WordTrie.firstForm(forms.strings))
    }
    haveCapitals = locale["numbers.capital-months"]?.bool ?? false
    ambiguous = Set((locale["numbers.ambiguous-months"]?.list ?? []).compactMap { $0.int.map { $0 - 1 } })
  }

  /// A word of a text that is the name of a month.
  struct Mention {
    /// From 0 on.
    let month: Int
    let range: Range<Int>
    /// Whether nothing else can be meant.
    let isSure: Bool
    /// Whether the month may be meant: where months have capitals, one in small letters is another word.
    let mayBeMeant: Bool
  }

  /// The months named in a text, in order.
  func months(in text: [UInt8]) -> [Mention] {
    var result: [Mention] = []
    Letters.forEachWord(in: text) { word in
      guard let match = trie.match(text, at: word.lowerBound, endings: endings) else { return }
      let range = word.lowerBound..<match.end
      let isSure = !ambiguous.contains(match.entry) || Self.isBesideNumber(text, range)
      let isCapital = range.lowerBound > 0 && Letters.beginsWithCapital(text, range)
      result.append(
        Mention(month: match.entry, range: range, isSure: isSure, mayBeMeant: isSure || isCapital || !haveCapitals))
    }
    return result
  }

  private static func isBesideNumber(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let after = range.upperBound + Letters.space(text, range.upperBound)
    return Letters.isDigit(text, range.lowerBound - 2) || Letters.isDigit(text, after)
  }
}
