internal import Locales
internal import Units
internal import YAML

/// Names that stand in the nominative after a preposition that takes other cases.
extension TermMatcher {
  /// The cells of the cases that each preposition of the language takes.
  static func prepositions(_ locale: Locale, _ cases: [String]) -> [[Unicode.Scalar]: Cells] {
    var result: [[Unicode.Scalar]: Cells] = [:]
    for (key, words) in locale["names.prepositions"]?.entries ?? [] {
      var cells: Cells = []
      for name in (key.string ?? "").split(separator: " ") {
        guard let index = cases.firstIndex(of: String(name)) else { continue }
        for group in 0..<4 { cells.insert(Cells(group: group, case: index)) }
      }
      for word in words.strings { result[Array(word.unicodeScalars), default: []].formUnion(cells) }
    }
    return result
  }

  /// What is wrong with the case of a name after a preposition, or nil.
  ///
  /// `rivals` are the matches at one place: any of them may be meant. The right form is only said where all cases that
  /// the preposition takes have the same.
  public func diagnoseCase(of rivals: [TermMatch], in text: [UInt8]) -> Diagnosis? {
    guard !prepositions.isEmpty, let match = rivals.first, rivals.allSatisfy({ $0.status != .deprecated }),
      let taken = casesTaken(before: match.range.lowerBound.bytes, text), !isPartOfMore(match, text)
    else { return nil }
    var nominative: Cells = []
    // Not the plural's, which is an old accusative: избраться в президенты.
    for group in 0..<3 { nominative.insert(Cells(group: group, case: 0)) }
    guard
      rivals.allSatisfy({ !$0.cells.intersection(nominative).isEmpty && $0.cells.intersection(taken).isEmpty })
    else { return nil }
    let found = String(decoding: text[match.range.bytes], as: UTF8.self)
    return Diagnosis(
      range: match.range, found: found, reason: .uninflected, replacement: rightForm(of: match, taken, found))
  }

  /// The cases that the preposition directly before a byte takes; nil where none stands there.
  private func casesTaken(before end: Int, _ text: [UInt8]) -> Cells? {
    guard let token = Self.lastWord(in: text, upTo: end), let cells = prepositions[lowercase(token.text)] else {
      return nil
    }
    let gap = String(decoding: text[token.range.upperBound..<end], as: UTF8.self).unicodeScalars
    let isGap = gap.allSatisfy { $0.properties.isWhitespace || "«„“\"".unicodeScalars.contains($0) }
    return isGap && gap.contains(where: \.properties.isWhitespace) ? cells : nil
  }

  /// Whether a longer name goes on after the match: with a hyphen, or with another capital.
  private func isPartOfMore(_ match: TermMatch, _ text: [UInt8]) -> Bool {
    let rest = String(decoding: text[match.range.upperBound.bytes...].prefix(8), as: UTF8.self).unicodeScalars
    guard let first = rest.first else { return false }
    if "-–‑".unicodeScalars.contains(first) { return true }
    guard first.properties.isWhitespace, let next = rest.dropFirst().first else { return false }
    return next.properties.isUppercase || next.properties.numericType != nil
  }

  private func rightForm(of match: TermMatch, _ taken: Cells, _ found: String) -> String? {
    guard let pattern = pattern(of: match) else { return nil }
    // The name keeps its gender and number: only the case changes.
    var forms: Set<String> = []
    for group in 0..<4 where !Cells.group(group).intersection(match.cells).isEmpty {
      for index in inflection.cases.indices {
        let cell = Cells(group: group, case: index)
        guard taken.contains(cell) else { continue }
        if let form = form(of: pattern, cell, words: pattern.positions, like: Array(found.unicodeScalars)) {
          forms.insert(form)
        }
      }
    }
    return forms.count == 1 ? forms.first : nil
  }
}
