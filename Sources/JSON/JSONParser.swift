extension JSONValue {
  /// The value in `bytes`, by RFC 8259 and nothing beyond it.
  ///
  /// - Throws: ``JSONError`` where `bytes` are not one JSON value in UTF-8, or are nested over 64 levels deep.
  public init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
    var parser = JSONParser(bytes: Array(bytes))
    self = try parser.document()
  }
}

/// Builds a value of the tokens of a scanner.
struct JSONParser {
  static let deepest = 64

  private let bytes: [UInt8]
  private var scanner: JSONScanner

  init(bytes: [UInt8]) {
    self.bytes = bytes
    scanner = JSONScanner(bytes)
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let result = try value(of: try token(), depth: 1)
    try scanner.finish()
    return result
  }

  private mutating func token() throws(JSONError) -> JSONScanner.Token {
    guard let token = try scanner.next() else {
      throw JSONError(problem: "the value is missing", offset: scanner.at)
    }
    return token
  }

  private mutating func value(of token: JSONScanner.Token, depth: Int) throws(JSONError) -> JSONValue {
    switch token.kind {
    case .beginObject, .beginArray:
      guard depth <= Self.deepest else {
        throw JSONError(problem: "nested over \(Self.deepest) levels deep", offset: token.range.lowerBound)
      }
      return try token.kind == .beginObject ? object(depth) : array(depth)
    case .number: return .number(raw: String(decoding: bytes[token.range], as: UTF8.self))
    case .literal:
      return bytes[token.range.lowerBound] == UInt8(ascii: "n")
        ? .null : .bool(bytes[token.range.lowerBound] == UInt8(ascii: "t"))
    default:
      let written = token.range.lowerBound - 1..<token.range.upperBound + 1
      return .string(try text(token.range), raw: String(decoding: bytes[written], as: UTF8.self))
    }
  }

  private mutating func array(_ depth: Int) throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    var next = try token()
    while next.kind != .endArray {
      values.append(try value(of: next, depth: depth + 1))
      next = try token()
    }
    return .array(values)
  }

  private mutating func object(_ depth: Int) throws(JSONError) -> JSONValue {
    var members: [JSONValue.Member] = []
    var next = try token()
    while next.kind != .endObject {
      let key = try text(next.range)
      members.append(.init(key: key, value: try value(of: try token(), depth: depth + 1)))
      next = try token()
    }
    return .object(members)
  }

  /// The text of a string whose escapes the scanner has checked.
  private func text(_ range: Range<Int>) throws(JSONError) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      while at < range.upperBound, bytes[at] != UInt8(ascii: "\\") { at += 1 }
      text += bytes[start..<at]
      if at < range.upperBound {
        guard let escape = JSONEscape(in: bytes[..<range.upperBound], at: at) else {
          throw JSONError(problem: "half of a surrogate pair", offset: at)
        }
        text += String(escape.scalar).utf8
        at += escape.length
      }
    }
    guard let result = String(validating: text, as: UTF8.self) else {
      throw JSONError(problem: "a string that is not UTF-8", offset: range.lowerBound)
    }
    return result
  }
}
