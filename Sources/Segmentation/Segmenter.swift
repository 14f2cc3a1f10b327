/// What finds the sentences of texts in a language: our own rules, or a newsroom's.
public enum Segmenter: Sendable {
  /// ICU's breaks by our own rules and the words of the locale.
  case locale(SentenceSegmenter)
  /// The rules of an SRX document.
  case srx(SRXSegmenter)

  /// What ended a sentence.
  public enum Ending: CustomStringConvertible, Sendable {
    /// A rule of ours.
    case rule(SentenceRule)
    /// The rule of an SRX document at `LINE:COLUMN`.
    case place(String)

    /// The rule's name or place.
    public var description: String {
      switch self {
      case .rule(let rule): rule.rawValue
      case .place(let place): place
      }
    }
  }

  /// The sentences as ranges of bytes, without the white space between them and around them.
  ///
  /// - Throws: ``SRXError`` where a rule of an SRX document takes too much time or memory.
  public func sentences(in text: [UInt8]) throws(SRXError) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    try forEachSentence(in: text.span) { range, _ in sentences.append(range) }
    return sentences
  }

  /// Calls `body` with each sentence of UTF-8 text, as a range of bytes without white space around it, and what ended it.
  ///
  /// - Throws: ``SRXError`` where a rule of an SRX document takes too much time or memory.
  public func forEachSentence(
    in text: borrowing Span<UInt8>, _ body: (Range<Int>, Ending) -> Void
  ) throws(SRXError) {
    switch self {
    case .locale(let segmenter): segmenter.forEachSentence(in: text) { body($0, .rule($1)) }
    case .srx(let segmenter): try segmenter.forEachSegment(in: text, body)
    }
  }

  /// Calls `body` with each sentence of UTF-8 text whose lines are paragraphs.
  ///
  /// - Throws: ``SRXError`` where a rule of an SRX document takes too much time or memory.
  public func forEachSentence(
    inLines text: borrowing Span<UInt8>, _ body: (Range<Int>, Ending) -> Void
  ) throws(SRXError) {
    switch self {
    case .locale: try forEachSentence(in: text, body)  // A line feed ends a sentence in any case.
    case .srx:
      var start = 0
      while start < text.count {
        var end = start
        while end < text.count, text[end] != 0x0A { end += 1 }
        try forEachSentence(in: text.extracting(start..<end)) { range, ending in
          body(start + range.lowerBound..<start + range.upperBound, ending)
        }
        start = end + 1
      }
    }
  }
}
