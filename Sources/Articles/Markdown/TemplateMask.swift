/// A copy of a document in which what Markdown doesn't know is overwritten, byte for byte, so that places stay.
///
/// Templates and attributes become ``maskByte``s, which the parser takes for letters; a line that is nothing else
/// becomes blank, as it ends a paragraph.
struct TemplateMask {
  /// The masked document.
  private(set) var bytes: [UInt8]
  /// Whether braces hold expressions, as in MDX.
  private(set) var hasExpressions = false

  private let original: [UInt8]
  private var at: Int
  /// What was found not to close before a place.
  private var unclosed: [String: Int] = [:]
  private var paragraphEnd = 0

  init(_ original: [UInt8], from start: Int) {
    self.original = original
    bytes = original
    at = start
    for index in 0..<start { bytes[index] = 0x0A }
    while at < original.count { readLine() }
  }

  // MARK: - Lines

  private struct Fence {
    var byte: UInt8
    var count: Int
    var quotes: Int
  }

  private var fence: Fence?

  private mutating func readLine() {
    let lineStart = at
    var quotes = 0
    var content = at
    while content < original.count, original[content].isBlank || original[content] == UInt8(ascii: ">") {
      if original[content] == UInt8(ascii: ">") { quotes += 1 }
      content += 1
    }
    if let open = fence, quotes >= open.quotes {
      if run(at: content, of: open.byte) >= open.count { fence = nil }
      at = lineEnd(from: content)
      return
    }
    fence = nil
    if quotes == 0, content == lineStart, startsModuleCode(at: content) { return }
    let marked = skipListMarkers(content)
    if let opening = openingFence(at: marked, quotes: quotes) {
      fence = opening
      at = lineEnd(from: content)
    } else if run(at: content, of: UInt8(ascii: ":")) >= 3 {
      blank(content..<lineContentEnd(from: content))
      at = lineEnd(from: content)
    } else {
      if content - lineStart <= 3 || quotes > 0 { content = footnoteDefinition(at: content) ?? content }
      readContent(from: content)
    }
  }

  private func openingFence(at start: Int, quotes: Int) -> Fence? {
    for byte in [UInt8(ascii: "`"), UInt8(ascii: "~")] {
      let count = run(at: start, of: byte)
      guard count >= 3 else { continue }
      if byte == UInt8(ascii: "`") {
        let info = original[start + count..<lineContentEnd(from: start)]
        if info.contains(byte) { continue }
      }
      return Fence(byte: byte, count: count, quotes: quotes)
    }
    return nil
  }

  private func skipListMarkers(_ start: Int) -> Int {
    var at = start
    while at < original.count {
      var end = at
      if [0x2D, 0x2B, 0x2A].contains(original[at]) {
        end += 1
      } else {
        while end < original.count, end - at < 9, original[end].isASCIIDigit { end += 1 }
        guard end > at, end < original.count, [0x2E, 0x29].contains(original[end]) else { return at }
        end += 1
      }
      guard end < original.count, original[end].isBlank else { return at }
      while end < original.count, original[end].isBlank { end += 1 }
      at = end
    }
    return at
  }

  /// Masks the import and export statements of MDX, to the next blank line.
  private mutating func startsModuleCode(at start: Int) -> Bool {
    let rest = original[start...]
    guard let first = rest.first, first == UInt8(ascii: "i") || first == UInt8(ascii: "e"),
      rest.starts(with: "import ".utf8) || rest.starts(with: "export ".utf8)
    else { return false }
    let text = String(decoding: original[start..<lineContentEnd(from: start)].prefix(1000), as: UTF8.self)
    let isImport =
      text.contains(" from '") || text.contains(" from \"") || text.hasPrefix("import {")
      || text.hasPrefix("import '") || text.hasPrefix("import \"") || text.hasPrefix("import * as ")
    let isExport = ["const", "default", "function", "let", "{", "*"].contains { text.hasPrefix("export \($0) ") }
    guard isImport || isExport else { return false }
    hasExpressions = true
    let end = endOfParagraph(from: start)
    blank(start..<end)
    at = end
    return true
  }

