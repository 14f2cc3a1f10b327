public import Units

/// What a finding is known by from run to run: it changes with the texts, never with the lines they stand on.
public struct FindingIdentity: Hashable, Sendable {
  /// The name of the unit in the file; empty where the finding is about the file.
  public var unit: String
  /// The rule.
  public var rule: String
  /// The fingerprint of the segment's source and target, or of the message where there is no segment.
  public var hash: Fingerprint

  /// The identity of a finding of these texts.
  public init(unit: String, rule: String, hash: Fingerprint) {
    self.unit = unit
    self.rule = rule
    self.hash = hash
  }
}

extension Report {
  /// Calls `body` with each finding, its fingerprint and the lines of the file, which are only counted where needed.
  func eachIdentified(_ body: (Finding, _ fingerprint: String, LineIndex) -> Void) {
    guard !findings.isEmpty else { return }
    let lines = LineIndex(bytes)
    for (finding, fingerprint) in zip(findings, stableFingerprints) { body(finding, fingerprint, lines) }
  }

  /// The identities of the findings, in their order.
  public var identities: [FindingIdentity] {
    guard !findings.isEmpty else { return [] }
    let units = unitsByID
    return findings.map { finding in
      let context = FindingContext(finding, units)
      let texts = context.map { "\($0.source)\u{0}\($0.target ?? "")" } ?? finding.message
      return FindingIdentity(
        unit: context?.transUnit ?? finding.unit?.name ?? "", rule: finding.rule, hash: Fingerprint(Array(texts.utf8)))
    }
  }

  /// For each finding 16 hexadecimal digits that no other finding of the file has and that survive moved lines.
  private var stableFingerprints: [String] {
    var seen: [Fingerprint: Int] = [:]
    let units = unitsByID
    return zip(findings, identities).map { finding, identity in
      let found = FindingContext(finding, units)?.found ?? finding.message
      let base = Fingerprint(Array("\(path)\u{0}\(identity.rule)\u{0}\(identity.hash)\u{0}\(found)".utf8))
      let ordinal = seen[base, default: 0]
      seen[base] = ordinal + 1
      let own = ordinal == 0 ? base : Fingerprint(Array("\(base) \(ordinal)".utf8))
      return String(own.description.dropFirst("fnv1a64-".count))
    }
  }
}

extension FindingContext {
  /// The part of the target that is meant; nil where the whole segment is.
  var found: String? {
    guard let range, let target else { return nil }
    var found = ""
    found.unicodeScalars += target.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
    return found
  }
}
