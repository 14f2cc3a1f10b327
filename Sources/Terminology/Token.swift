/// A word of a text.
struct Token {
  var range: Range<Int>
  var text: [Unicode.Scalar]

  /// The words that hyphens join in it.
  var hyphenated: [Token] {
    guard text.contains("-") else { return [self] }
    var result: [Token] = []
    var at = range.lowerBound
    for part in text.split(separator: "-", omittingEmptySubsequences: false) {
      let width = part.reduce(0) { $0 + UTF8.width($1) }
      if !part.isEmpty { result.append(Token(range: at..<(at + width), text: Array(part))) }
      at += width + 1
    }
    return result
  }

  /// The words of a text: letters and digits, with single hyphens and apostrophes inside them.
  static func tokens(of text: [UInt8]) -> [Token] { WordPlaces(text).map { Token(text, $0) } }
}

extension Token {
  /// The word at a place of a text, without the soft hyphens in it.
  init(_ text: [UInt8], _ place: WordPlaces.Place) {
    range = place.range
    self.text = []
    self.text.reserveCapacity(text[range].count { $0 & 0xC0 != 0x80 })
    var at = range.lowerBound
    while at < range.upperBound {
      let letter = text.scalar(at: &at)
      if letter != "\u{AD}" { self.text.append(letter) }
    }
  }
}
