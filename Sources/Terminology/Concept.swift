public import Units

/// One thing of the world with its names: a person, a place, a ministry.
public struct Concept: Hashable, Sendable {
  /// What sort of thing a concept is; it decides how its names inflect.
  public enum Kind: String, CaseIterable, Sendable { case person, organization, place, product, title, term }

  /// Whether the editors stand behind an entry.
  public enum Status: String, CaseIterable, Sendable { case approved, proposed, deprecated }

  /// The stable name of the entry: `kazatomprom`.
  public var id: String
  /// What sort of thing it is.
  public var kind: Kind
  /// Whether the editors stand behind it; a proposed entry only gives notes.
  public var status: Status
  /// The names by language.
  public var terms: [LanguageTag: Term]
  /// Who or what it is, for translators.
  public var note: String
  /// Where the names were verified.
  public var source: String
  /// Words beside which a name that several concepts share means this one.
  public var context: [String]
  /// The severity of findings about the concept, where the entry says so.
  public var severity: String?
  /// Deprecated forms are reported even where the source doesn't have the concept.
  public var always: Bool
  /// Which of the files that were read together has the entry, from 0.
  public var file = 0
  /// Where the entry begins in its file.
  public var at: Offset<File>
  /// Where the names of each language stand in the file.
  public var places: [LanguageTag: Offset<File>]

  /// An entry without names.
  public init(id: String, kind: Kind = .term, status: Status = .approved, at: Offset<File> = Offset(0)) {
    self.id = id
    self.kind = kind
    self.status = status
    self.at = at
    terms = [:]
    note = ""
    source = ""
    context = []
    always = false
    places = [:]
  }

  /// The names in a language: those of `ru` for `ru-RU`.
  public func term(in language: LanguageTag) -> Term? {
    if let term = terms[language] { return term }
    for fallback in language.fallbacks {
      if let tag = LanguageTag(fallback), let term = terms[tag] { return term }
    }
    return nil
  }
}

/// The names of a concept in one language.
public struct Term: Hashable, Sendable {
  /// How a name stands to the editors' choice.
  public enum Status: Int, Comparable, Sendable {
    case deprecated, abbreviation, admitted, preferred

    /// Whether the one is further from the editors' choice than the other.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Grammatical gender.
  public enum Gender: String, CaseIterable, Sendable { case masculine, feminine, neuter }

  /// Grammatical numbers that the name is used in.
  public enum Number: String, CaseIterable, Sendable { case singular, plural, both }

  /// The name to use.
  public var preferred: String
  /// Other names that are right.
  public var admitted: [String] = []
  /// Names that must not be used.
  public var deprecated: [String] = []
  /// The short name.
  public var abbreviation: String?
  /// The gender, where the ending does not decide.
  public var gender: Gender?
  /// The number, where the kind does not decide.
  public var number: Number?
  /// The paradigm class to inflect by, or `none`.
  public var inflect: String?
  /// The harmony of suffixes, where the letters do not decide.
  public var harmony: String?
  /// What oblique cases hang on, where the ending does not decide.
  public var stem: String?
  /// Only as written: a name wholly in capitals is another word.
  public var isCaseExact = false

  /// A name without more.
  public init(_ preferred: String) { self.preferred = preferred }

  /// All names with their status, the preferred one first.
  public var all: [(text: String, status: Status)] {
    var result: [(text: String, status: Status)] = [(preferred, .preferred)]
    if let abbreviation { result.append((abbreviation, .abbreviation)) }
    for text in admitted { result.append((text, .admitted)) }
    for text in deprecated { result.append((text, .deprecated)) }
    return result
  }
}
