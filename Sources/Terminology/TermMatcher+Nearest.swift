internal import Locales
internal import Units

extension TermMatcher {
  typealias Form = (text: [Unicode.Scalar], cells: Cells)
  typealias Near = (diagnosis: Diagnosis, cells: Cells, distance: Int)

  /// What a word of the text is to the forms of a word of a name: one licence at a time, the mildest first.
  func nearest(_ token: Token, _ forms: [Form], _ word: Word) -> Near? {
    func near(_ reason: Diagnosis.Reason, _ form: Form, _ distance: Int) -> Near {
      let right = String(String.UnicodeScalarView(form.text))
      let found = String(String.UnicodeScalarView(token.text))
      return (
        Diagnosis(range: TextRange(bytes: token.range), found: found, reason: reason, replacement: right), form.cells,
        distance
      )
    }
    let plain = token.text.map { lookalikes[$0] ?? $0 }
    if plain != token.text, let form = forms.first(where: { $0.text == plain }) { return near(.lookalike, form, 0) }
    let lower = lowercase(token.text)
    if let form = forms.first(where: { lowercase($0.text) == lower }) {
      return form.text == token.text ? nil : near(.capitals, form, 0)
    }
    // A short name is near too many other words.
    guard word.text.count >= 4, isCapitalRight(token, word) else { return nil }
    if let form = wrongEnding(token, forms, word) { return near(.ending, form, 0) }
    var best: Near?
    for form in forms where form.text.count >= 5 {
      let limit = form.text.count >= 7 && lower.first == lowercase([form.text[0]])[0] ? 2 : 1
      guard let distance = editDistance(lower, lowercase(form.text), atMost: limit) else { continue }
      if best.map({ distance < $0.distance }) ?? true {
        best = near(distance == 1 ? .spelling : .distantSpelling, form, distance)
      }
    }
    return best
  }

  /// A name in capitals is not looked for among words in lower case.
  private func isCapitalRight(_ token: Token, _ word: Word) -> Bool {
    guard let first = token.text.first, let wanted = word.text.first else { return false }
    return !wanted.properties.isUppercase || first.properties.isUppercase
  }

  /// The right form where the word's stem bears an ending of the language that is not its own.
  private func wrongEnding(_ token: Token, _ forms: [Form], _ word: Word) -> Form? {
    for stem in word.stems where stem.text.count >= 4 && token.text.starts(with: stem.text) {
      let ending = String(String.UnicodeScalarView(token.text.dropFirst(stem.text.count)))
      guard ending.count <= 5 else { continue }
      var meant: Cells = []
      for set in inflection.endings.dropFirst() { meant.formUnion(set[ending] ?? []) }
      if meant.isEmpty { continue }
      let fitting = forms.filter { !$0.cells.intersection(meant).isEmpty }
      let distances = fitting.map { editDistance($0.text, token.text, atMost: 6) ?? 7 }
      guard let least = distances.min(), let index = distances.firstIndex(of: least) else { continue }
      return fitting[index]
    }
    return nil
  }

  /// A surname's diagnosis with the given name before it, where something like the person's stands there.
  func widened(
    _ diagnosis: Diagnosis, _ cells: Cells, _ number: Int, _ tokens: [Token], _ pattern: Pattern, _ entry: Pattern
  ) -> Diagnosis {
    var result = diagnosis
    let found = Array(diagnosis.found.unicodeScalars)
    guard pattern.extent == .surname else {
      if pattern.status != .preferred, let right = form(of: entry, cells, words: 0..<entry.words.count, like: found),
        pattern.status == .admitted, entry.words.count == 1
      {
        result.replacement = right
      }
      return result
    }
    result.replacement =
      form(of: entry, cells, words: (entry.words.count - 1)..<entry.words.count, like: found) ?? result.replacement
    guard number > 0, entry.words.count > 1 else { return result }
    let given = words[Int(entry.words[0])]
    let before = tokens[number - 1]
    let isNear = forms(of: given).contains { editDistance($0.text, before.text, atMost: 2) != nil }
    guard isNear, before.text.first == given.text.first,
      let whole = form(of: entry, cells, words: 0..<entry.words.count, like: found)
    else { return result }
    result.range = TextRange(bytes: before.range.lowerBound..<diagnosis.range.upperBound.bytes)
    result.found = String(String.UnicodeScalarView(before.text)) + " " + diagnosis.found
    result.replacement = whole
    return result
  }

  /// A name of several words beside as many words of the text: each near to a form of its own.
  func aligned(
    _ tokens: [Token], _ pattern: Pattern, _ text: [UInt8], _ entry: Pattern
  ) -> (diagnosis: Diagnosis, distance: Int)? {
    var total = 0
    var cells = Cells.all
    var letters = 0
    for (token, id) in zip(tokens, pattern.words) {
      var nearest: (distance: Int, cells: Cells)?
      let lower = lowercase(token.text)
      for form in forms(of: words[Int(id)]) {
        guard let distance = editDistance(lower, lowercase(form.text), atMost: 2) else { continue }
        if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, form.cells) }
      }
      guard let nearest, token.text.count > 2 * nearest.distance + 1 else { return nil }
      total += nearest.distance
      letters += token.text.count
      if !cells.intersection(nearest.cells).isEmpty { cells = cells.intersection(nearest.cells) }
    }
    guard total <= 3, let first = tokens.first, let last = tokens.last else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    let found = String(decoding: text[range], as: UTF8.self)
    let target = pattern.status == .admitted ? pattern : entry
    let right = cells == .all ? nil : form(of: target, cells, words: 0..<target.words.count, like: last.text)
    guard right != found else { return nil }
    let reason: Diagnosis.Reason = total == 0 ? .agreement : total == 1 ? .spelling : .distantSpelling
    return (Diagnosis(range: TextRange(bytes: range), found: found, reason: reason, replacement: right), total)
  }

  /// The name as another language writes it, with this language's endings: «Жумангаринге» in a Kazakh text.
  func otherLanguage(_ concept: Int, _ tokens: [Token], _ entry: Pattern) -> Diagnosis? {
    var inflection = inflection
    for (tag, term) in glossary.concepts[concept].terms.sorted(by: { $0.key.bcp47 < $1.key.bcp47 })
    where !tag.matches(locale.tag) {
      let names = [term.preferred] + (term.abbreviation.map { [$0] } ?? [])
      for name in names {
        let kind = glossary.concepts[concept].kind
        let pieces = name.split(separator: " ")
        guard let last = pieces.last, pieces.count == 1 || kind == .person else { continue }
        var role = WordRole(labels: kind == .person ? [kind.rawValue, "surname"] : [kind.rawValue])
        let letters = Array(last.unicodeScalars)
        role.isAbbreviation = letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase }
        let stems = inflection.stems(of: letters, role: role).stems
        for form in forms(stems, inflection) {
          guard let index = tokens.firstIndex(where: { $0.text == form.text }) else { continue }
          let found = String(String.UnicodeScalarView(form.text))
          let position = (entry.words.count - 1)..<entry.words.count
          let isSame = kind == .person || entry.words.count == 1
          let right = isSame ? self.form(of: entry, form.cells, words: position, like: form.text) : nil
          guard right != found else { continue }
          return Diagnosis(
            range: TextRange(bytes: tokens[index].range), found: found, reason: .otherLanguage, replacement: right)
        }
      }
    }
    return nil
  }
}
