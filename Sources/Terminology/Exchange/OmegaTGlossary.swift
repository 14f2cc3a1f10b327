public import Units

extension Glossary {
  /// The names of two languages as OmegaT's own glossary: a tab between source, target and comment, in UTF-8.
  ///
  /// A line for each name that a source may have; what is not to be used stands in the comment.
  public func omegat(from source: LanguageTag, to target: LanguageTag) -> [UInt8] {
    var text = ""
    for concept in concepts where concept.status != .deprecated {
      guard let from = concept.term(in: source), let to = concept.term(in: target) else { continue }
      var comment: [String] = []
      if concept.status == .proposed { comment.append("proposed") }
      if !concept.note.isEmpty { comment.append(concept.note) }
      if !to.admitted.isEmpty { comment.append("also: " + to.admitted.joined(separator: ", ")) }
      if !to.deprecated.isEmpty { comment.append("not: " + to.deprecated.joined(separator: ", ")) }
      for (name, status) in from.all where status != .deprecated {
        let short = status == .abbreviation ? to.abbreviation : nil
        let cells = [name, short ?? to.preferred, comment.joined(separator: "; ")]
        text +=
          cells.map { $0.split { $0.isNewline || $0 == "\t" }.joined(separator: " ") }.joined(separator: "\t") + "\n"
      }
    }
    return Array(text.utf8)
  }
}
