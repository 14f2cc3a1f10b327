import CommandLineInterface
import Localization
import Units

/// The command `l10n update`.
struct Update: Command {
  static let name = "update"
  static let summary = "Take a corrected source article over into its XLIFF; translations that still hold stay."
  static let section = "Translating"
  static let discussion = """
    What still holds stays as it is; changed and new sentences lose their target, and the old translation and what the \
    memory has (that of l10n.yaml, or --memory FILE) are offered beside them.
    """
  static let examples = [
    CommandExample("l10n update", "Every XLIFF of the project, in place, by the articles as they are now."),
    CommandExample("l10n update translations/kk/a.txt.kk.xlf --source-root articles", "One file."),
    CommandExample(
      "l10n update --source-old a.old.md --source-new a.md --target kk/a.md --from en --to kk -o a.kk.xlf",
      "From the published pair alone."),
    CommandExample(
      "l10n update a.kk.xlf --from-localized localized/kk/a.txt", "An editor's changes go back into the XLIFF."),
    CommandExample("l10n update a.kk.xlf --delta new.kk.xlf", "For a translator who has a.kk.xlf at work already."),
  ]

  @Rest("XLIFF", completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.")
  var paths: [String]
  @Option("DIR", completion: .folders, help: "The folder that `original` is a path in, with the corrected articles.")
  var sourceRoot: String?
  @Option(
    "FILE", completion: .files(["xlf", "xliff"]),
    help: "Write the changed units there and leave the XLIFF as it is; `l10n merge` takes both together.")
  var delta: String?
  @Flag(
    help: """
      The other way: take what an editor changed in the localized articles, where merge put them, into the XLIFF. One \
      elsewhere is named behind its XLIFF.
      """)
  var fromLocalized
  @Option("FILE", completion: .files(Facts.articleEndings), help: "Without an XLIFF: the article as it was translated.")
  var sourceOld: String?
  @Option("FILE", completion: .files(Facts.articleEndings), help: "Without an XLIFF: the article as it is now.")
  var sourceNew: String?
  @Option(
    "FILE", completion: .files(Facts.articleEndings), help: "Without an XLIFF: the translation that was published.")
  var target: String?
  @Option("LANG", help: "Without an XLIFF: the language of the article.") var from: LanguageTag?
  @Option("LANG", help: "Without an XLIFF: the language of the translation.") var to: LanguageTag?
  @Option("FILE", short: "o", completion: .files(["xlf", "xliff"]), help: "Without an XLIFF: where to write one.")
  var output: String?
  @Option("FILE", completion: .files(["sqlite"]), help: "The memory to offer matches of, instead of l10n.yaml's.")
  var memory: String?
  @Option("PERCENT", help: "How much alike a text of the memory must be to be offered.") var leastMatch = 75
  @Option("FORM", help: "The summary as text, or a JSON object on a line for each XLIFF.")
  var report = UpdateJob.Report.text
  @ListOption(
    "FILE", splitsAtCommas: false, completion: .files(["yaml"]),
    help: "A glossary, instead of the configured ones: new sentences get notes on its names.")
  var glossary: [String]
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let published = try published()
    let configuration = try common.configuration()
    guard (30...100).contains(leastMatch) else { throw UsageError("--least-match needs a number from 30 to 100") }
    let plain = try UpdateJob(
      sourceRoot: sourceRoot, report: report, delta: delta, glossaries: glossary, configuration,
      writer: Tool.writer)
    let job = fromLocalized ? plain : try plain.offeringMatches(of: memory, least: leastMatch)
    let runner = Runner(console: common.console, jobs: try batch.count())
    if fromLocalized {
      let (paths, edited) = try localized()
      let inputs = try job.inputs(at: paths)
      guard edited == nil || inputs.count == 1 else { throw Self.oneArticle }
      return try runner.run(inputs) { job.takeBack($0, from: edited) }
    }
    guard let published else { return try runner.run(try job.inputs(at: paths)) { job.run($0) } }
    let align = try AlignJob(configuration, writer: Tool.writer)
    try runner.run([Input(path: published.new, relativePath: published.new, isNamed: true)]) { _ in
      job.run(published, aligning: align)
    }
  }

  /// The XLIFF files among the paths, and the localized article that is named behind one of them.
  private func localized() throws(UsageError) -> (paths: [String], article: String?) {
    guard delta == nil, sourceOld == nil, sourceNew == nil, target == nil, output == nil else {
      throw UsageError("--from-localized goes with none of --delta, --source-old, --source-new, --target and -o")
    }
    let articles = paths.filter(Facts.isArticle)
    let others = paths.filter { !Facts.isArticle($0) }
    guard articles.count < 2, articles.isEmpty || others.count == 1 else { throw Self.oneArticle }
    return (others, articles.first)
  }

  private static var oneArticle: UsageError {
    UsageError("--from-localized takes one localized article, behind its XLIFF")
  }

  /// The published pair to update; nil where XLIFF is.
  private func published() throws(UsageError) -> UpdateJob.Published? {
    if sourceOld == nil, sourceNew == nil, target == nil, output == nil { return nil }
    guard let sourceOld, let sourceNew, let target, let output, paths.isEmpty, delta == nil else {
      throw UsageError("--source-old, --source-new, --target and -o go together, and with no XLIFF or --delta")
    }
    return UpdateJob.Published(
      old: sourceOld, new: sourceNew, target: target, from: from, to: to, output: output)
  }
}
