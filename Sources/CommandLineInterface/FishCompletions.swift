/// The completion script for fish.
func fishCompletionScript(of tree: CommandTree) -> String {
  let condition = "__\(identifier(tree.name))_is_at"
  let files = "__\(identifier(tree.name))_files"
  let lines = tree.all.flatMap { command -> [String] in
    let start = "complete -c \(tree.name) -n \(fishQuoted("\(condition) \(command.line)"))"
    let children = command.children.map { "\(start) -a \(fishQuoted($0.name)) -d \(fishQuoted($0.summary))" }
    let help = command.children.isEmpty ? [] : ["\(start) -a help -d 'Explain a command.'"]
    return children + help + command.named.map { start + option($0, files) }
      + command.builtIn.map { start + builtIn($0.spellings, $0.help) }
      + command.places.compactMap { values($0, files).map { start + " " + $0 } }
  }
  return """
    # Completions of \(tree.name) for fish, made from its own declarations.
    function \(condition)
        set -l words (commandline -opc)
        set -e words[1]
        set -l path \(tree.name)
        for word in $words
            switch "$path $word"
                case \((tree.all.dropFirst().map { fishQuoted($0.line) } + ["''"]).joined(separator: " "))
                    set path "$path $word"
            end
        end
        test "$path" = "$argv"
    end
    # Folders, and the files with one of the extensions given.
    function \(files)
        set -l found (complete -C "__fish_command_without_completions "(commandline -ct))
        string match -r -- '.*/$' $found
        string match -r -- ".*\\.($argv)\\$" $found
    end
    complete -c \(tree.name) -f
    \(lines.joined(separator: "\n"))

    """
}

private func option(_ argument: Argument, _ files: String) -> String {
  var line = argument.short.map { " -s \($0)" } ?? ""
  line += " -l \(argument.name)"
  if argument.takesValue {
    // fish refuses "a value and no files" together with "files".
    line += argument.offered == .files([]) ? " -r -F" : " -x" + (values(argument, files).map { " " + $0 } ?? "")
  }
  return line + " -d \(fishQuoted(argument.help))"
}

private func builtIn(_ spellings: [String], _ help: String) -> String {
  spellings.map { $0.hasPrefix("--") ? " -l \($0.dropFirst(2))" : " -s \($0.dropFirst())" }.joined()
    + " -d \(fishQuoted(help))"
}

private func values(_ argument: Argument, _ files: String) -> String? {
  switch argument.offered {
  case .none: nil
  case .files(let extensions) where extensions.isEmpty: "-F"
  case .files(let extensions):
    "-a \(fishQuoted("(\(files) \(fishQuoted(extensions.joined(separator: "|"))))"))"
  case .folders: "-a '(__fish_complete_directories)'"
  case .words(let values) where argument.kind == .list:
    "-a \(fishQuoted("(__fish_append , \(values.joined(separator: " ")))"))"
  case .words(let values): "-a \(fishQuoted(values.joined(separator: " ")))"
  }
}

/// The text as one word of fish, where a quotation mark is escaped inside the quotation marks.
private func fishQuoted(_ text: String) -> String {
  "'" + text.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : String($1) } + "'"
}
