/// A name for people: `title`, `p3`.
///
/// Units are joined by their content, not by it.
public struct UnitID: Hashable, Sendable, CustomStringConvertible {
  /// The name, an XML NMTOKEN.
  public var name: String

  /// A unit's name.
  public init(_ name: String) { self.name = name }

  /// The text for people.
  public var description: String { name }
}

/// What a block is to the reader of the article: headline, lead, caption…; an open set.
public struct Role: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name: lower case, words joined by hyphens, as XLIFF attributes hold it.
  public var name: String

  /// A role of this name.
  public init(_ name: String) { self.name = name }
  /// A role of this name.
  public init(stringLiteral name: String) { self.name = name }

  /// The name as people read it: `photo credit`.
  public var description: String {
    String(decoding: name.utf8.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The headline of the article.
  public static let headline: Role = "headline"
  /// Who made the picture.
  public static let credit: Role = "photo-credit"
  /// The paragraph that opens the article and sums it up.
  public static let lead: Role = "lead"
  /// A paragraph of the body.
  public static let paragraph: Role = "paragraph"
  /// Somebody's words with the attribution that continues them.
  public static let statement: Role = "statement"
  /// Somebody's words in quotation marks with the attribution that continues them.
  public static let quotation: Role = "quotation"
  /// The heading of a part of the article.
  public static let heading: Role = "heading"
  /// What stands under a picture or over a table.
  public static let caption: Role = "caption"
  /// What stands for a picture that is not seen.
  public static let alternativeText: Role = "alternative-text"
  /// What the article is about, as search engines and social networks show it.
  public static let summary: Role = "summary"
  /// A name or a hint of a control or a link.
  public static let label: Role = "label"
  /// Who wrote the article.
  public static let byline: Role = "byline"
  /// A cell of a table.
  public static let cell: Role = "table-cell"
  /// What the site puts around an article: latest news, share buttons.
  public static let furniture: Role = "furniture"
}

/// A stretch of a unit between two sentence ends: a sentence, or (ignorable) the white space between two.
public struct Segment: Hashable, Sendable {
  /// How far the translation is, in XLIFF 2's words and order.
  public enum State: Int, Comparable, CaseIterable, Sendable {
    case initial, translated, reviewed, final

    /// Whether one comes before another in the order they are declared.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The state of this name.
    public init?(name: String) {
      guard let state = Self.allCases.first(where: { $0.name == name }) else { return nil }
      self = state
    }

    /// The name, as XLIFF 2 writes it.
    public var name: String {
      // Not "\(self)", which looks the name up in the program: every segment of a document asks for it.
      switch self {
      case .initial: "initial"
      case .translated: "translated"
      case .reviewed: "reviewed"
      case .final: "final"
      }
    }
  }

  /// The name in the document: of a trans-unit in XLIFF 1.2, of a segment in 2.x; nil where it has none.
  public var id: String?
  /// What is to be translated.
  public var source: Content
  /// The translation; nil where there is none, empty where a tool wrote an empty one.
  public var target: Content?
  /// How far the translation is.
  public var state: State
  /// Whether the document leaves it open how far the translation is: XLIFF 1.2 has no default state, 2.x does.
  public var isStateOpen = false
  /// More about the state, as the document has it: `needs-review-translation`, `l10n:changed`.
  public var subState: String
  /// The place of the target among those of its unit, from 1; nil where it is the source's.
  public var order: Int?
  /// White space between two sentences, which nobody translates.
  public var isIgnorable: Bool
  /// What translators read about this segment.
  public var notes: [String]
  /// Translations of like sources that a translator may start from.
  public var candidates: [MatchCandidate] = []
  /// Whether the target is a machine's, as it came.
  public var isMachineTranslation = false
  /// Where the source lies in the document that the segment was read from.
  public var sourcePlace: OffsetMap?
  /// Where the target lies in the document that the segment was read from.
  public var targetPlace: OffsetMap?

  /// A segment; by default one that nobody has translated.
  public init(
    id: String? = nil, source: Content, target: Content? = nil, state: State = .initial, subState: String = "",
    order: Int? = nil,
    isIgnorable: Bool = false, notes: [String] = [], sourcePlace: OffsetMap? = nil, targetPlace: OffsetMap? = nil
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.state = state
    self.subState = subState
    self.order = order
    self.isIgnorable = isIgnorable
    self.notes = notes
    self.sourcePlace = sourcePlace
    self.targetPlace = targetPlace
  }
}

/// A translation of a like source: an `alt-trans` of XLIFF 1.2, a `match` of 2.x.
public struct MatchCandidate: Hashable, Sendable {
  /// The source that it translates.
  public var source: Content
  /// The translation.
  public var target: Content
  /// How like the sources are, in percent; nil where nobody compared them.
  public var similarity: Int?
  /// Where it comes from.
  public var origin: String
  /// What it is.
  public var kind: Kind

  /// What a candidate is.
  public enum Kind: Hashable, Sendable {
    /// What somebody made of its source.
    case plain
    /// The same between the same texts.
    case inContext
    /// With names or numbers of the source put in the place of its own.
    case assembled
    /// What a machine made.
    case machine
  }

  /// A candidate from `origin`.
  public init(source: Content, target: Content, similarity: Int?, origin: String, kind: Kind = .plain) {
    self.source = source
    self.target = target
    self.similarity = similarity
    self.origin = origin
    self.kind = kind
  }
}

/// A name, or a term, with the rendering that the editors have chosen in the other language.
public struct GlossaryEntry: Hashable, Sendable {
  /// The name as the source has it.
  public var term: String
  /// How it is rendered.
  public var translation: String

  /// A name with its rendering.
  public init(term: String, translation: String) {
    self.term = term
    self.translation = translation
  }
}

/// A block of an article with its segments: what is translated, checked and remembered as a whole.
///
/// XLIFF, a published pair and a JSON line all make units, so no check knows of XLIFF.
public struct Unit: Hashable, Sendable {
  /// A name for people.
  public var id: UnitID
  /// What the block is.
  public var role: Role
  /// The segments and the ignorable white space between them, in the order of the source.
  public var segments: [Segment]
  /// False for a unit that must stay as it is.
  public var isTranslatable: Bool
  /// What translators read about this unit.
  public var notes: [String]
  /// The most characters that the translation may have; nil where there is no limit.
  public var maximumLength: Int?
  /// The names in it that the editors have chosen a rendering of; of a document they are not read back.
  public var glossary: [GlossaryEntry] = []

  /// A unit of these segments.
  public init(
    id: UnitID, role: Role = .paragraph, segments: [Segment], isTranslatable: Bool = true, notes: [String] = []
  ) {
    self.id = id
    self.role = role
    self.segments = segments
    self.isTranslatable = isTranslatable
    self.notes = notes
  }

  /// The number of segments that are no white space between others.
  public var sentenceCount: Int {
    var count = 0
    for index in segments.indices where !segments[index].isIgnorable { count += 1 }
    return count
  }

  /// What a segment is called in messages: `p3.2`, `p3/s2`, or the unit's own name where the segment has none.
  public func name(ofSegment index: Int) -> String {
    guard segments.indices.contains(index), let segment = segments[index].id else { return id.name }
    return segment.hasPrefix(id.name) ? segment : "\(id)/\(segment)"
  }
}
