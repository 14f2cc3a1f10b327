import Checks
import CommandLineInterface
import Localization

/// The command `l10n preview`.
struct Preview: Command {
  static let name = "preview"
  static let summary = "Write one page that shows source and target side by side."
  static let section = "Checking"
  static let discussion = "The page needs no other file and no network. What `l10n check` finds is marked in it."
  static let examples = [
    CommandExample("l10n preview translations/kk/steel.txt.kk.xlf -o steel.html", "One page for an editor.")
  ]

  @Rest("XLIFF", completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.") var paths: [String]
  @Option("FILE", short: "o", completion: .files(["html"]), help: "Where to write, instead of standard output.")
  var output: String?
  @ListOption(
    "FILE", splitsAtCommas: false, completion: .files(["yaml"]), help: "A glossary, instead of the configured ones.")
  var glossary: [String]
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    var options = CheckJob.Options()
    options.glossaries = glossary
    let job = try CheckJob(options, try common.configuration(), writer: Tool.writer)
    let inputs = try job.inputs(at: paths)
    let report = ReportOptions()
    report.output = output == "-" ? nil : output
    report.failOn = .never
    var runner = ReportRunner(console: common.console, jobs: try batch.count(), options: report)
    runner.reportsNothing = false
    runner.reporter = previewReporter(title: inputs.count == 1 ? inputs[0].path : "Translations")
    var comparison = NameComparison()
    try runner.run(inputs, finish: { job.finish(&$0, comparing: &comparison) }, { job.run($0) })
  }
}
