import CommandLineInterface
import Localization
import Units

/// The command `l10n extract`.
struct Extract: Command {
  static let name = "extract"
  static let summary = "Write XLIFF for translators from articles."
  static let section = "Translating"
  static let discussion = """
    One XLIFF file per article and language: DIR/<lang>/<path>.<lang>.xlf. Without --xliff and --for it is strict \
    XLIFF 1.2, which every CAT tool takes. What is left out (the site's lists of other news) is always named. An XLIFF \
    that holds translations is not overwritten: it is an error, or with --keep left as it is, for who extracts a folder \
    again to add what is new in it.

    --pretranslate FILE offers what a machine made of the sentences: each line of FILE is {"source": "…", "target": "…", \
    "to": "kk", "origin": "who made it"}. `l10n merge --no-unreviewed-mt` refuses what nobody has looked at of it.

    --jsonl takes lines of {"id", "text", "format", "from", "to", "original"} and answers each with {"id", "xliff"}, in \
    order; what can't be done with {"id", "error"} and, at the end, exit 2. Only "id" (a string or number) and "text" \
    must be there: "format" is --format or else text, the languages are the options', "original" is the id.
    """
  static let examples = [
    CommandExample("l10n extract article.txt --from en --to ru,kk", "Two files below translations/."),
    CommandExample("l10n extract news/ --from en --to kk --for omegat -o jobs/", "A folder of articles, for OmegaT."),
  ]

  @Rest("PATH", completion: .files(Facts.articleEndings), help: "Articles, or folders of them; - is standard input.")
  var paths: [String]
  @Option("LANG", help: "The language of the articles.") var from: LanguageTag?
  @ListOption("LANG", help: "The languages to translate to.") var to: [LanguageTag]
  @Option("VERSION", completion: .words(Facts.xliffVersions), help: "The version of XLIFF: 1.2, 2.0, 2.1 or 2.2.")
  var xliff: String?
  @Option("TOOL", name: "for", completion: .words(translationToolNames), help: "The CAT tool that the XLIFF is for.")
  var tool: String?
  @Option("WHAT", help: "What a translator sees at a time: a sentence, or a block that the CAT tool divides.")
  var units = ExtractJob.Granularity.sentence
  @Option("FORMAT", completion: .words(Facts.formatNames), help: "The format of the articles; see `l10n formats`.")
  var format: String?
  @Flag(help: "Extract the site's furniture (lists of other news), too.") var withFurniture
  @ListOption(
    "FILE", splitsAtCommas: false, completion: .files(glossaryEndings),
    help: "A glossary, instead of the configured ones.")
  var glossary: [String]
  @Option("FILE", completion: .files(["sqlite"]), help: "The translation memory, instead of that of l10n.yaml.")
  var memory: String?
  @Option("PERCENT", help: "How much alike a text of the memory must be to be offered.") var leastMatch = 75
  @Option("PERCENT", help: "From how much on the best match becomes the target. Default: never.") var fill: Int?
  @Option("FILE", completion: .files(["jsonl"]), help: "Machine translations to offer, as JSON Lines; never targets.")
  var pretranslate: String?
  @Option("DIR", short: "o", completion: .folders, help: "Where to write: a folder, a file, or - for standard output.")
  var output: String?
  @Flag(help: "Overwrite XLIFF that holds translations.") var force
  @Flag(help: "Leave XLIFF that holds translations as it is, and call that no error.") var keep
  @Flag(help: "Read JSON Lines from standard input and write JSON Lines.") var jsonl
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    var options = ExtractJob.Options()
    options.source = from
    options.targets = to
    options.xliff = xliff
    options.tool = tool
    options.granularity = units
    options.format = format
    options.includesFurniture = withFurniture
    options.glossaries = glossary
    guard !force || !keep else { throw UsageError("--force and --keep are opposites") }
    guard (30...100).contains(leastMatch), fill.map((30...100).contains) ?? true else {
      throw UsageError("--least-match and --fill need a number from 30 to 100")
    }
    options.memory = memory
    options.leastMatch = leastMatch
    options.fill = fill
    options.pretranslation = pretranslate
    options.output = output
    options.force = force
    options.keepsTranslations = keep
    let configuration = try common.configuration()
    if jsonl {
      return try LineStream(console: common.console).run(ExtractLines(options, configuration))
    }
    let job = try ExtractJob(options, configuration, writer: Tool.writer)
    let runner = Runner(console: common.console, jobs: try batch.count())
    let inputs = try job.inputs(at: paths)
    for message in job.messages { common.console.tell(message) }
    try runner.run(inputs) { job.run($0) }
  }
}
