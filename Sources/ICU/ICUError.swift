internal import CICU

/// A call into ICU that failed.
public struct ICUError: Error, CustomStringConvertible, Sendable {
  /// What was to be done.
  public let action: String
  /// ICU's name of the error: `U_BRK_RULE_SYNTAX`.
  public let name: String
  /// Where in the rules it failed, line and column; nil where no rules were read.
  public let place: String?

  /// What failed, where, and what to look at.
  public var description: String {
    "ICU \(String(cString: icu_version())) cannot \(action): \(name)" + (place.map { " at \($0)" } ?? "")
      + "; is the ICU library of that version installed whole?"
  }

  init(_ action: String, _ error: icu_error) {
    self.action = action
    name = error.name.map { String(cString: $0) } ?? "U_ZERO_ERROR"
    place = error.line > 0 ? "\(error.line):\(error.column)" : nil
  }
}
