/// A pattern of paths in gitignore's syntax: `*` and `?` stay within a name, `**` as a whole part (more asterisks are the
/// same) stands for any number of folders, `[a-z]` is a set, `\` takes the next byte as it is.
struct Glob: Sendable {
  private enum Part: Sendable {
    case folders
    case name([UInt8])
  }

  private let parts: [Part]

  init(_ pattern: some StringProtocol) {
    parts = Array(pattern.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { $0.count > 1 && $0.allSatisfy { $0 == UInt8(ascii: "*") } ? .folders : .name(Array($0)) }
  }

  /// Whether the whole of `path` fits.
  func matches(_ path: some StringProtocol) -> Bool {
    let names = Array(path.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var (p, n) = (0, 0)
    // Behind the last `**`, and the first name that it doesn't stand for yet.
    var retry: (p: Int, n: Int)?
    while true {
      if p < parts.count, case .folders = parts[p] {
        p += 1
        // At the end it stands for what is in a folder, not for the folder itself.
        if p == parts.count { return n < names.count }
        retry = (p, n)
      } else if p < parts.count, n < names.count, case .name(let name) = parts[p], Self.matches(name, names[n]) {
        (p, n) = (p + 1, n + 1)
      } else if p == parts.count, n == names.count {
        return true
      } else if let last = retry, last.n < names.count {
        (p, n) = (last.p, last.n + 1)
        retry = (p, n)
      } else {
        return false
      }
    }
  }

  private static func matches(_ pattern: [UInt8], _ name: ArraySlice<UInt8>) -> Bool {
    var (p, n) = (0, name.startIndex)
    // Behind the last `*`, and the first byte that it doesn't stand for yet.
    var retry: (p: Int, n: Int)?
    while true {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        p += 1
        retry = (p, n)
      } else if n < name.endIndex, let next = match(pattern, at: p, name[n]) {
        (p, n) = (next, n + 1)
      } else if p == pattern.count, n == name.endIndex {
        return true
      } else if let last = retry, last.n < name.endIndex {
        (p, n) = (last.p, last.n + 1)
        retry = (p, n)
      } else {
        return false
      }
    }
  }

  /// The place in the pattern behind what `byte` matches; nil where it doesn't.
  private static func match(_ pattern: [UInt8], at p: Int, _ byte: UInt8) -> Int? {
    guard p < pattern.count else { return nil }
    switch pattern[p] {
    case UInt8(ascii: "?"): return p + 1
    case UInt8(ascii: "\\"): return p + 1 < pattern.count && pattern[p + 1] == byte ? p + 2 : nil
    case UInt8(ascii: "["): return matchSet(pattern, from: p + 1, byte)
    default: return pattern[p] == byte ? p + 1 : nil
    }
  }

  /// The place behind a set that holds `byte`; nil where it doesn't, or the set has no end.
  private static func matchSet(_ pattern: [UInt8], from start: Int, _ byte: UInt8) -> Int? {
    var p = start
    let isNegated = p < pattern.count && (pattern[p] == UInt8(ascii: "!") || pattern[p] == UInt8(ascii: "^"))
    if isNegated { p += 1 }
    let first = p
    var isFound = false
    /// The member at `p`, which moves behind it.
    func member() -> UInt8? {
      if p < pattern.count, pattern[p] == UInt8(ascii: "\\") { p += 1 }
      guard p < pattern.count else { return nil }
      defer { p += 1 }
      return pattern[p]
    }
    while p < pattern.count {
      if pattern[p] == UInt8(ascii: "]"), p > first { return isFound != isNegated ? p + 1 : nil }
      guard let low = member() else { return nil }
      var high = low
      if p + 1 < pattern.count, pattern[p] == UInt8(ascii: "-"), pattern[p + 1] != UInt8(ascii: "]") {
        p += 1
        guard let end = member() else { return nil }
        high = end
      }
      if low <= byte, byte <= high { isFound = true }
    }
    return nil
  }
}

extension Configuration {
  /// What the paths of articles fit; a path without a place left open may be that of a folder, with all below it.
  var articleGlobs: [Glob] {
    articles.flatMap { pattern in
      let parts = pattern.split(separator: "/").filter { $0 != "." }
      let isPath = !pattern.contains { "*?[".contains($0) }
      return [Glob(parts.joined(separator: "/"))] + (isPath ? [Glob((parts + ["**"]).joined(separator: "/"))] : [])
    }
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
