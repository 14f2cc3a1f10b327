internal import Locales
internal import Units
internal import YAML

/// A month in the target that is not the source's.
struct DateMismatch: Check {
  static let rule = Rule(
    "date-mismatch", .error, summary: "The target names another month than the source.",
    examples: [
      Example("en", "The mine opens on June 12.", "ru", "Шахта откроется 12 ⟦июля⟧."),
      Example("en", "The mine opens on June 12.", "ru", "Шахта откроется 12 июня."),
      Example("en", "The mine opens on June 12.", "kk", "Кеніш 12 ⟦шілдеде⟧ ашылады."),
      Example("en", "It may open in June.", "ru", "Она может открыться в июне."),
      Example("en", "The mine opens on June 12.", "ru", "Шахта откроется 12.06."),
    ])

  /// The names of the months in a language.
  private struct Months: Sendable {
    var trie = WordTrie()
    var endings = WordTrie()
    var names: [String] = []
    /// Months whose names mean something else as well: may, march; only beside a number are they sure.
    var ambiguous: Set<Int> = []

    init(_ locale: Locale) {
      endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
      for (index, forms) in (locale["numbers.months"]?.list ?? []).enumerated() {
        trie.insert(forms: forms.strings, entry: index)
        names.append(WordTrie.firstForm(forms.strings))
      }
      ambiguous = Set((locale["numbers.ambiguous-months"]?.list ?? []).compactMap { $0.int.map { $0 - 1 } })
    }

    /// The months named in a text, in order.
    func months(in text: [UInt8]) -> [(month: Int, range: Range<Int>, isSure: Bool)] {
      var result: [(Int, Range<Int>, Bool)] = []
      var at = 0
      while at < text.count {
        guard Letters.isLetter(text, at) else {
          at += Letters.length(text, at)
          continue
        }
        let end = max(Letters.wordEnd(text, at), at + 1)
        if let match = trie.match(text, at: at, endings: endings) {
          let isSure = !ambiguous.contains(match.entry) || Self.isBesideNumber(text, at..<match.end)
          result.append((match.entry, at..<match.end, isSure))
        }
        at = end
      }
      return result
    }

    private static func isBesideNumber(_ text: [UInt8], _ range: Range<Int>) -> Bool {
      let after = range.upperBound + Letters.space(text, range.upperBound)
      return Letters.isDigit(text, range.lowerBound - 2) || Letters.isDigit(text, after)
    }
  }

  private let months = PerLocale { Months($0) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let (source, target) = (months[bitext.sourceLocale], months[bitext.targetLocale])
    guard source.names.count == 12, target.names.count == 12 else { return }
    for unit in bitext.units where unit.isTranslatable { check(unit, source, target, report) }
  }

  /// Checks the months of a unit together: only a month in place of another is wrong.
  private func check(_ unit: Unit, _ source: Months, _ target: Months, _ report: (Finding) -> Void) {
    var wanted: [(month: Int, isSure: Bool)] = []
    var found: [(segment: Int, month: Int, range: Range<Int>, isSure: Bool)] = []
    for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
      guard let translation = segment.target?.text, !translation.isEmpty else { continue }
      wanted += source.months(in: segment.source.text).map { ($0.month, $0.isSure) }
      found += target.months(in: translation).map { (index, $0.month, $0.range, $0.isSure) }
    }
    let missing = wanted.filter { month in month.isSure && !found.contains { $0.month == month.month } }.map(\.month)
    let extra = found.filter { place in place.isSure && !wanted.contains { $0.month == place.month } }
    for (month, place) in zip(missing, extra) {
      let message = "\(target.names[place.month]) stands where the source has \(source.names[month])"
      report(Self.rule.finding(message, unit, place.segment, place.range))
    }
  }
}
