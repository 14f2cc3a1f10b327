import CommandLineInterface
import Localization
import Units

/// The command `l10n align`.
struct Align: Command {
  static let name = "align"
  static let summary = "Make XLIFF, TMX or memory of a published article and its translation."
  static let section = "Translating"
  static let discussion = """
    Sentences are joined by their length, figures, names and place (1-1, 1-2, 2-1, 2-2, or alone), each with how sure \
    that is. In XLIFF a pair that is less than 70 % sure has a note; TMX has x-l10n-confidence.
    """
  static let examples = [
    CommandExample("l10n align a.en.md a.kk.md --from en --to kk -o a.tmx", "A translation memory of one article."),
    CommandExample("l10n align a.en.md a.kk.md --from en --to kk -o a.kk.xlf", "An XLIFF as if it had been extracted."),
    CommandExample(
      "l10n align a.en.md a.kk.md --from en --to kk --memory memory.sqlite --min-confidence 70",
      "What is sure, for the next article."),
  ]

  @Positional("SOURCE", completion: .files(Facts.articleEndings), help: "The article that was translated.")
  var source = ""
  @Positional("TARGET", completion: .files(Facts.articleEndings), help: "Its translation.")
  var target = ""
  @Option("LANG", help: "The language of SOURCE.") var from: LanguageTag?
  @Option("LANG", help: "The language of TARGET.") var to: LanguageTag?
  @Option("PERCENT", help: "Pairs that are less sure stay untranslated (XLIFF), or are left out (TMX, memory).")
  var minConfidence = 0
  @Option(
    "FILE", short: "o", completion: .files(["xlf", "xliff", "tmx"]),
    help: "Where to write: .tmx is TMX, anything else XLIFF 1.2. Default: standard output.")
  var output: String?
  @Option("FILE", completion: .files(["sqlite"]), help: "Put the pairs into this translation memory.")
  var memory: String?
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    var options = AlignJob.Options(source: source, target: target)
    options.from = from
    options.to = to
    guard (0...100).contains(minConfidence) else { throw UsageError("--min-confidence needs a number from 0 to 100") }
    options.leastConfidence = minConfidence
    options.output = output
    options.memory = memory
    let chosen = options
    let job = try AlignJob(try common.configuration(), writer: Tool.writer)
    try Runner(console: common.console, jobs: 1).run([Input(path: source, relativePath: source, isNamed: true)]) { _ in
      job.run(chosen)
    }
  }
}
