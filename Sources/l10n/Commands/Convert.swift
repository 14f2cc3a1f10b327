import CommandLineInterface
import Localization

/// The command `l10n convert`.
struct Convert: Command {
  static let name = "convert"
  static let summary = "Write XLIFF in another version; what that version can't say is told."
  static let section = "Translating"
  static let discussion = """
    From 1.x to 2.x a trans-unit becomes a unit, from 2.x to 1.2 a segment becomes a trans-unit, in a group where its \
    unit has several. Ids, notes, states, sizes, codes and the white space between segments go along; what has no \
    words in the other version is kept as metadata where there is a place for it, and comes back with a conversion back.
    """
  static let examples = [
    CommandExample("l10n convert a.xlf --xliff 1.2 -o a12.xlf", "For a tool that does not read 2.x."),
    CommandExample("l10n convert back/ --xliff 2.0 -o translations/", "A folder of files."),
  ]

  @Rest("XLIFF", isRequired: true, completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.")
  var paths: [String]
  @Option("VERSION", completion: .words(Facts.xliffVersions), help: "The version to write: 1.2, 2.0, 2.1 or 2.2.")
  var xliff: String?
  @Option("FILE", short: "o", completion: .folders, help: "Where to write: a folder, a file, or - (the default).")
  var output: String?
  @Flag(help: "Overwrite XLIFF that holds translations.") var force
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    guard let xliff else { throw UsageError("which version is to be written? Say it with --xliff 1.2 or --xliff 2.0") }
    let job = try ConvertJob(
      to: xliff, output: output, force: force, try common.configuration(), writer: Tool.writer)
    let runner = Runner(console: common.console, jobs: try batch.count())
    try runner.run(try job.inputs(at: paths)) { job.run($0) }
  }
}
