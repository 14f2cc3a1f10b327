internal import JSON
import Units

/// The tokens of JSON with the keys that lead to them.
struct JSONWalk {
  /// How deep what is read may be nested: paths grow with it.
  static let deepest = 512

  private var scanner: JSONScanner
  /// The path of what is open, a step for each object and array: its last key, or `[]`.
  private(set) var path: [String] = []
  private enum Container { case object, array }
  /// What the last token began.
  private var wasBegun: Container?

  init(_ bytes: [UInt8], in range: Range<Int>, allowsControls: Bool = false) {
    scanner = JSONScanner(bytes, in: range, allowsControls: allowsControls)
  }

  /// The first byte that was not read yet.
  var at: Int { scanner.at }

  /// The next token; ``path`` leads to it.
  ///
  /// The path of an end is that of what it ends.
  mutating func next() throws(JSONError) -> JSONScanner.Token? {
    guard let token = try scanner.next() else { return nil }
    switch wasBegun {
    case .object: path.append("")
    case .array: path.append("[]")
    case nil: break
    }
    wasBegun = nil
    guard path.count <= Self.deepest else {
      throw JSONError(problem: "nested over \(Self.deepest) levels deep", offset: token.range.lowerBound)
    }
    switch token.kind {
    case .beginObject: wasBegun = .object
    case .beginArray: wasBegun = .array
    case .endObject, .endArray: path.removeLast()
    case .key: path[path.count - 1] = text(token.range)
    default: break
    }
    return token
  }

  /// Reads the white space behind the value, and throws where anything else stands there.
  mutating func finish() throws(JSONError) { try scanner.finish() }

  /// The text of a string; as it is written where it can't be decoded.
  func text(_ range: Range<Int>) -> String {
    let raw = scanner.bytes[range]
    guard raw.contains(UInt8(ascii: "\\")), let decoded = try? JSONString().decode(raw) else {
      return String(decoding: raw, as: UTF8.self)
    }
    return String(decoding: decoded.text, as: UTF8.self)
  }
}
