internal import Locales
internal import Units
internal import YAML

/// Makes a matcher: words of names → stems and endings → tries.
struct TermMatcherBuilder {
  private struct WordKey: Hashable {
    var text: [Unicode.Scalar]
    var role: Int32
    var isCaseExact: Bool
    var isCaseless: Bool

    func hash(into hasher: inout Hasher) {
      // Letters one by one, and then once: names are many.
      hasher.combine(text.reduce(UInt64(role)) { ($0 ^ UInt64($1.value)) &* 0x100_0000_01B3 })
    }
  }

  private let glossary: Glossary
  private let locale: Locale
  private var inflection: Inflection
  private let folds: [Unicode.Scalar: Unicode.Scalar]
  private var lexicon = Lexicon()
  private var adjectives: [Bool] = []
  private var known: [WordKey: Int32] = [:]
  private var roles: [WordRole: Int32] = [:]
  /// The given names' first letters of the patterns that initials may stand before.
  private var initials: [(pattern: Int, letter: Unicode.Scalar)] = []

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
    let tags = locale.tag.fallbacks.compactMap { LanguageTag($0) }
    for (index, concept) in glossary.concepts.enumerated() {
      if let term = tags.lazy.compactMap({ concept.terms[$0] }).first {
        for (text, status) in term.all { add(text, status, term, concept, Int32(index)) }
      }
      lexicon.closeConcept()
    }
    known = [:]
    lexicon.index()
    let alphabet = self.alphabet()
    let join = inflection.quotationJoin.map { alphabet.symbols(Array($0.unicodeScalars)) }
    var matcher = TermMatcher(
      glossary: glossary, locale: locale, inflection: inflection, alphabet: alphabet, quotationJoin: join,
      lookalikes: Self.pairs(locale, "names.lookalikes"))
    matcher.joints = alphabet.symbols(inflection.sets["joint"]?.letters ?? []).map { $0 & Alphabet.number }
    addStems(to: &matcher, alphabet)
    addEndings(to: &matcher, alphabet)
    for (pattern, letter) in initials {
      lexicon.setInitial((alphabet.symbols([letter]).first ?? 0) & Alphabet.number, of: pattern)
    }
    matcher.lexicon = lexicon
    return matcher
  }

  /// The letters of all names and endings.
  private func alphabet() -> Alphabet {
    var alphabet = Alphabet(folds: folds)
    alphabet.add(lexicon.letters)
    for set in inflection.endings {
      for ending in set.list { alphabet.add(ending.text) }
    }
    if let join = inflection.quotationJoin { alphabet.add(Array(join.unicodeScalars)) }
    return alphabet
  }

  // MARK: - Names to words

  private mutating func add(
    _ text: String, _ status: Term.Status, _ term: Term, _ concept: Concept, _ index: Int32
  ) {
    let (parts, hyphens) = split(text, concept.kind)
    // A name of hundreds of words is a sentence, and a text is walked as deep as its names are long.
    guard !parts.isEmpty, parts.count <= 100 else { return }
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
    let name = zip(ids, hyphens).map { Lexicon.Part(word: $0, isHyphenated: $1) }
    let start = lexicon.add(name)
    append(start, name.count, index, status, .whole, text)
    guard concept.kind == .person, parts.count > 1 else { return }
    let surname = hyphens.lastIndex(of: false) ?? 0
    guard surname > 0 else { return }
    if let letter = parts[0].first { initials.append((lexicon.patterns.count, letter)) }
    append(start + Int32(surname), name.count - surname, index, status, .surname, text)
    if surname > 1 {
      append(lexicon.add(name[..<1] + name[surname...]), name.count - surname + 1, index, status, .whole, text)
    }
  }

  private mutating func append(
    _ firstPart: Int32, _ count: Int, _ concept: Int32, _ status: Term.Status, _ extent: TermMatch.Extent,
    _ text: String
  ) {
    lexicon.add(
      Lexicon.Pattern(
        concept: concept, firstPart: firstPart, count: Int32(count), status: status, extent: extent, text: text))
  }

  /// The words of a name, and before which of them a hyphen stands: both parts of a double surname inflect.
  private func split(_ text: String, _ kind: Concept.Kind) -> (words: [[Unicode.Scalar]], hyphens: [Bool]) {
    var words: [[Unicode.Scalar]] = []
    var hyphens: [Bool] = []
    let pieces = text.unicodeScalars.split(whereSeparator: \.isSpace)
    for (index, piece) in pieces.enumerated() {
      let scalars = trimmed(piece)
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

  private func trimmed(_ word: Substring.UnicodeScalarView) -> [Unicode.Scalar] {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.isPlainLetter { return false }
      switch scalar.properties.generalCategory {
      case .initialPunctuation, .finalPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation: return true
      default: return scalar == "\"" || scalar == ","
      }
    }
    var scalars = Array(word)
    while let last = scalars.last, isEdge(last) { scalars.removeLast() }
    return scalars.first.map(isEdge) == true ? Array(scalars.drop(while: isEdge)) : scalars
  }

  private func role(
    of position: Int, among parts: [[Unicode.Scalar]], _ hyphens: [Bool], _ term: Term, _ concept: Concept,
    _ status: Term.Status
  ) -> WordRole {
    let text = parts[position]
    let isLast = position == parts.count - 1
    var role = WordRole(labels: WordLabels(concept.kind.rawValue))
    role.isPart = parts.count > 1
    role.gender = term.gender
    role.number = term.number
    // What stands beside the preferred name may be of another class: only what holds for the last word is taken over.
    if status == .preferred || status == .deprecated { role.inflect = term.inflect }
    if isLast {
      role.harmony = term.harmony
      if status == .preferred { role.stem = term.stem }
    }
    if text[0].properties.isLowercase { role.labels.insert(.common) }
    role.isAbbreviation = (status == .abbreviation && !role.isPart) || text.isAllCapitals
    if role.isAbbreviation { role.labels.insert(.abbreviation) }
    guard concept.kind == .person else { return role }
    // Both parts of a double surname.
    let surname = hyphens.lastIndex(of: false) ?? 0
    switch position {
    case surname...:
      role.labels.insert(.surname)
      if !isLast { role.labels.insert(.firstPart) }
    case 0: role.labels.insert(.given)
    default: role.labels.insert(.patronymic)
    }
    if position > 0, position < surname, role.inflect != nil { role.inflect = nil }
    if position == 0, surname > 0, role.inflect != "none" { role.inflect = nil }
    return role
  }

  private mutating func word(
    _ text: [Unicode.Scalar], _ role: WordRole, _ isCaseExact: Bool, isCaseless: Bool
  ) -> Int32 {
    let key = WordKey(
      text: text, role: number(of: role), isCaseExact: isCaseExact, isCaseless: isCaseless && !isCaseExact)
    if let id = known[key] { return id }
    let (stems, isAdjective) = inflection.stems(of: text, role: role)
    let isDerived = !inflection.smallCells.isEmpty && role.labels.contains(.place) && !role.isPart
    let id = lexicon.add(
      text, stems, isCaseExact: isCaseExact, isCaseless: key.isCaseless, hasSmallDerivations: isDerived)
    adjectives.append(isAdjective)
    known[key] = id
    return id
  }

  private mutating func number(of role: WordRole) -> Int32 {
    if let known = roles[role] { return known }
    let number = Int32(roles.count)
    roles[role] = number
    return number
  }

  // MARK: - Words to tries

  private mutating func addStems(to matcher: inout TermMatcher, _ alphabet: Alphabet) {
    for index in lexicon.words.indices {
      let symbols = alphabet.symbols(lexicon.scalars(of: lexicon.words[index].text))
      var capitals: UInt64 = 0
      for (place, symbol) in symbols.prefix(64).enumerated() where symbol & Alphabet.isUpper != 0 {
        capitals |= 1 << UInt64(place)
      }
      lexicon.setCapitals(capitals, of: index)
    }
    var draft = SymbolTrieDraft()
    var small = SymbolTrieDraft()
    // Stems that may begin with a small letter come first, so that what is chained behind them may, too.
    for isSmall in [true, false] {
      for (index, stem) in lexicon.stems.enumerated() where mayBeSmall(lexicon.words[Int(stem.word)]) == isSmall {
        let key = alphabet.symbols(lexicon.scalars(of: stem.text))
        guard !key.isEmpty else { continue }
        let node = draft.node(of: key)
        lexicon.setNext(draft.values[node], of: index)
        draft.values[node] = Int32(index)
        if isSmall { small.values[small.node(of: key)] = Int32(index) }
      }
    }
    matcher.firstNodes = firstNodes(of: draft, in: &matcher.trie)
    matcher.smallFirstNodes = firstNodes(of: small, in: &matcher.trie)
  }

  private func mayBeSmall(_ word: Lexicon.Word) -> Bool {
    word.isCaseless || word.hasSmallDerivations || word.capitals & 1 == 0
  }

  /// Adds a trie and gives its node after each first symbol.
  private func firstNodes(of draft: SymbolTrieDraft, in trie: inout SymbolTrie) -> [Int32] {
    let root = trie.add(draft)
    var nodes = [Int32](repeating: -1, count: Int(Alphabet.number) + 1)
    for (symbol, node) in trie.steps(from: root) { nodes[Int(symbol)] = Int32(node) }
    return nodes
  }

  /// A trie for each set of endings, whose values are the numbers of their cells.
  private func addEndings(to matcher: inout TermMatcher, _ alphabet: Alphabet) {
    var numbers: [Cells: Int32] = [:]
    for set in inflection.endings {
      var draft = SymbolTrieDraft()
      var cellsOf: [Int: Cells] = [:]
      for (ending, cells) in set.list {
        cellsOf[draft.node(of: alphabet.symbols(ending)), default: []].formUnion(cells)
      }
      for (node, cells) in cellsOf {
        let number = numbers[cells] ?? Int32(matcher.endingCells.count)
        if Int(number) == matcher.endingCells.count {
          matcher.endingCells.append(cells)
          numbers[cells] = number
        }
        draft.values[node] = number
      }
      matcher.endingRoots.append(Int32(matcher.trie.add(draft)))
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the Latin and Cyrillic letters that nearly all names consist of: Unicode need not be asked.
  fileprivate var isPlainLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0x400...0x481, 0x48A...0x52F: true
    default: false
    }
  }

  /// White space.
  fileprivate var isSpace: Bool {
    value == 0x20 || !isPlainLetter && properties.isWhitespace
  }
}

extension [Unicode.Scalar] {
  /// Whether there are two letters or more, all of them capitals.
  var isAllCapitals: Bool {
    var letters = 0
    for scalar in self where scalar.properties.isAlphabetic {
      guard scalar.properties.isUppercase else { return false }
      letters += 1
    }
    return letters > 1
  }
}
