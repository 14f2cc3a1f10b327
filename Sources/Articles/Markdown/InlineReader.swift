import Markdown
import Units

/// Reads the inline events of one block: where text lies they say; what stands between is markup, read here.
///
/// Every byte from the first to the last must be accounted for; where one isn't, the block is left as it is.
struct InlineReader {
  /// What there is to read: a document whose templates, attributes and the like are masked.
  struct Document {
    /// The bytes as they are.
    let original: [UInt8]
    /// The bytes as the parser saw them: of the same length, what it must not read overwritten.
    let masked: [UInt8]
  }

  /// A byte that is neither markup nor text was met.
  struct Unaccountable: Error {}

  private enum Opened {
    case span
    case link(at: Int)
    case image(at: Int)
  }

  /// The block's own text, then that of the images that are open.
  private var builders = [ContentBuilder()]
  private var opened: [Opened] = []
  var at = 0
  var index = 0
  /// The texts in links and images: alternative texts and titles.
  private(set) var nested: [Block] = []

  /// The end of the last text that was skipped.
  var lastText = 0
  /// The elements that don't end in this block.
  var unended: Set<[UInt8]> = []

  let document: Document
  let events: ArraySlice<MarkdownEvent>
  private let coding: MarkdownText
  /// For each event, where the next text at or behind it begins.
  let nextText: [Int]

  /// Reads the events of a block; `coding` is how text is written there.
  init(_ document: Document, _ events: ArraySlice<MarkdownEvent>, coding: MarkdownText) throws(Unaccountable) {
    self.document = document
    self.events = events
    self.coding = coding
    var next = document.masked.count
    var places = Array(repeating: next, count: events.count + 1)
    for index in events.indices.reversed() {
      if let range = events[index].range, !range.isEmpty { next = range.lowerBound }
      places[index - events.startIndex] = next
    }
    nextText = places
    index = events.startIndex
    guard let start = try leadingMarkup() else {
      index = events.endIndex
      return
    }
    at = start
    while index < events.endIndex {
      try readEvent()
      if builder.isOverloaded || builders.count > 64 { throw Unaccountable() }
    }
    guard builders.count == 1 else { throw Unaccountable() }
  }

  /// The block; nil where it holds no text.
  func block(syntax: String) -> Block? {
    builders[0].block(syntax: syntax) { coding.chain(at: $0, in: document.masked) }
  }

  // MARK: - The start of the block

  /// Finds where the block's markup begins, since nothing says it: backwards from the first text.
  ///
  /// What closes before any text (an image without one) is left out of the block. Nil where there is no text.
  private mutating func leadingMarkup() throws(Unaccountable) -> Int? {
    var pending: [MarkdownEvent.Span] = []
    var first = index
    var isInterrupted = false
    while index < events.endIndex {
      let event = events[index]
      switch event.kind {
      case .enterSpan(let span):
        if pending.isEmpty { first = index }
        pending.append(span)
      case .leaveSpan:
        guard pending.popLast() != nil else { throw Unaccountable() }
        isInterrupted = !pending.isEmpty
      case .text:
        guard let range = event.range, !range.isEmpty else {
          guard pending.isEmpty else { throw Unaccountable() }
          break
        }
        guard !isInterrupted else { throw Unaccountable() }
        let wasInSpan = !pending.isEmpty
        var start = range.lowerBound
        if case .text(.code) = event.kind {
          guard pending.popLast() == .code else { throw Unaccountable() }
          start = try backtickStart(before: start)
        } else if start > 0, document.masked[start - 1] == UInt8(ascii: "\\"),
          document.masked[start].isASCIIPunctuation
        {
          start -= 1
        }
        for span in pending.reversed() { start = try opening(of: span, before: start) }
        if wasInSpan { index = first }
        return start
      default: throw Unaccountable()
      }
      index += 1
    }
    return nil
  }

  private func backtickStart(before text: Int) throws(Unaccountable) -> Int {
    var start = text
    if start > 0, document.masked[start - 1] == 0x20 { start -= 1 }
    let end = start
    while start > 0, document.masked[start - 1] == UInt8(ascii: "`") { start -= 1 }
    guard start < end else { throw Unaccountable() }
    return start
  }

