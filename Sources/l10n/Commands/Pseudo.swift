import CommandLineInterface
import Localization

/// The command `l10n pseudo`.
struct Pseudo: Command {
  static let name = "pseudo"
  static let summary = "Fill targets with a pseudo-translation, to see what is translated and what isn't."
  static let section = "Translating"
  static let examples = [
    CommandExample("l10n pseudo translations/kk/a.txt.kk.xlf", "Fills what has no target, in place."),
    CommandExample("l10n pseudo --locale source a.xlf -o b.xlf", "A copy whose targets are its sources."),
  ]

  @Rest("XLIFF", isRequired: true, completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.")
  var paths: [String]
  @Option("WHAT", help: "Other letters (pseudo), or the source as it is (source).") var locale = PseudoJob.Kind.pseudo
  @Flag(help: "Fill segments that have a target, too.") var force
  @Option("DIR", short: "o", completion: .folders, help: "Where to write instead: a folder, a file, or -.")
  var output: String?
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = try PseudoJob(
      locale, replacesTargets: force, output: output, try common.configuration(), writer: Tool.writer)
    let runner = Runner(console: common.console, jobs: try batch.count())
    try runner.run(try job.inputs(at: paths)) { job.run($0) }
  }
}
