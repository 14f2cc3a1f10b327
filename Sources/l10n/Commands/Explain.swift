import Checks
import CommandLineInterface
import Localization
import Units

/// The command `l10n explain`.
struct Explain: Command {
  static let name = "explain"
  static let summary = "Show a rule's page, with examples of what it finds and what it doesn't."
  static let section = "Checking"

  @Positional("RULE", completion: .words(ruleNames), help: "The rule's name.") var rule = ""

  func run() throws {
    guard let page = Facts.page(ofRule: rule) else {
      let near = Spelling.nearest(to: rule, among: ruleNames).map { "did you mean ‘\($0)’?" }
      throw UsageError("‘\(rule)’ is no rule; \(near ?? "`l10n check --list` lists them")")
    }
    try Console().print(page)
  }
}
