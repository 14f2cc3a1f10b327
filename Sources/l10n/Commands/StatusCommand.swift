import CommandLineInterface
import Localization

/// The command `l10n status`.
struct StatusCommand: Command {
  static let name = "status"
  static let summary = "Say how far each translation is, and which articles were changed since."
  static let section = "Translating"
  static let discussion = """
    A line for each article and language: untranslated, in work, translated, reviewed, or stale where the article was \
    changed since. --set reviewed FILE records a sign-off in FILE.reviewed, beside the XLIFF: it holds until a source \
    or a target is changed, whatever a CAT tool does to the states, and `merge --min-state reviewed` knows of it.
    """
  static let examples = [
    CommandExample("l10n status", "Every translation of the project."),
    CommandExample("l10n status --fail-on stale --report json", "For CI: exit status 1 where a source was changed."),
    CommandExample("l10n status --set reviewed translations/kk/a.txt.kk.xlf", "A translation was read and is right."),
  ]

  enum Report: String, CaseIterable, ArgumentValue { case text, json }
  enum FailOn: String, CaseIterable, ArgumentValue { case stale, never }
  enum Setting: String, CaseIterable, ArgumentValue { case reviewed }

  @Rest("XLIFF", completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.")
  var paths: [String]
  @Option("DIR", completion: .folders, help: "The folder that `original` is a path in.") var sourceRoot: String?
  @Option("FORM", help: "Lines of text, or one JSON document.") var report = Report.text
  @Option("WHAT", help: "Exit with 1 where there is such an article.") var failOn = FailOn.never
  @Option("STATE", help: "Record that the files named are reviewed.") var set: Setting?
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = try StatusJob(
      sourceRoot: sourceRoot, signsOff: set != nil, try common.configuration(), writer: Tool.writer)
    let runner = Runner(console: common.console, jobs: try batch.count())
    let (results, status) = runner.gather(try job.inputs(at: paths)) { job.run($0) }
    let report = StatusReport(results.flatMap { $0 })
    try common.console.print(self.report == .json ? report.json : Array(report.text.utf8))
    let worst = failOn == .stale && report.hasStale ? max(status, .needsPerson) : status
    if worst != .done { throw Exit(worst) }
  }
}
