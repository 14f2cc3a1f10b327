import CommandLineInterface

/// The commands `l10n glossary …`: the names that editors agreed on.
struct Glossary: CommandGroup {
  static let name = "glossary"
  static let summary = "Look names up, see which forms are accepted, and keep the glossary in order."
  static let section = "Checking"
  static let discussion = """
    A glossary is a YAML file with a list of concepts, or a table (CSV) or TBX file as it is. Where no file is named, the commands work on the glossaries of \
    l10n.yaml.
    """
  static var subcommands: [any Command.Type] {
    [GlossaryCheck.self, GlossaryFind.self, GlossaryForms.self, GlossaryImport.self, GlossaryExport.self]
  }
}

/// Which glossaries a look-up asks.
struct GlossaryOptions: ArgumentGroup {
  @ListOption(
    "FILE", splitsAtCommas: false, completion: .files(glossaryEndings),
    help: "A glossary, instead of the configured ones.")
  var glossary: [String]
}

/// The endings of glossaries' files.
let glossaryEndings = ["yaml", "yml", "csv", "tbx"]
