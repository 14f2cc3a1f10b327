import Checks
import Units
import XLIFF

/// The names of rules, for whoever gives one.
enum RuleNames {
  /// Those that have a severity, sorted.
  static let all = CheckSuite.allRules().map(\.name).sorted()

  /// Whether findings may have this rule: those of the standard have one, too.
  static func isKnown(_ name: String) -> Bool { name == validationRule || all.contains(name) }

  /// What to do about a name that is none.
  static func remedy(for name: String) -> String {
    Spelling.nearest(to: name, among: all).map { "did you mean \($0)?" } ?? "`l10n check --list` lists the rules"
  }
}
