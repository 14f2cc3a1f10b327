import CommandLineInterface
import Localization
import Units

/// The command `l10n init`.
struct Init: Command {
  static let name = "init"
  static let summary = "Write a commented l10n.yaml, a starter glossary and a CI example here."
  static let section = "Starting"
  static let discussion = "Nothing is overwritten: where one of the files is there already, none is written."

  @Option("TOOL", name: "for", completion: .words(translationToolNames), help: "The CAT tool of your translators.")
  var tool: String?
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let console = common.console
    var tool = tool?.lowercased()
    if tool == nil, Terminal(fileDescriptor: 0).isTerminal, console.errors.isTerminal {
      console.tell("Which CAT tool do your translators use? \(translationToolNames.joined(separator: ", ")), or none: ")
      let answer = readLine()?.lowercased().filter { !$0.isWhitespace } ?? ""
      tool = answer.isEmpty || answer == "none" ? nil : answer
    }
    if let tool, !translationToolNames.contains(tool) {
      throw UsageError(
        "‘\(tool)’ is no CAT tool known here; use one of \(translationToolNames.joined(separator: ", "))")
    }
    let files = Starter.files(tool: tool)
    try Starter.write(files, in: ".", with: Tool.writer)
    for file in files { try console.print("\(file.path)\n") }
    for path in Starter.installedGlossaries {
      console.tell(Message(.note, "names to begin with, in place of Glossaries/names.yaml: \(path)"))
    }
    if !console.isQuiet { console.tell("l10n: next: put articles into articles/ and run `l10n extract`\n") }
  }
}
