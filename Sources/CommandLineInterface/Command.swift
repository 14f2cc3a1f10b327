/// A command of the tool; its properties are its arguments, its documentation is its help page.
public protocol Command {
  /// The word that calls it: `extract`.
  static var name: String { get }
  /// What it does, in one line.
  static var summary: String { get }
  /// What else a person must know; paragraphs stand apart by an empty line.
  static var discussion: String { get }
  /// Command lines to copy.
  static var examples: [CommandExample] { get }
  /// The heading under which the help of the parent lists it.
  static var section: String { get }
  /// The commands below it; a command that has some does nothing else itself.
  static var subcommands: [any Command.Type] { get }
  /// The command with the arguments as they are when the line says nothing of them.
  init()
  /// Does the work.
  func run() throws
}

extension Command {
  /// Nothing more.
  public static var discussion: String { "" }
  /// None.
  public static var examples: [CommandExample] { [] }
  /// The heading of most commands.
  public static var section: String { "Commands" }
  /// None.
  public static var subcommands: [any Command.Type] { [] }
}

/// A command that only holds others; the parser never returns one to be run.
public protocol CommandGroup: Command {}

extension CommandGroup {
  /// Does nothing; the parser asks for one of the subcommands instead.
  public func run() {}
}

/// A command line that the help shows, with what it does.
public struct CommandExample: Hashable, Sendable {
  /// The whole line, the tool's name included.
  public let line: String
  /// What the line does.
  public let explanation: String

  /// A command line with what it does.
  public init(_ line: String, _ explanation: String) {
    self.line = line
    self.explanation = explanation
  }
}

/// Arguments that several commands share: a type whose properties are arguments.
public protocol ArgumentGroup {
  /// The group with the arguments as they are when the line says nothing of them.
  init()
}
