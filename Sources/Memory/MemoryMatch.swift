import SQLite
public import Units

/// An entry of a translation memory that a text is like.
public struct MemoryMatch: Hashable, Sendable {
  /// How an entry fits; the best first.
  public enum Kind: String, Comparable, Sendable, CaseIterable {
    /// The same text between the same texts.
    case context
    /// The same text with codes of the same kinds.
    case exact
    /// The same text but for its numbers, which were put into the translation.
    case numbers
    /// The same text but for names, and maybe numbers, which were put into the translation.
    case names
    /// A text that is much alike.
    case fuzzy

    /// Whether one fits better than another.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// How it fits.
  public var kind: Kind
  /// How much of the letters are the same, in percent of the longer text (Levenshtein's distance), rounded down; 100 for
  /// the same text, and never for another.
  public var similarity: Int
  /// The entry; its target has the numbers or the names of the text where ``kind-swift.property`` says so.
  public var entry: MemoryEntry

  /// How alike two texts are, as ``similarity`` has it.
  public static func similarity(of left: [UInt8], to right: [UInt8]) -> Int {
    if Folding.equal(left, right) { return 100 }
    return min(99, EditDistance(from: EditDistance.scalars(of: left)).similarity(to: EditDistance.scalars(of: right)))
  }
}

/// What knows the names in a text, and what they are in the other language.
public protocol NameExchanging: Sendable {
  /// Whether a text may be the same but for its names and numbers; said quickly, of many texts.
  func mayFit(_ source: [UInt8]) -> Bool
  /// The entry with the names of the text in place of its own, in source and target; nil where it has other ones, or the
  /// right form is not certain.
  func exchanged(_ entry: MemoryEntry) -> MemoryEntry?
}

extension TranslationMemory {
  /// What a text is like, the best first: what is the same, or else what is at least `least` percent alike.
  ///
  /// An entry of a language without a region serves every region, and one with a region the language without. Entries that
  /// differ in names alone are found where `names` knows those of the text.
  ///
  /// - Throws: ``MemoryError`` where the database can't be read.
  public func matches(
    for source: Content, from: LanguageTag, to: LanguageTag, context: MemoryEntry.Context = MemoryEntry.Context(),
    least: Int = 75, limit: Int = 5, names: (any NameExchanging)? = nil
  ) throws(MemoryError) -> [MemoryMatch] {
    do throws(SQLiteError) {
      var matches: [MemoryMatch] = []
      let pairs = try pairs(from, to)
      for pair in pairs { try matches += same(source, pair, context) }
      if !matches.contains(where: { $0.similarity == 100 }), least < 100 {
        for pair in pairs { try matches += alike(source, pair, least: least, names) }
      }
      var seen: Set<[UInt8]> = []
      let sorted = matches.enumerated().sorted { left, right in
        // Of equals the one that came last is the newest.
        (right.element.similarity, left.element.kind, right.element.entry.state, right.offset)
          < (left.element.similarity, right.element.kind, left.element.entry.state, left.offset)
      }
      return Array(sorted.map(\.element).filter { seen.insert($0.entry.target.text).inserted }.prefix(limit))
    } catch { throw MemoryError(error) }
  }

  /// A pair of languages of the memory, by its number.
  private struct Pair {
    var number: Int
    var source: LanguageTag
    var target: LanguageTag
  }

  /// The pairs that serve two languages, the nearest first.
  private func pairs(_ from: LanguageTag, _ to: LanguageTag) throws(SQLiteError) -> [Pair] {
    let tags = try tags().sorted { $0.key < $1.key }
    let near = { (wanted: LanguageTag) in
      tags.filter { $0.value == wanted || wanted.matches($0.value) || $0.value.matches(wanted) }
        .sorted { ($0.value == wanted ? 0 : 1, $0.key) < ($1.value == wanted ? 0 : 1, $1.key) }
    }
    let targets = near(to)
    return near(from).flatMap { source in
      targets.map { Pair(number: source.key << 20 | $0.key, source: source.value, target: $0.value) }
    }
  }

  /// The entries of the same text.
  private func same(
    _ source: Content, _ pair: Pair, _ context: MemoryEntry.Context
  ) throws(SQLiteError) -> [MemoryMatch] {
    lookup.byKey.bind(MemoryEntry.key(of: source.text), at: 1)
    lookup.byKey.bind(pair.number, at: 2)
    var matches: [MemoryMatch] = []
    while try lookup.byKey.step() {
      let entry = Self.entry(lookup.byKey, pair.source, pair.target)
      // Different texts may have one fingerprint.
      guard Folding.equal(entry.source.text, source.text) else { continue }
      guard entry.source.codes.map(\.kind) == source.codes.map(\.kind) else {
        matches.append(MemoryMatch(kind: .fuzzy, similarity: 99, entry: entry))
        continue
      }
      let isInContext = context != MemoryEntry.Context() && entry.context == context
      matches.append(MemoryMatch(kind: isInContext ? .context : .exact, similarity: 100, entry: entry))
    }
    return matches
  }

  /// The entries of texts that are at least so much alike, in percent.
  private func alike(
    _ source: Content, _ pair: Pair, least: Int, _ names: (any NameExchanging)?
  ) throws(SQLiteError) -> [MemoryMatch] {
    let sketch = SourceSketch(source.text)
    let distance = EditDistance(from: EditDistance.scalars(of: source.text))
    let numbers = NumberSlots(source.text)
    var found: [(entry: Int, similarity: Int, mayBeExchanged: Bool)] = []
    for candidate in try finder.candidates(for: sketch, pair: pair.number, least: least) {
      lookup.source.bind(candidate, at: 1)
      guard try lookup.source.step() else { continue }
      let text = lookup.source.bytes(0)
      lookup.source.reset()
      let similarity = min(99, distance.similarity(to: EditDistance.scalars(of: text)))
      let differsInNumbers = !numbers.isEmpty && numbers.differsOnlyInNumbers(from: NumberSlots(text))
      let mayBeExchanged = differsInNumbers || names?.mayFit(text) == true
      if similarity >= least || mayBeExchanged { found.append((candidate, similarity, mayBeExchanged)) }
    }
    found.sort { ($1.similarity, $0.entry) < ($0.similarity, $1.entry) }
    var matches: [MemoryMatch] = []
    for candidate in found {
      lookup.byNumber.bind(candidate.entry, at: 1)
      guard try lookup.byNumber.step() else { continue }
      let entry = Self.entry(lookup.byNumber, pair.source, pair.target)
      lookup.byNumber.reset()
      if candidate.mayBeExchanged, let match = exchanged(entry, for: source, numbers, names) {
        matches.append(match)
      } else if candidate.similarity >= least {
        matches.append(MemoryMatch(kind: .fuzzy, similarity: candidate.similarity, entry: entry))
      }
    }
    return matches
  }

  /// An entry of a text that is the same but for numbers and names, with those of the text in its target; nil where it
  /// differs in more, or it is not certain where they go.
  private func exchanged(
    _ entry: MemoryEntry, for source: Content, _ numbers: NumberSlots, _ names: (any NameExchanging)?
  ) -> MemoryMatch? {
    let renamed = names?.exchanged(entry)
    var match = MemoryMatch(kind: renamed == nil ? .numbers : .names, similarity: 99, entry: entry)
    let other = renamed ?? entry
    match.entry.target = other.target
    if renamed != nil, Folding.equal(other.source.text, source.text) { return match }
    guard !numbers.isEmpty, numbers.differsOnlyInNumbers(from: NumberSlots(other.source.text)),
      let target = numbers.put(into: other)
    else { return nil }
    match.entry.target = target
    return match
  }
}
