public import Units
import XML

/// Writes a translation memory as TMX 1.4b (LISA OSCAR, 2005), level 2: inline codes are kept.
///
/// No dates and no random ids: the same entries give the same bytes. ``drain()`` takes what is written so far, so a
/// large memory never lies in memory as a whole.
public struct TMXWriter {
  private var bytes: [UInt8] = []

  /// A document whose texts are in `sourceLanguage`; nil where they are in several languages.
  public init(sourceLanguage: LanguageTag?) {
    bytes += #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8
    bytes +=
      "\n<tmx version=\"1.4\">\n  <header creationtool=\"l10n\" creationtoolversion=\"1\" segtype=\"sentence\"".utf8
    bytes += " o-tmf=\"l10n\" adminlang=\"en\" datatype=\"xml\" srclang=".utf8
    attribute(sourceLanguage?.bcp47 ?? "*all*")
    bytes += "/>\n  <body>\n".utf8
  }

  /// Adds an entry.
  public mutating func add(_ entry: MemoryEntry) {
    bytes += "    <tu srclang=".utf8
    attribute(entry.sourceLanguage.bcp47)
    bytes += ">\n".utf8
    for (name, value) in entry.writtenProperties.sorted(by: { $0.key < $1.key }) {
      bytes += "      <prop type=".utf8
      attribute(name)
      bytes += ">".utf8
      text(value)
      bytes += "</prop>\n".utf8
    }
    variant(entry.source, entry.sourceLanguage)
    variant(entry.target, entry.targetLanguage)
    bytes += "    </tu>\n".utf8
  }

  /// The number of bytes written since the last time.
  public var count: Int { bytes.count }

  /// Takes what was written since the last time.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Ends the document, and takes what was written since the last time.
  public mutating func finish() -> [UInt8] {
    bytes += "  </body>\n</tmx>\n".utf8
    return drain()
  }

  private mutating func variant(_ content: Content, _ language: LanguageTag) {
    bytes += "      <tuv xml:lang=".utf8
    attribute(language.bcp47)
    bytes += "><seg>".utf8
    let paired = Dictionary(content.codes.map { ($0.ordinal, [$0.kind]) }, uniquingKeysWith: +)
    var at = 0
    for code in content.codes {
      appendEscaped(content.text.span.extracting(at..<code.at.bytes), to: &bytes)
      let isPaired = paired[code.ordinal].map { $0.contains(.open) && $0.contains(.close) } ?? false
      self.code(code, isPaired: isPaired)
      at = code.at.bytes
    }
    appendEscaped(content.text.span.extracting(at...), to: &bytes)
    bytes += "</seg></tuv>\n".utf8
  }

  /// A code: `bpt` and `ept` where both ends are in the segment, `it` where one is, `ph` where it stands alone.
  private mutating func code(_ code: Code, isPaired: Bool) {
    let (name, position): (String, String)
    switch code.kind {
    case .open: (name, position) = isPaired ? ("bpt", "i") : ("it", "begin")
    case .close: (name, position) = isPaired ? ("ept", "i") : ("it", "end")
    case .standalone: (name, position) = ("ph", "")
    }
    bytes += "<\(name)".utf8
    if position == "i" {
      bytes += " i=\"\(code.ordinal)\"".utf8
    } else if !position.isEmpty {
      bytes += " pos=\"\(position)\"".utf8
    }
    if name != "ept" { bytes += " x=\"\(code.ordinal)\"".utf8 }
    if code.equivalent == "\n", name != "ept" { bytes += " type=\"lb\"".utf8 }
    bytes += ">".utf8
    text(code.display)
    bytes += "</\(name)>".utf8
  }

  private mutating func text(_ string: String) {
    var string = string
    string.withUTF8 { appendEscaped($0.span, to: &bytes) }
  }

  private mutating func attribute(_ string: String) {
    bytes.append(0x22)
    var string = string
    string.withUTF8 { appendEscaped($0.span, inAttribute: true, to: &bytes) }
    bytes.append(0x22)
  }
}
