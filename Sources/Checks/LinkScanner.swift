/// Finds links, e-mail addresses and handles in plain text.
enum LinkScanner {
  /// The end of what stands at `start` up to white space.
  static func tokenEnd(_ text: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < text.count, text[at] != 0x0A, text[at] != 0x0D, text[at] != 0x09, Letters.space(text, at) == 0 {
      at += 1
    }
    return at
  }

  /// The links, addresses and handles of a text, in order.
  static func links(in text: [UInt8]) -> [Range<Int>] {
    guard text.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "w") })
    else { return [] }
    var result: [Range<Int>] = []
    var at = 0
    while at < text.count {
      let end = tokenEnd(text, at)
      if let link = link(in: text, at..<end) { result.append(link) }
      at = max(end, at) + 1
    }
    return result
  }

  /// The link in a stretch without white space, without the punctuation around it; nil where it isn't one.
  static func link(in text: [UInt8], _ token: Range<Int>) -> Range<Int>? {
    guard let start = start(in: text, token) else { return nil }
    var end = start
    // What is not ASCII belongs to no address as it is written in a text: a quotation mark, a dash, an ending.
    while end < token.upperBound, text[end] > 0x20, text[end] < 0x7F, !#""<>"#.utf8.contains(text[end]) { end += 1 }
    while end > start, ".,;:!?)]'*_".utf8.contains(text[end - 1]) { end -= 1 }
    return end - start >= 3 ? start..<end : nil
  }

  /// Whether a letter stands outside links, e-mail addresses, handles and markup.
  static func hasWords(_ text: [UInt8]) -> Bool {
    var at = 0
    var end = 0
    while at < text.count {
      if let tag = tagEnd(text, at) {
        at = tag
        continue
      }
      if at >= end {
        end = tokenEnd(text, at)
        if link(in: text, at..<end) != nil {
          at = end
          continue
        }
      }
      if Letters.isLetter(text, at) { return true }
      at += Letters.length(text, at)
    }
    return false
  }

  /// The end of a tag at `start`: `<br/>`, `</div>`; nil where none stands there.
  private static func tagEnd(_ text: [UInt8], _ start: Int) -> Int? {
    guard text[start] == UInt8(ascii: "<"), start + 1 < text.count else { return nil }
    guard text[start + 1] == UInt8(ascii: "/") || (text[start + 1] | 0x20) &- 97 < 26 else { return nil }
    return text[start...].prefix(512).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private static func start(in text: [UInt8], _ token: Range<Int>) -> Int? {
    for at in token {
      if text[at] == UInt8(ascii: "h") || text[at] == UInt8(ascii: "w") {
        let rest = text[at..<token.upperBound]
        let isWordStart = at == token.lowerBound || !Letters.precedes(text, at) && !Letters.isDigit(text, at - 1)
        if isWordStart,
          rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) || rest.starts(with: "www.".utf8)
        {
          return at
        }
      }
      guard text[at] == UInt8(ascii: "@"), at + 1 < token.upperBound, isAddress(text[at + 1]) else { continue }
      var start = at
      while start > token.lowerBound, isAddress(text[start - 1]) || text[start - 1] == UInt8(ascii: ".") { start -= 1 }
      return start
    }
    return nil
  }

  private static func isAddress(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }
}
