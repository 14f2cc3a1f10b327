import Checks
import CommandLineInterface
import Localization
import Units

/// The command `l10n check`.
struct Check: Command {
  static let name = "check"
  static let summary = "Find what is wrong with translations: names, numbers, codes, missing text."
  static let section = "Checking"
  static let discussion = """
    Names are checked in every inflected form, by the glossaries; without one no term-* rule runs. Exit status 1 where \
    there is an error, 2 where a file can't be checked. Names that no glossary has are compared across the files, in \
    their order. A finding is let stand by an entry of l10n-waivers.yaml or by a \
    note in the XLIFF: l10n: ignore RULE: reason.

    --jsonl takes lines of {"id", "xliff"} and answers each with {"id", "findings": […]}, in order, findings as in \
    --report json; what can't be read with {"id", "error"} and, at the end, exit 2.
    """
  static let examples = [
    CommandExample("l10n check translations/ --glossary Glossaries/kazakhstan.yaml", "Everything below translations/."),
    CommandExample("l10n check a.kk.xlf --select term-variant,term-missing", "Names only."),
    CommandExample("l10n check translations/ --report github", "Annotations in a GitHub workflow."),
    CommandExample("l10n check --source a.md --target ru/a.md --from en --to ru", "A published translation."),
    CommandExample("l10n check --source articles --target localized", "Every published translation."),
    CommandExample("l10n check translations/ --fix --diff", "What --fix would change."),
  ]

  @Rest("XLIFF", completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.") var paths: [String]
  @Option("ARTICLE", completion: .files(), help: "Instead of XLIFF: an article or a folder of them…")
  var source: String?
  @Option("ARTICLE", completion: .files(), help: "…and its published translation, compared block by block.")
  var target: String?
  @Option("LANG", help: "The language of --source.") var from: LanguageTag?
  @Option("LANG", help: "The language of --target.") var to: LanguageTag?
  @ListOption(
    "FILE", splitsAtCommas: false, completion: .files(glossaryEndings),
    help: "A glossary, instead of the configured ones.")
  var glossary: [String]
  @ListOption("RULE", completion: .words(ruleNames), help: "The only rules that run.") var select: [String]
  @ListOption("RULE", completion: .words(ruleNames), help: "Rules that don't run.") var ignore: [String]
  @Option("FILE", completion: .files(["yaml"]), help: "Findings that are let stand. Default: l10n-waivers.yaml.")
  var waivers: String?
  @Option("FILE", completion: .files(["yaml"]), help: "Leave out what --write-baseline wrote down.")
  var baseline: String?
  @Option("FILE", completion: .files(["yaml"]), help: "Write down what is found, to be left out by --baseline.")
  var writeBaseline: String?
  @Flag(help: "Mend what is certain, in place; what is left is reported.") var fix
  @Flag(help: "With --fix: show the changes instead of making them; exit status 1 where there are some.") var diff
  @Flag(help: "List every rule with its severity, and do nothing else.") var list
  @Flag(help: "Read JSON Lines from standard input and write JSON Lines.") var jsonl
  @OptionGroup("Report") var report: ReportOptions
  @OptionGroup("Work") var batch: BatchOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    if list { return try Console().print(Facts.rules.joined(separator: "\n") + "\n") }
    var options = CheckJob.Options()
    options.select = select
    options.ignore = ignore
    options.glossaries = glossary
    options.waivers = waivers
    options.baseline = baseline
    options.fixes = fix || diff
    options.isDiff = diff
    let configuration = try common.configuration()
    let job = try CheckJob(options, configuration, writer: Tool.writer)
    let console = common.console
    let pairJob = PairJob(job, configuration)
    let pairs = try pairs(pairJob)
    let inputs = try pairs?.map(\.input) ?? (jsonl ? [] : job.inputs(at: paths))
    for message in job.messages { console.tell(message) }
    if jsonl { return try LineStream(console: console).run(CheckLines(job)) }
    var runner = ReportRunner(console: console, jobs: try batch.count(), options: report)
    runner.baseline = writeBaseline
    runner.isDiff = diff
    let published = Dictionary((pairs ?? []).map { ($0.input.path, $0.pair) }, uniquingKeysWith: { first, _ in first })
    var comparison = NameComparison()
    try runner.run(
      inputs, finish: { job.finish(&$0, comparing: &comparison) }, closing: { job.closingReport },
      { input in published[input.path].map(pairJob.run) ?? job.run(input) })
  }

  /// The articles to compare, or those of two folders; nil where XLIFF is checked.
  private func pairs(_ job: PairJob) throws -> [(input: Input, pair: PairJob.Pair)]? {
    if source == nil, target == nil { return nil }
    guard let source, let target, paths.isEmpty, !jsonl, !fix, !diff else {
      throw UsageError("--source and --target go together, and with no XLIFF, --jsonl or --fix")
    }
    let pair = PairJob.Pair(source: source, target: target, from: from, to: to)
    if FileSystem.kind(source) == .folder { return try job.pairs(below: pair) }
    return [(Input(path: target, relativePath: target, isNamed: true), pair)]
  }
}

/// The names of all rules.
var ruleNames: [String] { CheckSuite.allRules().map(\.name) }
