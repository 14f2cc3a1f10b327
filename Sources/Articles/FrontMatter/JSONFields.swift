internal import JSON
import Units

/// Finds the strings of a JSON object.
enum JSONFields {
  /// The strings of the object at `start`, and its end with the line end; nil where no such object stands there.
  static func read(_ bytes: [UInt8], _ start: Int) -> (fields: [FrontMatter.Field], end: Int)? {
    // A template begins with a brace, too.
    guard bytes[start...].dropFirst().first.map({ $0 <= 0x20 || $0 == 0x22 || $0 == 0x7D }) ?? false else { return nil }
    var walk = JSONWalk(bytes, in: start..<bytes.count)
    var fields: [FrontMatter.Field] = []
    do {
      while let token = try walk.next() {
        guard token.kind == .string else { continue }
        fields.append(FrontMatter.Field(path: walk.path, raw: token.range, coding: JSONString()))
      }
    } catch { return nil }
    var end = walk.at
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    if end < bytes.count {
      guard bytes[end].isLineEnd else { return nil }
      end += bytes[end...].starts(with: [13, 10]) ? 2 : 1
    }
    return (fields, end)
  }
}
