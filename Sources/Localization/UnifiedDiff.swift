import Units

/// A document before and after a few edits, as `diff -u` shows it and `patch` takes it.
struct UnifiedDiff {
  private static let context = 3

  /// The difference; empty where there is none.
  static func text(of splice: Splice, in old: [UInt8], path: String) throws(Splice.Conflict) -> [UInt8] {
    let new = try splice.applied(to: old)
    if new == old { return [] }
    var diff = UnifiedDiff(old: lines(old), new: lines(new))
    diff.write(path)
    return diff.output
  }

  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private var output: [UInt8] = []

  private init(old: [ArraySlice<UInt8>], new: [ArraySlice<UInt8>]) {
    self.old = old
    self.new = new
  }

  private mutating func write(_ path: String) {
    output += "--- a/\(path)\n+++ b/\(path)\n".utf8
    // Fixes never add or remove a line; if one did, everything from there on would be one change.
    let isAligned = old.count == new.count
    let same = zip(old, new).prefix { $0 == $1 }.count
    let changed = isAligned ? old.indices.filter { old[$0] != new[$0] } : Array(same..<max(old.count, new.count))
    var index = 0
    while index < changed.count {
      var end = index + 1
      while end < changed.count, changed[end] - changed[end - 1] <= 2 * Self.context { end += 1 }
      let low = max(0, changed[index] - Self.context)
      let high = changed[end - 1] + 1 + Self.context
      hunk(low..<max(low, min(old.count, high)), low..<max(low, min(new.count, high)))
      index = end
    }
  }

  private mutating func hunk(_ before: Range<Int>, _ after: Range<Int>) {
    output += "@@ -\(before.lowerBound + 1),\(before.count) +\(after.lowerBound + 1),\(after.count) @@\n".utf8
    var at = before.lowerBound
    while at < max(before.upperBound, after.upperBound) {
      if at < before.upperBound, at < after.upperBound, old[at] == new[at] {
        line(" ", old[at])
        at += 1
        continue
      }
      var end = at
      while end < max(before.upperBound, after.upperBound),
        !(end < before.upperBound && end < after.upperBound && old[end] == new[end])
      {
        end += 1
      }
      for index in at..<max(at, min(end, before.upperBound)) { line("-", old[index]) }
      for index in at..<max(at, min(end, after.upperBound)) { line("+", new[index]) }
      at = end
    }
  }

  private mutating func line(_ sign: Unicode.Scalar, _ line: ArraySlice<UInt8>) {
    output += String(sign).utf8
    output += line
    if line.last != 0x0A { output += "\n\\ No newline at end of file\n".utf8 }
  }

  /// The lines with their ends.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
