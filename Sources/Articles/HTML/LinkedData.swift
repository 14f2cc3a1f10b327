import Units

/// Finds texts in JSON-LD by their keys: those that search engines show, and the language.
///
/// It needs no tree: a scan of the tokens of JSON, which gives up where they are none.
struct LinkedData {
  /// A string and where it stands.
  struct Value {
    /// The key that it is the value of.
    var key: String
    /// The bytes between the quotation marks.
    var range: Range<Int>
  }

  private static let texts: [String: Role] = [
    "headline": .headline, "alternativeHeadline": .headline, "description": .summary, "abstract": .summary,
    "caption": .caption,
  ]
  /// What these hold is about the site and its people, not about the article.
  private static let others: Set<String> = [
    "publisher", "author", "creator", "editor", "contributor", "provider", "sourceOrganization", "isPartOf",
    "copyrightHolder", "breadcrumb",
  ]

  /// The blocks of a script's values.
  static func blocks(of values: [Value], in bytes: [UInt8]) -> [Block] {
    values.compactMap { value in
      guard let role = texts[value.key] else { return nil }
      return block(value, role, bytes)
    }
  }

  private static func block(_ value: Value, _ role: Role, _ bytes: [UInt8]) -> Block? {
    let coding = CodingChain([JSONString(isInScript: true)])
    guard let decoded = try? coding.decode(bytes[value.range]), !decoded.text.holdsControl else { return nil }
    let range = Folding.trimmed(decoded.text)
    guard decoded.text.hasLetter(in: range) else { return nil }
    let map = decoded.map.shifted(by: value.range.lowerBound).slice(range)
    return Block(
      source: Content(text: Array(decoded.text[range])), raw: FileRange(bytes: map.raw(0..<range.count)), map: map,
      coding: coding, syntax: "script@\(value.key)", role: role)
  }

  /// The strings of an article's own data, in order; none where the script is no JSON.
  static func values(in bytes: [UInt8], _ range: Range<Int>) -> [Value] {
    var scan = LinkedData(bytes: bytes, at: range.lowerBound, end: range.upperBound)
    while scan.at < scan.end { guard scan.step() else { return [] } }
    return scan.values
  }

  private let bytes: [UInt8]
  private var at: Int
  private let end: Int
  private var values: [Value] = []
  /// For each open object or array, whether it is an object, and the key it is the value of.
  private var open: [(isObject: Bool, key: String)] = []
  /// The key whose value comes next.
  private var key = ""
  private var isKeyNext = false
  /// How many open objects are about something else.
  private var otherDepth = 0

  private init(bytes: [UInt8], at: Int, end: Int) {
    self.bytes = bytes
    self.at = at
    self.end = end
  }

  private mutating func step() -> Bool {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      open.append((byte == UInt8(ascii: "{"), key))
      if Self.others.contains(key) { otherDepth += 1 }
      isKeyNext = byte == UInt8(ascii: "{")
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard let last = open.popLast(), last.isObject == (byte == UInt8(ascii: "}")) else { return false }
      if Self.others.contains(last.key) { otherDepth -= 1 }
      key = last.key
      isKeyNext = false
    case UInt8(ascii: ","):
      isKeyNext = open.last?.isObject ?? false
      if !isKeyNext { key = open.last?.key ?? "" }
    case UInt8(ascii: "\""): return string()
    default: break
    }
    at += 1
    return true
  }

  private mutating func string() -> Bool {
    let start = at + 1
    at = start
    while at < end, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    guard at < end else { return false }
    let range = start..<at
    at += 1
    if isKeyNext {
      key = String(decoding: bytes[range], as: UTF8.self)
      isKeyNext = false
    } else if otherDepth == 0 {
      values.append(Value(key: key, range: range))
    }
    return true
  }
}
