internal import Locales
internal import Units

extension TermMatcher {
  typealias Near = (diagnosis: Diagnosis, cells: Cells, distance: Int)

  /// What a word of the text is to the forms of a word of a name: one licence at a time, the mildest first.
  func nearest(_ compared: ComparedWord, _ word: InflectedWord) -> Near? {
    let token = compared.token
    func near(_ reason: Diagnosis.Reason, _ form: InflectedWord.Form, _ distance: Int) -> Near {
      let right = String(letters: form.text)
      let found = String(letters: token.text)
      return (
        Diagnosis(range: TextRange(bytes: token.range), found: found, reason: reason, replacement: right), form.cells,
        distance
      )
    }
    if let (reason, form) = sameLetters(compared, word) { return reason.map { near($0, form, 0) } }
    // A short name is near too many other words.
    guard word.text.count >= 4, isCapitalRight(token, word) else { return nil }
    if let (form, isOnlyOne) = wrongEnding(token, word) {
      var result = near(.ending, form, 0)
      if !isOnlyOne { result.diagnosis.replacement = nil }
      return result
    }
    guard let (form, distance) = differentLetters(compared, word) else { return nil }
    var result = near(distance == 1 ? .spelling : .distantSpelling, form, distance)
    if mayBeAnotherCase(compared, word, than: form) { result.diagnosis.replacement = nil }
    return result
  }

  /// The form that a word is but for letters of another script or capitals, and in which of them it differs; nil where
  /// it is no form.
  private func sameLetters(
    _ compared: ComparedWord, _ word: InflectedWord
  ) -> (reason: Diagnosis.Reason?, form: InflectedWord.Form)? {
    if let plain = compared.plain, word.mayBe(plain), let form = word.forms.first(where: { $0.text == plain }) {
      return (.lookalike, form)
    }
    let folded = compared.folded
    guard word.mayBe(folded: folded),
      let form = word.forms.first(where: { $0.text.count == folded.count && alphabet.folded($0.text) == folded })
    else { return nil }
    let isSame = zip(form.text, compared.token.text).allSatisfy { $0.isCapital == $1.isCapital }
    return (isSame ? nil : .capitals, form)
  }

