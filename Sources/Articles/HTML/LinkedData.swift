internal import JSON
import Units

/// Finds texts in JSON-LD by their keys: those that search engines show, and the language.
///
/// It needs no tree: a walk over the tokens of JSON, which gives up where they are none.
enum LinkedData {
  /// A string and where it stands.
  struct Value {
    /// The key that it is the value of.
    var key: String
    /// The bytes between the quotation marks.
    var range: Range<Int>
  }

  private static let texts: [String: Role] = [
    "headline": .headline, "alternativeHeadline": .headline, "description": .summary, "abstract": .summary,
    "caption": .caption, "articleBody": .paragraph,
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
    guard decoded.text.hasLetter(in: range), !holdsMarkup(decoded.text) else { return nil }
    let map = decoded.map.shifted(by: value.range.lowerBound).slice(range)
    return Block(
      source: Content(text: Array(decoded.text[range])), raw: FileRange(bytes: map.raw(0..<range.count)), map: map,
      coding: coding, syntax: "script@\(value.key)", role: role)
  }

  /// Whether it is HTML, which some sites put there.
  private static func holdsMarkup(_ text: [UInt8]) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "<") && ($1.isASCIILetter || $1 == UInt8(ascii: "/")) }
  }

  /// The strings of an article's own data, in order; none where the script is no JSON.
  static func values(in bytes: [UInt8], _ range: Range<Int>) -> [Value] {
    var walk = JSONWalk(bytes, in: range, allowsControls: true)
    var values: [Value] = []
    /// How deep the outermost open object is that is about something else.
    var other: Int?
    do {
      while let token = try walk.next() {
        switch token.kind {
        case .beginObject, .beginArray:
          if other == nil, others.contains(key(of: walk.path)) { other = walk.path.count }
        case .endObject, .endArray:
          if other == walk.path.count { other = nil }
        case .string where other == nil: values.append(Value(key: key(of: walk.path), range: token.range))
        default: break
        }
      }
      try walk.finish()
    } catch { return [] }
    return values
  }

  /// The nearest key: an item of a list has the key of the list.
  private static func key(of path: [String]) -> String { path.last { $0 != "[]" } ?? "" }
}
