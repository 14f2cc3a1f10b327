import ICU
public import Units

/// Finds the sentences of a text by the rules of an SRX document.
///
/// At each place the first rule that fits, in the order of the document, decides. One segmenter serves any number of
/// threads.
public struct SRXSegmenter: Sendable {
  private let rules: [SRXDocument.Rule]
  private let expressions: RegularExpressions
  private let lines: LineIndex

  /// A segmenter by the rules for a language.
  ///
  /// - Throws: ``Units/Malformed`` where a pattern is no regular expression of ICU's; the place is one in the document.
  public init(_ document: SRXDocument, language: LanguageTag) throws(Malformed) {
    rules = try document.rules(for: language)
    lines = document.lines
    do {
      expressions = try RegularExpressions(rules.map { "(?:\($0.before.text))(?=\($0.after.text))" })
    } catch {
      throw Self.malformed(rules[error.index], error)
    }
  }

  /// The segments as ranges of bytes without the white space around them, and the place of the rule that ended each one,
  /// `LINE:COLUMN` in the document.
  ///
  /// - Throws: ``SRXError`` where a rule takes too much time or memory for this text.
  public func segments(in text: [UInt8]) throws(SRXError) -> [(range: Range<Int>, rule: String)] {
    // The index of the first rule that fits, for each place that one fits at.
    var deciding: [Int: Int] = [:]
    do {
      try expressions.forEachMatch(in: text.span) { index, range in
        if deciding[range.upperBound] == nil { deciding[range.upperBound] = index }
      }
    } catch {
      throw SRXError(place: place(of: rules[error.index]), name: error.name)
    }
    var segments: [(range: Range<Int>, rule: String)] = []
    var start = 0
    for (end, index) in deciding.sorted(by: { $0.key < $1.key }) where rules[index].isBreak && end < text.count {
      append(text, start..<end, place(of: rules[index]), to: &segments)
      start = end
    }
    append(text, start..<text.count, SentenceRule.endOfText.rawValue, to: &segments)
    return segments
  }

  private func append(
    _ text: [UInt8], _ range: Range<Int>, _ rule: String, to segments: inout [(range: Range<Int>, rule: String)]
  ) {
    let trimmed = Folding.trimmed(Array(text[range]))
    let range = range.lowerBound + trimmed.lowerBound..<range.lowerBound + trimmed.upperBound
    if !range.isEmpty { segments.append((range, rule)) }
  }

  private func place(of rule: SRXDocument.Rule) -> String {
    let position = lines.position(of: Offset(rule.offset))
    return "\(position.line):\(position.column)"
  }

  /// Whether a pattern matches a language's code whole.
  static func matches(_ pattern: SRXDocument.Pattern, _ code: String) throws(Malformed) -> Bool {
    do {
      var found = false
      let code = Array(code.utf8)
      let expression = try RegularExpressions(["^(?:\(pattern.text))$"])
      try expression.forEachMatch(in: code.span) { _, range in
        if range == code.indices { found = true }
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
