/// A JSON value.
///
/// Scalars keep the text they were written as, so an `id` comes back exactly as it was.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it was written: `1.0`, `1e400`.
  case number(raw: String)
  /// A string, and the text it was written as, quotation marks included.
  case string(String, raw: String)
  case array([JSONValue])
  /// The members in the order they were written; a key may stand twice.
  case object([Member])

  /// A key with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// Its value.
    public let value: JSONValue
  }

  /// The value of a key of an object, the last one where it stands twice; nil for anything else.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text of a string; nil for anything else.
  public var string: String? {
    guard case .string(let text, _) = self else { return nil }
    return text
  }

  /// The values of an array; nil for anything else.
  public var array: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// A whole number; nil for anything else.
  public var int: Int? {
    guard case .number(let raw) = self else { return nil }
    return Int(raw)
  }

  /// The text that a string or a number was written as; nil for anything else.
  ///
  /// ``JSONWriter/raw(_:)`` writes it back.
  public var rawScalar: String? {
    switch self {
    case .number(let raw), .string(_, let raw): raw
    default: nil
    }
  }
}

/// What is wrong with a JSON document, and at which byte.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public let problem: String
  /// Where, in bytes from the start.
  public let offset: Int

  /// An error at a byte.
  public init(problem: String, offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}
