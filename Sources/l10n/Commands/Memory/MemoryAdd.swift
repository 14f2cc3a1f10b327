import CommandLineInterface
import Localization
import Units

/// The command `l10n memory add`.
struct MemoryAdd: Command {
  static let name = "add"
  static let summary = "Add the translations of XLIFF files."
  static let discussion =
    "What is there already is not added twice; of two translations both are kept, the newer first."
  static let examples = [
    CommandExample("l10n memory add translations/ --min-state reviewed", "What a reviewer signed off.")
  ]

  @Rest("XLIFF", completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.") var paths: [String]
  @Option(
    "STATE", completion: .words(["initial", "translated", "reviewed", "final"]),
    help: "The least state that counts: initial, translated, reviewed or final.")
  var minState = "initial"
  @OptionGroup("Memory") var options: MemoryOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    guard let state = Units.Segment.State(name: minState) else {
      throw UsageError("--min-state: ‘\(minState)’ is no state; use initial, translated, reviewed or final")
    }
    let job = try MemoryAddJob(memory: options.memory, leastState: state, try common.configuration())
    try Runner(console: common.console, jobs: 1).run(try job.inputs(at: paths)) { job.add($0) }
  }
}
