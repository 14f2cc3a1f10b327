import CommandLineInterface
import Localization
import Units

/// The command `l10n glossary suggest`.
struct GlossarySuggest: Command {
  static let name = "suggest"
  static let summary = "Propose entries for the names of a corpus that the glossary lacks."
  static let discussion = """
    A name is a run of capitalised words; the most frequent come first. Kinds and genders are guessed. The names \
    of other languages are those that the targets of XLIFF files have, their endings left off, or else made by rule: every entry is proposed, for an editor to verify. The answer is YAML to paste.
    """
  static let examples = [
    CommandExample("l10n glossary suggest articles/ --from en --to ru,kk", "From articles."),
    CommandExample("l10n glossary suggest translations/kk --from en --articles 3", "Names of three articles or more."),
  ]

  @Rest("PATH", isRequired: true, completion: .files(), help: "Articles, XLIFF files, or folders of them.")
  var paths: [String]
  @Option("LANG", help: "The language of the articles.") var from: LanguageTag?
  @ListOption("LANG", help: "The languages to propose names in. Default: all that there are rules for.")
  var to: [LanguageTag]
  @Option("N", help: "Only names met in N articles or more.") var articles = 1
  @Option("N", help: "At most N entries.") var limit = 100
  @OptionGroup("Glossaries") var glossaries: GlossaryOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let console = common.console
    var job = try GlossarySuggestJob(
      try common.configuration(), glossaries: glossaries.glossary, source: from, targets: to)
    var status = Status.done
    for input in job.inputs(at: paths) {
      do throws(Failure) { try job.add(input) } catch {
        console.tell(Message(error))
        status = .failed
      }
    }
    let (text, count) = job.yaml(minimumArticles: articles, limit: max(0, limit))
    if count > 0 { try console.print(text) }
    if !common.quiet { console.tell("l10n: \(count) \(count == 1 ? "name" : "names") proposed\n") }
    if status != .done { throw Exit(status) }
  }
}
