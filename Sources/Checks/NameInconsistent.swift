import Locales
import Terminology
import Units

/// Names that no glossary has, rendered in different ways in one article or across those of a run.
struct NameInconsistent: ComparingCheck {
  let rules: [Rule]

  private let terms: TermMatchers?
  private let spellings = PerLocale { PressSpelling($0) }

  /// Without a glossary every name is one that it lacks, and the rule runs only where somebody asks for it.
  init(_ terms: TermMatchers?) {
    self.terms = terms
    rules = [
      Rule(
        Self.name, .warning, activation: .withGlossary,
        summary: "A name that no glossary has is rendered in different ways, in an article or across the files.",
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

  func check(_ bitext: Bitext, report: (Finding) -> Void, keep: (ArticleName) -> Void) {
    let matcher = terms.map { $0[bitext.sourceLocale] }
    let found = NameSpellings(units: bitext.units, spellings[bitext.targetLocale]) { name in
      matcher.map { !$0.matches(in: Array(name.utf8)).isEmpty } ?? false
    }
    for name in found.names {
      // Without a spelling that the article has settled on, any of them may be the wrong one.
      let settled = name.spellings.count == 1 ? 0 : name.settled
      for (index, spelling) in name.spellings.enumerated() where index != settled {
        let others = settled.map { [$0] } ?? name.spellings.indices.filter { $0 != index }
        let names = others.map { Self.counted(name.spellings[$0]) }.joined(separator: ", ")
        for place in spelling.occurrences {
          let message = "\(name.text) is \(place.text) here and \(names) in the article; settle on one"
          report(Self.finding(message, place, bitext))
        }
      }
      guard let settled, let place = name.spellings[settled].occurrences.first else { continue }
      keep(
        ArticleName(
          use: .spelled(word: name.text, whole: name.whole, name.spellings[settled]),
          finding: Self.finding("", place, bitext)))
    }
  }

  private static func finding(_ message: String, _ place: NameSpellings.Occurrence, _ bitext: Bitext) -> Finding {
    Finding(
      rule: name, severity: .warning, message: message, unit: bitext.units[place.unit].id, segment: place.segment,
      inTarget: place.range)
  }

  private static func counted(_ spelling: NameSpellings.Spelling) -> String {
    let count = spelling.occurrences.count
    return "\(spelling.shortest) \(count == 1 ? "once" : "\(count) times")"
  }
}
