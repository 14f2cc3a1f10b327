import CommandLineInterface
import Localization

/// The command `l10n glossary find`.
struct GlossaryFind: Command {
  static let name = "find"
  static let summary = "Look a name up in any language and any inflected form."
  static let discussion = """
    A longer text is looked through for every name in it. Where it holds none, the entries with the nearest names are \
    shown, and the exit status is 1.
    """
  static let examples = [
    CommandExample("l10n glossary find Жумангарину", "The entry, and which case this is."),
    CommandExample("l10n glossary find \"Kazatomprom\" --glossary names.yaml", "In one glossary."),
  ]

  @Positional("TEXT", help: "The name, or a text that holds names.") var text = ""
  @OptionGroup("Glossaries") var glossaries: GlossaryOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let console = common.console
    let lookup = try GlossaryLookup(try common.configuration(), glossaries: glossaries.glossary)
    let (lines, isFound) = lookup.find(text)
    if !isFound {
      console.tell("l10n: no entry has this name" + (lines.isEmpty ? "" : "; the nearest:") + "\n")
    }
    if !lines.isEmpty { try console.print(lines.joined(separator: "\n") + "\n") }
    if !isFound { throw Exit(.needsPerson) }
  }
}
