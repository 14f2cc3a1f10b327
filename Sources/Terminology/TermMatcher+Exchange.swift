internal import Units

/// One name in place of another.
extension TermMatcher {
  /// The name of another concept as it stands in the cell of a match, such that the text around it stays right; nil where
  /// that is not certain.
  ///
  /// It is where the editors stand behind the other name, both are of one kind and one gender, as much of the name stands
  /// there, and all cells that the match may stand in give the same form.
  public func form(of concept: Int, inPlaceOf match: TermMatch, in text: [UInt8]) -> String? {
    guard glossary.concepts.indices.contains(concept), glossary.concepts[concept].status == .approved,
      glossary.concepts[concept].kind == glossary.concepts[match.concept].kind,
      match.status == .preferred || match.status == .abbreviation, let old = pattern(of: match),
      let new = lexicon.patterns(of: concept).first(where: { $0.status == match.status && $0.extent == match.extent })
    else { return nil }
    let (oldCells, newCells) = (cells(of: old), cells(of: new))
    let stands = match.cells.intersection(oldCells)
    guard genders(oldCells) == genders(newCells), genders(newCells).count < 2 else { return nil }
    let found = Array(String(decoding: text[match.range.bytes], as: UTF8.self).unicodeScalars)
    var forms: Set<String> = []
    for group in 0..<4 {
      for index in 0..<16 where stands.contains(Cells(group: group, case: index)) {
        let cell = Cells(group: group, case: index)
        guard let form = form(of: new, cell, words: new.positions, like: found) else { return nil }
        forms.insert(form)
      }
    }
    return forms.count == 1 ? forms.first : nil
  }

  /// Whether two matches may stand in the same cell.
  public func share(cellOf left: TermMatch, _ right: TermMatch) -> Bool {
    !left.cells.intersection(right.cells).isEmpty
  }

  /// The name that a match is a form of.
  func pattern(of match: TermMatch) -> Lexicon.Pattern? {
    lexicon.patterns(of: match.concept).first {
      $0.text == match.term && $0.extent == match.extent && $0.status == match.status
    }
  }

  /// The cells that a whole name has forms for.
  private func cells(of pattern: Lexicon.Pattern) -> Cells {
    lexicon.parts(of: pattern).reduce(.all) { cells, part in
      cells.intersection(inflected(part.word).forms.reduce(into: []) { $0.formUnion($1.cells) })
    }
  }

  /// The genders that the nominatives of cells have: none where suffixes hang on the name, as these have no gender.
  private func genders(_ cells: Cells) -> Set<Int> {
    guard inflects, inflection.graph == nil else { return [] }
    return Set((0..<3).filter { cells.contains(Cells(group: $0, case: 0)) })
  }
}
