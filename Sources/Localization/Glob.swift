/// A pattern of paths: `*` and `?` stay within a name, `**` crosses folders, `[a-z]` is a set, `\` takes the next
/// byte as it is (gitignore's syntax).
struct Glob: Sendable {
  private let pattern: [UInt8]

  init(_ pattern: some StringProtocol) { self.pattern = Array(pattern.utf8) }

  /// Whether the whole of `path` fits.
  func matches(_ path: some StringProtocol) -> Bool {
    let path = Array(path.utf8)
    // Where the last `*` and the last `**` stand, and the path from which they may take one byte more.
    var (p, t) = (0, 0)
    var single: (p: Int, t: Int)?
    var double: (p: Int, t: Int)?
    while true {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        if p + 1 < pattern.count, pattern[p + 1] == UInt8(ascii: "*") {
          p += 2
          // `**/` also stands for no folder at all.
          if p < pattern.count, pattern[p] == UInt8(ascii: "/") { p += 1 }
          double = (p, t)
          single = nil
        } else {
          p += 1
          single = (p, t)
        }
        continue
      }
      if t < path.count, let next = match(at: p, path[t]) {
        (p, t) = (next, t + 1)
        continue
      }
      if p == pattern.count, t == path.count { return true }
      if let last = single, last.t < path.count, path[last.t] != UInt8(ascii: "/") {
        single = (last.p, last.t + 1)
        (p, t) = (last.p, last.t + 1)
      } else if let last = double, last.t < path.count {
        double = (last.p, last.t + 1)
        single = nil
        (p, t) = (last.p, last.t + 1)
      } else {
        return false
      }
    }
  }

  /// The place in the pattern behind what `byte` matches; nil where it doesn't.
  private func match(at p: Int, _ byte: UInt8) -> Int? {
    guard p < pattern.count else { return nil }
    switch pattern[p] {
    case UInt8(ascii: "?"): return byte == UInt8(ascii: "/") ? nil : p + 1
    case UInt8(ascii: "\\") where p + 1 < pattern.count: return pattern[p + 1] == byte ? p + 2 : nil
    case UInt8(ascii: "["):
      guard let end = pattern[(p + 1)...].firstIndex(of: UInt8(ascii: "]")), end > p + 1 else {
        return byte == UInt8(ascii: "[") ? p + 1 : nil
      }
      return set(pattern[(p + 1)..<end], holds: byte) ? end + 1 : nil
    default: return pattern[p] == byte ? p + 1 : nil
    }
  }

  private func set(_ set: ArraySlice<UInt8>, holds byte: UInt8) -> Bool {
    let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
    let members = Array(isNegated ? set.dropFirst() : set)
    var index = 0
    var found = false
    while index < members.count {
      if index + 2 < members.count, members[index + 1] == UInt8(ascii: "-") {
        if members[index] <= byte, byte <= members[index + 2] { found = true }
        index += 3
      } else {
        if members[index] == byte { found = true }
        index += 1
      }
    }
    return found != isNegated
  }
}

/// The patterns of one `.gitignore`, for the folder it lies in.
struct IgnoreRules: Sendable {
  private struct Rule: Sendable {
    var glob: Glob
    var isNegated: Bool
    var foldersOnly: Bool
    /// Matched against the path below the folder, not against the name alone.
    var isAnchored: Bool
  }

  private var rules: [Rule] = []

  init(_ text: [UInt8]) {
    for line in String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline) {
      var pattern = line[...]
      while pattern.hasSuffix(" "), !pattern.hasSuffix("\\ ") { pattern.removeLast() }
      guard !pattern.isEmpty, !pattern.hasPrefix("#") else { continue }
      let isNegated = pattern.hasPrefix("!")
      if isNegated { pattern.removeFirst() }
      let foldersOnly = pattern.hasSuffix("/")
      if foldersOnly { pattern.removeLast() }
      let isAnchored = pattern.contains("/")
      if pattern.hasPrefix("/") { pattern.removeFirst() }
      rules.append(
        Rule(glob: Glob(pattern), isNegated: isNegated, foldersOnly: foldersOnly, isAnchored: isAnchored))
    }
  }

  /// Whether a path below the folder is left out; nil where no pattern speaks of it.
  func ignores(_ path: String, isFolder: Bool) -> Bool? {
    let rule = rules.last { rule in
      (isFolder || !rule.foldersOnly) && rule.glob.matches(rule.isAnchored ? path : Path.name(path))
    }
    return rule.map { !$0.isNegated }
  }
}