  private func opening(of span: MarkdownEvent.Span, before text: Int) throws(Unaccountable) -> Int {
    let bytes = document.masked
    func byte(_ back: Int) -> UInt8? { text >= back ? bytes[text - back] : nil }
    switch span {
    case .emphasis where byte(1) == UInt8(ascii: "*") || byte(1) == UInt8(ascii: "_"): return text - 1
    case .strong where byte(1) == byte(2) && (byte(1) == UInt8(ascii: "*") || byte(1) == UInt8(ascii: "_")):
      return text - 2
    case .strikethrough where byte(1) == UInt8(ascii: "~"): return byte(2) == UInt8(ascii: "~") ? text - 2 : text - 1
    case .link where byte(1) == UInt8(ascii: "[") || byte(1) == UInt8(ascii: "<"): return text - 1
    case .image where byte(1) == UInt8(ascii: "[") && byte(2) == UInt8(ascii: "!"): return text - 2
    default: throw Unaccountable()
    }
  }

  // MARK: - One event after the other

  private mutating func readEvent() throws(Unaccountable) {
    let event = events[index]
    switch event.kind {
    case .enterSpan(let span): try enter(span)
    case .leaveSpan(let span): try leave(span)
    case .text(.softBreak): try readBreak(isHard: false)
    case .text(.hardBreak): try readBreak(isHard: true)
    case .text(.html): try readTag()
    case .text(.entity): try readEntity(event)
    case .text(.normal): try readText(event)
    default: throw Unaccountable()
    }
    index += 1
  }

  private mutating func enter(_ span: MarkdownEvent.Span) throws(Unaccountable) {
    switch span {
    case .emphasis: try open(delimiter(["*", "_"], 1))
    case .strong: try open(delimiter(["*", "_"], 2))
    case .strikethrough: try open(delimiter(["~"], peek(1) == UInt8(ascii: "~") ? 2 : 1))
    case .code: try readCode()
    case .link where peek(0) == UInt8(ascii: "["):
      opened.append(.link(at: at))
      builder.open(at..<at + 1, display: "[")
      at += 1
    case .link: try readAutolink()
    case .image:
      guard peek(0) == UInt8(ascii: "!"), peek(1) == UInt8(ascii: "[") else { throw Unaccountable() }
      opened.append(.image(at: at))
      builders.append(ContentBuilder())
      at += 2
    case .other: throw Unaccountable()
    }
  }

  private mutating func leave(_ span: MarkdownEvent.Span) throws(Unaccountable) {
    switch (span, opened.popLast()) {
    case (.emphasis, .span): try close(delimiter(["*", "_"], 1))
    case (.strong, .span): try close(delimiter(["*", "_"], 2))
    case (.strikethrough, .span): try close(delimiter(["~"], peek(1) == UInt8(ascii: "~") ? 2 : 1))
    case (.link, .link(let start)):
      let tail = try readTail()
      let rewrite = tail.isLabel ? [0x5D, 0x5B] + label(start + 1..<at) + [0x5D] : nil
      builder.close(at..<tail.end, display: "](…)", rewrite: rewrite)
      takeTitle(of: tail)
      at = tail.end
    case (.image, .image(let start)):
      let alternative = builders.removeLast()
      let tail = try readTail()
      // An image that is found by its text keeps it.
      if !tail.isLabel, let block = alternative.block(syntax: "alt", coding: altCoding) { nested.append(block) }
      takeTitle(of: tail)
      builder.append(code: start..<tail.end, display: "[image]", isLoose: true)
      at = tail.end
    default: throw Unaccountable()
    }
  }

  private mutating func open(_ raw: Range<Int>) {
    opened.append(.span)
    builder.open(raw, display: String(decoding: document.masked[raw], as: UTF8.self))
    at = raw.upperBound
  }

  private mutating func close(_ raw: Range<Int>) {
    builder.close(raw, display: String(decoding: document.masked[raw], as: UTF8.self))
    at = raw.upperBound
  }

  private func delimiter(_ characters: [Unicode.Scalar], _ count: Int) throws(Unaccountable) -> Range<Int> {
    guard let byte = peek(0), characters.contains(where: { UInt8(ascii: $0) == byte }), at + count <= limit,
      document.masked[at..<at + count].allSatisfy({ $0 == byte })
    else { throw Unaccountable() }
    return at..<at + count
  }

  private func altCoding(_ raw: Range<Int>) -> CodingChain { coding.inBrackets.chain(at: raw, in: document.masked) }

  private mutating func readTail() throws(Unaccountable) -> LinkTail {
    guard let tail = LinkTail(document.masked, at: at, limit: limit) else { throw Unaccountable() }
    return tail
  }

