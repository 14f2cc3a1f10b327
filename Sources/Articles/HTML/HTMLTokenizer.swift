/// Cuts HTML into tokens that are byte ranges, by the tokenization rules of the WHATWG standard.
///
/// Every byte belongs to exactly one token, in order; any bytes are taken, in linear time. Nothing is decoded. The
/// states that a tree builder switches (`<title>`, `<script>`) are switched by the caller, with ``enter(_:named:)``.
struct HTMLTokenizer {
  /// What a token is.
  enum Kind: Hashable {
    case text, startTag, endTag, comment, doctype
    /// `<![CDATA[…]]>`, in SVG and MathML only.
    case characterData
    /// Bytes that the standard drops: `</>`, and a tag that the file ends in.
    case dropped
  }

  /// A stretch of the document.
  struct Token: Hashable {
    var kind: Kind
    /// All bytes of the token.
    var range: Range<Int>
    /// The name of a tag, the text of a comment; the whole token otherwise.
    var name: Range<Int>
    /// Whether a tag ends in `/>`.
    var isSelfClosing = false
  }

  /// An attribute of the last tag.
  struct Attribute: Hashable {
    var name: Range<Int>
    /// The value without its quotation marks; empty where there is none.
    var value: Range<Int>
    /// The quotation mark; nil where there is none.
    var quote: UInt8?
  }

  /// How text is read, from the last start tag on.
  enum Mode: Hashable {
    case data
    /// References are decoded, tags are text: `<title>`, `<textarea>`.
    case escapableText
    /// Nothing is decoded: `<style>`, `<iframe>`.
    case rawText
    case script
    case plainText
  }

  let bytes: [UInt8]
  /// Where the next token begins.
  var at: Int
  /// The attributes of the last tag, in order.
  private(set) var attributes: [Attribute] = []
  /// Whether the next token stands in SVG or MathML, where CDATA sections exist.
  var isForeign = false
  private var mode = Mode.data
  /// The element that ends the mode, in lower case.
  private var modeName: [UInt8] = []

  /// A tokenizer that begins after a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads text in another way until the end tag of `name`.
  mutating func enter(_ mode: Mode, named name: [UInt8]) {
    self.mode = mode
    modeName = name
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    guard at < bytes.count else { return nil }
    let start = at
    switch mode {
    case .data: break
    case .plainText: at = bytes.count
    case .script: at = scriptEnd(from: at)
    case .escapableText, .rawText: at = endTag(from: at) ?? bytes.count
    }
    if mode != .plainText { mode = .data }
    if at > start { return Token(kind: .text, range: start..<at, name: start..<at) }
    if bytes[at] == UInt8(ascii: "<"), let token = markup() { return token }
    at += 1
    while at < bytes.count, !(bytes[at] == UInt8(ascii: "<") && beginsMarkup(at)) { at += 1 }
    return Token(kind: .text, range: start..<at, name: start..<at)
  }

