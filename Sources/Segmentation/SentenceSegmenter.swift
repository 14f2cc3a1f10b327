public import ICU
public import Locales

/// Finds the sentences of a text by ICU's breaks and a locale's words.
///
/// One segmenter serves any number of threads.
public struct SentenceSegmenter: Sendable {
  /// A place where ICU would end a sentence, and what became of it.
  public struct Decision: Hashable, Sendable {
    /// The offset in bytes, behind the terminator and its quotation marks, before any white space.
    public let offset: Int
    /// Whether a sentence ends there.
    public let isEnd: Bool
    /// Why, or why not.
    public let rule: SentenceRule
  }

  /// How many units of a text ICU is shown at once, or a few more.
  package static let excerptSize = 1 << 15

  private let rules: SentenceRules
  private let words: SentenceWords

  /// A segmenter with a locale's lists; a locale without any has Unicode's rules only.
  ///
  /// - Throws: ``ICU/ICUError`` where ICU does not work.
  public init(locale: Locale) throws(ICUError) {
    rules = try SentenceRules.compiled()
    words = SentenceWords(locale)
  }

  /// The sentences as ranges of bytes, without the white space between them and around them.
  public func sentences(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    forEachSentence(in: text.span) { range, _ in ranges.append(range) }
    return ranges
  }

  /// Calls `body` with each sentence of UTF-8 text, as a range of bytes without white space around it, and the rule that
  /// ended it.
  public func forEachSentence(in text: borrowing Span<UInt8>, _ body: (Range<Int>, SentenceRule) -> Void) {
    forEachDecision(in: text) { start, decision in
      if decision.isEnd { body(start..<decision.offset, decision.rule) }
    }
  }

  /// Every place that could have been the end of a sentence, with the rule that decided.
  public func decisions(in text: [UInt8]) -> [Decision] {
    var decisions: [Decision] = []
    forEachDecision(in: text.span) { decisions.append($1) }
    return decisions
  }

  private func forEachDecision(in text: borrowing Span<UInt8>, _ body: (Int, Decision) -> Void) {
    var pass = Pass(words, start: text.endOfSpace(from: 0))
    var last = 0
    do {
      try rules.forEachBreak(in: text, byExcerptsOf: Self.excerptSize) { proposed in
        last = proposed
        pass.weigh(text, proposed, body)
      }
    } catch {
      // ICU takes no 2 GiB of full stops; they stay one sentence.
    }
    if last < text.count { pass.weigh(text, text.count, body) }
  }

  /// The state of one walk over a text.
  private struct Pass {
    private var judge: BreakJudge
    private let splitsItems: Bool
    /// Where the sentence begins.
    private var start: Int
    /// How far ends that ICU does not propose were looked for.
    private var searched = 0

    init(_ words: SentenceWords, start: Int) {
      judge = BreakJudge(words: words)
      splitsItems = words.listItemsStandApart
      self.start = start
    }

    mutating func weigh(_ text: borrowing Span<UInt8>, _ proposed: Int, _ body: (Int, Decision) -> Void) {
      let end = text.trimmedEnd(start, proposed)
      guard end > start else {
        if proposed > start { start = text.endOfSpace(from: proposed) }
        return
      }
      if end == proposed, let opening = openingEllipsis(text, before: proposed) {
        return weigh(text, opening, body)
      }
      while let added = AddedEnd(
        text, sentence: start, in: min(max(start, searched), end)..<end, splitsItems: splitsItems), added.offset < end
      {
        body(start, Decision(offset: added.offset, isEnd: true, rule: added.rule))
        start = text.endOfSpace(from: added.offset)
      }
      searched = end
      let (isEnd, rule) = judge.judge(text, sentence: start, end: end, proposed: proposed)
      body(start, Decision(offset: end, isEnd: isEnd, rule: rule))
      if isEnd { start = text.endOfSpace(from: proposed) }
    }

    /// Where an ellipsis begins that opens a sentence behind another one's end (`. …And`): ICU sees one run of
    /// terminators there and proposes a break behind it.
    private func openingEllipsis(_ text: borrowing Span<UInt8>, before proposed: Int) -> Int? {
      guard proposed < text.count, proposed - start > 4 else { return nil }
      let isEllipsis = text.scalar(before: proposed).value == 0x2026
      let opening = proposed - 3
      guard isEllipsis || (opening..<proposed).allSatisfy({ text[$0] == 0x2E }),
        text.scalar(before: opening).value.isSpace, text.scalar(at: proposed).value.isUpper
      else { return nil }
      let end = text.trimmedEnd(start, opening)
      guard end > start else { return nil }
      let last = text.scalar(before: end).value
      return last.isTerminator || last.isClose ? opening : nil
    }
  }
}

extension Span<UInt8> {
  /// Where the white space that begins at `start` ends; there where none does.
  func endOfSpace(from start: Int) -> Int {
    var at = start
    while at < count {
      let (scalar, next) = scalar(at: at)
      guard scalar.isSpace else {
        // A mark that stands on a space keeps it.
        let isMark = scalar >= 0x300 && at > start && CharacterFacts.extendsGrapheme(scalar)
        return isMark ? self.scalar(before: at).start : at
      }
      at = next
    }
    return at
  }

  /// Where what stands between `start` and `end` ends without white space.
  func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var at = end
    while at > start {
      let (scalar, before) = scalar(before: at)
      guard scalar.isSpace else { break }
      at = before
    }
    return at
  }
}