  /// A footnote's label, as a list's bullet with something that is no text: so its text is a block of its own.
  private mutating func footnoteDefinition(at start: Int) -> Int? {
    guard let end = footnoteLabel(at: start), end < original.count, original[end] == UInt8(ascii: ":") else {
      return nil
    }
    mask(start..<end + 1)
    bytes[start] = UInt8(ascii: "-")
    bytes[start + 1] = 0x20
    return end + 1
  }

  private func footnoteLabel(at start: Int) -> Int? {
    guard start + 3 < original.count, original[start] == UInt8(ascii: "["), original[start + 1] == UInt8(ascii: "^")
    else { return nil }
    var end = start + 2
    while end < original.count, end - start < 64, original[end] > 0x20, original[end] != UInt8(ascii: "]"),
      original[end] != UInt8(ascii: "[")
    { end += 1 }
    return end < original.count && end > start + 2 && original[end] == UInt8(ascii: "]") ? end + 1 : nil
  }

  // MARK: - Inside of lines

  /// Masks what stands in a line, and goes to the line where that ends.
  private mutating func readContent(from start: Int) {
    at = start
    // What the line holds besides blanks: only what stands on lines of its own.
    var isAllBlocks = true
    var hasBlocks = false
    while at < original.count, !original[at].isLineEnd {
      let byte = original[at]
      if byte.isBlank {
        at += 1
      } else if Self.beginsConstruct(byte), let construct = construct(at: at) {
        if construct.isMasked { mask(at..<construct.end) }
        if construct.isBlock { hasBlocks = true } else { isAllBlocks = false }
        at = construct.end
      } else {
        isAllBlocks = false
        at += byte == UInt8(ascii: "\\") && at + 1 < original.count && original[at + 1].isASCIIPunctuation ? 2 : 1
      }
    }
    if isAllBlocks, hasBlocks { blank(start..<at) }
    at = lineEnd(from: at)
  }

