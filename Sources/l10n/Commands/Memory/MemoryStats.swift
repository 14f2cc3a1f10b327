import CommandLineInterface
import Localization

/// The command `l10n memory stats`.
struct MemoryStats: Command {
  static let name = "stats"
  static let summary = "Say how many translations there are for each pair of languages."

  @Option("FORM", help: "Lines of text, or one JSON document.") var report = MemoryReport.text
  @OptionGroup("Memory") var options: MemoryOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = try MemoryFindJob(memory: options.memory, try common.configuration(), writer: Tool.writer)
    try common.console.print(try job.stats(json: report == .json))
  }
}
