import Memory
import Units

/// What is to be done for a segment, as it is paid: done already, or with how much help of the memory.
public enum MatchBand: String, CaseIterable, Sendable {
  /// Reviewed, final or signed off.
  case reviewed
  /// Translated.
  case translated
  /// The memory has the same text between the same texts.
  case context
  /// The memory has the same text.
  case exact = "100"
  /// The same text stands in what was counted before.
  case repetition
  /// The memory has a like text, so many percent alike.
  case from95 = "95-99"
  case from85 = "85-94"
  case from75 = "75-84"
  case from50 = "50-74"
  /// Nobody has translated anything like it.
  case new

  /// The least percentage that a match is looked for with.
  static let least = 50

  /// The band of a match that is so many percent alike; nil where that is too little.
  init?(similarity: Int) {
    switch similarity {
    case 100...: self = .exact
    case 95..<100: self = .from95
    case 85..<95: self = .from85
    case 75..<85: self = .from75
    case Self.least..<75: self = .from50
    default: return nil
    }
  }

  /// The band of a candidate for a text, compared where no tool said how alike they are; nil for a machine's, and for
  /// one that is too little alike.
  init?(_ candidate: MatchCandidate, for source: Content) {
    if candidate.kind == .machine { return nil }
    if candidate.kind == .inContext {
      self = .context
    } else {
      let compared = candidate.similarity ?? MemoryMatch.similarity(of: candidate.source.text, to: source.text)
      self.init(similarity: compared)
    }
  }

  /// Whether a text that was met before is less work than this.
  var yieldsToRepetition: Bool {
    switch self {
    case .reviewed, .translated, .context, .exact: false
    case .repetition, .from95, .from85, .from75, .from50, .new: true
    }
  }

  /// The name in a table.
  var title: String {
    switch self {
    case .context: "context matches"
    case .exact: "100 %"
    case .repetition: "repetitions"
    case .from95, .from85, .from75, .from50: "\(rawValue) %"
    case .reviewed, .translated, .new: rawValue
    }
  }
}
