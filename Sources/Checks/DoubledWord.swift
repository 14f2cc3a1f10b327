internal import Locales
internal import Units

/// A word that stands twice in a row, as it does when a sentence is reworded in haste.
struct DoubledWord: Check {
  static let rule = Rule(
    "doubled-word", .warning, summary: "A word stands twice in a row.",
    examples: [
      Example("en", "Talks went on in Astana.", "ru", "Переговоры продолжились в⟦ в⟧ Астане."),
      Example("en", "Talks went on in Astana.", "ru", "Переговоры продолжились в Астане."),
      Example("en", "Talks went on.", "kk", "Келіссөздер жалғасты⟦ жалғасты⟧."),
      Example("en", "Duran Duran played.", "ru", "Дюран Дюран выступили."),
    ])

  private let repeatable = PerLocale { Set($0.strings("spelling.repeatable")) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let repeatable = repeatable[bitext.targetLocale]
    for unit in bitext.units where unit.isTranslatable {
      for (index, segment) in unit.segments.enumerated() {
        guard let target = segment.target?.text, !segment.isIgnorable else { continue }
        let doubled = Self.doubled(in: target)
        // What the source says twice, the target may say twice too.
        if doubled.isEmpty || !Self.doubled(in: segment.source.text).isEmpty { continue }
        for (word, second) in doubled {
          let text = String(decoding: target[word], as: UTF8.self)
          if repeatable.contains(text.lowercased()) { continue }
          report(
            Finding(
              rule: Self.rule.name, severity: Self.rule.severity, message: "\(text) stands twice in a row",
              unit: unit.id, segment: index, inTarget: TextRange(bytes: second),
              fix: .init(range: TextRange(bytes: second), replacement: "")))
        }
      }
    }
  }

  /// Each word that its like follows after a space, and the range of that space and the second one.
  private static func doubled(in text: [UInt8]) -> [(word: Range<Int>, second: Range<Int>)] {
    var result: [(Range<Int>, Range<Int>)] = []
    var previous: Range<Int>?
    var at = 0
    while at < text.count {
      guard Letters.isLetter(text, at) else {
        if Letters.space(text, at) == 0 { previous = nil }
        at += Letters.length(text, at)
        continue
      }
      let end = max(Letters.wordEnd(text, at), at + 1)
      // A hyphen or an apostrophe goes on with the word: бір бір-бірін, the the's.
      let goesOn = Letters.dash(text, end) > 0 || Letters.apostrophe(text, end) > 0 || Letters.isDigit(text, end)
      if let previous, !goesOn, text[previous].elementsEqual(text[at..<end]) {
        result.append((previous, previous.upperBound..<end))
      }
      previous = goesOn ? nil : at..<end
      at = end
    }
    return result
  }
}
