/// The sign of a number.
extension NumberScanner {
  /// Whether a minus sign or a word stands before the digits at a place: a hyphen or dash is none behind a word or a
  /// number.
  func isNegative(_ start: Int) -> Bool {
    if writing.minus.match(text, before: start, endings: writing.endings) != nil { return true }
    let length = Letters.minus(text, before: start)
    guard length > 0 else { return false }
    let sign = start - length
    // +/-5 is both.
    if text[..<sign].suffix(2).elementsEqual("+/".utf8) { return false }
    if text[sign..<start].elementsEqual(Letters.minusSign) { return !endsQuantity(sign) }
    // At the beginning of a line a hyphen or a dash may well mark a list's item.
    guard sign > 0 else { return false }
    let space = Letters.space(text, before: sign)
    // 5 -7 is a range that somebody wrote carelessly.
    if space > 0 { return !Letters.isDigit(text, sign - space - 1) }
    return opens(sign)
  }

  /// Whether a digit, a letter, a percent or a degree sign ends at a place: what follows is subtracted, or a range's end.
  private func endsQuantity(_ end: Int) -> Bool {
    if Letters.isDigit(text, end - 1) || Letters.precedes(text, end) { return true }
    return text[..<end].last == UInt8(ascii: "%") || text[..<end].suffix(2).elementsEqual("°".utf8)
  }

  /// Whether what ends at a place opens something: a bracket, the second of two numbers, a quotation.
  private func opens(_ end: Int) -> Bool {
    let before = text[..<end]
    if before.last == UInt8(ascii: "(") || before.last == UInt8(ascii: "/") { return true }
    if before.suffix(3).elementsEqual("…".utf8) || before.suffix(2).elementsEqual("..".utf8) { return true }
    // The closing mark of a name is none: «Mega»-2.
    return ["«", "“", "„", "‘", "\""].contains { mark in
      guard before.suffix(mark.utf8.count).elementsEqual(mark.utf8) else { return false }
      let start = end - mark.utf8.count
      return start == 0 || Letters.space(text, before: start) > 0 || text[start - 1] == UInt8(ascii: "(")
    }
  }
}
