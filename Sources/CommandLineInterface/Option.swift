/// An option with one value: `--jobs 4`.
///
/// Given twice, the last counts. Its default is the property's initial value; where there is none, the property's type is optional.
@propertyWrapper public struct Option<Value: ArgumentValue>: DeclaredArgument {
  let cell: Cell<Value>
  let declaration: Argument

  /// The value given, or the default.
  public var wrappedValue: Value {
    get { cell.value }
    nonmutating set { cell.value = newValue }
  }

  /// The option itself, to ask whether it was given.
  public var projectedValue: Self { self }
  /// Whether the command line has it.
  public var isGiven: Bool { cell.isGiven }

  /// An option named after its property, or `name`; `valueName` stands for the value in the help.
  public init(
    wrappedValue: Value, _ valueName: String = "", name: String = "", short: Character? = nil,
    completion: Completion = .none, help: String
  ) {
    cell = Cell(wrappedValue)
    declaration = Argument(
      kind: .option, name: name, short: short, valueName: valueName, help: help, choices: Value.choices,
      defaultValue: wrappedValue.argument, completion: completion)
  }

  func accept(_ word: String) throws(UsageError) { cell.give(try Value.reading(word)) }
}

extension Option where Value: ExpressibleByNilLiteral {
  /// An option without a default.
  public init(
    _ valueName: String = "", name: String = "", short: Character? = nil, completion: Completion = .none, help: String
  ) {
    self.init(
      wrappedValue: nil, valueName, name: name, short: short, completion: completion, help: help)
  }
}
