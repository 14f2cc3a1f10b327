import CommandLineInterface
import Localization

/// The command `l10n memory import`.
struct MemoryImport: Command {
  static let name = "import"
  static let summary = "Add the translations of TMX files (1.1 to 1.4b)."
  static let examples = [CommandExample("l10n memory import old.tmx --memory memory.sqlite", "Another tool's memory.")]

  @Rest("TMX", isRequired: true, completion: .files(["tmx"]), help: "TMX files, or folders of them.")
  var paths: [String]
  @OptionGroup("Memory") var options: MemoryOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = try MemoryAddJob(memory: options.memory, try common.configuration())
    try Runner(console: common.console, jobs: 1).run(job.memories(at: paths)) { job.importTMX($0) }
  }
}
