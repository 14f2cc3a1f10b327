internal import Locales
internal import YAML

/// The words of a language for parts of a whole: half, a third, four fifths.
struct Fractions: Sendable {
  /// A part with the place of its words.
  struct Place {
    var name: String
    var range: Range<Int>
  }

  private var words = WordTrie()
  private var endings = WordTrie()
  private var names: [String] = []

  init(_ locale: Locale) {
    endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
    for (key, forms) in locale["numbers.fractions"]?.entries ?? [] {
      words.insert(forms: forms.strings, entry: names.count)
      names.append(key.string ?? "")
    }
  }

  /// The one part that the target has in place of the source's only other one; nil where nothing is surely wrong.
  func wrong(in target: [UInt8], for source: [UInt8], _ sourceWords: Fractions) -> (wanted: Place, found: Place)? {
    let found = places(in: target)
    guard !found.isEmpty, case let wanted = sourceWords.places(in: source), !wanted.isEmpty else { return nil }
    let missing = wanted.filter { part in !found.contains { $0.name == part.name } }
    let extra = found.filter { part in !wanted.contains { $0.name == part.name } }
    guard Set(missing.map(\.name)).count == 1, Set(extra.map(\.name)).count == 1 else { return nil }
    return (missing[0], extra[0])
  }

  private func places(in text: [UInt8]) -> [Place] {
    words.places(in: text, endings: endings).map { Place(name: names[$0.entry], range: $0.range) }
  }
}
