import CommandLineInterface
import Localization
import Units

/// The command `l10n merge`.
struct Merge: Command {
  static let name = "merge"
  static let summary = "Make localized articles from translated XLIFF."
  static let section = "Translating"
  static let discussion = """
    The article is found by the XLIFF's original, below --source-root. Outside of the translated text the localized \
    article equals the source byte for byte. An article with untranslated or changed units is not written (exit 1), nor \
    is one that somebody edited since it was written. Several XLIFF files of one article and language are taken \
    together, unit by unit: an old one and the delta of `l10n update --delta`, or the parts of two translators.

    --jsonl takes lines of {"id", "text", "xliff", "format"}, the text of the article and its translation, and answers \
    each with {"id", "text"}, in order; what can't be done with {"id", "error"} and, at the end, exit 2. "format" may be \
    missing: it is --format or else text.
    """
  static let examples = [
    CommandExample("l10n merge translations/ -o localized/", "Every translation below translations/."),
    CommandExample("l10n merge a.kk.xlf --incomplete source -o -", "What there is, to standard output."),
  ]

  enum Stale: String, CaseIterable, ArgumentValue { case error, keep }

  @Rest("XLIFF", completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.") var paths: [String]
  @Option("DIR", completion: .folders, help: "Where the articles are. Default: the folder of l10n.yaml, or this one.")
  var sourceRoot: String?
  @Option("LANG", help: "The only language to merge.") var to: LanguageTag?
  @Option("WHAT", help: "What stands where a segment is untranslated; error is no article at all.")
  var incomplete = Merger.Incomplete.error
  @Option("WHAT", help: "Units whose source changed: no article, or the old translation, with a warning.") var stale =
    Stale.error
  @Option(
    "STATE", completion: .words(["initial", "translated", "reviewed", "final"]),
    help: "The least state that counts: initial, translated, reviewed or final.")
  var minState = "initial"
  @Flag(help: "Take a target that equals its source for a translation.") var allowSourceCopies
  @Flag(help: "Refuse a machine's translation that nobody has changed or reviewed.") var noUnreviewedMt
  @Option("WHAT", help: "What becomes of the site's furniture.") var furniture = Merger.Furniture.keep
  @Option("NAME", help: "Who translated, for articles that name their translator.") var translator: String?
  @Flag(help: "Leave the article's own metadata (its language, its translator) as it is.") var noSetMetadata
  @Flag(help: "Read again what was made, and prove that nothing outside of the translated text changed.") var verify
  @Flag(help: "Replace articles that were edited since they were written.") var force
  @Option("FORMAT", completion: .words(Facts.formatNames), help: "The format of the articles; see `l10n formats`.")
  var format: String?
  @ListOption(
    "FILE", splitsAtCommas: false, completion: .files(glossaryEndings),
    help: "A glossary, instead of the configured ones: its names need no translation where they stay as they are.")
  var glossary: [String]
  @Option("DIR", short: "o", completion: .folders, help: "Where to write: a folder, a file, or - for standard output.")
  var output: String?
  @Flag(help: "Read JSON Lines from standard input and write JSON Lines.") var jsonl
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    var options = MergeJob.Options()
    options.sourceRoot = sourceRoot
    options.target = to
    options.merging.incomplete = incomplete
    options.keepsStale = stale == .keep
    guard let state = Units.Segment.State(name: minState) else {
      throw UsageError("--min-state: ‘\(minState)’ is no state; use initial, translated, reviewed or final")
    }
    options.merging.minimumState = state
    options.merging.allowsSourceCopies = allowSourceCopies
    options.merging.refusesUnreviewedMachine = noUnreviewedMt
    options.merging.furniture = furniture
    options.merging.setsMetadata = !noSetMetadata
    options.verifies = verify
    options.merging.verifies = verify
    options.force = force
    options.format = format
    options.translator = translator
    options.glossaries = glossary
    options.output = output
    let configuration = try common.configuration()
    if jsonl { return try LineStream(console: common.console).run(MergeLines(options, configuration)) }
    let job = try MergeJob(options, configuration, writer: Tool.writer)
    let runner = Runner(console: common.console, jobs: try batch.count())
    let inputs = try job.inputs(at: paths)
    let ended = Result { () throws(Exit) in try runner.run(inputs) { job.run($0) } }
    try job.finish()
    try ended.get()
  }
}
