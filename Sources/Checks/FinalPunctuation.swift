internal import Locales
internal import Units

/// The mark that ends a block: a full stop that was lost, or a question that is none any more.
struct FinalPunctuation: Check {
  static let rule = Rule(
    "final-punctuation", .warning, summary: "The source's last sentence ends in a mark, the target's in none.",
    examples: [
      Example("en", "The mine will open again.", "ru", "Шахта снова откроется."),
      Example("en", "The mine will open again.", "ru", "Шахта снова ⟦откроется⟧"),
      Example("en", "\u{201C}We are ready.\u{201D}", "ru", "«Мы готовы»."),
      Example("en", "It was said by Kazhydromet.", "ru", "Об этом сообщил «⟦Казгидромет⟧»"),
      Example("en", "Who will pay for it?", "kk", "Оған кім ақша ⟦төлейді⟧"),
      Example("en", "Steel from the U.S.", "ru", "Сталь из США"),
    ])

  /// The abbreviations of a language, without the full stop at their end.
  private let abbreviations = PerLocale { locale in
    let lists = [
      "never-ends", "not-before-number", "city-or-year", "year", "may-end", "ends-before-opener", "measures",
    ]
    return Set((lists + ["clock"]).flatMap { locale.strings("sentences.\($0)") }.map { $0.lowercased() })
  }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let abbreviations = abbreviations[bitext.sourceLocale]
    for unit in bitext.units where unit.isTranslatable {
      // Sentences may be joined or parted; a block ends as its source does.
      guard let last = unit.segments.lastIndex(where: { !$0.isIgnorable }), let target = unit.segments[last].target,
        Self.endsSentence(unit.segments[last].source.text, abbreviations), let word = Self.lastWord(target.text)
      else { continue }
      report(Self.rule.finding("the mark at the end is missing", unit, last, word))
    }
  }

  private static let marks = Set(".!?…。！？".unicodeScalars)
  private static let closers = Set("\"'»”’“)]*_".unicodeScalars)

  private static let closingMarks = closers.map { Array(String($0).utf8) }

  /// Whether a text ends in a mark that can't be that of an abbreviation.
  private static func endsSentence(_ text: [UInt8], _ abbreviations: Set<String>) -> Bool {
    // From the end on, as far as it is asked.
    let scalars = String(decoding: text.suffix(100), as: UTF8.self).unicodeScalars.reversed().drop {
      closers.contains($0) || $0.properties.isWhitespace
    }
    guard let mark = scalars.first, marks.contains(mark) else { return false }
    if mark != "." { return true }
    let word = Array(scalars.dropFirst().prefix { !$0.properties.isWhitespace })
    guard word.count > 1, word.allSatisfy({ $0.properties.isAlphabetic || $0 == "-" || ("0"..."9").contains($0) })
    else { return false }
    return !abbreviations.contains(String(String.UnicodeScalarView(word.reversed())).lowercased())
  }

  /// The word that a text ends in without any mark; nil where something else ends it.
  private static func lastWord(_ text: [UInt8]) -> Range<Int>? {
    var inner = Folding.trimmed(text)
    while let closer = closingMarks.first(where: { text[inner].suffix($0.count).elementsEqual($0) }) {
      inner = inner.lowerBound..<(inner.upperBound - closer.count)
    }
    guard Letters.precedes(text, inner.upperBound) else { return nil }
    var start = inner.upperBound
    while start > inner.lowerBound, Letters.precedes(text, start) {
      start -= 1
      while start > inner.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
    }
    return start..<inner.upperBound
  }
}
