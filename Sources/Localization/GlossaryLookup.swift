import Terminology
public import Units

/// `l10n glossary find` and `forms`: what the glossaries say of a name.
public struct GlossaryLookup: Sendable {
  private let glossary: Glossary
  private let languages = Languages()

  /// The glossaries that a command line names, or else the configured ones.
  ///
  /// - Throws: ``Failure`` where there is none, or one can't be read.
  public init(_ configuration: Configuration, glossaries: [String]) throws(Failure) {
    glossary = try GlossaryFiles(reading: try configuration.glossaryPaths(glossaries)).glossary
  }

  /// The entries that a text names in any language and form; where there is none, the nearest ones.
  ///
  /// - Returns: The lines, and whether the text names an entry.
  public func find(_ text: String) -> (lines: [String], isFound: Bool) {
    let lookup = TermLookup(glossary) { [languages] in languages[$0].locale }
    let hits = lookup.hits(for: text)
    var lines: [String] = []
    var last: Int?
    for hit in hits {
      if last != hit.concept {
        if last != nil { lines.append("") }
        lines += entry(hit.concept)
      }
      last = hit.concept
      lines.append("    \(hit.text): \(described(hit))")
    }
    if !hits.isEmpty { return (lines, true) }
    for hit in lookup.nearest(to: text) {
      if !lines.isEmpty { lines.append("") }
      lines += entry(hit.concept)
    }
    return (lines, false)
  }

  /// All forms that are accepted for the entry `id`, by language and case.
  ///
  /// - Throws: ``Failure`` where there is no such entry.
  public func forms(of id: String, in only: [LanguageTag]) throws(Failure) -> [String] {
    guard let index = glossary.concepts.firstIndex(where: { $0.id == id }) else {
      let ids = glossary.concepts.map(\.id)
      let part = ids.first { $0.split(separator: "-").contains(id[...]) }
      let near = (part ?? Spelling.nearest(to: id, among: ids)).map { "did you mean \($0)?" }
      throw Failure("no entry has the id \(id)", remedy: near ?? "`l10n glossary find TEXT` looks names up")
    }
    let concept = glossary.concepts[index]
    var lines = [heading(concept)]
    for tag in concept.terms.keys.sorted(by: { $0.bcp47 < $1.bcp47 })
    where only.isEmpty || only.contains(where: { $0.matches(tag) }) {
      // The entry alone: others of the glossary are of no matter and take time.
      let matcher = TermMatcher(Glossary([concept]), languages[tag].locale)
      if !matcher.inflects { lines.append("  (how names inflect in \(tag) is not known)") }
      for name in matcher.acceptedForms(of: 0) {
        let what = [name.status.name, name.extent == .surname ? "surname alone" : ""].filter { !$0.isEmpty }
        lines += ["", "  \(tag)  \(name.term) (\(what.joined(separator: ", ")))"]
        let width = name.rows.map(\.cell.count).max() ?? 0
        for row in name.rows {
          let gap = row.cell.isEmpty ? "" : String(repeating: " ", count: width - row.cell.count + 2)
          lines.append("    \(row.cell)\(gap)\(row.forms.joined(separator: ", "))")
        }
      }
    }
    return lines
  }

  private func heading(_ concept: Concept) -> String {
    "\(concept.id) (\(concept.kind.rawValue), \(concept.status.rawValue))"
  }

  private func entry(_ index: Int) -> [String] {
    let concept = glossary.concepts[index]
    let terms = concept.terms.sorted { $0.key.bcp47 < $1.key.bcp47 }
    return [heading(concept)]
      + terms.map { tag, term in
        let others = term.all.dropFirst().map { "\($0.text) (\($0.status.name))" }
        return "  \(tag)  " + ([term.preferred] + others).joined(separator: ", ")
      } + (concept.note.isEmpty ? [] : ["  \(concept.note)"])
  }

  private func described(_ hit: TermLookup.Hit) -> String {
    let form = hit.text == hit.term ? "" : "a form of \(hit.term), "
    let cells = hit.cells.isEmpty ? "" : "; " + hit.cells.joined(separator: " or ")
    return "\(form)\(hit.status.name) in \(hit.language)\(cells)"
  }
}

extension Term.Status {
  /// The name for people.
  var name: String { "\(self)" }
}
