public import Units

/// Plain text: a block is a line with anything on it.
///
/// White space around a line, a list's bullet, line ends of any kind and a byte order mark are no text.
public struct PlainText: ArticleFormat {
  /// The name, as `--format` takes it.
  public static let name = "text"
  /// What it is, in a line.
  public static let summary = "plain text, a block a line"
  /// The endings of file names.
  public static let extensions = ["txt", "text"]

  private static let coding = CodingChain([TextLine()])

  /// A reader of plain text, of which there is nothing to say.
  public init(_ options: FormatOptions) {}

  /// Finds what can be translated; a block is a line.
  public func read(_ bytes: [UInt8]) throws(Malformed) -> Article {
    try requireUTF8(bytes)
    var article = Article(bytes: bytes, format: Self.name, blocks: [])
    article.blocks.reserveCapacity(16)
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < bytes.count {
      var end = at
      var isSuspect = false
      while true {
        end = bytes.span.firstIndex(from: end) { $0.below(0x20) | $0.equal(to: 0xEF) }
        guard end < bytes.count, bytes[end] != 10, bytes[end] != 13 else { break }
        if bytes[end] != 9 { isSuspect = true }
        end += 1
      }
      readLine(at..<end, isSuspect: isSuspect, into: &article)
      try article.requireRoom()
      at = end + 1
    }
    return article
  }

  /// `isSuspect` says that a byte of the line may belong to a character that XML excludes.
  private func readLine(_ line: Range<Int>, isSuspect: Bool, into article: inout Article) {
    var range = trimmed(line, in: article.bytes)
    guard !range.isEmpty else { return }
    if isSuspect, holdsWhatXMLCannot(range, in: article.bytes) {
      let reason = "it holds a control character, which XLIFF can't hold"
      article.omissions.append(Omission(range: FileRange(bytes: range), reason: reason, isFurniture: false))
      return
    }
    var syntax = "line"
    let bullet = bulletLength(article.bytes[range])
    if bullet > 0 {
      range = trimmed(range.lowerBound + bullet..<range.upperBound, in: article.bytes)
      syntax = "li"
      if range.isEmpty { return }
    }
    article.blocks.append(
      Block(
        source: Content(text: Array(article.bytes[range])), raw: FileRange(bytes: range),
        map: OffsetMap(verbatim: range.count, raw: range.lowerBound), coding: Self.coding,
        syntax: syntax))
  }

  /// Whether there is a control character or a noncharacter (U+FFFE, U+FFFF) that XML 1.0 excludes.
  private func holdsWhatXMLCannot(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    for index in line {
      let byte = bytes[index]
      if byte < 0x20, byte != 0x09 { return true }
      if byte == 0xEF, index + 2 < line.upperBound, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return true }
    }
    return false
  }

  /// The length of `- `, `* ` or `• ` at the start of a line.
  ///
  /// An em dash opens speech, it is no bullet.
  private func bulletLength(_ line: ArraySlice<UInt8>) -> Int {
    // Nearly every line begins with a letter.
    guard let first = line.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == 0xE2 else {
      return 0
    }
    for bullet in ["-", "*", "•", "–"] {
      let length = bullet.utf8.count
      guard line.starts(with: bullet.utf8), line.count > length else { continue }
      let next = line[line.startIndex + length]
      if next == 0x20 || next == 0x09 { return length }
    }
    return 0
  }

  private func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    // Nearly every line begins and ends with a letter or a stop.
    if let first = bytes[range].first, let last = bytes[range].last, first > 0x20, first < 0x80, last > 0x20,
      last < 0x80
    {
      return range
    }
    let inner = Folding.trimmed(Array(bytes[range]))
    return range.lowerBound + inner.lowerBound..<range.lowerBound + inner.upperBound
  }
}

/// The error of a format that is UTF-8 text, where `bytes` are not.
func requireUTF8(_ bytes: [UInt8]) throws(Malformed) {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    throw Malformed(at: Offset(0), problem: "the text is UTF-16", remedy: "save it as UTF-8")
  }
  if let invalid = bytes.firstInvalidUTF8 {
    throw Malformed(
      at: Offset(invalid), problem: "not UTF-8: byte \(invalid) begins no character", remedy: "save the file as UTF-8")
  }
}

/// A line of plain text: what is written is what is read, but a line feed in it would be another line.
struct TextLine: Coding {
  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    Decoded(text: Array(raw), map: OffsetMap(verbatim: raw.count))
  }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isAfterBreak = false
    for byte in text where byte != 13 {
      guard byte != 10 else {
        // A tool that wraps a target indents it as well.
        while result.last == 0x20 || result.last == 0x09 { result.removeLast() }
        isAfterBreak = true
        continue
      }
      if isAfterBreak, byte == 0x20 || byte == 0x09 { continue }
      if isAfterBreak { result.append(0x20) }
      isAfterBreak = false
      result.append(byte)
    }
    if isAfterBreak { result.append(0x20) }
    return result
  }
}
