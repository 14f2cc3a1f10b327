import Locales
import Terminology
import Units

/// Names that no glossary has, rendered in different ways in one article.
struct NameInconsistent: Check {
  let rules: [Rule]

  private let terms: TermMatchers?
  private let spellings = PerLocale { PressSpelling($0) }

  /// Without a glossary every name is one that it lacks, and the rule runs only where somebody asks for it.
  init(_ terms: TermMatchers?) {
    self.terms = terms
    rules = [
      Rule(
        Self.name, .warning, isOnByDefault: terms != nil,
        summary: "A name that no glossary has is rendered in different ways.",
        examples: [
          Example(
            "en", "Warrender left. Warrender's aide stayed.", "ru", "Уоррендер уехал, помощник Уоррендера остался."),
          Example(
            "en", "Warrender left. Warrender's aide stayed.", "ru", "⟦Уоррендер⟧ уехал, помощник ⟦Варрендера⟧ остался."
          ),
          Example(
            "en", "Warrender left.‖Warrender spoke.‖Warrender sat.‖Warrender's aide stayed.",
            "kk", "Уоррендер кетті.‖Уоррендер сөйледі.‖Уоррендер отырды.‖⟦Варрендердің⟧ көмекшісі қалды."),
        ])
    ]
  }

  private static let name = "name-inconsistent"

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let matcher = terms.map { $0[bitext.sourceLocale] }
    let found = NameSpellings(units: bitext.units, spellings[bitext.targetLocale]) { name in
      matcher.map { !$0.matches(in: Array(name.utf8)).isEmpty } ?? false
    }
    for (name, spellings) in found.names where spellings.count > 1 {
      // Without a spelling that the article has settled on, any of them may be the wrong one.
      let settled = Self.settled(among: spellings)
      for (index, spelling) in spellings.enumerated() where index != settled {
        let others = settled.map { [$0] } ?? spellings.indices.filter { $0 != index }
        let names = others.map { Self.counted(spellings[$0]) }.joined(separator: ", ")
        for place in spelling.occurrences {
          report(
            Finding(
              rule: Self.name, severity: .warning,
              message: "\(name) is \(place.text) here and \(names) in the article; settle on one",
              unit: bitext.units[place.unit].id, segment: place.segment, inTarget: place.range))
        }
      }
    }
  }

  /// The spelling that stands three times or more, and more than twice as often as all others; nil where none does.
  private static func settled(among spellings: [NameSpellings.Spelling]) -> Int? {
    let counts = spellings.map(\.occurrences.count)
    return counts.firstIndex { $0 >= 3 && $0 > 2 * (counts.reduce(0, +) - $0) }
  }

  private static func counted(_ spelling: NameSpellings.Spelling) -> String {
    let count = spelling.occurrences.count
    return "\(spelling.shortest) \(count == 1 ? "once" : "\(count) times")"
  }
}
