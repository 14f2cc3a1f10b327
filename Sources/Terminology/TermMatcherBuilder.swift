internal import Locales
internal import Units
internal import YAML

/// Makes a matcher: words of names → stems and endings → tries.
struct TermMatcherBuilder {
  private struct WordKey: Hashable {
    var text: [Unicode.Scalar]
    var role: WordRole
    var isCaseExact: Bool
    var isCaseless: Bool
  }

  private let glossary: Glossary
  private let locale: Locale
  private var inflection: Inflection
  private let folds: [Unicode.Scalar: Unicode.Scalar]
  private var words: [TermMatcher.Word] = []
  private var adjectives: [Bool] = []
  private var known: [WordKey: Int32] = [:]
  private var patterns: [TermMatcher.Pattern] = []
  private var initials: [Unicode.Scalar?] = []

  init(_ glossary: Glossary, _ locale: Locale) {
    self.glossary = glossary
    self.locale = locale
    inflection = Inflection(locale)
    folds = Self.pairs(locale, "names.fold")
  }

  private static func pairs(_ locale: Locale, _ path: String) -> [Unicode.Scalar: Unicode.Scalar] {
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (key, value) in locale[path]?.entries ?? [] {
      if let from = key.string?.unicodeScalars.first, let to = value.string?.unicodeScalars.first { result[from] = to }
    }
    return result
  }

  mutating func matcher() -> TermMatcher {
    for (index, concept) in glossary.concepts.enumerated() {
      guard let term = concept.term(in: locale.tag) else { continue }
      for (text, status) in term.all { add(text, status, term, concept, Int32(index)) }
    }
    var alphabet = Alphabet(folds: folds)
    for word in words {
      alphabet.add(word.text)
      for stem in word.stems { alphabet.add(stem.text) }
    }
    for set in inflection.endings {
      for ending in set.keys { alphabet.add(Array(ending.unicodeScalars)) }
    }
    if let join = inflection.quotationJoin { alphabet.add(Array(join.unicodeScalars)) }
    let join = inflection.quotationJoin.map { alphabet.symbols(Array($0.unicodeScalars)) }
    var matcher = TermMatcher(
      glossary: glossary, locale: locale, inflection: inflection, alphabet: alphabet, quotationJoin: join,
      lookalikes: Self.pairs(locale, "names.lookalikes"))
    matcher.joints = alphabet.symbols(Array(inflection.sets["joint"] ?? [])).map { $0 & Alphabet.number }
    fill(&matcher, alphabet)
    return matcher
  }

  // MARK: - Names to words

  private mutating func add(
    _ text: String, _ status: Term.Status, _ term: Term, _ concept: Concept, _ index: Int32
  ) {
    let (parts, hyphens) = split(text, concept.kind)
    guard !parts.isEmpty else { return }
    var ids: [Int32] = []
    var isAfterHead = false
    for (position, part) in parts.enumerated() {
      var role = self.role(of: position, among: parts, hyphens, term, concept, status)
      if inflection.agreement == .last, position < parts.count - 1 { role.inflect = "none" }
      if inflection.agreement == .each, isAfterHead { role.inflect = "none" }
      let id = word(part, role, term.isCaseExact, isCaseless: concept.kind == .title || concept.kind == .term)
      // A name agrees up to its first noun, what follows stands in the genitive or is a name of its own.
      if !adjectives[Int(id)], concept.kind != .person { isAfterHead = true }
      ids.append(id)
    }
    let first = parts[0].first
    append(ids, hyphens, index, status, .whole, text, initial: nil)
    guard concept.kind == .person, parts.count > 1 else { return }
    let surname = hyphens.lastIndex(of: false).map { $0 == 0 ? parts.count - 1 : $0 } ?? parts.count - 1
    guard surname > 0 else { return }
    append(Array(ids[surname...]), Array(hyphens[surname...]), index, status, .surname, text, initial: first)
    if surname > 1 {
      append([ids[0]] + ids[surname...], [false] + hyphens[surname...], index, status, .whole, text, initial: nil)
    }
  }

  private mutating func append(
    _ ids: [Int32], _ hyphens: [Bool], _ concept: Int32, _ status: Term.Status, _ extent: TermMatch.Extent,
    _ text: String, initial: Unicode.Scalar?
  ) {
    var hyphens = hyphens
    if !hyphens.isEmpty { hyphens[0] = false }
    patterns.append(
      TermMatcher.Pattern(
        concept: concept, words: ids, hyphens: hyphens, status: status, extent: extent, text: text, initial: 0))
    initials.append(initial)
  }

  /// The words of a name, and before which of them a hyphen stands: both parts of a double surname inflect.
  private func split(_ text: String, _ kind: Concept.Kind) -> (words: [[Unicode.Scalar]], hyphens: [Bool]) {
    var words: [[Unicode.Scalar]] = []
    var hyphens: [Bool] = []
    let pieces = text.split(whereSeparator: \.isWhitespace)
    for (index, piece) in pieces.enumerated() {
      let scalars = trimmed(Array(piece.unicodeScalars))
      guard !scalars.isEmpty else { continue }
      let isDouble = kind == .person && inflection.doubleSurnames && index == pieces.count - 1
      let parts = isDouble ? scalars.split(separator: "-").map(Array.init) : [scalars]
      for (number, part) in parts.enumerated() {
        words.append(part)
        hyphens.append(number > 0)
      }
    }
    return (words, hyphens)
  }

