import CommandLineInterface
import Localization

/// The command `l10n update`.
struct Update: Command {
  static let name = "update"
  static let summary = "Take a corrected source article over into its XLIFF; translations that still hold stay."
  static let section = "Translating"
  static let examples = [
    CommandExample("l10n update", "Every XLIFF of the project, in place, by the articles as they are now."),
    CommandExample("l10n update translations/kk/a.txt.kk.xlf --source-root articles", "One file."),
  ]

  @Rest("XLIFF", completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.")
  var paths: [String]
  @Option("DIR", completion: .folders, help: "The folder that `original` is a path in, with the corrected articles.")
  var sourceRoot: String?
  @Option("FORM", help: "The summary as text, or a JSON object on a line for each XLIFF.")
  var report = UpdateJob.Report.text
  @ListOption(
    "FILE", splitsAtCommas: false, completion: .files(["yaml"]),
    help: "A glossary, instead of the configured ones: new sentences get notes on its names.")
  var glossary: [String]
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = try UpdateJob(
      sourceRoot: sourceRoot, report: report, glossaries: glossary, try common.configuration(), writer: Tool.writer)
    let runner = Runner(console: common.console, jobs: try batch.count())
    try runner.run(try job.inputs(at: paths)) { job.run($0) }
  }
}
