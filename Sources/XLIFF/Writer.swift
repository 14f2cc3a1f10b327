import Units
import XML

extension ResourceFile {
  /// The file as a whole XLIFF document of a version: UTF-8, line feeds, the same bytes for the same model.
  public func written(as version: Version) -> [UInt8] {
    var writer = Writer()
    writer.line(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    switch version.family {
    case .one: writer.write1(self)
    case .two: writer.write2(self, label: version.label)
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
/// What both versions share is here.
struct Writer {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  mutating func line(_ text: String) {
    for _ in 0..<depth { bytes += [0x20, 0x20] }
    bytes += Array(text.utf8)
    bytes.append(0x0A)
  }

  /// A line made of text and bytes that are XML already.
  mutating func line(_ start: String, _ middle: [UInt8], _ end: String) {
    for _ in 0..<depth { bytes += [0x20, 0x20] }
    bytes += Array(start.utf8)
    bytes += middle
    bytes += Array(end.utf8)
    bytes.append(0x0A)
  }

  /// An element around what `body` writes.
  mutating func element(_ name: String, _ attributes: [(String, String?)], _ body: (inout Writer) -> Void) {
    line("<\(name)\(Self.attributes(attributes))>")
    depth += 1
    body(&self)
    depth -= 1
    line("</\(name)>")
  }

  /// An element that holds text.
  mutating func element(_ name: String, _ attributes: [(String, String?)], text: String) {
    line("<\(name)\(Self.attributes(attributes))>", escaped(Array(text.utf8)[...]), "</\(name)>")
  }

  /// Attributes as they stand in a tag; those without a value are left out.
  static func attributes(_ attributes: [(String, String?)]) -> String {
    var result = ""
    for case (let name, let value?) in attributes {
      result += " \(name)=\"\(String(decoding: escaped(Array(value.utf8)[...], inAttribute: true), as: UTF8.self))\""
    }
    return result
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

  /// The content as XML, each code as `tag` writes it.
  func xml(tag: (Code, _ isNested: Bool) -> String) -> [UInt8] {
    let nested = nestedOrdinals
    var result: [UInt8] = []
    var at = 0
    for code in codes {
      result += escaped(text[at..<code.at.bytes])
      result += Array(tag(code, nested.contains(code.ordinal)).utf8)
      at = code.at.bytes
    }
    return result + escaped(text[at...])
  }

  /// Whether white space in the text would be lost to a tool that collapses it.
  var hasSignificantSpace: Bool {
    var wasSpace = true
    for byte in text {
      let isSpace = byte == 0x20
      if byte == 0x09 || byte == 0x0A || byte == 0x0D || (isSpace && wasSpace) { return true }
      wasSpace = isSpace
    }
    return wasSpace && !text.isEmpty
  }
}
