/// A copy of a document as md4c 0.4.8 wants it: three dashes for each column of a table, tags of headings as those of
/// the first level, comments without hyphens, a line end at the end.
///
/// One dash is enough for GitHub, `<h2>` to `<h6>` begin a block of HTML as `<h1>` does, two hyphens may stand in a
/// comment since CommonMark 0.31, and a number that nothing follows is no list.
struct ParserInput {
  /// The copy.
  private(set) var bytes: [UInt8] = []
  /// Where dashes were put in, in places of the copy, each with how many there are up to it.
  private var insertions: [(place: Int, total: Int)] = []

  init(_ original: [UInt8]) {
    bytes.reserveCapacity(original.count + 1)
    var line = 0
    var copied = 0
    while line < original.count {
      var end = line
      while end < original.count, original[end] != 10, original[end] != 13 { end += 1 }
      end = min(end + 1, original.count)
      if end - line > 1, Self.isDelimiterRow(original[line..<end]) {
        bytes += original[copied..<line]
        widen(original[line..<end])
        copied = end
      }
      line = end
    }
    bytes += original[copied...]
    bytes.append(0x0A)
    levelHeadings()
    fillComments()
  }

  /// A place of the copy as a place of the original.
  func original(_ place: Int) -> Int {
    var low = 0
    var high = insertions.count
    while low < high {
      let middle = (low + high) / 2
      if insertions[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    let before = low == 0 ? 0 : insertions[low - 1].total
    // Between dashes that were put in is where they were put in.
    return low == insertions.count ? place - before : min(place - before, insertions[low].place - insertions[low].total)
  }

  private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    guard let first = content.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ":") || first == 0x2D else {
      return false
    }
    // That is a list.
    if first == 0x2D, let second = content.dropFirst().first, second == 0x20 || second == 0x09 { return false }
    return content.allSatisfy { "|:- \t\r\n".utf8.contains($0) } && content.contains(UInt8(ascii: "|"))
  }

  /// Makes `<h2>` to `<h6>` that may begin a line `<h1>`.
  private mutating func levelHeadings() {
    var at = 0
    while let tag = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = tag + 1
      var level = at
      if bytes[level] == UInt8(ascii: "/") { level += 1 }
      guard level + 1 < bytes.count, bytes[level] | 0x20 == UInt8(ascii: "h"), (0x32...0x36).contains(bytes[level + 1]),
        tag == 0 || bytes[tag - 1] <= 0x20 || bytes[tag - 1] == UInt8(ascii: ">")
      else { continue }
      bytes[level + 1] = 0x31
    }
  }

  /// Overwrites the hyphens inside of comments.
  private mutating func fillComments() {
    var at = 0
    while let tag = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = tag + 1
      guard bytes[at...].starts(with: "!--".utf8) else { continue }
      let start = at + 3
      at = commentEnd(from: start)
      let isComment = bytes[start] != UInt8(ascii: ">") && !bytes[start...].starts(with: "->".utf8)
      if at < bytes.count, bytes[at] == 0x2D, isComment { fill(start..<at) }
    }
  }

  /// Where a comment's arrow begins; the end of its paragraph where there is none.
  private func commentEnd(from start: Int) -> Int {
    var lineIsBlank = false
    for at in start..<bytes.count {
      switch bytes[at] {
      // CR LF ends one line, not two.
      case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A: break
      case 0x0A, 0x0D:
        if lineIsBlank { return at }
        lineIsBlank = true
      case 0x2D where bytes[at...].starts(with: "-->".utf8): return at
      default: if bytes[at] > 0x20 { lineIsBlank = false }
      }
    }
    return bytes.count
  }

  /// Those that begin a line may be markup of blocks, and stay.
  private mutating func fill(_ range: Range<Int>) {
    var beginsLine = false
    for index in range {
      let byte = bytes[index]
      beginsLine = byte == 0x0A || byte == 0x0D || beginsLine && (byte <= 0x20 || byte == 0x2D)
      if byte == 0x2D, !beginsLine { bytes[index] = UInt8(ascii: "x") }
    }
  }

  private mutating func widen(_ line: ArraySlice<UInt8>) {
    var run = 0
    for byte in line {
      if byte == 0x2D {
        run += 1
      } else {
        if run > 0, run < 3 { insert(3 - run) }
        run = 0
      }
      bytes.append(byte)
    }
    if run > 0, run < 3 { insert(3 - run) }
  }

  private mutating func insert(_ count: Int) {
    bytes += Array(repeating: 0x2D, count: count)
    insertions.append((bytes.count, (insertions.last?.total ?? 0) + count))
  }
}
