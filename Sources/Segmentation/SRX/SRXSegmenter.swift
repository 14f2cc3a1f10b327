import ICU
public import Units

/// Finds the sentences of a text by the rules of an SRX document.
///
/// At each place the first rule that fits, in the order of the document, decides. One segmenter serves any number of
/// threads.
public struct SRXSegmenter: Sendable {
  private let rules: [SRXDocument.Rule]
  private let expressions: RegularExpressions
  /// `LINE:COLUMN` of each rule in the document.
  private let places: [String]

  /// A segmenter by the rules for a language.
  ///
  /// - Throws: ``Units/Malformed`` where a pattern is no regular expression of ICU's; the place is one in the document.
  public init(_ document: SRXDocument, language: LanguageTag) throws(Malformed) {
    rules = try document.rules(for: language)
    places = rules.map {
      let position = document.lines.position(of: Offset($0.offset))
      return "\(position.line):\(position.column)"
    }
    do {
      expressions = try RegularExpressions(rules.map { "(?:\($0.before.text))(?=\($0.after.text))" })
    } catch {
      throw Self.malformed(rules[error.index], error)
    }
  }

  /// Calls `body` with each segment of UTF-8 text, as a range of bytes without white space around it, and the place of
  /// the rule that ended it.
  ///
  /// - Throws: ``SRXError`` where a rule takes too much time or memory for this text.
  public func forEachSegment(
    in text: borrowing Span<UInt8>, _ body: (Range<Int>, Segmenter.Ending) -> Void
  ) throws(SRXError) {
    var walk = Walk()
    do {
      try expressions.forEachMatch(in: text, byWindowsOf: Self.windowSize) { rule, range in
        walk.matches.append(range.upperBound * rules.count + rule)
      } endWindow: { end in
        for match in walk.takeMatches(before: end * rules.count) {
          let (offset, rule) = match.quotientAndRemainder(dividingBy: rules.count)
          // Of the rules that fit at a place the first decides.
          guard offset != walk.last, offset < text.count else { continue }
          walk.last = offset
          guard rules[rule].isBreak else { continue }
          pass(text, walk.start..<offset, .place(places[rule]), to: body)
          walk.start = offset
        }
      }
    } catch {
      throw SRXError(place: places[error.index], name: error.name)
    }
    pass(text, walk.start..<text.count, .rule(.endOfText), to: body)
  }

  /// How much of a text is matched at once, in bytes, so that few matches are kept.
  private static let windowSize = 1 << 16

  /// How far the segments of a text are found.
  private struct Walk {
    /// Where the segment begins.
    var start = 0
    /// Where a rule decided last.
    var last = -1
    /// The places that rules fit at, and at each the rules in their order: offset × number of rules + index.
    var matches: [Int] = []

    /// Those below a number, in order; what is found later comes behind them.
    mutating func takeMatches(before end: Int) -> [Int] {
      matches.sort()
      let count = matches.firstIndex { $0 >= end } ?? matches.count
      defer { matches.removeFirst(count) }
      return Array(matches[..<count])
    }
  }

  private func pass(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ ending: Segmenter.Ending,
    to body: (Range<Int>, Segmenter.Ending) -> Void
  ) {
    let start = text.endOfSpace(from: range.lowerBound)
    let end = text.trimmedEnd(range.lowerBound, range.upperBound)
    if start < end { body(start..<end, ending) }
  }

  /// Whether a pattern matches a language's code whole.
  static func matches(_ pattern: SRXDocument.Pattern, _ code: String) throws(Malformed) -> Bool {
    do {
      var found = false
      let code = Array(code.utf8)
      let expression = try RegularExpressions(["^(?:\(pattern.text))$"])
      try expression.forEachMatch(in: code.span, byWindowsOf: code.count + 1) { _, range in
        if range == code.indices { found = true }
      } endWindow: { _ in
      }
      return found
    } catch {
      throw malformed(pattern, error.name)
    }
  }

  /// Which half of a rule is wrong.
  private static func malformed(_ rule: SRXDocument.Rule, _ error: RegularExpressions.PatternError) -> Malformed {
    for pattern in [rule.before, rule.after] {
      do { _ = try RegularExpressions(["(?:\(pattern.text))"]) } catch { return malformed(pattern, error.name) }
    }
    return malformed(.init(text: rule.before.text + rule.after.text, offset: rule.offset), error.name)
  }

  private static func malformed(_ pattern: SRXDocument.Pattern, _ name: String) -> Malformed {
    Malformed(
      at: Offset(pattern.offset ?? 0), problem: "\"\(pattern.text)\" is no regular expression of ICU's (\(name))",
      remedy: "mend the pattern")
  }
}

/// A rule of an SRX document that could not be tried on a text.
public struct SRXError: Error, CustomStringConvertible, Sendable {
  /// `LINE:COLUMN` of the rule in its document.
  public let place: String
  /// ICU's name of the error: `U_REGEX_TIME_OUT`.
  public let name: String

  /// What failed, and what to do.
  public var description: String {
    "the SRX rule at \(place) takes too much time or memory (\(name)); simplify its pattern"
  }
}
