/// An option with any number of values.
///
/// `--to ru,kk` is `--to ru --to kk`. What is given replaces the default.
@propertyWrapper public struct ListOption<Value: ArgumentValue>: DeclaredArgument {
  let cell: Cell<[Value]>
  let declaration: Argument
  let splitsAtCommas: Bool

  /// The values given, in their order, or the default.
  public var wrappedValue: [Value] {
    get { cell.value }
    nonmutating set { cell.value = newValue }
  }

  /// The option itself, to ask whether it was given.
  public var projectedValue: Self { self }
  /// Whether the command line has it.
  public var isGiven: Bool { cell.isGiven }

  /// A list named after its property, or `name`.
  ///
  /// `splitsAtCommas` is false where a value may itself hold a comma, as a path may.
  public init(
    wrappedValue: [Value] = [], _ valueName: String = "", name: String = "", short: Character? = nil,
    splitsAtCommas: Bool = true, completion: Completion = .none, help: String
  ) {
    cell = Cell(wrappedValue)
    self.splitsAtCommas = splitsAtCommas
    let defaults = wrappedValue.compactMap(\.argument)
    declaration = Argument(
      kind: .list, name: name, short: short, valueName: valueName, help: help, choices: Value.choices,
      defaultValue: defaults.isEmpty ? nil : defaults.joined(separator: ","), completion: completion)
  }

  func accept(_ word: String) throws(UsageError) {
    let parts = splitsAtCommas ? word.split(separator: ",", omittingEmptySubsequences: false).map(String.init) : [word]
    var values = cell.isGiven ? cell.value : []
    for part in parts {
      if part.isEmpty { throw UsageError("\(word.quoted) has an empty value; write them as a,b") }
      values.append(try Value.reading(part))
    }
    cell.give(values)
  }
}
