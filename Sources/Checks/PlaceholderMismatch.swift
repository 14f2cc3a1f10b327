internal import Units

/// Placeholders that a program fills in: `{name}`, `{{ name }}`, `${name}`, `%s`, `%1$d`.
struct PlaceholderMismatch: Check {
  static let rule = Rule(
    "placeholder-mismatch", .error, summary: "A placeholder of the source is missing or changed in the target.",
    examples: [
      Example("en", "Read {count} comments", "ru", "Читать {count} комментариев"),
      Example("en", "Read {count} comments", "ru", "Читать ⟦{счёт}⟧ комментариев"),
      Example("en", "Sent by %s", "kk", "Жіберген", findsSegment: true),
      Example("en", "Some 40 %d of it", "ru", "Около 40 % этого"),
    ])

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    for unit in bitext.units where unit.isTranslatable {
      var missing: [(segment: Int, text: String)] = []
      var extra: [(segment: Int, text: String, range: Range<Int>)] = []
      for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
        guard let target = segment.target, !target.text.isEmpty else { continue }
        missing += Self.placeholders(segment.source.text).map { (index, Self.text($0, segment.source.text)) }
        extra += Self.placeholders(target.text).map { (index, Self.text($0, target.text), $0) }
      }
      guard !missing.isEmpty else { continue }
      missing.removeAll { placed in
        guard let index = extra.firstIndex(where: { $0.text == placed.text }) else { return false }
        extra.remove(at: index)
        return true
      }
      for (segment, text) in missing {
        guard let index = extra.firstIndex(where: { $0.segment == segment }) else {
          report(Self.rule.finding("\(text) is missing", unit, segment))
          continue
        }
        let other = extra.remove(at: index)
        let message = "\(other.text) stands where the source has \(text)"
        report(Self.rule.finding(message, unit, segment, other.range, fix: text))
      }
    }
  }

  private static func text(_ range: Range<Int>, _ text: [UInt8]) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private static func placeholders(_ text: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var at = 0
    while at < text.count {
      let end =
        text[at] == UInt8(ascii: "{") ? braces(text, at) : text[at] == UInt8(ascii: "%") ? percent(text, at) : nil
      if let end {
        let isShell = at > 0 && text[at - 1] == UInt8(ascii: "$")
        result.append((isShell ? at - 1 : at)..<end)
      }
      at = end ?? at + 1
    }
    return result
  }

  /// The end of `{name}` or `{{ name }}`; nil where no single name stands in the braces.
  private static func braces(_ text: [UInt8], _ start: Int) -> Int? {
    let depth = start + 1 < text.count && text[start + 1] == UInt8(ascii: "{") ? 2 : 1
    var at = start + depth
    let limit = min(text.count, start + 64)
    while at < limit, text[at] != UInt8(ascii: "}"), text[at] != UInt8(ascii: "{"), text[at] != 0x0A { at += 1 }
    guard at > start + depth, at + depth <= text.count, text[at..<at + depth].allSatisfy({ $0 == UInt8(ascii: "}") })
    else { return nil }
    return at + depth
  }

  /// The end of `%s`, `%d`, `%@`, `%1$s`; a percentage is none.
  private static func percent(_ text: [UInt8], _ start: Int) -> Int? {
    if start > 0,
      Letters.isDigit(text, start - 1)
        || Letters.space(text, start - 1) > 0 && start > 1
          && Letters.isDigit(text, start - 2)
    {
      return nil
    }
    var at = Letters.digitsEnd(text, start + 1)
    if at > start + 1 {
      guard at < text.count, text[at] == UInt8(ascii: "$") else { return nil }
      at += 1
    }
    guard at < text.count, "sdif@".utf8.contains(text[at]), Letters.endsWord(text, at + 1) else { return nil }
    return at + 1
  }
}