  /// The byte at an offset; 0 behind the end.
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private func beginsMarkup(_ open: Int) -> Bool {
    switch byte(open + 1) {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): true
    case UInt8(ascii: "/"): open + 2 < bytes.count
    case let next: next.isASCIILetter
    }
  }

  /// The token of markup that begins at `at`; nil where `<` is text.
  private mutating func markup() -> Token? {
    guard beginsMarkup(at) else { return nil }
    switch byte(at + 1) {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"): return bogusComment(from: at + 1)
    case UInt8(ascii: "/"):
      if byte(at + 2).isASCIILetter { return tag(.endTag, name: at + 2) }
      if byte(at + 2) == UInt8(ascii: ">") {
        defer { at += 3 }
        return Token(kind: .dropped, range: at..<at + 3, name: at..<at + 3)
      }
      return bogusComment(from: at + 2)
    default: return tag(.startTag, name: at + 1)
    }
  }

  private mutating func declaration() -> Token {
    let start = at
    if byte(at + 2) == UInt8(ascii: "-"), byte(at + 3) == UInt8(ascii: "-") { return comment() }
    if matches("doctype", at: at + 2) {
      at = bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
      return Token(kind: .doctype, range: start..<at, name: start..<at)
    }
    if isForeign, bytes[(at + 2)...].starts(with: "[CDATA[".utf8) {
      let content = at + 9
      at = content
      while at < bytes.count, !bytes[at...].starts(with: "]]>".utf8) { at += 1 }
      let end = at
      at = min(at + 3, bytes.count)
      return Token(kind: .characterData, range: start..<at, name: content..<end)
    }
    return bogusComment(from: at + 2)
  }

  private mutating func bogusComment(from content: Int) -> Token {
    let start = at
    let end = bytes[content...].firstIndex(of: UInt8(ascii: ">"))
    at = end.map { $0 + 1 } ?? bytes.count
    return Token(kind: .comment, range: start..<at, name: content..<(end ?? bytes.count))
  }

  private mutating func comment() -> Token {
    let start = at
    let content = at + 4
    // `<!-->` and `<!--->` are comments without text.
    let dash = byte(content) == UInt8(ascii: "-") ? 1 : 0
    if byte(content + dash) == UInt8(ascii: ">") {
      at = content + dash + 1
      return Token(kind: .comment, range: start..<at, name: content..<content)
    }
    var end = content
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "-"), byte(end + 1) == UInt8(ascii: "-") {
        let bang = byte(end + 2) == UInt8(ascii: "!") ? 1 : 0
        if byte(end + 2 + bang) == UInt8(ascii: ">") {
          at = end + 3 + bang
          return Token(kind: .comment, range: start..<at, name: content..<end)
        }
      }
      end += 1
    }
    at = bytes.count
    // What may have been the beginning of the end is no text of the comment.
    for tail in ["--!", "--", "-"] where bytes[content...].suffix(tail.utf8.count).elementsEqual(tail.utf8) {
      end -= tail.utf8.count
      break
    }
    return Token(kind: .comment, range: start..<at, name: content..<end)
  }

  private mutating func tag(_ kind: Kind, name: Int) -> Token {
    let start = at
    attributes.removeAll(keepingCapacity: true)
    var end = name
    while end < bytes.count, !bytes[end].endsTagName { end += 1 }
    at = end
    let isSelfClosing = readAttributes()
    guard let isSelfClosing else {
      at = bytes.count
      return Token(kind: .dropped, range: start..<at, name: name..<end)
    }
    return Token(kind: kind, range: start..<at, name: name..<end, isSelfClosing: isSelfClosing)
  }

  /// Reads up to the end of the tag and says whether it is self-closing; nil where the file ends before.
  private mutating func readAttributes() -> Bool? {
    while at < bytes.count {
      let first = bytes[at]
      if first.isHTMLSpace {
        at += 1
      } else if first == UInt8(ascii: ">") {
        at += 1
        return false
      } else if first == UInt8(ascii: "/") {
        at += 1
        if byte(at) == UInt8(ascii: ">"), at < bytes.count {
          at += 1
          return true
        }
      } else {
        readAttribute()
      }
    }
    return nil
  }

  private mutating func readAttribute() {
    let start = at
    // An equals sign at the very start belongs to the name.
    at += 1
    while at < bytes.count, !bytes[at].endsTagName, bytes[at] != UInt8(ascii: "=") { at += 1 }
    let name = start..<at
    var sign = at
    while sign < bytes.count, bytes[sign].isHTMLSpace { sign += 1 }
    guard byte(sign) == UInt8(ascii: "=") else {
      attributes.append(Attribute(name: name, value: at..<at))
      return
    }
    at = sign + 1
    while at < bytes.count, bytes[at].isHTMLSpace { at += 1 }
    let quote = byte(at)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let value = at + 1
      at = value
      while at < bytes.count, bytes[at] != quote { at += 1 }
      attributes.append(Attribute(name: name, value: value..<at, quote: quote))
      at += 1
    } else {
      let value = at
      while at < bytes.count, !bytes[at].isHTMLSpace, bytes[at] != UInt8(ascii: ">") { at += 1 }
      attributes.append(Attribute(name: name, value: value..<at))
    }
  }

  /// Whether an ASCII word in lower case stands at an offset, in any case.
  func matches(_ word: String, at offset: Int) -> Bool {
    var at = offset
    for byte in word.utf8 {
      guard at < bytes.count, bytes[at].asciiLowercased == byte else { return false }
      at += 1
    }
    return true
  }

  /// Where the end tag that ends the mode begins.
  private func endTag(from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), isEndTag(at) { return at }
      at += 1
    }
    return nil
  }

  private func isEndTag(_ open: Int) -> Bool {
    let name = open + 2
    guard byte(open + 1) == UInt8(ascii: "/"), name + modeName.count < bytes.count, !modeName.isEmpty else {
      return false
    }
    for index in modeName.indices where bytes[name + index].asciiLowercased != modeName[index] { return false }
    return bytes[name + modeName.count].endsTagName
  }

  /// Where the end tag of a script begins: not inside of `<!-- <script> … </script> -->`.
  private func scriptEnd(from start: Int) -> Int {
    var at = start
    var isEscaped = false
    var isDoubleEscaped = false
    // Dashes in a row just before `at`, within an escape.
    var dashes = 0
    while at < bytes.count {
      let current = bytes[at]
      if current == UInt8(ascii: "<") {
        dashes = 0
        if !isDoubleEscaped, isEndTag(at) { return at }
        if !isEscaped, bytes[at...].starts(with: "<!--".utf8) {
          isEscaped = true
          dashes = 2
          at += 4
          continue
        }
        if isEscaped {
          let slash = byte(at + 1) == UInt8(ascii: "/") ? 1 : 0
          let after = at + 7 + slash
          if isDoubleEscaped == (slash == 1), matches("script", at: at + 1 + slash), after < bytes.count,
            bytes[after].endsTagName
          {
            isDoubleEscaped.toggle()
            at = after
            // The byte behind the name is read as one of the script's.
            continue
          }
        }
      } else if isEscaped, current == UInt8(ascii: "-") {
        dashes += 1
      } else {
        if isEscaped, current == UInt8(ascii: ">"), dashes >= 2 {
          isEscaped = false
          isDoubleEscaped = false
        }
        dashes = 0
      }
      at += 1
    }
    return bytes.count
  }
}

extension UInt8 {
  /// White space as HTML has it: tab, line feed, form feed, carriage return, space.
  var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }

  /// Whether the name of a tag or an attribute ends in front of this byte.
  var endsTagName: Bool { isHTMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }

  /// A to Z, a to z.
  var isASCIILetter: Bool { (self | 0x20) &- 97 < 26 }

  /// A to Z in lower case; any other byte as it is.
  var asciiLowercased: UInt8 { self &- 65 < 26 ? self | 0x20 : self }
}
