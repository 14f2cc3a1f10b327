extension JSONValue {
  /// The value in `bytes`, by RFC 8259 and nothing beyond it.
  ///
  /// - Throws: ``JSONError`` where `bytes` are not one JSON value in UTF-8, or are nested over 64 levels deep.
  public init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
    var parser = JSONParser(bytes: Array(bytes))
    self = try parser.document()
  }
}

/// One pass over the bytes, a method for each production of the grammar.
struct JSONParser {
  static let deepest = 64

  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> JSONValue {
    let result = try value(depth: 1)
    skipSpace()
    guard at == bytes.count else { throw error("more than one value") }
    return result
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func error(_ problem: String) -> JSONError { JSONError(problem: problem, offset: at) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: scalar) else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    guard let byte = next else { throw error("the value is missing") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""):
      let start = at
      let text = try string()
      return .string(text, raw: String(decoding: bytes[start..<at], as: UTF8.self))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw error("not a JSON value")
    }
  }

  private mutating func literal(_ name: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[at...].starts(with: name.utf8) else { throw error("not a JSON value") }
    at += name.utf8.count
    return value
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= Self.deepest else { throw error("nested over \(Self.deepest) levels deep") }
    at += 1
    skipSpace()
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw error("a comma or ] is missing") }
    return .array(values)
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= Self.deepest else { throw error("nested over \(Self.deepest) levels deep") }
    at += 1
    skipSpace()
    var members: [JSONValue.Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a key in quotation marks is missing") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw error("the colon after a key is missing") }
      members.append(.init(key: key, value: try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("a comma or } is missing") }
    return .object(members)
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return .number(raw: String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func digits() throws(JSONError) {
    let start = at
    while let byte = next, byte &- 48 < 10 { at += 1 }
    guard at > start else { throw error("a digit is missing") }
  }

  private mutating func string() throws(JSONError) -> String {
    at += 1
    var text: [UInt8] = []
    var start = at
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[start..<at]
        guard let result = String(validating: text, as: UTF8.self) else { throw error("a string that is not UTF-8") }
        at += 1
        return result
      case UInt8(ascii: "\\"):
        text += bytes[start..<at]
        text += String(try escape()).utf8
        start = at
      case 0..<0x20: throw error("a control character in a string; write it as an escape")
      default: at += 1
      }
    }
    throw error("the quotation mark that ends a string is missing")
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    at += 1
    guard let byte = next else { throw error("an escape without a letter") }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      at -= 1
      throw error("an escape that JSON doesn't have")
    }
  }

  /// After `\u`: one escape, or two that are a surrogate pair.
  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let start = at - 2
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let paired = first < 0xDC00 && take("\\") && take("u")
    let second = paired ? try hexadecimal() : 0
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONError(problem: "half of a surrogate pair", offset: start) }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("four hexadecimal digits are missing")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
