/// Reads JSON as tokens with their places, by RFC 8259 and nothing beyond it.
///
/// One pass, no recursion: what is nested costs a byte a level. Whether strings are UTF-8 is the caller's to know.
public struct JSONScanner {
  /// A piece of JSON and where it stands.
  public struct Token: Hashable, Sendable {
    /// What a token is.
    public enum Kind: Sendable { case beginObject, endObject, beginArray, endArray, key, string, number, literal }

    /// What it is.
    public var kind: Kind
    /// Its bytes; of a key or a string those between the quotation marks.
    public var range: Range<Int>
  }

  private enum Expectation { case value, valueOrEnd, key, keyOrEnd, commaOrEnd, nothing }

  /// The bytes that are read.
  public let bytes: [UInt8]
  /// The first byte that was not read yet.
  public private(set) var at: Int
  private let end: Int
  private let allowsControls: Bool
  private var expectation = Expectation.value
  /// For each open object or array, whether it is an object.
  private var open: [Bool] = []

  /// A scanner of one value in a range of `bytes`; pages hold JSON with line ends in strings, which `allowsControls`
  /// lets pass.
  public init(_ bytes: [UInt8], in range: Range<Int>? = nil, allowsControls: Bool = false) {
    self.bytes = bytes
    self.allowsControls = allowsControls
    at = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// The next token; nil behind the end of the value.
  ///
  /// - Throws: ``JSONError`` where what comes next is not what JSON has there.
  public mutating func next() throws(JSONError) -> Token? {
    guard expectation != .nothing else { return nil }
    skipSpace()
    if expectation == .commaOrEnd, take(UInt8(ascii: ",")) {
      expectation = open.last == true ? .key : .value
      skipSpace()
    }
    guard let byte else { throw error(open.isEmpty ? "the value is missing" : "the end is missing") }
    switch expectation {
    case .commaOrEnd: return try close(byte, "a comma or \(open.last == true ? "}" : "]") is missing")
    case .keyOrEnd where byte == UInt8(ascii: "}"), .valueOrEnd where byte == UInt8(ascii: "]"):
      return try close(byte, "the end is missing")
    case .key, .keyOrEnd: return try key(byte)
    default: return try value(byte)
    }
  }

  /// Reads the white space behind the value.
  ///
  /// - Throws: ``JSONError`` where anything else stands there.
  public mutating func finish() throws(JSONError) {
    skipSpace()
    guard at == end else { throw error("more than one value") }
  }

  private var byte: UInt8? { at < end ? bytes[at] : nil }

  private func error(_ problem: String) -> JSONError { JSONError(problem: problem, offset: at) }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    at += 1
    return true
  }

  private mutating func close(_ byte: UInt8, _ problem: String) throws(JSONError) -> Token {
    guard let isObject = open.last, byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
      throw error(problem)
    }
    open.removeLast()
    at += 1
    endValue()
    return Token(kind: isObject ? .endObject : .endArray, range: at - 1..<at)
  }

  private mutating func endValue() { expectation = open.isEmpty ? .nothing : .commaOrEnd }

  private mutating func key(_ byte: UInt8) throws(JSONError) -> Token {
    guard byte == UInt8(ascii: "\"") else { throw error("a key in quotation marks is missing") }
    let range = try string()
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw error("the colon after a key is missing") }
    expectation = .value
    return Token(kind: .key, range: range)
  }

  private mutating func value(_ byte: UInt8) throws(JSONError) -> Token {
    let start = at
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let isObject = byte == UInt8(ascii: "{")
      open.append(isObject)
      at += 1
      expectation = isObject ? .keyOrEnd : .valueOrEnd
      return Token(kind: isObject ? .beginObject : .beginArray, range: start..<at)
    case UInt8(ascii: "\""):
      let range = try string()
      endValue()
      return Token(kind: .string, range: range)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number()
      endValue()
      return Token(kind: .number, range: start..<at)
    default:
      for name in ["true", "false", "null"] where bytes[at..<end].starts(with: name.utf8) {
        at += name.utf8.count
        endValue()
        return Token(kind: .literal, range: start..<at)
      }
      throw error("not a JSON value")
    }
  }

  private mutating func number() throws(JSONError) {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
  }

  private mutating func digits() throws(JSONError) {
    let start = at
    while let byte, byte &- 48 < 10 { at += 1 }
    guard at > start else { throw error("a digit is missing") }
  }

  private mutating func string() throws(JSONError) -> Range<Int> {
    at += 1
    let start = at
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return start..<at - 1
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20 where !allowsControls: throw error("a control character in a string; write it as an escape")
      default: at += 1
      }
    }
    throw error("the quotation mark that ends a string is missing")
  }

  private mutating func escape() throws(JSONError) {
    at += 1
    guard let byte else { throw error("an escape without a letter") }
    guard "\"\\/bfnrtu".utf8.contains(byte) else { throw error("an escape that JSON doesn't have") }
    at += 1
    guard byte == UInt8(ascii: "u") else { return }
    for _ in 0..<4 {
      guard let byte = self.byte, byte &- 48 < 10 || (byte | 0x20) &- 97 < 6 else {
        throw error("four hexadecimal digits are missing")
      }
      at += 1
    }
  }
}
