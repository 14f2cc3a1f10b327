import CommandLineInterface
import Localization
import Units

/// The command `l10n memory export`.
struct MemoryExport: Command {
  static let name = "export"
  static let summary = "Write the memory as TMX 1.4b, inline codes included."
  static let examples = [CommandExample("l10n memory export --to kk -o kk.tmx", "All that was translated to Kazakh.")]

  @Option("LANG", help: "The only source language.") var from: LanguageTag?
  @Option("LANG", help: "The only target language.") var to: LanguageTag?
  @Option("FILE", short: "o", completion: .files(["tmx"]), help: "Where to write, instead of standard output.")
  var output: String?
  @OptionGroup("Memory") var options: MemoryOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = try MemoryFindJob(memory: options.memory, try common.configuration(), writer: Tool.writer)
    var ended: Exit?
    let outcome = job.export(from: from, to: to, output: output) { bytes in
      do throws(Exit) { try common.console.print(bytes) } catch { ended = error }
      return ended == nil
    }
    if let ended { throw ended }
    for message in outcome.messages { common.console.tell(message) }
    if outcome.status != .done { throw Exit(outcome.status) }
  }
}
