internal import CICU

/// A call into ICU that failed.
public struct ICUError: Error, CustomStringConvertible, Sendable {
  /// The function that failed.
  public let function: String
  /// ICU's name of the error: `U_BRK_RULE_SYNTAX`.
  public let name: String
  /// Where in the rules it failed, line and column; nil where no rules were read.
  public let place: String?

  public var description: String {
    "ICU \(String(cString: icu_version())): \(function) failed with \(name)" + (place.map { " at \($0)" } ?? "")
      + "; is the ICU data file installed?"
  }

  init(_ function: String, _ status: UErrorCode, place: String? = nil) {
    self.function = function
    name = String(cString: icu_u_errorName(status))
    self.place = place
  }
}
