public import Locales
public import Units

/// Looks a name up in all languages of a glossary, in any form.
public struct TermLookup: Sendable {
  /// A concept that a text names.
  public struct Hit: Hashable, Sendable {
    /// Its index in the glossary.
    public var concept: Int
    /// The language that the name was found in.
    public var language: LanguageTag
    /// What was found: a part of the text, or the name that is near to it.
    public var text: String
    /// The name of the glossary that it is a form of.
    public var term: String
    /// How the name stands to the editors' choice.
    public var status: Term.Status
    /// The cells that the form may stand in: `genitive, plural`.
    public var cells: [String]
  }

  private let glossary: Glossary
  private let languages: [LanguageTag]
  private let matchers: TermMatchers
  private let locale: @Sendable (LanguageTag) -> Locale

  /// A look-up in a glossary's languages; `locale` gives the facts about one.
  public init(_ glossary: Glossary, locale: @escaping @Sendable (LanguageTag) -> Locale) {
    self.glossary = glossary
    self.locale = locale
    languages = glossary.languages.sorted { $0.bcp47 < $1.bcp47 }
    matchers = TermMatchers(glossary)
  }

  /// The concepts named in `text`, in the order of the glossary; a language that says no more is left out.
  public func hits(for text: String) -> [Hit] {
    let bytes = Array(text.utf8)
    var result: [Hit] = []
    for tag in languages {
      let matcher = matchers[locale(tag)]
      for match in matcher.matches(in: bytes) {
        let hit = Hit(
          concept: match.concept, language: tag, text: String(decoding: bytes[match.range.bytes], as: UTF8.self),
          term: match.term, status: match.status, cells: matcher.cellNames(of: match))
        if !result.contains(where: { $0.concept == hit.concept && $0.language == tag && $0.text == hit.text }) {
          result.append(hit)
        }
      }
    }
    return result.sorted { ($0.concept, $0.language.bcp47) < ($1.concept, $1.language.bcp47) }
  }

  /// The concepts whose names are nearest to `text`, the nearest first, at most so many.
  public func nearest(to text: String, atMost limit: Int = 3) -> [Hit] {
    let wanted = lowercase(Array(text.unicodeScalars))
    var near: [(distance: Int, hit: Hit)] = []
    for (index, concept) in glossary.concepts.enumerated() {
      var best: (distance: Int, hit: Hit)?
      for tag in languages {
        for (name, status) in concept.terms[tag]?.all ?? [] {
          // A surname is asked for as often as the whole name.
          let parts = [name] + (concept.kind == .person ? name.split(separator: " ").map(String.init) : [])
          for part in parts {
            let scalars = lowercase(Array(part.unicodeScalars))
            let allowed = max(1, wanted.count / 3)
            guard let distance = editDistance(wanted, scalars, atMost: allowed), distance < scalars.count else {
              continue
            }
            if let best, best.distance <= distance { continue }
            best = (distance, Hit(concept: index, language: tag, text: part, term: name, status: status, cells: []))
          }
        }
      }
      if let best { near.append(best) }
    }
    return near.sorted { ($0.distance, $0.hit.concept) < ($1.distance, $1.hit.concept) }.prefix(limit).map(\.hit)
  }
}
