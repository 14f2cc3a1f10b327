import Units

/// Finds the strings of a JSON object.
struct JSONFields {
  /// The strings of the object at `start`, and its end with the line end; nil where no such object stands there.
  static func read(_ bytes: [UInt8], _ start: Int) -> (fields: [FrontMatter.Field], end: Int)? {
    var scanner = JSONFields(bytes: bytes, at: start)
    // A template begins with a brace, too.
    guard bytes[start...].dropFirst().first.map({ $0 <= 0x20 || $0 == 0x22 || $0 == 0x7D }) ?? false else { return nil }
    guard scanner.value(0) else { return nil }
    while scanner.at < bytes.count, bytes[scanner.at].isBlank { scanner.at += 1 }
    if scanner.at < bytes.count {
      guard bytes[scanner.at].isLineEnd else { return nil }
      scanner.at += bytes[scanner.at...].starts(with: [13, 10]) ? 2 : 1
    }
    return (scanner.fields, scanner.at)
  }

  private let bytes: [UInt8]
  private var at: Int
  private var path: [String] = []
  private var fields: [FrontMatter.Field] = []

  private init(bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.at = at
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() { while let byte, byte.isBlank || byte.isLineEnd { at += 1 } }

  private mutating func take(_ wanted: UInt8) -> Bool {
    skipSpace()
    guard byte == wanted else { return false }
    at += 1
    return true
  }

  private mutating func value(_ depth: Int) -> Bool {
    skipSpace()
    guard depth < 64, let first = byte else { return false }
    switch first {
    case UInt8(ascii: "{"): return list(UInt8(ascii: "}"), depth, hasKeys: true)
    case UInt8(ascii: "["): return list(UInt8(ascii: "]"), depth, hasKeys: false)
    case UInt8(ascii: "\""):
      guard let raw = string() else { return false }
      fields.append(FrontMatter.Field(path: path, raw: raw, coding: QuotedText(dialect: .json)))
      return true
    default:
      let start = at
      while let byte, byte.isASCIILetter || byte.isASCIIDigit || "+-.".utf8.contains(byte) { at += 1 }
      return at > start
    }
  }

  private mutating func list(_ closer: UInt8, _ depth: Int, hasKeys: Bool) -> Bool {
    at += 1
    if take(closer) { return true }
    repeat {
      if hasKeys {
        skipSpace()
        guard byte == UInt8(ascii: "\""), let raw = string(),
          let key = try? QuotedText(dialect: .json).decode(bytes[raw]), take(UInt8(ascii: ":"))
        else { return false }
        path.append(String(decoding: key.text, as: UTF8.self))
      } else {
        path.append("[]")
      }
      guard value(depth + 1) else { return false }
      path.removeLast()
    } while take(UInt8(ascii: ","))
    return take(closer)
  }

  /// The bytes between the quotation marks.
  private mutating func string() -> Range<Int>? {
    let start = at + 1
    at = start
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { return nil }
      at += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard at < bytes.count else { return nil }
    at += 1
    return start..<at - 1
  }
}
