/// The help page of the last command of `path`, wrapped to `width` columns.
public func helpPage(of path: [any Command.Type], width: Int) -> String {
  guard let command = path.last else { return "" }
  var page = HelpPage(width: min(max(width, 40), 100))
  let arguments = boundArguments(of: command.init()).map(\.declaration)
  page.paragraphs(command.summary)
  page.usage(words(of: path), arguments, hasSubcommands: !command.subcommands.isEmpty)
  if !command.discussion.isEmpty {
    page.text += "\n"
    page.paragraphs(command.discussion)
  }
  for section in distinct(command.subcommands.map { $0.section }) {
    page.table(section, command.subcommands.filter { $0.section == section }.map { ($0.name, $0.summary) })
  }
  page.table("Arguments", arguments.filter { !$0.isNamed }.map { ($0.usage, $0.description) })
  let builtIn = [("-h, --help", "Show this help.")] + (path.count == 1 ? [("-V, --version", "Show the version.")] : [])
  let options = arguments.filter { $0.isNamed && $0.section.isEmpty }
  page.table("Options", options.map { ($0.label, $0.description) } + builtIn)
  for section in distinct(arguments.map(\.section)) where !section.isEmpty {
    page.table(section, arguments.filter { $0.isNamed && $0.section == section }.map { ($0.label, $0.description) })
  }
  page.examples(command.examples)
  if !command.subcommands.isEmpty {
    page.text += "\n"
    page.paragraphs("‘\(words(of: path)) <command> --help’ explains a command.")
  }
  return page.text
}

/// The values without repetitions, in their order.
private func distinct(_ values: [String]) -> [String] {
  values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
}

/// A help page as it grows.
private struct HelpPage {
  let width: Int
  var text = ""

  mutating func paragraphs(_ paragraphs: String, indent: Int = 0) {
    for line in paragraphs.split(separator: "\n", omittingEmptySubsequences: false) {
      text += wrapped(String(line), width: width, indent: indent) + "\n"
    }
  }

  mutating func usage(_ line: String, _ arguments: [Argument], hasSubcommands: Bool) {
    let places = hasSubcommands ? ["<command>"] : arguments.filter { !$0.isNamed }.map(\.usage)
    text += "\n" + wrapped((["Usage: " + line, "[options]"] + places).joined(separator: " "), width: width, hanging: 7)
    text += "\n"
  }

  /// Names on the left, what they do on the right; a name too long for the column has its text below.
  mutating func table(_ title: String, _ rows: [(name: String, text: String)]) {
    guard !rows.isEmpty else { return }
    let limit = min(30, width / 2 - 4)
    let column = rows.map(\.name.count).filter { $0 <= limit }.max() ?? 8
    text += "\n\(title):\n"
    for row in rows {
      let body = wrapped(row.text, width: width, indent: column + 4)
      if row.name.count > column {
        text += "  \(row.name)\n\(body)\n"
      } else {
        let gap = String(repeating: " ", count: column - row.name.count + 2)
        text += "  \(row.name)\(gap)\(body.dropFirst(column + 4))\n"
      }
    }
  }

  mutating func examples(_ examples: [CommandExample]) {
    guard !examples.isEmpty else { return }
    text += "\nExamples:\n"
    for example in examples {
      // A command line is never wrapped: it is there to be copied.
      text += "  \(example.line)\n"
      paragraphs(example.explanation, indent: 6)
    }
  }
}

extension Argument {
  /// As the usage line shows an argument without a name: `[PATH…]`.
  fileprivate var usage: String {
    switch kind {
    case .positional(let isRequired): isRequired ? valueName : "[\(valueName)]"
    case .rest(let isRequired): isRequired ? "\(valueName)…" : "[\(valueName)…]"
    default: label
    }
  }

  /// As the table of options shows it: `-o, --output DIR`.
  fileprivate var label: String {
    (short.map { "-\($0), " } ?? "    ") + "--" + name + (takesValue ? " " + valueName : "")
  }

  /// The help with what the values may be and which is the default.
  fileprivate var description: String {
    var notes: [String] = []
    if !choices.isEmpty { notes.append("one of: " + choices.joined(separator: ", ")) }
    if let defaultValue { notes.append("default: " + defaultValue) }
    return notes.isEmpty ? help : help + " [" + notes.joined(separator: "; ") + "]"
  }
}

/// `text` in lines of at most `width` columns, each after `indent` blanks, all but the first after `hanging` more.
func wrapped(_ text: String, width: Int, indent: Int = 0, hanging: Int = 0) -> String {
  var lines: [String] = []
  var line = ""
  var room = width - indent
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > room {
      lines.append(line)
      line = ""
      room = width - indent - hanging
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  lines.append(line)
  let first = String(repeating: " ", count: indent)
  let later = String(repeating: " ", count: indent + hanging)
  return lines.enumerated().map { ($0.offset == 0 ? first : later) + $0.element }.joined(separator: "\n")
}
