import Units
import XML

/// What a unit says beside its segments: its native codes, how far it is in its tool's own words, comments on targets.
struct UnitWords {
  /// The native codes by their ids (2.x).
  private(set) var data: [String: String] = [:]
  private var openData: (id: String, text: [UInt8])?
  /// How far the unit is in the words of its tool.
  private var state: String?
  /// The same of each segment, by its `mid`.
  private var confirmations: [String: String] = [:]
  /// What stands in annotations of the target for people.
  private(set) var comments: [(text: String, at: Range<Int>)] = []
  /// The candidates by the name of the segment; nil for all of the unit.
  private var candidates: [String?: [MatchCandidate]] = [:]
  /// The targets of a machine's, as ``Folding`` looks them up.
  private var machineTexts: [String?: Set<String>] = [:]
  /// The segments that a machine translated, by their `mid`.
  private var machineSegments: Set<String> = []

  var isInData: Bool { openData != nil }

  var isEmpty: Bool {
    data.isEmpty && openData == nil && state == nil && confirmations.isEmpty && comments.isEmpty
      && candidates.isEmpty && machineTexts.isEmpty && machineSegments.isEmpty
  }

  /// What the tag of a trans-unit says.
  mutating func read(_ transUnit: borrowing StartTag) { state = VendorStates.word(of: transUnit) }

  mutating func beginData(_ tag: borrowing StartTag) { openData = (tag["id"] ?? "", []) }

  mutating func add(data text: [UInt8]) { openData?.text += text }

  mutating func endData() {
    if let (id, text) = openData.take() { data[id] = String(decoding: text, as: UTF8.self) }
  }

  /// What a segment of Trados says of itself.
  mutating func confirm(_ tag: borrowing StartTag) {
    guard let mid = tag["id"] else { return }
    if let level = tag["conf"] { confirmations[mid] = VendorStates.word(ofConfirmation: level) }
    if VendorStates.isMachine(origin: tag["origin"]) { machineSegments.insert(mid) }
  }

  /// What an annotation of the target says to people.
  mutating func comment(_ annotation: borrowing StartTag) {
    guard let text = annotation["type"] == "comment" ? annotation["value"] : annotation["comment"] else { return }
    comments.append((text, annotation.range))
  }

  /// Keeps a candidate.
  mutating func add(_ reader: CandidateReader?) {
    guard let reader else { return }
    if let candidate = reader.candidate { candidates[reader.segment, default: []].append(candidate) }
    if let text = reader.machineText { machineTexts[reader.segment, default: []].insert(Folding.key(text)) }
  }

  /// Gives a segment, which is called so, its candidates, or those of all the unit where it has none of its own.
  func addCandidates(to segment: inout Segment, mid: String?) {
    if let mid, machineSegments.contains(mid) { segment.isMachineTranslation = true }
    guard !candidates.isEmpty || !machineTexts.isEmpty else { return }
    let names = [mid, segment.id, nil]
    segment.candidates = names.lazy.compactMap { candidates[$0] }.first ?? []
    guard !machineTexts.isEmpty, let target = segment.target else { return }
    let key = Folding.key(target.text)
    if names.contains(where: { machineTexts[$0]?.contains(key) == true }) { segment.isMachineTranslation = true }
  }

  /// How far a segment is; nil where the tool has no word of its own for it.
  func state(ofSegment mid: String?) -> String? { mid.flatMap { confirmations[$0] } ?? state }
}
