import CommandLineInterface
import Localization

/// The commands `l10n memory …`: what was translated before.
struct MemoryGroup: CommandGroup {
  static let name = "memory"
  static let summary = "Keep translations, and find those of like texts."
  static let section = "Translating"
  static let discussion = """
    A memory is a file of SQLite that many processes may use at once. `l10n extract --memory` offers what is in it to \
    translators.
    """
  static var subcommands: [any Command.Type] {
    [MemoryAdd.self, MemoryFind.self, MemoryFill.self, MemoryImport.self, MemoryExport.self, MemoryStats.self]
  }
}

/// Which memory a command works on.
struct MemoryOptions: ArgumentGroup {
  @Option("FILE", completion: .files(["sqlite"]), help: "The memory, instead of that of l10n.yaml.")
  var memory: String?
}

/// The form in which a command of the memory answers.
enum MemoryReport: String, CaseIterable, ArgumentValue { case text, json }
