import Checks
import Units
import XLIFF

/// Findings that a note in the XLIFF lets stand: `l10n: ignore number-mismatch: the agency gives both figures`.
struct NoteWaivers {
  private struct Waiver {
    var unit: String
    var rule: String
    var reason: String
    var at: FileRange
    var isUsed = false
  }

  private var waivers: [Waiver]

  /// The waivers among the notes that people wrote.
  init(_ notes: [TranslatorNote]) {
    waivers = notes.compactMap { note in
      let words = note.text.split(maxSplits: 2, omittingEmptySubsequences: true) { $0.isWhitespace }
      guard words.count == 3, words[0] == "l10n:", words[1] == "ignore" else { return nil }
      let parts = words[2].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let reason = parts.dropFirst().joined().drop(while: \.isWhitespace)
      return Waiver(unit: note.unit.name, rule: String(parts[0]), reason: String(reason), at: note.at)
    }
  }

  /// The findings that no note waives, and a finding for each note that waives none.
  mutating func applied(to findings: [Finding], _ identities: [FindingIdentity], _ suite: CheckSuite) -> [Finding] {
    guard !waivers.isEmpty else { return findings }
    var kept: [Finding] = []
    for (finding, identity) in zip(findings, identities) {
      let index = waivers.firstIndex {
        $0.rule == finding.rule && !$0.reason.isEmpty && ($0.unit == identity.unit || $0.unit == finding.unit?.name)
      }
      if let index { waivers[index].isUsed = true } else { kept.append(finding) }
    }
    guard suite.runs(CheckSuite.waiverUnused) else { return kept }
    for waiver in waivers where !waiver.isUsed {
      let message: String
      if !RuleNames.isKnown(waiver.rule) {
        message = "the note waives nothing: \(waiver.rule) is no rule; \(RuleNames.remedy(for: waiver.rule))"
      } else if waiver.reason.isEmpty {
        message = "the note waives nothing without a reason; write l10n: ignore \(waiver.rule): why"
      } else if suite.runs(waiver.rule) {
        message = "\(waiver.rule) is not found any more in \(waiver.unit), so its note can go"
      } else {
        continue
      }
      kept.append(
        suite.adjusted(
          Finding(
            rule: CheckSuite.waiverUnused, severity: .warning, message: message, at: waiver.at,
            unit: UnitID(waiver.unit))))
    }
    return kept
  }
}
