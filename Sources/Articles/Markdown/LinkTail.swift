/// What follows the text of a link or an image: `](address "title")`, `][label]` or `]` alone.
struct LinkTail {
  /// The first byte behind it.
  var end: Int
  /// The bytes between the quotation marks of a title.
  var title: Range<Int>?
  /// Whether the text of the link is its label, too: `]` alone, or `][]`.
  var isLabel = true
  /// The byte that closes the title.
  var closer: UInt8 = 0

  /// The tail that begins at `start`, where a bracket closes; nil where none does.
  ///
  /// `limit` is where the next text begins: what would reach beyond it is no tail.
  init?(_ bytes: [UInt8], at start: Int, limit: Int) {
    guard start < limit, bytes[start] == UInt8(ascii: "]") else { return nil }
    end = start + 1
    guard end < limit else { return }
    if bytes[end] == UInt8(ascii: "(") {
      readDestination(bytes, limit: limit)
    } else if bytes[end] == UInt8(ascii: "[") {
      var at = end + 1
      while at < limit, bytes[at] != UInt8(ascii: "]"), bytes[at] != UInt8(ascii: "[") {
        at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard at < limit, bytes[at] == UInt8(ascii: "]") else { return }
      isLabel = at == end + 1
      end = at + 1
    }
  }

  private mutating func readDestination(_ bytes: [UInt8], limit: Int) {
    var at = Self.skipSpace(bytes, end + 1, limit)
    guard at < limit else { return }
    if bytes[at] == UInt8(ascii: "<") {
      while at < limit, bytes[at] != UInt8(ascii: ">") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
      at += 1
    } else {
      var depth = 0
      while at < limit, bytes[at] > 0x20 {
        if bytes[at] == UInt8(ascii: "(") { depth += 1 }
        if bytes[at] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        at += bytes[at] == UInt8(ascii: "\\") && at + 1 < limit && bytes[at + 1].isASCIIPunctuation ? 2 : 1
      }
    }
    let behind = Self.skipSpace(bytes, at, limit)
    var title: Range<Int>?
    var closer: UInt8 = 0
    if behind > at, behind < limit, let mark = Self.titleCloser(bytes[behind]) {
      at = behind + 1
      while at < limit, bytes[at] != mark { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
      guard at < limit else { return }
      title = behind + 1..<at
      closer = mark
      at = Self.skipSpace(bytes, at + 1, limit)
    } else {
      at = behind
    }
    guard at < limit, bytes[at] == UInt8(ascii: ")") else { return }
    end = at + 1
    isLabel = false
    self.title = title
    self.closer = closer
  }

  private static func titleCloser(_ opener: UInt8) -> UInt8? {
    switch opener {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): opener
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  /// Skips blanks and line ends, and behind a line end what quotes a line.
  private static func skipSpace(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var at = start
    var isAtLineStart = false
    while at < limit {
      if bytes[at].isLineEnd {
        isAtLineStart = true
      } else if !bytes[at].isBlank, !(isAtLineStart && bytes[at] == UInt8(ascii: ">")) {
        break
      }
      at += 1
    }
    return at
  }
}
