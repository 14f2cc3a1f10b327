internal import Units

/// The end of a sentence that ICU does not propose: behind an emoticon, or before the next item of a list in a paragraph.
struct AddedEnd {
  /// Where the sentence ends, before any white space.
  let offset: Int
  /// What ends it.
  let rule: SentenceRule

  /// The first one whose closing bracket stands in `range`; nil where there is none.
  ///
  /// With `splitsItems`, «…; 2) …» are two sentences. The sentence begins at `sentence`.
  init?(_ text: borrowing Span<UInt8>, sentence: Int, in range: Range<Int>, splitsItems: Bool) {
    var at = range.lowerBound
    while let bracket = Self.bracket(text, from: at, to: range.upperBound) {
      if let end = Self.emoticonEnd(text, bracket, sentence) {
        (offset, rule) = (end, .emoticon)
        return
      }
      if splitsItems, let end = Self.itemEnd(text, before: bracket, sentence) {
        (offset, rule) = (end, .listItem)
        return
      }
      at = bracket + 1
    }
    return nil
  }

  /// Where an emoticon ends that has this bracket, a space before it and a capital behind it.
  private static func emoticonEnd(_ text: borrowing Span<UInt8>, _ bracket: Int, _ sentence: Int) -> Int? {
    var eyes = bracket - 1
    if eyes > sentence, text[eyes] == UInt8(ascii: "-") { eyes -= 1 }
    guard eyes > sentence, text[eyes] == UInt8(ascii: ":") || text[eyes] == UInt8(ascii: ";"),
      text.scalar(before: eyes).value.isSpaceInLine
    else { return nil }
    var end = bracket
    while end < text.count, text[end] == UInt8(ascii: ")") { end += 1 }
    guard end < text.count, text.scalar(at: end).value.isSpaceInLine else { return nil }
    let next = text.endOfSpace(from: end)
    return next < text.count && Continuation(text, from: next).first.isUpper ? end : nil
  }

  /// Where the item ends that stands before a label with this bracket, which is behind its semicolon.
  private static func itemEnd(_ text: borrowing Span<UInt8>, before bracket: Int, _ sentence: Int) -> Int? {
    guard bracket + 1 < text.count, text.scalar(at: bracket + 1).value.isSpaceInLine else { return nil }
    var label = bracket
    while label > sentence, bracket - label < 2, text[label - 1].isASCIIDigit { label -= 1 }
    if label == bracket, label > sentence {
      let (scalar, start) = text.scalar(before: label)
      if scalar.isLower { label = start }
    }
    guard label < bracket, label > sentence, text.scalar(before: label).value.isSpaceInLine else { return nil }
    let end = text.trimmedEnd(sentence, label)
    return end > sentence + 1 && text[end - 1] == UInt8(ascii: ";") ? end : nil
  }

  /// The first closing bracket from `start` on.
  private static func bracket(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
    let at = text.extracting(..<end).firstIndex(from: start) { $0.equal(to: UInt8(ascii: ")")) }
    return at < end ? at : nil
  }
}
