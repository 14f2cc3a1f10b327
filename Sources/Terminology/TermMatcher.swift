public import Locales
internal import Units
internal import YAML

/// Finds the names of a glossary in texts of one language, in every form that they may take.
///
/// One trie holds the stems of all words; at a stem, the trie of the endings of its class goes on. The text is walked
/// from each beginning of a word, and a word that leaves the trie is skipped.
public struct TermMatcher: Sendable {
  /// The facts about the language.
  public let locale: Locale
  /// Whether the language has paradigms; without them only the names as written are found.
  public let inflects: Bool
  /// The glossary.
  public let glossary: Glossary

  var alphabet: Alphabet
  /// The words, their stems and the names made of them.
  var lexicon = Lexicon()
  /// The trie of stems, whose values are the first stems that are written so, and a trie for each set of endings.
  var trie = SymbolTrie()
  /// The node of the stems after each first letter, -1 where none begins so: the root has too many children to search.
  var firstNodes: [Int32] = []
  /// The same in the trie of those stems that may begin with a small letter: there most words of a text end at once.
  var smallFirstNodes: [Int32] = []
  var endingRoots: [Int32] = []
  /// The cells that the values of the tries of endings are numbers of.
  var endingCells: ContiguousArray<Cells> = []
  let quotationJoin: [Alphabet.Symbol]?
  /// Marks that a word does not end at where a letter follows: a suffix stands there.
  var joints: [Alphabet.Symbol] = []
  let spaces: Bool
  let inflection: Inflection
  let everyEnding: EveryEnding
  let foreignNames: ForeignNames
  /// How names sound.
  let press: PressSpelling
  /// What cases a preposition takes.
  let prepositions: [[Unicode.Scalar]: Cells]
  let lookalikes: [Unicode.Scalar: Unicode.Scalar]

  /// A matcher for the names of `glossary` in the language of `locale`.
  public init(_ glossary: Glossary, _ locale: Locale) {
    var builder = TermMatcherBuilder(glossary, locale)
    self = builder.matcher()
  }

  init(
    glossary: Glossary, locale: Locale, inflection: Inflection, alphabet: Alphabet, quotationJoin: [Alphabet.Symbol]?,
    lookalikes: [Unicode.Scalar: Unicode.Scalar]
  ) {
    self.glossary = glossary
    self.locale = locale
    self.inflection = inflection
    everyEnding = EveryEnding()
    foreignNames = ForeignNames()
    press = PressSpelling(locale)
    self.alphabet = alphabet
    self.quotationJoin = quotationJoin
    self.lookalikes = lookalikes
    inflects = inflection.isKnown
    prepositions = Self.prepositions(locale, inflection.cases)
    spaces = locale["spaces"]?.bool ?? true
  }

  /// The names in a text, by place; where several begin at one place, the longest alone.
  ///
  /// Concepts that share a name have one match each.
  public func matches(in text: [UInt8]) -> [TermMatch] {
    let folded = alphabet.fold(text)
    let symbols = folded.symbols
    var result: [TermMatch] = []
    var at = 0
    let count = symbols.count
    while at < count {
      // A name begins at a letter that no letter stands before.
      while at < count, symbols[at] & Alphabet.isWord == 0 { at += 1 }
      guard at < count else { break }
      let node = firstNode(of: symbols[at])
      let end = mayBegin(at, node, symbols) ? longest(from: at, node, folded, &result) : at
      if end > at {
        at = end
      } else if spaces {
        while at < count, symbols[at] & Alphabet.isWord != 0 { at += 1 }
      } else {
        at += 1
      }
    }
    return result
  }

  /// Whether a match is a word derived from the name, which need not be translated by the name: қазақстандық.
  public func isDerived(_ match: TermMatch) -> Bool {
    !match.cells.isEmpty && match.cells.intersection(inflection.smallCells) == match.cells
  }

  /// Whether a right name of a concept stands anywhere in a text, inside of a longer name, too: «Қызылорда облысы».
  public func contains(_ concept: Int, in text: [UInt8]) -> Bool {
    let folded = alphabet.fold(text)
    let symbols = folded.symbols
    return symbols.indices.contains { at in
      guard symbols[at] & Alphabet.isWord != 0, !spaces || at == 0 || symbols[at - 1] & Alphabet.isWord == 0 else {
        return false
      }
      let node = firstNode(of: symbols[at])
      return mayBegin(at, node, symbols)
        && candidates(from: at, node, folded).contains { candidate in
          let pattern = lexicon.patterns[Int(candidate.pattern)]
          return pattern.concept == concept && pattern.status != .deprecated
        }
    }
  }

  /// The node of the stems after a letter that a word begins with, -1 where there is none.
  @inline(__always)
  func firstNode(of symbol: Alphabet.Symbol) -> Int {
    let number = Int(symbol & Alphabet.number)
    return Int(symbol & Alphabet.isUpper != 0 ? firstNodes[number] : smallFirstNodes[number])
  }

  /// Whether a stem stands at `start`, whatever follows it: most words of a text have none, which is soon said.
  @inline(__always)
  private func mayBegin(_ start: Int, _ first: Int, _ symbols: [Alphabet.Symbol]) -> Bool {
    var node = first
    var at = start + 1
    while node >= 0, trie.values[node] < 0 {
      guard at < symbols.count else { return false }
      node = trie.step(node, symbols[at] & Alphabet.number)
      at += 1
    }
    return node >= 0
  }
}
