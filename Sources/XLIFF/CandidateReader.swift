import Units
import XML

/// Reads a candidate: `alt-trans` of 1.2, `match` of the matches module of 2.x.
///
/// What is no proposal of a translation is none: one that was turned down, an older version, a term, or a text in another
/// language than the file's.
struct CandidateReader {
  /// The segment that it is for, as `ref` or `mid` names it; nil where it names none.
  let segment: String?
  private var kind: MatchCandidate.Kind
  private let languages: (source: LanguageTag, target: LanguageTag?)
  /// Whether sources and targets are read, too, where no machine made them.
  private let keepsTexts: Bool
  private let isProposal: Bool
  private var isInLanguages: Bool
  private let similarity: Int?
  private let origin: String
  private var source: [UInt8] = []
  private var target: [UInt8] = []
  /// The content that is open, and how many elements are open in it and around it.
  private var content: Element?
  private var depth = 0
  private var contentDepth = 0

  /// A reader of what follows the tag of a candidate in a file.
  init(_ tag: borrowing StartTag, in file: ResourceFile, keepsTexts: Bool) {
    languages = (file.sourceLanguage, file.targetLanguage)
    self.keepsTexts = keepsTexts
    segment =
      tag["ref"].flatMap { $0.split(whereSeparator: { "#/=".contains($0) }).last.map(String.init) } ?? tag["mid"]
    // 1.2 has no word for it, and tools write more than 100 %.
    let quality = Self.percent(tag["similarity"] ?? tag["matchQuality"] ?? tag["match-quality"])
    similarity = quality.map { min($0, 100) }
    kind =
      switch tag["type"] {
      case "mt": .machine
      case "am": .assembled
      case "icm", "idm": .inContext
      default: quality.map { $0 > 100 } == true ? .inContext : .plain
      }
    isProposal =
      (tag["alttranstype"] ?? "proposal") == "proposal" && tag["type"] != "tb" && tag["reference"] != "yes"
    isInLanguages = Self.isIn(file.targetLanguage, tag)
    origin = tag["origin"] ?? ""
  }

  /// Whether text is wanted.
  var wantsText: Bool {
    guard isInLanguages, let content else { return false }
    return (keepsTexts && isProposal) || (kind == .machine && content == .target)
  }

  /// Whether an element may hold text of a language: it names none, or that one.
  private static func isIn(_ language: LanguageTag?, _ tag: borrowing StartTag) -> Bool {
    guard let language, let own = tag[namespaced: "http://www.w3.org/XML/1998/namespace\nlang"] else { return true }
    return LanguageTag(own)?.matches(language) ?? true
  }

  mutating func start(_ element: Element, _ tag: borrowing StartTag) {
    depth += 1
    guard content == nil, element == .source || element == .target else { return }
    if element == .target, SubState.isMachine(qualifier: tag["state-qualifier"]) { kind = .machine }
    if !Self.isIn(element == .target ? languages.target : languages.source, tag) { isInLanguages = false }
    (content, contentDepth) = (element, depth)
  }

  mutating func text(_ text: some Sequence<UInt8>) {
    guard wantsText else { return }
    if content == .source { source += text } else { target += text }
  }

  /// Ends an element; false where it was the candidate itself.
  mutating func end() -> Bool {
    if depth == contentDepth { content = nil }
    depth -= 1
    return depth >= 0
  }

  /// What a machine made; nil where none did.
  ///
  /// That holds where somebody has turned it down, too: it tells what a target is.
  var machineText: [UInt8]? { isInLanguages && kind == .machine && !target.isEmpty ? target : nil }

  /// What was read; nil where it is no candidate, or texts are not kept.
  var candidate: MatchCandidate? {
    guard keepsTexts, isProposal, isInLanguages, !target.isEmpty else { return nil }
    return MatchCandidate(
      source: Content(text: source), target: Content(text: target),
      similarity: kind == .machine ? nil : similarity, origin: origin, kind: kind)
  }

  /// The percentage that begins a text, rounded down: `85`, `85.00`, `85%`.
  private static func percent(_ text: String?) -> Int? {
    text.flatMap { text in Int(text.drop { $0 == " " }.prefix { "0"..."9" ~= $0 }) }
  }
}
