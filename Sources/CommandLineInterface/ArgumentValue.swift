/// A value that is read from one word of the command line.
public protocol ArgumentValue {
  /// The value of `argument`, or nil where it isn't one.
  init?(argument: String)
  /// Every word that is a value, where they can be listed.
  static var choices: [String] { get }
  /// What a word must be, as an error says it: `a whole number`.
  static var expectation: String { get }
  /// The word for this value, as the help shows a default; nil for no value.
  var argument: String? { get }
}

extension ArgumentValue {
  /// None are listed.
  public static var choices: [String] { [] }
  /// No more than that it must be valid.
  public static var expectation: String { "a valid value" }
}

extension ArgumentValue where Self: CustomStringConvertible {
  /// The description.
  public var argument: String? { description }
}

extension ArgumentValue where Self: RawRepresentable, RawValue == String {
  /// The value of this name.
  public init?(argument: String) { self.init(rawValue: argument) }
  /// The name.
  public var argument: String? { rawValue }
}

extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// The names of all cases.
  public static var choices: [String] { allCases.map(\.rawValue) }
}

extension String: ArgumentValue {
  /// The word itself.
  public init?(argument: String) { self = argument }
  /// The text; none where it is empty.
  public var argument: String? { isEmpty ? nil : self }
}

extension Int: ArgumentValue {
  /// The decimal number.
  public init?(argument: String) { self.init(argument) }
  /// A whole number.
  public static var expectation: String { "a whole number" }
}

/// An argument that need not be given has an optional value.
extension Optional: ArgumentValue where Wrapped: ArgumentValue {
  /// The value of the word.
  public init?(argument: String) {
    guard let value = Wrapped(argument: argument) else { return nil }
    self = .some(value)
  }

  /// Those of the value.
  public static var choices: [String] { Wrapped.choices }
  /// That of the value.
  public static var expectation: String { Wrapped.expectation }
  /// The word for the value, where there is one.
  public var argument: String? { flatMap(\.argument) }
}

extension ArgumentValue {
  /// The value of `word`, or an error that says what would be one.
  static func reading(_ word: String) throws(UsageError) -> Self {
    if let value = Self(argument: word) { return value }
    guard !choices.isEmpty else { throw UsageError("\(word.quoted) is not \(expectation)") }
    let hint = nearest(to: word, among: choices).map { "did you mean \($0.quoted)?" }
    let all = choices.joined(separator: ", ")
    throw UsageError("\(word.quoted) is not one of its values; " + (hint.map { "\($0) All: \(all)" } ?? "use \(all)"))
  }
}
