internal import Locales

/// The forms of one name that a matcher accepts.
public struct AcceptedForms: Hashable, Sendable {
  /// A cell of the paradigm: its name, and what may stand in it.
  public struct Row: Hashable, Sendable {
    /// The case, behind it the gender, the plural or the state of the suffixes: `genitive, plural`.
    public var cell: String
    /// The forms, the likeliest first.
    public var forms: [String]
  }

  /// The name as the glossary has it.
  public var term: String
  /// How it stands to the editors' choice.
  public var status: Term.Status
  /// Whether it is the whole name or a surname alone.
  public var extent: TermMatch.Extent
  /// The cells, in the order of the paradigm; one without a name where the name does not inflect.
  public var rows: [Row]
}

/// How many forms of a cell are listed: the words of a long name may each have several.
private let formLimit = 12

extension TermMatcher {
  /// All that is accepted for a concept, a name after the other, so that an editor can see and veto it.
  public func acceptedForms(of concept: Int) -> [AcceptedForms] {
    lexicon.patterns(of: concept).map { pattern in
      AcceptedForms(term: pattern.text, status: pattern.status, extent: pattern.extent, rows: rows(of: pattern))
    }
  }

  /// The name of each cell that a match may stand in.
  public func cellNames(of match: TermMatch) -> [String] {
    guard match.cells != .all else { return [] }
    return cells.compactMap { match.cells.intersection($0.cell).isEmpty ? nil : $0.name }
  }

  private var cells: [(cell: Cells, name: String)] {
    (0..<4).flatMap { group in
      inflection.cases.prefix(16).enumerated().map { index, name in
        (Cells(group: group, case: index), [name, groupName(group)].filter { !$0.isEmpty }.joined(separator: ", "))
      }
    }
  }

  /// The groups of a table are genders and the plural, those of a graph the states passed.
  private func groupName(_ group: Int) -> String {
    guard inflection.graph != nil else { return DeclensionClass.groups[group & 3] }
    let states = locale.strings("names.groups")
    return states.enumerated().compactMap { group & (1 << $0) == 0 ? nil : $1 }.joined(separator: ", ")
  }

  private func rows(of pattern: Lexicon.Pattern) -> [AcceptedForms.Row] {
    let forms = lexicon.parts(of: pattern).map { inflected($0.word).forms }
    guard forms.joined().contains(where: { $0.cells != .all }) else {
      return [AcceptedForms.Row(cell: "", forms: joined(pattern, forms.map { $0.map(\.text) }))]
    }
    return cells.compactMap { cell, name in
      let fitting = forms.map { $0.filter { !$0.cells.intersection(cell).isEmpty }.map(\.text) }
      guard fitting.allSatisfy({ !$0.isEmpty }) else { return nil }
      return AcceptedForms.Row(cell: name, forms: joined(pattern, fitting))
    }
  }

  /// Each choice of a form for every word.
  private func joined(_ pattern: Lexicon.Pattern, _ choices: [[[Unicode.Scalar]]]) -> [String] {
    var result = [""]
    for (position, forms) in choices.enumerated() {
      let before = position == 0 ? "" : lexicon.part(position, of: pattern).isHyphenated ? "-" : " "
      let texts = forms.map { String(letters: $0) }.reduce(into: [String]()) { list, text in
        if !list.contains(text) { list.append(text) }
      }
      .sorted { ($0.unicodeScalars.count, $0) < ($1.unicodeScalars.count, $1) }
      result = Array(result.flatMap { start in texts.map { start + before + $0 } }.prefix(formLimit))
    }
    return result
  }
}