  private mutating func takeTitle(of tail: LinkTail) {
    if let title = tail.title, let block = titleBlock(title, closer: tail.closer) { nested.append(block) }
  }

  /// The text of a link as its label: on one line.
  private func label(_ range: Range<Int>) -> [UInt8] {
    var label: [UInt8] = []
    var isAtLineStart = false
    for byte in document.original[range] {
      if byte.isLineEnd {
        if !isAtLineStart { label.append(0x20) }
        isAtLineStart = true
      } else if !isAtLineStart || !(byte.isBlank || byte == UInt8(ascii: ">")) {
        isAtLineStart = false
        label.append(byte)
      }
    }
    return label
  }

  private func titleBlock(_ range: Range<Int>, closer: UInt8) -> Block? {
    let title = MarkdownTitle(closer: closer)
    guard !document.masked[range].contains(maskByte), let decoded = try? title.decode(document.original[range]) else {
      return nil
    }
    let trimmed = Folding.trimmed(decoded.text)
    guard decoded.text[trimmed].hasLetter, !decoded.text.contains(0x0A) else { return nil }
    let map = decoded.map.shifted(by: range.lowerBound).slice(trimmed)
    return Block(
      source: Content(text: Array(decoded.text[trimmed])), raw: FileRange(bytes: map.raw(0..<trimmed.count)), map: map,
      coding: CodingChain([title]), syntax: "title")
  }

  // MARK: - Text

  private mutating func readText(_ event: MarkdownEvent) throws(Unaccountable) {
    guard var range = event.range else { throw Unaccountable() }
    if range.isEmpty { return }
    if range.lowerBound != at {
      guard range.lowerBound == at + 1, peek(0) == UInt8(ascii: "\\"), let first = document.masked[range].first,
        first.isASCIIPunctuation
      else { throw Unaccountable() }
      builder.append(atom: [first], for: at..<at + 2)
      range = range.lowerBound + 1..<range.upperBound
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let isMask = document.masked[start] == maskByte
      var end = start + 1
      while end < range.upperBound, (document.masked[end] == maskByte) == isMask { end += 1 }
      if isMask {
        let template = Template(document.original[start..<end])
        builder.append(code: start..<end, display: template.display, isLoose: template.isLoose)
      } else {
        builder.append(document.original[start..<end], at: start)
      }
      start = end
    }
    at = range.upperBound
  }

  private mutating func readEntity(_ event: MarkdownEvent) throws(Unaccountable) {
    guard let range = event.range, range.lowerBound == at else { throw Unaccountable() }
    if let text = MarkdownEntities.text(of: document.masked[range]) {
      builder.append(atom: text, for: range)
    } else {
      builder.append(code: range, display: display(range), isLoose: false)
    }
    at = range.upperBound
  }

  /// A line end with what comes before it (blanks, a backslash) and behind it (the indentation, `> `).
  private mutating func readBreak(isHard: Bool) throws(Unaccountable) {
    let bytes = document.masked
    var end = at
    while end < limit, bytes[end].isBlank { end += 1 }
    if isHard, end == at, end < limit, bytes[end] == UInt8(ascii: "\\") { end += 1 }
    guard end < limit, bytes[end].isLineEnd else { throw Unaccountable() }
    end += bytes[end] == 13 && end + 1 < limit && bytes[end + 1] == 10 ? 2 : 1
    while end < limit, bytes[end].isBlank || bytes[end] == UInt8(ascii: ">") { end += 1 }
    if isHard {
      builder.append(code: at..<end, display: "↵", equivalent: "\n", isLoose: true)
      // Words on both sides stay apart, for sentences and for people; a merge writes the break alone.
      builder.append(atom: [0x20], for: end..<end)
    } else {
      builder.append(atom: [0x20], for: at..<end)
    }
    at = end
  }

  // MARK: - Places

  var builder: ContentBuilder {
    get { builders[builders.count - 1] }
    _modify { yield &builders[builders.count - 1] }
  }

  /// Where the next text begins: markup ends there at the latest.
  var limit: Int { nextText[min(index + 1, events.endIndex) - events.startIndex] }

  func peek(_ offset: Int) -> UInt8? {
    at + offset < document.masked.count ? document.masked[at + offset] : nil
  }

  func display(_ range: Range<Int>) -> String { Template.shown(document.original[range]) }
}
