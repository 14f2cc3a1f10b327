/// The completion script for zsh: one function of `_arguments` a command.
func zshCompletionScript(of tree: CommandTree) -> String {
  let function = "_" + identifier(tree.name)
  return """
    #compdef \(tree.name)
    # Completions of \(tree.name) for zsh, made from its own declarations.
    \(tree.all.map { $0.children.isEmpty ? leaf($0) : group($0) }.joined())
    if [ "$funcstack[1]" = \(function.shellQuoted) ]; then
      \(function) "$@"
    else
      compdef \(function) \(tree.name)
    fi

    """
}

private func group(_ command: CommandTree) -> String {
  let commands =
    command.children.map { "\(escaped($0.name)):\($0.summary)".shellQuoted }
    + ["help:Explain a command."].map(\.shellQuoted)
  return """

    \(functionName(command))() {
      local curcontext="$curcontext" state line
      typeset -A opt_args
      _arguments -C \\
    \(builtIn(command).map { "    \($0) \\\n" }.joined())    '1: :->command' '*:: :->arguments' && return
      case $state in
        command)
          local -a commands=(
    \(commands.map { "        \($0)\n" }.joined())      )
          _describe command commands
          ;;
        arguments)
          case $words[1] in
    \(command.children.map { "        \($0.name.shellQuoted)) \(functionName($0)) ;;\n" }.joined())      esac
          ;;
      esac
    }

    """
}

private func leaf(_ command: CommandTree) -> String {
  let places = command.places.enumerated().map { index, argument in
    let kind =
      switch argument.kind {
      case .rest: "*:"
      case .positional(isRequired: false): "\(index + 1)::"
      default: "\(index + 1):"
      }
    return (kind + escaped(argument.valueName) + ":" + action(argument)).shellQuoted
  }
  let specs = command.named.map(option) + builtIn(command) + places
  return """

    \(functionName(command))() {
      _arguments -s -S : \\
    \(specs.map { "    \($0)" }.joined(separator: " \\\n"))
    }

    """
}

/// `'(-o --output)'{-o+,--output=}'[Where to.]:DIR:_files -/'`: one spelling excludes the other, a list excludes nothing.
private func option(_ argument: Argument) -> String {
  let tail =
    "[\(escaped(argument.help))]" + (argument.takesValue ? ":\(escaped(argument.valueName)):\(action(argument))" : "")
  let spellings =
    (argument.short.map { [argument.takesValue ? "-\($0)+" : "-\($0)"] } ?? [])
    + [argument.takesValue ? "--\(argument.name)=" : "--\(argument.name)"]
  let excluded = argument.kind == .list ? "*" : "(\(argument.spellings.joined(separator: " ")))"
  if spellings.count == 1 { return (excluded + spellings.joined() + tail).shellQuoted }
  return "\(excluded.shellQuoted){\(spellings.joined(separator: ","))}\(tail.shellQuoted)"
}

private func builtIn(_ command: CommandTree) -> [String] {
  command.builtIn.map { option in
    "'(- *)'{\(option.spellings.joined(separator: ","))}\("[\(escaped(option.help))]".shellQuoted)"
  }
}

private func action(_ argument: Argument) -> String {
  switch argument.offered {
  case .none: " "
  case .files(let extensions):
    extensions.isEmpty ? "_files" : "_files -g \"*.(\(extensions.joined(separator: "|")))(-.)\""
  case .folders: "_files -/"
  case .words(let values) where argument.kind == .list:
    "_sequence compadd - " + values.map(escaped).joined(separator: " ")
  case .words(let values): "(" + values.map(escaped).joined(separator: " ") + ")"
  }
}

private func functionName(_ command: CommandTree) -> String {
  "_" + command.path.map(identifier).joined(separator: "_")
}

/// The text with what `_arguments` and `_describe` take for syntax escaped.
private func escaped(_ text: String) -> String {
  text.reduce(into: "") { $0 += #":[]\()"#.contains($1) ? "\\\($1)" : String($1) }
}
