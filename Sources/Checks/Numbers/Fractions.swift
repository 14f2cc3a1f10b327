internal import Locales
internal import YAML

/// The words of a language for parts of a whole: half, a third, four fifths.
struct Fractions: Sendable {
  /// A part with the place of its words.
  struct Place {
    var name: String
    /// Whether its words are nothing else: a third is an ordinal, too.
    var isCertain: Bool
    var range: Range<Int>
  }

  private var words = WordTrie()
  private var endings = WordTrie()
  private var parts: [(name: String, isCertain: Bool)] = []

  init(_ locale: Locale) {
    endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
    for (list, isCertain) in [("numbers.fractions", true), ("numbers.fractions-or-ordinals", false)] {
      for (key, forms) in locale[list]?.entries ?? [] {
        words.insert(forms: forms.strings, entry: parts.count)
        parts.append((key.string ?? "", isCertain))
      }
    }
  }

  /// The one part that the target has in place of the source's only other one; nil where nothing is surely wrong.
  func wrong(in target: [UInt8], for source: [UInt8], _ sourceWords: Fractions) -> (wanted: Place, found: Place)? {
    let found = places(in: target)
    guard !found.isEmpty, case let wanted = sourceWords.places(in: source), !wanted.isEmpty else { return nil }
    let missing = wanted.filter { part in part.isCertain && !found.contains { $0.name == part.name } }
    let extra = found.filter { part in part.isCertain && !wanted.contains { $0.name == part.name } }
    guard Set(missing.map(\.name)).count == 1, Set(extra.map(\.name)).count == 1 else { return nil }
    return (missing[0], extra[0])
  }

  private func places(in text: [UInt8]) -> [Place] {
    words.places(in: text, endings: endings).map {
      Place(name: parts[$0.entry].name, isCertain: parts[$0.entry].isCertain, range: $0.range)
    }
  }
}
