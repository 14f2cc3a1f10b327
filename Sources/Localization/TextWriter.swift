import Articles
import Units

/// Writes a target piece by piece: text encoded for its place, codes copied from the article.
struct TextWriter {
  let coding: CodingChain
  /// The article's own line breaks, which line feeds in the text stand for.
  private var breaks: ArraySlice<[UInt8]>
  /// What has been written.
  private(set) var parts: [Splice.Part] = []
  /// The byte before what comes next; a line feed where a line begins, nil where the block does.
  var before: UInt8?
  private var followsLineEnd = false

  init(coding: CodingChain, breaks: [[UInt8]]) {
    self.coding = coding
    self.breaks = breaks[...]
  }

  /// Writes text, before a code or before a byte of the article.
  mutating func write(_ text: ArraySlice<UInt8>, before code: ArraySlice<UInt8>? = nil, after: UInt8? = nil) {
    // The space behind a line break keeps words apart where the break isn't seen.
    var rest = followsLineEnd ? text.drop { $0 == 0x20 } : text
    while !breaks.isEmpty, let line = rest.firstIndex(of: 0x0A), let lineBreak = breaks.popFirst() {
      encode(rest[..<line], after: lineBreak.first)
      parts.append(.bytes(lineBreak))
      before = 0x0A
      rest = rest[(line + 1)...]
    }
    encode(rest, after: code?.first ?? after)
  }

  private mutating func encode(_ text: ArraySlice<UInt8>, after: UInt8?) {
    guard !text.isEmpty else { return }
    followsLineEnd = false
    let bytes = coding.encode(text, between: Neighbours(before: before, after: after))
    parts.append(.bytes(bytes))
    before = bytes.last ?? before
  }

  /// Copies a code with the edits inside it; one that comes from outside of the place is copied as it is.
  mutating func write(
    _ code: FileRange, of article: [UInt8], rewrite: [UInt8]?, isInside place: FileRange, endsLine: Bool
  ) {
    let bytes = article[code.bytes]
    let isInside = code.lowerBound >= place.lowerBound && code.upperBound <= place.upperBound
    parts.append(rewrite.map { .bytes($0) } ?? (isInside ? .copy(code) : .bytes(Array(bytes))))
    followsLineEnd = endsLine
    before = bytes.contains { $0 == 10 || $0 == 13 } ? 0x0A : bytes.last ?? before
  }
}
