/// Writes JSON (RFC 8259) as it comes, with the commas where they belong.
///
/// Whoever calls keeps `begin…` and `end…` in pairs. ``drain()`` takes what is written so far, so a long document never
/// lies in memory as a whole.
public struct JSONWriter: Sendable {
  private var bytes: [UInt8] = []
  /// Whether the object or array at each depth has a value already.
  private var hasValue: [Bool] = [false]
  private var followsKey = false

  /// How many bytes were written since the last time.
  public var count: Int { bytes.count }

  /// A writer with nothing written.
  public init() {}

  /// Takes what was written since the last time.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Begins an object.
  public mutating func beginObject() { open("{") }
  /// Ends an object.
  public mutating func endObject() { close("}") }
  /// Begins an array.
  public mutating func beginArray() { open("[") }
  /// Ends an array.
  public mutating func endArray() { close("]") }

  /// The name of the value that is written next.
  public mutating func key(_ name: String) {
    separate()
    quote(name.utf8)
    bytes.append(UInt8(ascii: ":"))
    followsKey = true
  }

  /// A string.
  public mutating func string(_ text: String) {
    separate()
    quote(text.utf8)
  }

  /// A string of these bytes; what is not UTF-8 becomes U+FFFD.
  public mutating func string(utf8 text: some Sequence<UInt8>) { string(String(decoding: Array(text), as: UTF8.self)) }

  /// A whole number.
  public mutating func number(_ value: Int) { raw(String(value)) }

  /// True or false.
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Nothing: `null`.
  public mutating func null() { raw("null") }

  /// A value that is JSON already, as the raw text of a ``JSONValue``.
  public mutating func raw(_ json: String) {
    separate()
    bytes += json.utf8
  }

  /// A key and a string.
  public mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// A key and a whole number.
  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  /// A line feed: between two lines of JSON Lines, or at the end of a document.
  public mutating func endLine() {
    bytes.append(0x0A)
    if hasValue.count == 1 { hasValue[0] = false }
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    hasValue.append(false)
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    if hasValue.count > 1 { hasValue.removeLast() }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if hasValue[hasValue.count - 1] { bytes.append(UInt8(ascii: ",")) }
    hasValue[hasValue.count - 1] = true
  }

  private mutating func quote(_ text: String.UTF8View) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case 0x09: bytes += #"\t"#.utf8
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes += #"\u00"#.utf8
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