  /// The form that a word is nearest to by its letters or its sounds, and by how many letters it differs.
  private func differentLetters(
    _ compared: ComparedWord, _ word: InflectedWord, from shortest: Int = 5
  ) -> (form: InflectedWord.Form, distance: Int)? {
    let lower = compared.lower
    guard word.mayBeNear(lower, atMost: 3) else { return nil }
    // Letters that sound alike are no other name: Киахта is Кяхта.
    let keys = (press.key(of: word.text), press.key(of: compared.token.text))
    let soundsAlike = press.alignment(of: keys.0, with: keys.1)?.distance == 0
    guard soundsAlike || word.mayBeNear(lower, atMost: 2) else { return nil }
    var best: (form: InflectedWord.Form, distance: Int)?
    for (form, letters) in zip(word.forms, word.lowerForms) where form.text.count >= shortest {
      let mayBeFar = form.text.count >= 7 && lower.list.first == letters.list.first
      let limit = soundsAlike ? 3 : mayBeFar ? 2 : 1
      guard let distance = lower.distance(to: letters, atMost: limit) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (form, distance) }
    }
    return best
  }

  /// Whether a misspelled word ends more like another form of the name than like the nearest one, so that its case is
  /// not sure: Астанда is as near to Астана as to Астанада.
  private func mayBeAnotherCase(_ compared: ComparedWord, _ word: InflectedWord, than form: InflectedWord.Form) -> Bool
  {
    func ending(_ other: InflectedWord.Form) -> Int {
      zip(other.text.reversed(), compared.token.text.reversed()).prefix { $0 == $1 }.count
    }
    let (nearest, own) = (editDistance(form.text, compared.token.text, atMost: 3) ?? 3, ending(form))
    return word.forms.contains { other in
      other.cells.intersection(form.cells).isEmpty && ending(other) > own
        && editDistance(other.text, compared.token.text, atMost: nearest + 1) != nil
    }
  }

  /// A name in capitals is not looked for among words in lower case.
  private func isCapitalRight(_ token: Token, _ word: InflectedWord) -> Bool {
    guard let first = token.text.first, let wanted = word.text.first else { return false }
    return !wanted.isCapital || first.isCapital
  }

  /// The right form where the word's stem bears an ending of the language that is not its own, and whether it is the
  /// only one that can be meant.
  private func wrongEnding(_ token: Token, _ word: InflectedWord) -> (form: InflectedWord.Form, isOnlyOne: Bool)? {
    for stem in word.stems where stem.text.count >= 4 && token.text.starts(with: stem.text) {
      let meant = everyEnding.cells(of: token.text.dropFirst(stem.text.count), in: inflection)
      if meant.isEmpty { continue }
      let same = word.forms.filter { !$0.cells.intersection(meant).isEmpty }
      // The ending of the other gender or number says the case alone.
      let fitting = same.isEmpty ? word.forms.filter { $0.cells.cases & meant.cases != 0 } : same
      let near = fitting.map { (form: $0, distance: editDistance($0.text, token.text, atMost: 6) ?? 7) }
      guard let least = near.map(\.distance).min() else { continue }
      let nearest = near.filter { $0.distance == least }
      return (nearest[0].form, nearest.allSatisfy { $0.form.text == nearest[0].form.text })
    }
    return nil
  }

  /// A surname's diagnosis with the given name before it, where something like the person's stands there.
  func widened(
    _ diagnosis: Diagnosis, _ cells: Cells, _ number: Int, _ tokens: [ComparedWord], _ pattern: Lexicon.Pattern,
    _ entry: Lexicon.Pattern
  ) -> Diagnosis {
    // Where several forms may be meant, there is none to put in.
    guard diagnosis.replacement != nil else { return diagnosis }
    var result = diagnosis
    let found = Array(diagnosis.found.unicodeScalars)
    guard pattern.extent == .surname else {
      if pattern.status != .preferred, let right = form(of: entry, cells, words: entry.positions, like: found),
        pattern.status == .admitted, entry.count == 1
      {
        result.replacement = right
      }
      return result
    }
    result.replacement = form(of: entry, cells, words: entry.last, like: found) ?? result.replacement
    guard number > 0, entry.count > 1 else { return result }
    let given = inflected(lexicon.part(0, of: entry).word)
    let before = tokens[number - 1].token
    let isNear = given.forms.contains { editDistance($0.text, before.text, atMost: 2) != nil }
    guard isNear, before.text.first == given.text.first,
      let whole = form(of: entry, cells, words: entry.positions, like: found)
    else { return result }
    result.range = TextRange(bytes: before.range.lowerBound..<diagnosis.range.upperBound.bytes)
    result.found = String(letters: before.text) + " " + diagnosis.found
    result.replacement = whole
    return result
  }

  /// A name of several words beside as many words of the text: each near to a form of its own.
  func aligned(
    _ tokens: ArraySlice<ComparedWord>, _ words: [InflectedWord], _ pattern: Lexicon.Pattern, _ text: [UInt8],
    _ entry: Lexicon.Pattern
  ) -> (diagnosis: Diagnosis, distance: Int)? {
    var total = 0
    var cells = Cells.all
    var mildest: Diagnosis.Reason?
    for (compared, word) in zip(tokens, words) {
      let nearest: InflectedWord.Form
      if let (reason, form) = sameLetters(compared, word) {
        nearest = form
        mildest = min(mildest ?? reason ?? .agreement, reason ?? .agreement)
      } else {
        guard let (form, distance) = differentLetters(compared, word, from: 3),
          compared.token.text.count > 2 * distance + 1
        else { return nil }
        nearest = form
        total += distance
      }
      // A form that several cases share may be among them; one that none shares does not agree.
      let same = word.forms.filter { $0.text == nearest.text }.reduce(into: Cells()) { $0.formUnion($1.cells) }
      if !cells.intersection(same).isEmpty { cells = cells.intersection(same) }
    }
    guard total <= 3, let first = tokens.first?.token, let last = tokens.last?.token else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    let found = String(decoding: text[range], as: UTF8.self)
    let target = pattern.status == .admitted ? pattern : entry
    let positions = pattern.extent == .whole ? target.positions : target.positions.suffix(Int(pattern.count))
    let right = cells == .all ? nil : form(of: target, cells, words: positions, like: last.text)
    guard right != found else { return nil }
    let reason = total == 0 ? mildest ?? .agreement : total == 1 ? .spelling : .distantSpelling
    return (Diagnosis(range: TextRange(bytes: range), found: found, reason: reason, replacement: right), total)
  }

  /// The name as another language writes it, with this language's endings: «Жумангаринге» in a Kazakh text.
  func otherLanguage(_ concept: Int, _ tokens: [Token], _ entry: Lexicon.Pattern) -> Diagnosis? {
    let isSame = glossary.concepts[concept].kind == .person || entry.count == 1
    for name in foreignNames.names(of: concept, in: self) {
      for (index, token) in tokens.enumerated() where token.text.starts(with: name.stem.text) {
        let cells = name.endings.cells(of: token.text[name.stem.text.count...]).intersection(name.stem.allowed)
        // A word that stands there twice is judged where it stands first.
        guard !cells.isEmpty, tokens.firstIndex(where: { $0.text == token.text }) == index,
          !isInForeignRun(index, tokens)
        else { continue }
        let found = String(letters: token.text)
        let right = isSame ? form(of: entry, cells, words: entry.last, like: token.text) : nil
        guard right != found else { continue }
        return Diagnosis(range: TextRange(bytes: token.range), found: found, reason: .otherLanguage, replacement: right)
      }
    }
    return nil
  }

  /// Whether a word in another script stands beside one more of it: a name that is left as it is, «South China Post».
  private func isInForeignRun(_ index: Int, _ tokens: [Token]) -> Bool {
    func isForeign(_ token: Token) -> Bool {
      lowercase(token.text).first.map { $0.properties.isAlphabetic && !inflection.alphabet.contains($0) } ?? false
    }
    guard inflection.isKnown, isForeign(tokens[index]) else { return false }
    return [index - 1, index + 1].contains { other in
      guard tokens.indices.contains(other), isForeign(tokens[other]) else { return false }
      let (left, right) = (tokens[min(index, other)], tokens[max(index, other)])
      return right.range.lowerBound == left.range.upperBound + 1
    }
  }
}
