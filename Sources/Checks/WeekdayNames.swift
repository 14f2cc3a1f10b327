internal import Locales
internal import YAML

/// The names of the days in a language.
struct WeekdayNames: Sendable {
  var trie = WordTrie()
  var endings = WordTrie()
  var names: [String] = []

  init(_ locale: Locale) {
    endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
    for (index, forms) in (locale["weekdays"]?.list ?? []).enumerated() {
      trie.insert(forms: forms.strings, entry: index)
      names.append(WordTrie.firstForm(forms.strings))
    }
  }

  /// The days named in a text, in order.
  func days(in text: [UInt8]) -> [(day: Int, range: Range<Int>)] {
    var result: [(Int, Range<Int>)] = []
    Letters.forEachWord(in: text) { word in
      guard let match = trie.match(text, at: word.lowerBound, endings: endings) else { return }
      result.append((match.entry, word.lowerBound..<match.end))
    }
    return result
  }
}
