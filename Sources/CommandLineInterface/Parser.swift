/// What a command line asks for.
public enum Invocation {
  /// To run a command, its arguments filled in.
  case run(any Command)
  /// To see the help page of the last of these commands, each a subcommand of the one before.
  case help([any Command.Type])
  /// Nothing: a command with subcommands was named without one.
  case noCommand([any Command.Type])
  /// To see the version.
  case version
}

/// Reads a command line, `words` being what stands behind the tool's name, for the tool `root`.
///
/// - Throws: ``UsageError`` with what is wrong and what would be right; nothing is printed.
public func parse(_ words: [String], for root: any Command.Type) throws(UsageError) -> Invocation {
  var path: [any Command.Type] = [root]
  var command = root
  var words = words[...]
  while !command.subcommands.isEmpty {
    guard let word = words.popFirst() else { return .noCommand(path) }
    switch word {
    case "--help", "-h": return .help(path)
    case "--version", "-V": if path.count == 1 { return .version }
    case "help" where !command.subcommands.contains { $0.name == "help" }: return .help(try topic(words, below: path))
    default: break
    }
    command = try subcommand(word, of: path)
    path.append(command)
  }
  let filled = command.init()
  var parser = ArgumentParser(arguments: boundArguments(of: filled), path: path)
  return try parser.parse(words) ? .run(filled) : .help(path)
}

/// The commands that `help extract` names.
private func topic(
  _ words: ArraySlice<String>, below path: [any Command.Type]
) throws(UsageError) -> [any Command.Type] {
  var path = path
  for word in words where !word.hasPrefix("-") { path.append(try subcommand(word, of: path)) }
  return path
}

private func subcommand(_ word: String, of path: [any Command.Type]) throws(UsageError) -> any Command.Type {
  let subcommands = path.last?.subcommands ?? []
  if let found = subcommands.first(where: { $0.name == word }) { return found }
  let line = words(of: path)
  guard word.hasPrefix("-"), word.count > 1 else {
    let near = nearest(to: word, among: subcommands.map { $0.name } + ["help"])
    throw UsageError(
      "unknown command \(word.quoted); " + (near.map { "did you mean \($0.quoted)?" } ?? "see ‘\(line) --help’"))
  }
  let name = String(word.prefix { $0 != "=" })
  let isBelow = subcommands.contains {
    boundArguments(of: $0.init()).contains { $0.declaration.spellings.contains(name) }
  }
  if isBelow { throw UsageError("\(name.quoted) stands before the command; write ‘\(line) <command> \(name)’") }
  let near = nearest(to: word, among: ["--help"] + (path.count == 1 ? ["--version"] : []))
  throw UsageError(
    "unknown option \(word.quoted); " + (near.map { "did you mean \($0.quoted)?" } ?? "see ‘\(line) --help’"))
}

/// `l10n glossary find`.
func words(of path: [any Command.Type]) -> String { path.map { $0.name }.joined(separator: " ") }

/// Gives the words of one command's line to its arguments.
private struct ArgumentParser {
  let named: [BoundArgument]
  var places: ArraySlice<BoundArgument>
  let path: [any Command.Type]
  var words: ArraySlice<String> = []
  var restIsGiven = false

  init(arguments: [BoundArgument], path: [any Command.Type]) {
    named = arguments.filter(\.declaration.isNamed)
    places = arguments.filter { !$0.declaration.isNamed }[...]
    self.path = path
  }

  private var seeHelp: String { "see ‘\(CommandLineInterface.words(of: path)) --help’" }

  /// False where the line asks for help instead.
  mutating func parse(_ words: ArraySlice<String>) throws(UsageError) -> Bool {
    self.words = words
    var optionsEnded = false
    while let word = self.words.popFirst() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        try place(word)
      } else if word == "--" {
        optionsEnded = true
      } else if word.hasPrefix("--") {
        if word == "--help" { return false }
        try long(word)
      } else if try !shorts(word) {
        return false
      }
    }
    for place in places {
      switch place.declaration.kind {
      case .rest where restIsGiven: continue
      case .positional(isRequired: true), .rest(isRequired: true):
        throw UsageError("\(place.declaration.valueName) is missing; \(seeHelp)")
      default: continue
      }
    }
    return true
  }

  private mutating func place(_ word: String) throws(UsageError) {
    guard let next = places.first else { throw UsageError("unexpected argument \(word.quoted); \(seeHelp)") }
    if case .rest = next.declaration.kind { restIsGiven = true } else { places.removeFirst() }
    try give(word, to: next, as: next.declaration.valueName)
  }

  private mutating func long(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts.first ?? word
    guard let found = named.first(where: { "--" + $0.declaration.name == name }) else { throw unknown(name) }
    let attached = parts.count > 1 ? parts.last : nil
    if found.declaration.takesValue {
      let value = if let attached { attached } else { try following(name) }
      try give(value, to: found, as: name)
    } else if attached != nil {
      throw UsageError("\(name) takes no value; write \(name) alone")
    } else {
      try found.property.accept("")
    }
  }

  /// Short flags may stand together, and the last may be an option with its value: `-qo out`, `-qoout`.
  private mutating func shorts(_ word: String) throws(UsageError) -> Bool {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      let name = "-\(letter)"
      guard let found = named.first(where: { $0.declaration.short == letter }) else {
        if letter == "h" { return false }
        throw unknown(letters.isEmpty && word.count == 2 ? name : word)
      }
      if found.declaration.takesValue {
        let attached = letters.first == "=" ? letters.dropFirst() : letters
        let value = if letters.isEmpty { try following(name) } else { String(attached) }
        try give(value, to: found, as: name)
        return true
      }
      try found.property.accept("")
    }
    return true
  }

  /// The next word as the value of an option; another option there is a value forgotten.
  private mutating func following(_ name: String) throws(UsageError) -> String {
    guard let value = words.first else { throw UsageError("\(name) needs a value; \(seeHelp)") }
    let isOption =
      value == "--" || value == "--help"
      || named.contains { $0.declaration.spellings.contains(String(value.prefix { $0 != "=" })) }
    if isOption {
      throw UsageError("\(name) needs a value before \(value.quoted); if that is the value, write \(name)=\(value)")
    }
    words.removeFirst()
    return value
  }

  private func give(_ word: String, to argument: BoundArgument, as name: String) throws(UsageError) {
    do {
      try argument.property.accept(word)
    } catch {
      throw UsageError("\(name): \(error.message)" + (error.message.contains("; ") ? "" : "; \(seeHelp)"))
    }
  }

  private func unknown(_ name: String) -> UsageError {
    let near = nearest(to: name, among: named.map { "--" + $0.declaration.name } + ["--help"])
    let command = path.last.map { " for ‘\($0.name)’" } ?? ""
    return UsageError(
      "unknown option \(name.quoted)\(command); " + (near.map { "did you mean \($0.quoted)?" } ?? seeHelp))
  }
}
