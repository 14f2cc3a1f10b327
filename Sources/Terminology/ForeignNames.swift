internal import Locales
internal import Synchronization
internal import Units

/// The names of concepts as other languages write them, with the endings that a language's texts give them.
///
/// Those of a concept are made when it is first asked for, which is where a text lacks its name, and kept.
final class ForeignNames: Sendable {
  /// A stem of a name, with the endings that may hang on it.
  struct Name: Sendable {
    var stem: Stem
    var endings: EndingSet
  }

  private struct Made {
    /// Grows by the kinds of stems that the language's own names don't have.
    var inflection: Inflection
    var names: [Int: [Name]] = [:]
  }

  private let made = Mutex<Made?>(nil)

  /// The names of a concept of the matcher's glossary in all languages but the matcher's.
  func names(of concept: Int, in matcher: TermMatcher) -> [Name] {
    made.withLock { made in
      var known = made ?? Made(inflection: matcher.inflection)
      if let names = known.names[concept] { return names }
      // Held by nobody else meanwhile, so that it grows in place.
      made = nil
      let names = Self.names(of: matcher.glossary.concepts[concept], matcher, &known.inflection)
      known.names[concept] = names
      made = known
      return names
    }
  }

  private static func names(
    of concept: Concept, _ matcher: TermMatcher, _ inflection: inout Inflection
  ) -> [Name] {
    var result: [Name] = []
    for (tag, term) in concept.terms.sorted(by: { $0.key.bcp47 < $1.key.bcp47 })
    where !tag.matches(matcher.locale.tag) {
      for text in [term.preferred] + (term.abbreviation.map { [$0] } ?? []) {
        let pieces = text.split(separator: " ")
        guard let last = pieces.last, pieces.count == 1 || concept.kind == .person else { continue }
        var role = WordRole(labels: WordLabels(concept.kind.rawValue))
        if concept.kind == .person { role.labels.insert(.surname) }
        let letters = Array(last.unicodeScalars)
        role.isAbbreviation = letters.isAllCapitals
        for stem in inflection.stems(of: letters, role: role).stems {
          result.append(Name(stem: stem, endings: inflection.endings[stem.endings]))
        }
      }
    }
    return result
  }
}
