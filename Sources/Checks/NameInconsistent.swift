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
            "en", "Warrender left. Warrender's aide stayed.", "ru", "Уоррендер уехал, помощник ⟦Варрендера⟧ остался."),
          Example(
            "en", "Warrender left. Warrender's aide stayed.", "kk", "Уоррендер кетті, ⟦Варрендердің⟧ көмекшісі қалды."),
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
      let usual = spellings[0]
      let times = usual.occurrences.count == 1 ? "once" : "\(usual.occurrences.count) times"
      for spelling in spellings.dropFirst() {
        for place in spelling.occurrences {
          report(
            Finding(
              rule: Self.name, severity: .warning,
              message: "\(name) is \(place.text) here and \(usual.shortest) \(times) in the article; settle on one",
              unit: bitext.units[place.unit].id, segment: place.segment, inTarget: place.range))
        }
      }
    }
  }
}
