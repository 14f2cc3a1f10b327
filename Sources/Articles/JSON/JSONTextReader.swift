import Units

/// Reads the text in a string of JSON: lines, or HTML.
///
/// A string is read as a document of its own, and the places in it are mapped to the file.
struct JSONTextReader {
  /// How a string is read.
  enum Reading: Equatable {
    case lines, html
    /// Left as it is, for a reason.
    case none(String)
  }

  private let bytes: [UInt8]
  private let coding: JSONString

  private let selection: HTMLSelection

  /// A reader of strings of a document; `selection` says which elements of the HTML in them are text.
  init(_ bytes: [UInt8], _ selection: HTMLSelection) {
    self.bytes = bytes
    self.selection = selection
    coding = JSONString(writtenAs: bytes)
  }

  /// Adds the blocks of a string to an article.
  ///
  /// - Throws: ``Units/Malformed`` where there are more texts in it than any tool can show.
  func read(
    _ string: Range<Int>, type: String?, role: Role, syntax: String, into article: inout Article
  ) throws(Malformed) {
    guard let decoded = try? coding.decode(bytes[string]) else {
      return leaveOut(string, "half of a surrogate pair, which is no character", from: &article)
    }
    let map = decoded.map.shifted(by: string.lowerBound)
    do throws(Malformed) {
      switch Self.reading(type: type ?? Self.type(inKey: syntax), decoded.text) {
      case .none(let reason): leaveOut(string, reason, from: &article)
      case .html: add(try html(decoded.text), in: map, role, syntax, to: &article)
      case .lines: add(try PlainText().read(decoded.text), in: map, role, syntax, to: &article)
      }
    } catch {
      // The place in the decoded text is none in the file.
      throw Malformed(at: Offset(string.lowerBound), problem: error.problem, remedy: error.remedy)
    }
  }

  /// How a text of a media type is read; without one, by how the text begins.
  static func reading(type: String?, _ text: [UInt8]) -> Reading {
    let type = type?.lowercased() ?? ""
    if type.contains("html") || type.contains("richtext") { return .html }
    let start = text.drop { $0.isHTMLSpace }
    if type.contains("nitf") || type.contains("xml") || start.starts(with: "<?xml".utf8) {
      return .none("XML in a string, which is not read")
    }
    if start.starts(with: "{\\rtf".utf8) { return .none("RTF in a string, which is not read") }
    let isTag = start.first == UInt8(ascii: "<") && start.dropFirst().first?.isASCIILetter == true
    return type.isEmpty && isTag && text.last(where: { !$0.isHTMLSpace }) == UInt8(ascii: ">") ? .html : .lines
  }

  /// `body_xhtml`: the type that a key ends in.
  private static func type(inKey key: String) -> String? {
    guard let end = key.lastIndex(of: "_") else { return nil }
    let type = String(key[key.index(after: end)...])
    return type.contains("html") || type.contains("richtext") || type.contains("nitf") || type == "text" ? type : nil
  }

  private func html(_ text: [UInt8]) throws(Malformed) -> Article {
    var reader = HTMLReader(text, selection, isInArticle: true)
    try reader.read()
    return reader.article
  }

  private func leaveOut(_ range: Range<Int>, _ reason: String, from article: inout Article) {
    article.omissions.append(Omission(range: FileRange(bytes: range), reason: reason, isFurniture: false))
  }

  /// Takes over what was found in a text, its places mapped to the file.
  private func add(_ inner: Article, in map: OffsetMap, _ role: Role, _ syntax: String, to article: inout Article) {
    let inner = inner.moved(by: map, in: coding)
    for var block in inner.blocks {
      guard block.source.text.hasLetter else {
        if block.source.text.contains(where: \.isASCIIDigit) { article.omissions.append(.figures(block.raw)) }
        continue
      }
      if role != .paragraph {
        if block.role == .paragraph { block.role = role }
        if block.syntax == "line" { block.syntax = syntax }
      }
      article.blocks.append(block)
    }
    article.omissions += inner.omissions
  }
}

extension JSONString {
  /// As the strings of a document are written: in ASCII, or with `\/`, where they are.
  init(writtenAs bytes: [UInt8]) {
    var hasUnicodeEscape = false
    var hasOther = false
    var at = 0
    while at < bytes.count {
      if bytes[at] >= 0x80 { hasOther = true }
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
        at += 1
        if bytes[at] == UInt8(ascii: "/") { escapesSlash = true }
        // An escape of an ASCII character says nothing of the others.
        let isASCII = bytes[at...].dropFirst().starts(with: "00".utf8) && bytes[at...].dropFirst(3).first ?? 0x38 < 0x38
        if bytes[at] == UInt8(ascii: "u"), !isASCII { hasUnicodeEscape = true }
      }
      at += 1
    }
    isASCII = hasUnicodeEscape && !hasOther
  }
}
