/// Something that a person should see: what, where, how bad, and the way out.
///
/// Places are bytes; lines, columns and scalars are made by reporters alone.
public struct Finding: Hashable, Sendable {
  /// How bad a finding is.
  public enum Severity: Int, Comparable, CaseIterable, Sendable {
    case note, warning, error

    /// Whether one comes before another in the order they are declared.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The name, as reports write it.
    public var name: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// Another text for a stretch of the target.
  public struct Fix: Hashable, Sendable {
    /// What to replace, in the target's text.
    public var range: TextRange
    /// What to write instead.
    public var replacement: String

    /// A replacement of a stretch of the target.
    public init(range: TextRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// The stable name of the rule: `term-variant`.
  public var rule: String
  /// How bad it is.
  public var severity: Severity
  /// What is wrong and what would be right, in a sentence for the editor.
  public var message: String
  /// Where in the file.
  public var at: FileRange
  /// The unit it was found in.
  public var unit: UnitID?
  /// The index of the segment in the unit.
  public var segment: Int?
  /// The glossary's id of the concept.
  public var concept: String?
  /// Where in the segment's target.
  public var inTarget: TextRange?
  /// How to mend it, where that is certain.
  public var fix: Fix?

  /// A finding of a rule.
  public init(
    rule: String, severity: Severity, message: String, at: FileRange = FileRange(bytes: 0..<0), unit: UnitID? = nil,
    segment: Int? = nil, concept: String? = nil, inTarget: TextRange? = nil, fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.at = at
    self.unit = unit
    self.segment = segment
    self.concept = concept
    self.inTarget = inTarget
    self.fix = fix
  }
}
