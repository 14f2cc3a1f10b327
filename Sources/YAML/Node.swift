/// A value of a YAML document, with the place it was written at.
public struct Node: Sendable {
  /// What the value is.
  public enum Value: Sendable {
    /// Text. `isPlain` is false where it stood in quotation marks or as a block, so that `"no"` is not false.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([Node])
    /// Keys and values in the order of the file.
    case mapping([(key: Node, value: Node)])
  }

  /// The value.
  public let value: Value
  /// Where it begins, in bytes of the file.
  public let offset: Int
  /// Where it ends; a block of lines ends behind the last line end that is its own.
  public let end: Int
  /// How a scalar is written; nil for a list and a mapping.
  public let style: Style?
  /// Whether it stands in brackets or braces, where a comma would end it.
  public let isInFlow: Bool

  /// The ways to write a scalar.
  public enum Style: Hashable, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  /// The text of a scalar; nil for a list, a mapping, and a plain `null` or `~`.
  public var string: String? {
    guard case .scalar(let text, let isPlain) = value else { return nil }
    return isPlain && ["", "null", "~", "Null", "NULL"].contains(text) ? nil : text
  }

  /// True or false, as YAML's core schema writes them.
  public var bool: Bool? {
    guard case .scalar(let text, isPlain: true) = value else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// A whole number.
  public var int: Int? {
    guard case .scalar(let text, isPlain: true) = value else { return nil }
    return Int(text)
  }

  /// A list's values; a scalar is a list of one; nothing is an empty list.
  public var list: [Node] {
    switch value {
    case .sequence(let nodes): nodes
    case .scalar: string == nil ? [] : [self]
    case .mapping: []
    }
  }

  /// A list of texts; a scalar is a list of one.
  public var strings: [String] { list.compactMap(\.string) }

  /// A mapping's entries; empty for anything else.
  public var entries: [(key: Node, value: Node)] {
    guard case .mapping(let entries) = value else { return [] }
    return entries
  }

  /// The value of a key; the last one where the key stands twice.
  public subscript(key: String) -> Node? {
    entries.last { $0.key.string == key }?.value
  }
}
