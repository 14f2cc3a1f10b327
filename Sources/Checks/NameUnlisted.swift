import Locales
import Terminology
import Units

/// Names of several articles that no glossary has.
struct NameUnlisted: ComparingCheck {
  let rules: [Rule]

  private let terms: TermMatchers?
  private let censuses = PerLocale { NameCensus($0) }
  /// What parts the names of the glossary have: Emergency Situations is none by itself.
  private let parts: PerLocale<Set<String>>
  private let proposals = PerLocale { NameProposal($0) }

  /// Without a glossary every name is one that it lacks, and the rule runs only where somebody asks for it.
  init(_ terms: TermMatchers?) {
    self.terms = terms
    parts = PerLocale { terms?.glossary.parts(in: $0.tag) ?? [] }
    // What fires depends on the articles before, so there is no example in one.
    rules = [
      Rule(
        Self.name, .note, activation: .withGlossary,
        summary: "A name of three articles or more is in no glossary; an entry is proposed.", examples: [])
    ]
  }

  static let name = "name-unlisted"

  func check(_ bitext: Bitext, report: (Finding) -> Void, keep: (ArticleName) -> Void) {
    var census = censuses[bitext.sourceLocale]
    var texts: [(unit: Int, segment: Int)] = []
    census.beginArticle()
    for (number, unit) in bitext.units.enumerated() where unit.isTranslatable {
      for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
        census.add(segment.source.text)
        texts.append((number, index))
      }
    }
    let matcher = terms.map { $0[bitext.sourceLocale] }
    let parts = parts[bitext.sourceLocale]
    let proposal = proposals[bitext.sourceLocale]
    let entries = census.entries(minimumArticles: 1).sorted { ($0.firstText, $0.name) < ($1.firstText, $1.name) }
    for entry in entries {
      // Abbreviations are mostly of things that need no entry.
      guard entry.name.unicodeScalars.contains(where: \.properties.isLowercase), !parts.contains(entry.name),
        matcher?.matches(in: Array(entry.name.utf8)).isEmpty ?? true
      else { continue }
      let place = texts[entry.firstText]
      let finding = Finding(
        rule: Self.name, severity: .note, message: "", unit: bitext.units[place.unit].id, segment: place.segment)
      keep(ArticleName(use: .mentioned(entry, proposal), finding: finding))
    }
  }
}
