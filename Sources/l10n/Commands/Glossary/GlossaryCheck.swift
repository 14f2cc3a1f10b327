import CommandLineInterface
import Localization

/// The command `l10n glossary check`.
struct GlossaryCheck: Command {
  static let name = "check"
  static let summary = "Find what editors should settle: clashes, doubles, contradictions, missing languages."
  static let discussion = """
    Errors: glossary-syntax (unknown keys and values), glossary-duplicate-id, glossary-duplicate (two entries with the \
    same names), glossary-contradiction (a form deprecated that another entry or the entry itself allows), \
    glossary-lookalike (a letter of another script).

    Warnings: glossary-clash (two entries with one name, and no context that tells them apart), \
    glossary-duplicate-form, glossary-missing-language, glossary-no-source (approved without saying where it was \
    verified).

    Notes: glossary-unsorted, glossary-letter-fold (a person's name that is not, letter for letter, what it is made \
    from).

    Several glossaries are checked by themselves and against each other; a clash names both places.
    """
  static let examples = [
    CommandExample("l10n glossary check Glossaries/kazakhstan.yaml", "One glossary."),
    CommandExample("l10n glossary check agency.yaml house.yaml", "Two that are used together."),
    CommandExample("l10n glossary check --fail-on warning", "Those of l10n.yaml, strictly."),
  ]

  @Rest("FILE", completion: .files(glossaryEndings), help: "Glossaries; without one, those of l10n.yaml.")
  var paths: [String]
  @OptionGroup("Report") var report: ReportOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = try GlossaryCheckJob(try common.configuration(), paths: paths)
    try ReportRunner(console: common.console, jobs: 1, options: report).run(job.inputs) { job.run($0) }
  }
}
