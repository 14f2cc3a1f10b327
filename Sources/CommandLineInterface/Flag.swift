/// An option without a value, false until it is given: `--force`.
///
/// Its name is the property's: `noSetMetadata` is `--no-set-metadata`.
@propertyWrapper public struct Flag: DeclaredArgument {
  let cell: Cell<Bool>
  let declaration: Argument

  /// Whether the flag was given.
  public var wrappedValue: Bool {
    get { cell.value }
    nonmutating set { cell.value = newValue }
  }

  /// A flag named after its property, or `name`.
  public init(name: String = "", short: Character? = nil, help: String) {
    cell = Cell(false)
    declaration = Argument(kind: .flag, name: name, short: short, valueName: "", help: help)
  }

  func accept(_ word: String) { cell.give(true) }
}
