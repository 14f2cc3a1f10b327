import CommandLineInterface
import Localization

/// The command `l10n validate`.
struct Validate: Command {
  static let name = "validate"
  static let summary = "Find what breaks the XLIFF standard: structure, required attributes, ids, languages."
  static let section = "Checking"
  static let examples = [CommandExample("l10n validate translations/", "Every XLIFF below translations/.")]

  @Rest("XLIFF", isRequired: true, completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.")
  var paths: [String]
  @OptionGroup("Report") var report: ReportOptions
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = ValidateJob(try common.configuration())
    try ReportRunner(console: common.console, jobs: try batch.count(), options: report).run(
      try job.inputs(at: paths)
    ) { job.run($0) }
  }
}
