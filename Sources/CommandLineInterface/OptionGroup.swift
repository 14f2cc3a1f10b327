/// Arguments that a command shares with others: `@OptionGroup("Common options") var common: CommonOptions`.
@propertyWrapper public struct OptionGroup<Content: ArgumentGroup>: DeclaredGroup {
  let title: String
  /// The group.
  public let wrappedValue: Content

  /// A group under a heading of its own in the help.
  public init(_ title: String = "") {
    self.title = title
    wrappedValue = Content()
  }

  var content: any ArgumentGroup { wrappedValue }
}
