import Units

/// Text in Markdown: a backslash before what would otherwise be read as markup, and nowhere else.
struct MarkdownText: Coding {
  /// Whether a bar would end the cell of a table.
  var isInCell = false
  /// Whether number signs at the end would be taken for those that close a heading.
  var isHeading = false
  /// Whether a bracket would end the text of a link or an image.
  var isInLink = false
  /// Whether braces hold an expression (MDX).
  var hasExpressions = false
  /// Whether the text begins a line, so that `-` or `1.` would begin a list.
  var beginsLine = true
  /// The labels of the document's link definitions, in lower case.
  var labels: Set<[UInt8]> = []

  /// The coding of the text in a link's or an image's brackets.
  var inBrackets: MarkdownText {
    var coding = self
    coding.isInLink = true
    return coding
  }

  /// The coding of a block that begins at `raw`.
  func chain(at raw: Range<Int>, in bytes: [UInt8]) -> CodingChain {
    var before = raw.lowerBound
    while before > 0, bytes[before - 1].isBlank { before -= 1 }
    var coding = self
    let last = before > 0 ? bytes[before - 1] : 0x0A
    if isHeading { coding.beginsLine = last != UInt8(ascii: "#") }
    if isInCell { coding.beginsLine = last != UInt8(ascii: "|") }
    if isInLink { coding.beginsLine = false }
    return CodingChain([coding])
  }

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    Self.decode(raw)
  }

  /// The text with backslashes and character references read; unknown references stay as they are.
  static func decode(_ raw: ArraySlice<UInt8>) -> Decoded {
    var result = Decoded()
    let base = raw.startIndex
    var at = base
    while at < raw.endIndex {
      let byte = raw[at]
      var text: [UInt8]?
      var count = 1
      if byte == UInt8(ascii: "\\"), at + 1 < raw.endIndex, raw[at + 1].isASCIIPunctuation {
        text = [raw[at + 1]]
        count = 2
      } else if byte == UInt8(ascii: "&"), let length = MarkdownEntities.length(in: raw, at: at - base) {
        text = MarkdownEntities.text(of: raw[at..<at + length])
        count = text == nil ? 1 : length
      }
      if let text {
        result.map.append(.atom(text: result.text.count, textCount: text.count, raw: at - base, rawCount: count))
        result.text += text
      } else {
        result.map.append(.verbatim(text: result.text.count, raw: at - base, count: 1))
        result.text.append(byte)
      }
      at += count
    }
    return result
  }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] { encode(text, between: Neighbours()) }

  func encode(_ text: ArraySlice<UInt8>, between neighbours: Neighbours) -> [UInt8] {
    var escaper = MarkdownEscaper(coding: self, text: text, neighbours: neighbours)
    return escaper.escaped()
  }
}

/// The title of a link or an image, between its quotation marks.
struct MarkdownTitle: Coding {
  /// The byte that would end it.
  let closer: UInt8

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded { MarkdownText.decode(raw) }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for index in text.indices {
      let byte = text[index]
      let next = index + 1 < text.endIndex ? text[index + 1] : closer
      let isMarkup =
        byte == closer || (closer == UInt8(ascii: ")") && byte == UInt8(ascii: "("))
        || (byte == UInt8(ascii: "\\") && next.isASCIIPunctuation)
        || (byte == UInt8(ascii: "&") && MarkdownEntities.length(in: text, at: index - text.startIndex) != nil)
        || (byte == UInt8(ascii: "{") && [0x7B, 0x25].contains(next))
      if isMarkup { result.append(UInt8(ascii: "\\")) }
      result.append(byte.isLineEnd ? 0x20 : byte)
    }
    return result
  }
}
