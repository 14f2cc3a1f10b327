import CommandLineInterface
import Localization
import Units

/// The command `l10n memory find`.
struct MemoryFind: Command {
  static let name = "find"
  static let summary = "Look a text up: what is the same, or else what is much alike."
  static let discussion = """
    A text that is the same but for its numbers is found whatever it is; where it is certain which number stands for \
    which, the translation has the text's own. So it is with names of the glossary, where both languages have them and \
    the form that stands there is certain.
    """
  static let examples = [
    CommandExample("l10n memory find 'The bridge is closed.' --from en --to kk", "The best five.")
  ]

  @Positional("TEXT", help: "The text.") var text = ""
  @Option("LANG", help: "The language of the text.") var from: LanguageTag?
  @Option("LANG", help: "The language of the translations.") var to: LanguageTag?
  @Option("PERCENT", help: "How much alike a text must be at least.") var least = 75
  @Option("N", help: "How many are shown at most.") var limit = 5
  @ListOption(
    "FILE", splitsAtCommas: false, completion: .files(glossaryEndings),
    help: "A glossary, instead of the configured ones.")
  var glossary: [String]
  @Option("FORM", help: "Lines of text, or one JSON document.") var report = MemoryReport.text
  @OptionGroup("Memory") var options: MemoryOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    guard (30...100).contains(least) else { throw UsageError("--least needs a number from 30 to 100") }
    guard limit > 0 else { throw UsageError("--limit needs a number from 1 on") }
    let job = try MemoryFindJob(
      memory: options.memory, glossaries: glossary, try common.configuration(), writer: Tool.writer)
    let found = try job.find(text, from: from, to: to, least: least, limit: limit, json: report == .json)
    if found.isEmpty { common.console.tell(Message(.note, "nothing in the memory is at least \(least) % like it")) }
    try common.console.print(found)
  }
}
