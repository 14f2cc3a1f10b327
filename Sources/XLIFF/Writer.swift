import Units
import XML

extension ResourceFile {
  /// The file as a whole XLIFF document of a version: UTF-8, line feeds, the same bytes for the same model.
  public func written(as version: Version) -> [UInt8] {
    var writer = Writer(capacity: units.count * 600 + 1_000)
    writer.line(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    switch version.family {
    case .one: writer.write1(self)
    case .two: writer.write2(self, version)
    }
    return writer.bytes
  }

  /// What the extractor notes about the article, for itself and for people.
  var fileNote: String? {
    let parts = [format.map { "format: \($0)" }, fingerprint.map { "source: \($0)" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

/// Writes XML by lines, two spaces a level.
///
/// What both versions share is here. Everything goes straight into one buffer: this is where extraction spends its
/// time.
struct Writer {
  private(set) var bytes: [UInt8] = []
  private var depth: Int

  init(capacity: Int, depth: Int = 0) {
    self.depth = depth
    bytes.reserveCapacity(capacity)
  }

  mutating func line(_ text: StaticString) {
    indent()
    append(text)
    bytes.append(0x0A)
  }

  /// An element around what `body` writes.
  mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, String?)] = [], _ body: (inout Writer) -> Void
  ) {
    begin(name)
    append(attributes)
    end(name, lines: body)
  }

  /// Begins a start tag on a line of its own: its attributes follow, then what ends it.
  mutating func begin(_ name: StaticString) {
    indent()
    bytes.append(UInt8(ascii: "<"))
    append(name)
  }

  /// An attribute of the start tag that is open; nothing for nil.
  mutating func attribute(_ name: StaticString, _ value: String?) {
    guard var value else { return }
    bytes.append(0x20)
    append(name)
    bytes.append(UInt8(ascii: "="))
    bytes.append(0x22)
    value.withUTF8 { appendEscaped($0.span, inAttribute: true, to: &bytes) }
    bytes.append(0x22)
  }

  /// Ends the start tag that is open, and its element around what `body` writes.
  mutating func end(_ name: StaticString, lines body: (inout Writer) -> Void) {
    bytes.append(UInt8(ascii: ">"))
    bytes.append(0x0A)
    depth += 1
    body(&self)
    depth -= 1
    indent()
    close(name)
    bytes.append(0x0A)
  }

  /// Ends the start tag that is open, and its element around texts with a space between them, on one line.
  mutating func end(_ name: StaticString, texts: [String]) {
    bytes.append(UInt8(ascii: ">"))
    for (index, var text) in texts.enumerated() {
      if index > 0 { bytes.append(0x20) }
      text.withUTF8 { appendEscaped($0.span, to: &bytes) }
    }
    close(name)
    bytes.append(0x0A)
  }

  /// An element on one line, around text.
  mutating func element(_ name: StaticString, _ attributes: [(StaticString, String?)], text: String) {
    element(name, attributes, texts: [text])
  }

  /// An element on one line, around texts with a space between them.
  mutating func element(_ name: StaticString, _ attributes: [(StaticString, String?)], texts: [String]) {
    begin(name)
    append(attributes)
    end(name, texts: texts)
  }

  /// An element on one line, around text and codes; `tag` writes a code.
  mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, String?)] = [], _ content: Content,
    tag: (inout Writer, Code, _ isNested: Bool) -> Void
  ) {
    indent()
    open(name, attributes)
    var at = 0
    if !content.codes.isEmpty {
      let nested = content.nestedOrdinals
      for code in content.codes {
        appendEscaped(content.text.span.extracting(at..<code.at.bytes), to: &bytes)
        tag(&self, code, nested.contains(code.ordinal))
        at = code.at.bytes
      }
    }
    appendEscaped(content.text.span.extracting(at...), to: &bytes)
    close(name)
    bytes.append(0x0A)
  }

  /// A tag in the middle of a line: one that opens a span unless it is empty.
  mutating func tag(_ name: StaticString, _ attributes: [(StaticString, String?)], isEmpty: Bool = false) {
    open(name, attributes, isEmpty: isEmpty)
  }

  /// An element that is written already, on lines of its own.
  mutating func element(written element: [UInt8]) {
    indent()
    bytes += element
    bytes.append(0x0A)
  }

  private mutating func open(_ name: StaticString, _ attributes: [(StaticString, String?)], isEmpty: Bool = false) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    append(attributes)
    if isEmpty { bytes.append(UInt8(ascii: "/")) }
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func close(_ name: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ attributes: [(StaticString, String?)]) {
    for (name, value) in attributes { attribute(name, value) }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func indent() {
    for _ in 0..<2 * depth { bytes.append(0x20) }
  }
}

extension Content {
  /// The ordinals of codes that open and close inside this content without crossing another span.
  var nestedOrdinals: Set<Int> {
    var open: [Int] = []
    var nested: Set<Int> = []
    for code in codes {
      switch code.kind {
      case .open: open.append(code.ordinal)
      case .close:
        if open.last == code.ordinal { nested.insert(code.ordinal) }
        open.removeAll { $0 == code.ordinal }
      case .standalone: break
      }
    }
    return nested
  }

  /// Whether white space in the text would be lost to a tool that collapses it.
  var hasSignificantSpace: Bool {
    let span = text.span
    guard !span.isEmpty else { return false }
    if span[0] == 0x20 || span[span.count - 1] == 0x20 { return true }
    for at in span.indices where span[at] <= 0x20 {
      // The last byte is no space, so there is a next one.
      let isLost = span[at] == 0x20 ? span[at + 1] == 0x20 : span[at] == 0x09 || span[at] == 0x0A || span[at] == 0x0D
      if isLost { return true }
    }
    return false
  }
}
