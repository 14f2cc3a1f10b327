/// An argument known by its place.
///
/// It must be given unless its type is optional. A required one is written with an initial value too, which the parser replaces before the command runs:
/// `@Positional("RULE", help: "…") var rule = ""`.
@propertyWrapper public struct Positional<Value: ArgumentValue>: DeclaredArgument {
  let cell: Cell<Value>
  let declaration: Argument

  /// The value given.
  public var wrappedValue: Value {
    get { cell.value }
    nonmutating set { cell.value = newValue }
  }

  /// An argument that must be given; `valueName` stands for it in the help.
  public init(wrappedValue: Value, _ valueName: String = "", completion: Completion = .none, help: String) {
    self.init(wrappedValue, valueName, isRequired: true, completion: completion, help: help)
  }

  private init(_ value: Value, _ valueName: String, isRequired: Bool, completion: Completion, help: String) {
    cell = Cell(value)
    declaration = Argument(
      kind: .positional(isRequired: isRequired), name: "", short: nil, valueName: valueName, help: help,
      choices: Value.choices, completion: completion)
  }

  func accept(_ word: String) throws(UsageError) { cell.give(try Value.reading(word)) }
}

extension Positional where Value: ExpressibleByNilLiteral {
  /// An argument that may be left out.
  public init(_ valueName: String = "", completion: Completion = .none, help: String) {
    self.init(nil, valueName, isRequired: false, completion: completion, help: help)
  }
}

/// Every argument without a name that is left: `[PATH…]`.
@propertyWrapper public struct Rest<Value: ArgumentValue>: DeclaredArgument {
  let cell = Cell<[Value]>([])
  let declaration: Argument

  /// The values given, in their order.
  public var wrappedValue: [Value] {
    get { cell.value }
    nonmutating set { cell.value = newValue }
  }

  /// The arguments that are left; one of them must be given where `isRequired`.
  public init(_ valueName: String = "", isRequired: Bool = false, completion: Completion = .none, help: String) {
    declaration = Argument(
      kind: .rest(isRequired: isRequired), name: "", short: nil, valueName: valueName, help: help,
      choices: Value.choices, completion: completion)
  }

  func accept(_ word: String) throws(UsageError) { cell.give(cell.value + [try Value.reading(word)]) }
}
