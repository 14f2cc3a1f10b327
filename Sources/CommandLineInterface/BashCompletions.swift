/// The completion script for bash; it needs neither bash-completion nor a bash newer than 4.
func bashCompletionScript(of tree: CommandTree) -> String {
  let function = "_" + identifier(tree.name)
  let commands = tree.all
  let valued = commands.flatMap { command in
    command.named.filter(\.takesValue).flatMap { $0.spellings.map { "\(command.line):\($0)".shellQuoted } }
  }
  return """
    # Completions of \(tree.name) for bash, made from its own declarations.
    \(function)_words() {
      COMPREPLY=($(compgen -W "$1" -- "$cur"))
    }
    \(function)_list() {
      local given=
      case $cur in *,*) given=${cur%,*}, ;; esac
      COMPREPLY=($(compgen -P "$given" -W "$1" -- "${cur##*,}"))
    }
    \(function)_files() {
      local file
      compopt -o filenames 2>/dev/null
      while IFS= read -r file; do
        if [ -z "$1" ] || [ -d "${file/#\\~/$HOME}" ] || [[ $file =~ \\.($1)$ ]]; then COMPREPLY+=("$file"); fi
      done < <(compgen -f -- "$cur")
    }
    \(function)_folders() {
      local folder
      compopt -o filenames 2>/dev/null
      while IFS= read -r folder; do COMPREPLY+=("$folder"); done < <(compgen -d -- "$cur")
    }
    \(function)() {
      local cur=${COMP_WORDS[COMP_CWORD]} command=\(tree.name.shellQuoted) option= ended= place=0 i word
      COMPREPLY=()
      # A word of its own is what bash makes of the = in --name=value.
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        option=
        if [ -n "$ended" ]; then place=$((place + 1)); continue; fi
        case "$command $word" in
          \(cases(commands.dropFirst().map { $0.line.shellQuoted }))) command="$command $word"; continue ;;
        esac
        case "$command:$word" in
          \(cases(valued)))
            option=$word
            i=$((i + 1))
            if [ "${COMP_WORDS[i]}" = "=" ]; then
              if [ $i -eq $COMP_CWORD ]; then cur=; else i=$((i + 1)); fi
            fi
            ;;
          *:--) ended=1 ;;
          *:-?*) ;;
          *) place=$((place + 1)) ;;
        esac
        if [ $i -lt $COMP_CWORD ]; then option=; fi
      done
      case "$command:$option" in
    \(commands.flatMap { command in
      command.named.filter(\.takesValue).map { argument in
        branch(argument.spellings.map { "\(command.line):\($0)".shellQuoted }, action(argument, function))
      }
    }.joined())  esac
      if [ -z "$ended" ]; then
        case "$command:$cur" in
    \(commands.map { command in
      let options = command.named.flatMap(\.spellings) + command.builtIn.flatMap(\.spellings)
      return branch([command.line.shellQuoted + ":-?*", command.line.shellQuoted + ":-"], words(options, function), by: 4)
    }.joined())    esac
      fi
      case "$command:$place" in
    \(commands.map { placeBranches(of: $0, function) }.joined())  esac
    }
    complete -F \(function) \(tree.name)

    """
}

/// What a command's arguments without a name are completed with, by the number of those before them.
private func placeBranches(of command: CommandTree, _ function: String) -> String {
  guard command.children.isEmpty else {
    return branch([command.line.shellQuoted + ":0"], words(command.words, function))
  }
  return command.places.enumerated().map { index, argument in
    let number = if case .rest = argument.kind { "*" } else { "\(index)" }
    return branch([command.line.shellQuoted + ":" + number], action(argument, function))
  }.joined()
}

private func action(_ argument: Argument, _ function: String) -> String {
  switch argument.offered {
  case .none: ":"
  case .files(let extensions): "\(function)_files \(extensions.joined(separator: "|").shellQuoted)"
  case .folders: "\(function)_folders"
  case .words(let values): words(values, function, isList: argument.kind == .list)
  }
}

private func words(_ words: [String], _ function: String, isList: Bool = false) -> String {
  "\(function)_\(isList ? "list" : "words") \(words.joined(separator: " ").shellQuoted)"
}

private func branch(_ patterns: [String], _ action: String, by indent: Int = 2) -> String {
  String(repeating: " ", count: indent + 2) + "\(cases(patterns))) \(action); return ;;\n"
}

/// The patterns of a `case`, or one that nothing matches: an empty list is a syntax error.
private func cases(_ patterns: [String]) -> String { patterns.isEmpty ? "''" : patterns.joined(separator: " | ") }

/// `name` as a part of a shell function's name.
func identifier(_ name: String) -> String {
  String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
}