  /// Whether ``construct(at:)`` knows anything that begins with a byte; few do.
  private static func beginsConstruct(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "$"): true
    default: false
    }
  }

  private struct Construct {
    var end: Int
    var isMasked = true
    var isBlock = false
  }

  private mutating func construct(at start: Int) -> Construct? {
    switch original[start] {
    case UInt8(ascii: "`"):
      let count = run(at: start, of: original[start])
      return Construct(end: codeSpanEnd(at: start, count: count) ?? start + count, isMasked: false)
    case UInt8(ascii: "{"): return braces(at: start)
    case UInt8(ascii: "["): return footnoteLabel(at: start).map { Construct(end: $0) }
    case UInt8(ascii: "<"):
      if original[start...].starts(with: "<!--".utf8) {
        return find("-->", after: start + 4, isInParagraph: false).map { Construct(end: $0, isMasked: false) }
      }
      return component(at: start)
    case UInt8(ascii: "$"): return formula(at: start)
    default: return nil
    }
  }

  private mutating func braces(at start: Int) -> Construct? {
    let rest = original[(start + 1)...].prefix(2)
    let second = rest.dropFirst().first
    switch rest.first {
    case UInt8(ascii: "{"):
      if second == UInt8(ascii: "<") {
        return find(">}}", after: start + 3).map { Construct(end: $0, isBlock: true) }
      }
      if second == UInt8(ascii: "%") {
        return find("%}}", after: start + 3).map { Construct(end: $0, isBlock: true) }
      }
      return find("}}", after: start + 2).map { Construct(end: $0) }
    case UInt8(ascii: "%"): return find("%}", after: start + 2).map { Construct(end: $0, isBlock: true) }
    case UInt8(ascii: "/") where second == UInt8(ascii: "*"):
      return find("*/}", after: start + 3).map { Construct(end: $0, isBlock: true) }
    case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "="):
      guard let end = find("}", after: start + 1) else { return nil }
      return original[start..<end].contains { $0.isLineEnd } ? nil : Construct(end: end)
    default:
      guard hasExpressions else { return nil }
      return expression(at: start).map { Construct(end: $0) }
    }
  }

  /// An expression of MDX, to the brace that closes it.
  private mutating func expression(at start: Int) -> Int? {
    guard unclosed["{", default: -1] <= start else { return nil }
    let limit = endOfParagraph(from: start)
    var depth = 0
    var end = start
    while end < limit {
      if original[end] == UInt8(ascii: "{") { depth += 1 }
      if original[end] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return end + 1 }
      }
      end += 1
    }
    unclosed["{"] = limit
    return nil
  }

  /// A tag of a component (`<Card title={…}>`): a name with a capital and a small letter, as HTML's own never are.
  private mutating func component(at start: Int) -> Construct? {
    guard unclosed["<", default: -1] <= start else { return nil }
    var at = start + 1
    if at < original.count, original[at] == UInt8(ascii: "/") { at += 1 }
    guard at < original.count, (0x41...0x5A).contains(original[at]) else { return nil }
    let name = original[at...].prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2E || $0 == 0x5F }
    guard name.contains(where: { (0x61...0x7A).contains($0) }), let behind = original[name.endIndex...].first,
      behind.isBlank || behind.isLineEnd || behind == 0x3E || behind == 0x2F
    else { return nil }
    let limit = endOfParagraph(from: start)
    var depth = 0
    var quote: UInt8?
    at = name.endIndex
    while at < limit {
      let byte = original[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
      } else if byte == UInt8(ascii: ">"), depth <= 0 {
        return Construct(end: at + 1, isBlock: true)
      }
      at += 1
    }
    unclosed["<"] = limit
    return nil
  }

  /// A formula between dollar signs, by Pandoc's rule; a price is none.
  private mutating func formula(at start: Int) -> Construct? {
    if original[(start + 1)...].first == UInt8(ascii: "$") {
      return find("$$", after: start + 2, isInParagraph: false).map { Construct(end: $0) }
    }
    guard start + 1 < original.count, original[start + 1] > 0x20, let end = find("$", after: start + 1) else {
      return nil
    }
    let inside = original[(start + 1)..<(end - 1)]
    guard let last = inside.last, last > 0x20, inside.contains(where: { "\\^_{}".utf8.contains($0) }) else {
      return nil
    }
    return end < original.count && original[end].isASCIIDigit ? nil : Construct(end: end)
  }

  private mutating func codeSpanEnd(at start: Int, count: Int) -> Int? {
    let key = "`\(count)"
    guard count <= 80, unclosed[key, default: -1] <= start else { return nil }
    let limit = endOfParagraph(from: start)
    var end = start + count
    while end < limit {
      guard original[end] == UInt8(ascii: "`") else {
        end += 1
        continue
      }
      let closing = run(at: end, of: original[end])
      end += closing
      if closing == count { return end }
    }
    unclosed[key] = limit
    return nil
  }

  // MARK: - Places

  /// The end of the next occurrence of `closer`; nil where there is none, in the paragraph or at all.
  private mutating func find(_ closer: String, after start: Int, isInParagraph: Bool = true) -> Int? {
    let needle = Array(closer.utf8)
    guard unclosed[closer, default: -1] <= start else { return nil }
    let limit = isInParagraph ? endOfParagraph(from: start) : original.count
    var at = start
    while at + needle.count <= limit {
      if original[at] == needle[0], original[at..<at + needle.count].elementsEqual(needle) { return at + needle.count }
      at += 1
    }
    unclosed[closer] = limit
    return nil
  }

  /// Where the next blank line begins.
  private mutating func endOfParagraph(from start: Int) -> Int {
    if start < paragraphEnd { return paragraphEnd }
    var line = start
    while line < original.count {
      let end = lineEnd(from: line)
      if original[line..<end].allSatisfy({ $0.isBlank || $0.isLineEnd || $0 == UInt8(ascii: ">") }), line > start {
        break
      }
      line = end
    }
    paragraphEnd = line
    return line
  }

  private func run(at start: Int, of byte: UInt8) -> Int {
    var end = start
    while end < original.count, original[end] == byte { end += 1 }
    return end - start
  }

  private func lineContentEnd(from start: Int) -> Int {
    var end = start
    while end < original.count, !original[end].isLineEnd { end += 1 }
    return end
  }

  private func lineEnd(from start: Int) -> Int {
    var end = lineContentEnd(from: start)
    if end < original.count {
      end += original[end] == 13 && end + 1 < original.count && original[end + 1] == 10 ? 2 : 1
    }
    return end
  }

  private mutating func mask(_ range: Range<Int>) {
    for index in range where !original[index].isLineEnd { bytes[index] = maskByte }
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where !original[index].isLineEnd { bytes[index] = 0x20 }
  }
}
