import Units
import XML

/// Reads a candidate: `alt-trans` of 1.2, `match` of the matches module of 2.x.
struct CandidateReader {
  /// The segment that it is for, as `ref` or `mid` names it; nil where it names none.
  let segment: String?
  private var kind: MatchCandidate.Kind
  /// Whether somebody has turned it down (1.2).
  private let isRejected: Bool
  private let similarity: Int?
  private let origin: String
  private var source: [UInt8] = []
  private var target: [UInt8] = []
  /// The content that is open, and how many elements are open in it and around it.
  private var content: Element?
  private var depth = 0
  private var contentDepth = 0

  /// A reader of what follows the tag of a candidate.
  init(_ tag: borrowing StartTag) {
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
    isRejected = tag["alttranstype"] == "rejected"
    origin = tag["origin"] ?? ""
  }

  /// Whether text is wanted.
  var wantsText: Bool { content != nil }

  mutating func start(_ element: Element, _ tag: borrowing StartTag) {
    depth += 1
    guard content == nil, element == .source || element == .target else { return }
    if element == .target, SubState.isMachine(qualifier: tag["state-qualifier"]) { kind = .machine }
    (content, contentDepth) = (element, depth)
  }

  mutating func text(_ text: some Sequence<UInt8>) {
    if content == .source { source += text } else { target += text }
  }

  /// Ends an element; false where it was the candidate itself.
  mutating func end() -> Bool {
    if depth == contentDepth { content = nil }
    depth -= 1
    return depth >= 0
  }

  /// What was read; nil where it is no candidate.
  ///
  /// A machine's is one even where somebody has turned it down: it tells what a target is.
  var candidate: MatchCandidate? {
    guard !isRejected || kind == .machine, !target.isEmpty else { return nil }
    return MatchCandidate(
      source: Content(text: source), target: Content(text: target),
      similarity: kind == .machine ? nil : similarity, origin: origin, kind: kind)
  }

  /// The percentage that begins a text, rounded down: `85`, `85.00`, `85%`.
  private static func percent(_ text: String?) -> Int? {
    text.flatMap { text in Int(text.drop { $0 == " " }.prefix { "0"..."9" ~= $0 }) }
  }
}
