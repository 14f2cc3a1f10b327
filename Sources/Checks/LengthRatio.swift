internal import Locales
internal import Units

/// A target far shorter or longer than translations into its language are: a part was left out, or added.
struct LengthRatio: Check {
  static let rule = Rule(
    "length-ratio", .warning, summary: "The target is far shorter or longer than its source lets expect.",
    examples: [
      Example(
        "en", "The ministry said the plant would reopen in May after a repair that took almost two years to finish.",
        "ru", "Завод откроется в мае.", findsSegment: true),
      Example(
        "en", "The ministry said the plant would reopen in May after a repair that took almost two years to finish.",
        "ru", "По данным министерства, завод откроется в мае после ремонта, который шёл почти два года."),
      Example("en", "It rained.", "ru", "Дождь."),
    ])

  private let lengths = PerLocale { $0.relativeLength }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let expected = lengths[bitext.targetLocale] / lengths[bitext.sourceLocale]
    // Sentences of a block may be joined or parted, so a block is measured as a whole.
    for unit in bitext.units where unit.isTranslatable {
      var (source, target) = (0, 0)
      var worst: (segment: Int, ratio: Double)?
      for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
        guard let text = segment.target?.text, !text.isEmpty else { continue }
        let lengths = (segment.source.text.scalarCount, text.scalarCount)
        source += lengths.0
        target += lengths.1
        let ratio = Double(lengths.1) / Double(max(1, lengths.0))
        if worst.map({ ratio < $0.ratio }) ?? true { worst = (index, ratio) }
      }
      guard source >= 60, let worst else { continue }
      let ratio = Double(target) / (Double(source) * expected)
      guard ratio < 0.4 || ratio > 3 else { continue }
      let percent = Int((ratio * 100).rounded())
      report(Self.rule.finding("the target has \(percent) % of the length that is usual", unit, worst.segment))
    }
  }
}
