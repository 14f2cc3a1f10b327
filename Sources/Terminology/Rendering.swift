public import Units

extension Glossary {
  /// How a name found in a source is rendered in another language, for a note to translators: the surname alone where
  /// the source has the surname alone, the abbreviation for an abbreviation.
  public func rendering(of match: TermMatch, in language: LanguageTag) -> (source: String, target: String)? {
    guard match.concept < concepts.count, let target = concepts[match.concept].term(in: language) else { return nil }
    if match.status == .abbreviation, let abbreviation = target.abbreviation { return (match.term, abbreviation) }
    guard match.extent == .surname else { return (match.term, target.preferred) }
    func surname(_ name: String) -> String { name.split(separator: " ").last.map(String.init) ?? name }
    return (surname(match.term), surname(target.preferred))
  }
}
