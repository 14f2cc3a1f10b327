import CommandLineInterface

/// The command `l10n completions`.
struct Completions: Command {
  static let name = "completions"
  static let summary = "Print a completion script for a shell."
  static let section = "About"
  static let examples = [CommandExample("source <(l10n completions bash)", "Completion in this shell.")]

  @Positional("SHELL", help: "The shell.") var shell = Shell.bash

  func run() throws { try Console().print(completionScript(for: shell, of: Tool.self)) }
}
