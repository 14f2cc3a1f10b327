/// What the parser, the help and the completions know of one argument.
struct Argument {
  enum Kind: Hashable {
    case flag
    case option
    case list
    case positional(isRequired: Bool)
    case rest(isRequired: Bool)
  }

  let kind: Kind
  /// The name without its dashes; empty until the property's name is known.
  var name: String
  let short: Character?
  /// What stands for the value in the help: `FILE`.
  var valueName: String
  let help: String
  var choices: [String] = []
  var defaultValue: String?
  var completion: Completion = .none
  /// The heading in the help.
  var section = ""

  var isNamed: Bool {
    switch kind {
    case .flag, .option, .list: true
    case .positional, .rest: false
    }
  }

  /// Whether a word follows the name.
  var takesValue: Bool { kind == .option || kind == .list }

  /// Every spelling on the command line: `-o`, `--output`.
  var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + ["--" + name] }
}

/// What a shell offers where a value is typed.
public enum Completion: Hashable, Sendable {
  /// Nothing.
  case none
  /// Files with these extensions and folders; every file where there are no extensions.
  case files([String] = [])
  /// Folders.
  case folders
  /// These words, though others may be given.
  case words([String])
}

/// A property of a command that is an argument.
protocol DeclaredArgument {
  var declaration: Argument { get }
  func accept(_ word: String) throws(UsageError)
}

/// A property of a command that holds several arguments.
protocol DeclaredGroup {
  var title: String { get }
  var content: any ArgumentGroup { get }
}

/// Where an argument's value lives, so that the parser can set it in a command that it only reads.
final class Cell<Value> {
  var value: Value
  var isGiven = false

  init(_ value: Value) { self.value = value }

  func give(_ value: Value) {
    self.value = value
    isGiven = true
  }
}

/// An argument with the property that takes its value.
struct BoundArgument {
  var declaration: Argument
  let property: any DeclaredArgument
}

/// The arguments of a command or a group in the order of its properties, those of groups included.
func boundArguments(of owner: Any, section: String = "") -> [BoundArgument] {
  Mirror(reflecting: owner).children.flatMap { child -> [BoundArgument] in
    if let group = child.value as? any DeclaredGroup { return boundArguments(of: group.content, section: group.title) }
    guard let property = child.value as? any DeclaredArgument, let label = child.label else { return [] }
    var declaration = property.declaration
    declaration.section = section
    // The storage of a wrapped property is named with an underscore.
    if declaration.name.isEmpty { declaration.name = kebabCase(label.drop { $0 == "_" }) }
    if declaration.valueName.isEmpty {
      declaration.valueName = declaration.isNamed ? "VALUE" : declaration.name.uppercased()
    }
    return [BoundArgument(declaration: declaration, property: property)]
  }
}

/// `no-set-metadata` of `noSetMetadata`.
func kebabCase(_ name: some StringProtocol) -> String {
  name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
}
