internal import JSON
import Units

/// A ninjs document as far as reading and localizing it go: its texts and the members that speak of it.
struct NinjsDocument {
  /// A string that may be text.
  struct Text {
    var path: [String]
    var range: Range<Int>
    /// The object it stands in, by number.
    var object: Int
  }

  /// A member whose value speaks of the document.
  struct Member {
    var path: [String]
    /// The key with its quotation marks.
    var key: Range<Int>
    /// The value, of a string with its quotation marks; of a list or an object its first byte.
    var value: Range<Int>
    var kind: JSONScanner.Token.Kind
    /// Where the value before it in its object ends, or the brace; and whether it is the first.
    var previousEnd: Int
    var isFirst: Bool
  }

  private(set) var texts: [Text] = []
  private(set) var members: [Member] = []
  /// The media type that an object says, by its number.
  private(set) var types: [Int: String] = [:]
  /// The version of the standard that the document says.
  private(set) var version: String?
  /// The keys of the document itself.
  private(set) var keys: Set<String> = []
  /// Behind the brace that begins the document, up to its first key.
  private(set) var firstGap: Range<Int>?
  private(set) var profile = NinjsProfile.third
  private let textKeys: Set<String>

  private static let spoken: Set<String> = [
    "language", "uri", "associations", "altids", "altIds", "charcount", "wordcount", "charCount", "wordCount",
  ]

  /// Whether a key is that of a count of characters or words.
  static func isCount(_ key: String) -> Bool { key.lowercased().hasSuffix("count") && spoken.contains(key) }

  /// Reads the tokens of a document; strings of `more` keys may be text besides those that the standard has.
  ///
  /// - Throws: ``Units/Malformed`` where it is no JSON object, or holds more than any article.
  init(_ bytes: [UInt8], texts more: [String] = []) throws(Malformed) {
    textKeys = NinjsProfile.textKeys.union(more.compactMap { $0.split(separator: ".").last.map(String.init) })
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do throws(JSONError) { try read(JSONWalk(bytes, in: start..<bytes.count), start) } catch {
      throw Malformed(
        at: Offset(error.offset), problem: "the JSON can't be read: \(error.problem)",
        remedy: "mend it, or export it again"
      )
    }
    profile = NinjsProfile.named(version: version, keys: keys)
  }

  private mutating func read(_ walk: JSONWalk, _ start: Int) throws(JSONError) {
    var walk = walk
    var objects: [Int] = []
    var count = 0
    var (key, previousEnd, isFirst) = (start..<start, start, true)
    while let token = try walk.next() {
      if count == 0, token.kind != .beginObject {
        throw JSONError(problem: "it is no object", offset: token.range.lowerBound)
      }
      let isString = token.kind == .string || token.kind == .key
      let range = isString ? token.range.lowerBound - 1..<token.range.upperBound + 1 : token.range
      switch token.kind {
      case .key:
        key = range
        if walk.path.count == 1 {
          keys.insert(walk.path[0])
          if firstGap == nil { firstGap = previousEnd..<range.lowerBound }
        }
        continue
      case .beginObject:
        count += 1
        objects.append(count)
      case .endObject: objects.removeLast()
      case .string:
        note(walk, token.range, object: objects.last ?? 0)
        guard texts.count + types.count + members.count < Article.mostBlocks else {
          throw JSONError(
            problem: "it has over \(Article.mostBlocks) texts, which no tool can show", offset: token.range.lowerBound)
        }
      default: break
      }
      let opens = token.kind == .beginObject || token.kind == .beginArray
      if token.kind != .endObject, token.kind != .endArray, let name = walk.path.last, Self.spoken.contains(name) {
        members.append(
          Member(
            path: walk.path, key: key, value: range, kind: token.kind, previousEnd: previousEnd, isFirst: isFirst))
      }
      // A count goes from the copy, so it is no neighbour of what stands behind it.
      if token.kind == .number, walk.path.last.map(Self.isCount) ?? false { continue }
      previousEnd = range.upperBound
      isFirst = opens
    }
    try walk.finish()
  }

  private mutating func note(_ walk: JSONWalk, _ range: Range<Int>, object: Int) {
    guard let key = walk.path.last else { return }
    if NinjsProfile.third.texts.typeKeys.contains(key) { types[object] = walk.text(range) }
    if walk.path == ["standard", "version"] || walk.path == ["$standard", "version"] { version = walk.text(range) }
    if !range.isEmpty, textKeys.contains(key) || key.contains("_") {
      texts.append(Text(path: walk.path, range: range, object: object))
    }
  }
}
