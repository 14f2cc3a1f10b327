import Units

/// Codes and properties as bytes of a database: numbers in LEB128, texts behind their length.
enum ContentArchive {
  /// The codes as bytes; empty where there are none.
  static func bytes(of codes: [Code]) -> [UInt8] {
    var bytes: [UInt8] = []
    for code in codes {
      append(code.at.bytes, to: &bytes)
      bytes.append(code.kind == .open ? 1 : code.kind == .close ? 2 : 0)
      append(code.ordinal, to: &bytes)
      append(code.display, to: &bytes)
      append(code.equivalent, to: &bytes)
    }
    return bytes
  }

  /// The codes that bytes stand for; those before the first that is broken, or doesn't stand in a text of `length`.
  static func codes(_ bytes: [UInt8], length: Int) -> [Code] {
    var codes: [Code] = []
    var at = 0
    while at < bytes.count {
      guard let place = number(bytes, &at), place <= length, at < bytes.count else { break }
      let kind: Code.Kind = bytes[at] == 1 ? .open : bytes[at] == 2 ? .close : .standalone
      at += 1
      guard let ordinal = number(bytes, &at), let display = text(bytes, &at), let equivalent = text(bytes, &at) else {
        break
      }
      codes.append(Code(at: Offset(place), kind: kind, ordinal: ordinal, display: display, equivalent: equivalent))
    }
    return codes
  }

  /// Names and values as bytes; empty where there are none.
  static func bytes(of properties: [String: String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
      append(name, to: &bytes)
      append(value, to: &bytes)
    }
    return bytes
  }

  /// The names and values that bytes stand for.
  static func properties(_ bytes: [UInt8]) -> [String: String] {
    var properties: [String: String] = [:]
    var at = 0
    while at < bytes.count, let name = text(bytes, &at), let value = text(bytes, &at) { properties[name] = value }
    return properties
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    append(text.utf8.count, to: &bytes)
    bytes += text.utf8
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func number(_ bytes: [UInt8], _ at: inout Int) -> Int? {
    var (result, shift) = (UInt(0), UInt(0))
    while at < bytes.count, shift < 63 {
      let byte = bytes[at]
      at += 1
      result |= UInt(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int(exactly: result) }
      shift += 7
    }
    return nil
  }

  private static func text(_ bytes: [UInt8], _ at: inout Int) -> String? {
    guard let count = number(bytes, &at), count <= bytes.count - at else { return nil }
    defer { at += count }
    return String(decoding: bytes[at..<at + count], as: UTF8.self)
  }
}