  private func trimmed(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .initialPunctuation, .finalPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation: true
      default: scalar == "\"" || scalar == ","
      }
    }
    guard let first = word.firstIndex(where: { !isEdge($0) }), let last = word.lastIndex(where: { !isEdge($0) })
    else { return [] }
    return Array(word[first...last])
  }

  private func role(
    of position: Int, among parts: [[Unicode.Scalar]], _ hyphens: [Bool], _ term: Term, _ concept: Concept,
    _ status: Term.Status
  ) -> WordRole {
    let text = parts[position]
    let isLast = position == parts.count - 1
    var role = WordRole(labels: [concept.kind.rawValue])
    role.isPart = parts.count > 1
    role.gender = term.gender
    role.number = term.number
    // What stands beside the preferred name may be of another class: only what holds for the last word is taken over.
    if status == .preferred || status == .deprecated { role.inflect = term.inflect }
    if isLast {
      role.harmony = term.harmony
      if status == .preferred { role.stem = term.stem }
    }
    if text[0].properties.isLowercase { role.labels.insert("common") }
    let letters = text.filter { $0.properties.isAlphabetic }
    role.isAbbreviation =
      (status == .abbreviation && !role.isPart) || (letters.count > 1 && letters.allSatisfy(\.properties.isUppercase))
    if role.isAbbreviation { role.labels.insert("abbreviation") }
    guard concept.kind == .person else { return role }
    let surname = hyphens.lastIndex(of: false).map { $0 == 0 ? parts.count - 1 : $0 } ?? parts.count - 1
    switch position {
    case surname...: role.labels.insert("surname")
    case 0: role.labels.insert("given")
    default: role.labels.insert("patronymic")
    }
    if position > 0, position < surname, role.inflect != nil { role.inflect = nil }
    if position == 0, surname > 0, role.inflect != "none" { role.inflect = nil }
    return role
  }

  private mutating func word(
    _ text: [Unicode.Scalar], _ role: WordRole, _ isCaseExact: Bool, isCaseless: Bool
  ) -> Int32 {
    let key = WordKey(text: text, role: role, isCaseExact: isCaseExact, isCaseless: isCaseless && !isCaseExact)
    if let id = known[key] { return id }
    let (stems, isAdjective) = inflection.stems(of: text, role: role)
    words.append(
      TermMatcher.Word(
        text: text, symbols: [], stems: stems, isCaseExact: isCaseExact, isCaseless: key.isCaseless))
    adjectives.append(isAdjective)
    known[key] = Int32(words.count - 1)
    return Int32(words.count - 1)
  }

  // MARK: - Words to tries

  private func fill(_ matcher: inout TermMatcher, _ alphabet: Alphabet) {
    var leavesByStem: [[Alphabet.Symbol]: [TermMatcher.Leaf]] = [:]
    matcher.words = words
    for index in words.indices {
      matcher.words[index].symbols = alphabet.symbols(words[index].text)
      for (number, stem) in words[index].stems.enumerated() {
        let key = alphabet.symbols(stem.text).map { $0 & Alphabet.number }
        guard !key.isEmpty else { continue }
        leavesByStem[key, default: []].append(TermMatcher.Leaf(word: Int32(index), stem: Int32(number)))
      }
    }
    var keys: [(key: [Alphabet.Symbol], value: Int32)] = []
    for (key, leaves) in leavesByStem {
      keys.append((key, Int32(matcher.leafRanges.count)))
      matcher.leafRanges.append(matcher.leaves.count..<(matcher.leaves.count + leaves.count))
      matcher.leaves += leaves
    }
    matcher.stemRoot = matcher.trie.add(keys)
    matcher.firstNodes = (0...Int(Alphabet.number)).map {
      Int32(matcher.trie.step(matcher.stemRoot, Alphabet.Symbol($0)))
    }
    for set in inflection.endings {
      var merged: [[Alphabet.Symbol]: Cells] = [:]
      for (ending, cells) in set {
        let key = alphabet.symbols(Array(ending.unicodeScalars)).map { $0 & Alphabet.number }
        merged[key, default: []].formUnion(cells)
      }
      var keys: [(key: [Alphabet.Symbol], value: Int32)] = []
      for (key, cells) in merged {
        keys.append((key, Int32(matcher.endingCells.count)))
        matcher.endingCells.append(cells)
      }
      matcher.endingRoots.append(matcher.trie.add(keys))
    }
    matcher.patterns = patterns
    matcher.patternsStarting = Array(repeating: [], count: words.count)
    matcher.patternsOf = Array(repeating: [], count: glossary.concepts.count)
    for index in patterns.indices {
      if let initial = initials[index] { matcher.patterns[index].initial = alphabet.symbols([initial]).first ?? 0 }
      matcher.patternsStarting[Int(patterns[index].words[0])].append(Int32(index))
      matcher.patternsOf[Int(patterns[index].concept)].append(Int32(index))
    }
  }
}
