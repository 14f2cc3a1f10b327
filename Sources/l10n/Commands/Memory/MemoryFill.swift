import CommandLineInterface
import Localization

/// The command `l10n memory fill`.
struct MemoryFill: Command {
  static let name = "fill"
  static let summary = "Translate what is translated elsewhere: in these files, or in the memory."
  static let discussion = """
    A segment without a translation takes that of the same text with the same codes, from whichever of the files named \
    has it, and else from the memory; nothing that is merely alike. What is translated stays as it is.
    """
  static let examples = [
    CommandExample("l10n memory fill translations/", "What repeats within and across articles is translated once.")
  ]

  @Rest("XLIFF", completion: .files(["xlf", "xliff"]), help: "XLIFF files, or folders of them.") var paths: [String]
  @OptionGroup("Memory") var options: MemoryOptions
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let job = try MemoryFillJob(memory: options.memory, try common.configuration(), writer: Tool.writer)
    let runner = Runner(console: common.console, jobs: 1)
    let inputs = try job.inputs(at: paths)
    for input in inputs { job.learn(input) }
    try runner.run(inputs) { job.fill($0) }
  }
}
