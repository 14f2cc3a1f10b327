public import Locales
internal import Units
internal import YAML

/// Finds the names of a glossary in texts of one language, in every form that they may take.
///
/// One trie holds the stems of all words; at a stem, the trie of the endings of its class goes on. The text is walked
/// from each beginning of a word, and a word that leaves the trie is skipped.
public struct TermMatcher: Sendable {
  /// A word of names, with its role in them.
  struct Word: Sendable {
    var text: [Unicode.Scalar]
    var symbols: [Alphabet.Symbol]
    var stems: [Stem]
    var isCaseExact: Bool
    /// Capitals don't matter: titles and common words.
    var isCaseless: Bool
  }

  struct Leaf: Sendable {
    var word: Int32
    var stem: Int32
  }

  /// A name as its words; persons have one more for the surname alone.
  struct Pattern: Sendable {
    var concept: Int32
    var words: [Int32]
    /// True where a hyphen stands before the word and not a space.
    var hyphens: [Bool]
    var status: Term.Status
    var extent: TermMatch.Extent
    var text: String
    /// The given name's first letter, for initials.
    var initial: Alphabet.Symbol
  }

  /// The facts about the language.
  public let locale: Locale
  /// Whether the language has paradigms; without them only the names as written are found.
  public let inflects: Bool
  /// The glossary.
  public let glossary: Glossary

  var alphabet: Alphabet
  var words: [Word] = []
  var patterns: [Pattern] = []
  /// The patterns that begin with a word.
  var patternsStarting: [[Int32]] = []
  var trie = SymbolTrie()
  var stemRoot = 0
  /// The node of the stems after each first letter, -1 where none begins so: the root has too many edges to search.
  var firstNodes: [Int32] = []
  var endingRoots: [Int] = []
  var endingCells: [Cells] = []
  var leaves: [Leaf] = []
  var leafRanges: [Range<Int>] = []
  let quotationJoin: [Alphabet.Symbol]?
  /// Marks that a word does not end at where a letter follows: a suffix stands there.
  var joints: [Alphabet.Symbol] = []
  let spaces: Bool
  let inflection: Inflection
  /// What cases a preposition takes.
  let prepositions: [[Unicode.Scalar]: Cells]
  let lookalikes: [Unicode.Scalar: Unicode.Scalar]
  /// The patterns of a concept.
  var patternsOf: [[Int32]] = []

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
      let node = firstNodes[Int(symbols[at] & Alphabet.number)]
      let end = node < 0 ? at : longest(from: at, Int(node), folded, &result)
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
}
