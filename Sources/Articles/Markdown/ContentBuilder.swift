import Units

/// Builds the content of a block from left to right, with the bytes that each part of it stands for.
struct ContentBuilder {
  private(set) var text: [UInt8] = []
  private(set) var map = OffsetMap()
  private var codes: [Code] = []
  private var ranges: [Range<Int>] = []
  /// Whether a code at the edge of the block says nothing of its text: an image, a tag, an anchor.
  private var isLoose: [Bool] = []
  private var rewrites: [Int: [UInt8]] = [:]
  private var spans: [Int] = []
  private var tags: [(name: [UInt8], code: Int, span: Int?)] = []
  private var ordinal = 0

  /// Whether there is more markup than a translator or a tool can work with.
  var isOverloaded: Bool { codes.count > Block.mostCodes || spans.count > 64 || tags.count > 64 }

  /// Text that is written as it reads.
  mutating func append(_ bytes: ArraySlice<UInt8>, at raw: Int) {
    guard !bytes.isEmpty else { return }
    map.append(.verbatim(text: text.count, raw: raw, count: bytes.count))
    text += bytes
  }

  /// Text that is written in another way than it reads.
  mutating func append(atom: [UInt8], for raw: Range<Int>) {
    map.append(.atom(text: text.count, textCount: atom.count, raw: raw.lowerBound, rawCount: raw.count))
    text += atom
  }

  /// A code that stands alone.
  mutating func append(code raw: Range<Int>, display: String, equivalent: String = "", isLoose loose: Bool) {
    ordinal += 1
    append(.standalone, ordinal, raw, display, equivalent, loose)
  }

  mutating func open(_ raw: Range<Int>, display: String) {
    ordinal += 1
    spans.append(ordinal)
    append(.open, ordinal, raw, display, "", false)
  }

  /// What closes the span opened last; in a translation it is written as `rewrite` says.
  mutating func close(_ raw: Range<Int>, display: String, rewrite: [UInt8]? = nil) {
    guard let opened = spans.popLast() else { return }
    rewrites[codes.count] = rewrite
    append(.close, opened, raw, display, "", false)
  }

  /// A tag of HTML; an end tag is joined with its start tag where both stand in the same span.
  mutating func append(tag raw: Range<Int>, name: [UInt8], isEnd: Bool, display: String) {
    if isEnd, let index = tags.lastIndex(where: { $0.name == name && $0.span == spans.last }) {
      let start = tags[index].code
      tags.removeSubrange(index...)
      codes[start].kind = .open
      isLoose[start] = false
      append(.close, codes[start].ordinal, raw, display, "", false)
      return
    }
    append(code: raw, display: display, isLoose: true)
    if !isEnd { tags.append((name, codes.count - 1, spans.last)) }
  }

  private mutating func append(
    _ kind: Code.Kind, _ ordinal: Int, _ raw: Range<Int>, _ display: String, _ equivalent: String, _ loose: Bool
  ) {
    codes.append(
      Code(at: Offset(text.count), kind: kind, ordinal: ordinal, display: display, equivalent: equivalent))
    ranges.append(raw)
    isLoose.append(loose)
  }

  /// The block without white space and loose codes at its ends; nil where no letter is left.
  func block(syntax: String, coding: (_ raw: Range<Int>) -> CodingChain) -> Block? {
    var low = 0
    var high = text.count
    var first = 0
    var last = codes.count
    while true {
      let bound = first < last ? codes[first].at.bytes : high
      while low < bound, text[low].isBlank || text[low].isLineEnd { low += 1 }
      guard low == bound, first < last, isLoose[first] else { break }
      first += 1
    }
    while true {
      let bound = first < last ? codes[last - 1].at.bytes : low
      while high > bound, text[high - 1].isBlank || text[high - 1].isLineEnd { high -= 1 }
      guard high == bound, first < last, isLoose[last - 1] else { break }
      last -= 1
    }
    guard low < high, text[low..<high].hasLetter else { return nil }
    var raw = map.raw(low..<high)
    for range in ranges[first..<last] {
      raw = min(raw.lowerBound, range.lowerBound)..<max(raw.upperBound, range.upperBound)
    }
    let source = Content(
      text: Array(text[low..<high]),
      codes: codes[first..<last].map { code in
        var code = code
        code.at = Offset(code.at.bytes - low)
        return code
      })
    return Block(
      source: source, raw: FileRange(bytes: raw), map: map.slice(low..<high), coding: coding(raw),
      codes: ranges[first..<last].map { FileRange(bytes: $0) },
      rewrites: Dictionary(uniqueKeysWithValues: rewrites.map { ($0.key - first, $0.value) }), syntax: syntax)
  }
}

extension Collection<UInt8> {
  /// Whether there is a letter of any script.
  var hasLetter: Bool {
    contains { $0.isASCIILetter }
      || (contains { $0 >= 0x80 }
        && String(decoding: self, as: UTF8.self).unicodeScalars.contains { $0.properties.isAlphabetic })
  }
}
