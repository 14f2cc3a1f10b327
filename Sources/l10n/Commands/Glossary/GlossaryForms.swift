import CommandLineInterface
import Localization
import Units

/// The command `l10n glossary forms`.
struct GlossaryForms: Command {
  static let name = "forms"
  static let summary = "List every form that check accepts for an entry, by language and case."
  static let examples = [
    CommandExample("l10n glossary forms zhumangarin --lang ru", "The Russian forms, for an editor to see and veto.")
  ]

  @Positional("ID", help: "The entry's id.") var id = ""
  @ListOption("LANG", help: "The only languages that are listed.") var lang: [LanguageTag]
  @OptionGroup("Glossaries") var glossaries: GlossaryOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let lookup = try GlossaryLookup(try common.configuration(), glossaries: glossaries.glossary)
    try common.console.print(try lookup.forms(of: id, in: lang).joined(separator: "\n") + "\n")
  }
}
