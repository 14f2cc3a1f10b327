/// A shell that completion scripts can be made for.
public enum Shell: String, CaseIterable, ArgumentValue, Sendable {
  case bash, zsh, fish
}

/// The script that teaches `shell` the commands, options and values of the tool `root`.
public func completionScript(for shell: Shell, of root: any Command.Type) -> String {
  let tree = CommandTree(root, path: [])
  return switch shell {
  case .bash: bashCompletionScript(of: tree)
  case .zsh: zshCompletionScript(of: tree)
  case .fish: fishCompletionScript(of: tree)
  }
}

/// A command with those below it, as the completion scripts need them.
struct CommandTree {
  /// The words that call it, the tool's name first.
  let path: [String]
  let summary: String
  let arguments: [Argument]
  let children: [CommandTree]

  init(_ command: any Command.Type, path: [String]) {
    let ownPath = path + [command.name]
    self.path = ownPath
    summary = command.summary
    arguments = boundArguments(of: command.init()).map(\.declaration)
    children = command.subcommands.map { CommandTree($0, path: ownPath) }
  }

  var name: String { path.last ?? "" }
  var line: String { path.joined(separator: " ") }
  var named: [Argument] { arguments.filter(\.isNamed) }
  var places: [Argument] { arguments.filter { !$0.isNamed } }
  /// The command and everything below it.
  var all: [CommandTree] { [self] + children.flatMap(\.all) }
  /// The words that are commands here.
  var words: [String] { children.map(\.name) + (children.isEmpty ? [] : ["help"]) }
  /// The options that every command has, and the tool's own.
  var builtIn: [(spellings: [String], help: String)] {
    [(["-h", "--help"], "Show this help.")] + (path.count == 1 ? [(["-V", "--version"], "Show the version.")] : [])
  }
}

extension Argument {
  /// The values to offer: the choices where there are some, else what the declaration says.
  var offered: Completion { choices.isEmpty ? completion : .words(choices) }
}

extension String {
  /// The text as one word of a POSIX shell.
  var shellQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}
