import CommandLineInterface
import Localization

/// The command `l10n convert`.
struct Convert: Command {
  static let name = "convert"
  static let summary = "Write XLIFF in another version, or as a table and back; what can't be said there is told."
  static let section = "Translating"
  static let discussion = """
    From 1.x to 2.x a trans-unit becomes a unit, from 2.x to 1.2 a segment becomes a trans-unit, in a group where its \
    unit has several. Ids, notes, states, sizes, codes and the white space between segments go along; what has no \
    words in the other version is kept as metadata where there is a place for it, and comes back with a conversion back.

    A table is for people without a CAT tool: CSV for spreadsheets, or, where -o ends in .html, a page to write in with \
    a button that saves it. --into puts the targets of such a table into the XLIFF that it was made of.
    """
  static let examples = [
    CommandExample("l10n convert a.xlf --xliff 1.2 -o a12.xlf", "For a tool that does not read 2.x."),
    CommandExample("l10n convert back/ --xliff 2.0 -o translations/", "A folder of files."),
    CommandExample("l10n convert a.xlf --as table -o a.csv", "For a spreadsheet."),
    CommandExample("l10n convert a.csv --into a.xlf", "What was written there, into the XLIFF."),
  ]

  /// What else XLIFF becomes.
  enum Form: String, CaseIterable, ArgumentValue { case table }

  @Rest("FILE", isRequired: true, completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders; or a table.")
  var paths: [String]
  @Option("VERSION", completion: .words(Facts.xliffVersions), help: "The version to write: 1.2, 2.0, 2.1 or 2.2.")
  var xliff: String?
  @Option("FORM", name: "as", help: "Write a table of two columns instead.") var form: Form?
  @Option("XLIFF", completion: .files(["xlf", "xliff"]), help: "The XLIFF to put the targets of one table into.")
  var into: String?
  @Option("FILE", short: "o", completion: .folders, help: "Where to write: a folder, a file, or - (the default).")
  var output: String?
  @Flag(help: "Overwrite XLIFF that holds translations.") var force
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let tasks: [ConvertJob.Task?] = [xliff.map { .version($0) }, form.map { _ in .table }, into.map { .filling($0) }]
    guard let task = tasks.compactMap(\.self).first, tasks.count(where: { $0 != nil }) == 1 else {
      throw UsageError("say what is to be written, by one of --xliff VERSION, --as table and --into XLIFF")
    }
    let job = try ConvertJob(task, output: output, force: force, try common.configuration(), writer: Tool.writer)
    let runner = Runner(console: common.console, jobs: try batch.count())
    try runner.run(try job.inputs(at: paths)) { job.run($0) }
  }
}
