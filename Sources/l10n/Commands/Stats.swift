import CommandLineInterface
import Localization

/// The command `l10n stats`.
struct Stats: Command {
  static let name = "stats"
  static let summary = "Count segments, words and characters by how much of them was translated before."
  static let section = "Translating"
  static let discussion = """
    A table for each article and language, and one for all: what is reviewed and translated, and what is left by its \
    best match in the memory, as translators invoice. A text that was counted before is a repetition. The memory is \
    that of l10n.yaml, or --memory FILE; without one the candidates that the files hold count. What is translated is \
    the same as for l10n status; what somebody has to look at is left to do.
    """
  static let examples = [
    CommandExample("l10n stats translations/kk", "What is left to translate into Kazakh."),
    CommandExample("l10n stats --before --report json", "The whole work as it was before it began, for an invoice."),
  ]

  enum Report: String, CaseIterable, ArgumentValue { case text, json }

  @Rest("XLIFF", completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.")
  var paths: [String]
  @Option("FORM", help: "Tables, or one JSON document.") var report = Report.text
  @Flag(help: "Count what is translated, too, by what the memory has for it.") var before
  @OptionGroup("Memory") var options: MemoryOptions
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = try StatsJob(memory: options.memory, countsTranslated: before, try common.configuration())
    let runner = Runner(console: common.console, jobs: try batch.count())
    var report = StatsReport()
    let status = runner.forEach(try job.inputs(at: paths), { job.run($0) }) { analyses in
      for analysis in analyses { report.add(analysis) }
    }
    try common.console.print(self.report == .json ? report.json : Array(report.text.utf8))
    if status != .done { throw Exit(status) }
  }
}
