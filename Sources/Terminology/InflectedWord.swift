/// A word of names with everything that it may look like.
///
/// Its forms are made when they are first asked for: most words of a text are told from all of them by the stems.
final class InflectedWord {
  typealias Form = (text: [Unicode.Scalar], cells: Cells)

  let text: [Unicode.Scalar]
  let stems: [Stem]
  private let inflection: Inflection
  private let alphabet: Alphabet
  /// Every form, those of a stem after each other.
  private(set) lazy var forms = inflection.forms(of: stems)
  /// The forms in small letters, in the same order.
  private(set) lazy var lowerForms = forms.map { Letters(lowercase($0.text)) }
  /// The stems in small letters, and as names are compared: every form begins with one of them.
  private lazy var beginnings = stems.map { (lower: Letters(lowercase($0.text)), folded: alphabet.folded($0.text)) }

  init(text: [Unicode.Scalar], stems: [Stem], _ inflection: Inflection, _ alphabet: Alphabet) {
    self.text = text
    self.stems = stems
    self.inflection = inflection
    self.alphabet = alphabet
  }

  /// Whether one of the forms may be a word, letter by letter.
  func mayBe(_ word: [Unicode.Scalar]) -> Bool { stems.contains { word.starts(with: $0.text) } }

  /// Whether one of the forms may be a word but for capitals and what is folded.
  func mayBe(folded word: [Unicode.Scalar]) -> Bool { beginnings.contains { word.starts(with: $0.folded) } }

  /// Whether one of the forms may be so few slips of the pen away from a word.
  func mayBeNear(_ word: Letters, atMost limit: Int) -> Bool {
    beginnings.contains { stem in
      stem.lower.list.count <= word.list.count + limit && stem.lower.missing(in: word) <= limit
    }
  }
}

/// The letters of a word, and which there are as bits, which soon tells words apart that have little in common.
struct Letters {
  let list: [Unicode.Scalar]
  private let bits: UInt64

  init(_ list: [Unicode.Scalar]) {
    self.list = list
    bits = list.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// How many letters the other word lacks at least: as many slips of the pen lie between the two, or more.
  func missing(in other: Letters) -> Int { (bits & ~other.bits).nonzeroBitCount }

  /// The edit distance, nil where it is more than `limit`.
  func distance(to other: Letters, atMost limit: Int) -> Int? {
    guard missing(in: other) <= limit, other.missing(in: self) <= limit else { return nil }
    return editDistance(list, other.list, atMost: limit)
  }
}

/// A word of a text in the ways in which it is compared with forms of names.
struct ComparedWord {
  let token: Token
  let lower: Letters
  let folded: [Unicode.Scalar]
  /// In the letters of the language, where some are of another script and look like these; else nil.
  let plain: [Unicode.Scalar]?

  init(_ token: Token, _ matcher: TermMatcher) {
    self.token = token
    lower = Letters(lowercase(token.text))
    folded = matcher.alphabet.folded(token.text)
    let plain = token.text.map { matcher.lookalikes[$0] ?? $0 }
    self.plain = plain == token.text ? nil : plain
  }
}
