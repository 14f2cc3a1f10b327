/// What finds the sentences of texts in a language: our own rules, or a newsroom's.
public enum Segmenter: Sendable {
  /// ICU's breaks by our own rules and the words of the locale.
  case locale(SentenceSegmenter)
  /// The rules of an SRX document.
  case srx(SRXSegmenter)

  /// The sentences as ranges of bytes, without the white space between them and around them.
  ///
  /// - Throws: ``SRXError`` where a rule of an SRX document takes too much time or memory.
  public func sentences(in text: [UInt8]) throws(SRXError) -> [Range<Int>] {
    switch self {
    case .locale(let segmenter): segmenter.sentences(in: text)
    case .srx(let segmenter): try segmenter.segments(in: text).map(\.range)
    }
  }

  /// The sentences, each with what ended it: the name of a ``SentenceRule``, or the place of a rule in the document.
  ///
  /// - Throws: ``SRXError`` where a rule of an SRX document takes too much time or memory.
  public func explained(_ text: [UInt8]) throws(SRXError) -> [(range: Range<Int>, rule: String)] {
    switch self {
    case .locale(let segmenter): segmenter.explained(text).map { ($0.range, $0.rule.rawValue) }
    case .srx(let segmenter): try segmenter.segments(in: text)
    }
  }

  /// Whether a line feed ends a sentence in any case, so that lines may be segmented together.
  public var breaksAtLineFeeds: Bool {
    switch self {
    case .locale: true
    case .srx: false
    }
  }
}
