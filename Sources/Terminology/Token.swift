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
  static func tokens(of text: [UInt8]) -> [Token] {
    var result: [Token] = []
    var letters: [Unicode.Scalar] = []
    var start = 0
    var end = 0
    var at = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      if scalar.isLetterOrDigit || (!letters.isEmpty && (scalar == "-" || scalar == "'" || scalar == "\u{2019}")) {
        if letters.isEmpty { start = at }
        letters.append(scalar)
        end = at + width
      } else if scalar != "\u{AD}", !letters.isEmpty {
        result.append(Token(letters, from: start, to: end))
        letters.removeAll(keepingCapacity: true)
      }
      at += width
    }
    if !letters.isEmpty { result.append(Token(letters, from: start, to: end)) }
    return result
  }
}

extension Token {
  /// A word without the joints at its end.
  fileprivate init(_ letters: [Unicode.Scalar], from start: Int, to end: Int) {
    let joints = letters.reversed().prefix { !$0.isLetterOrDigit }
    text = Array(letters.dropLast(joints.count))
    range = start..<(end - joints.reduce(0) { $0 + UTF8.width($1) })
  }
}
