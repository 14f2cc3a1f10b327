internal import Locales
internal import Units

/// The marks that quotations stand in: those of the language, in pairs, and one style in an article.
struct Quotes: Check {
  static let rule = Rule(
    "quotes", .warning, summary: "Quotation marks that are not the language's, or not in pairs.",
    examples: [
      Example("en", "“We are ready,” he said.", "ru", "«Мы готовы», — сказал он."),
      Example("en", "“We are ready,” he said.", "ru", "⟦\"⟧Мы готовы⟦\"⟧, — сказал он."),
      Example("en", "“We are ready,” he said.", "kk", "⟦“⟧Біз дайынбыз⟦”⟧, – деді ол."),
      Example("en", "“We are ready,” he said.", "ru", "«Мы готовы⟦“⟧, — сказал он."),
      Example("en", "“We are ready,” he said.", "ru", "Мы готовы⟦»⟧, — сказал он."),
      Example("en", "“We are ready,” he said.", "ru", "⟦«⟧Мы готовы, — сказал он."),
      Example("en", "The firm “Mill” said so.", "ru", "Сообщило ООО «Завод «Сталь»."),
      Example("en", "A 24\" screen.", "ru", "Экран 24\"."),
    ])

  /// The marks of a language: outer opening and closing, inner opening and closing.
  private struct Style: Sendable {
    var marks: [String]
    /// Marks that are taken as well, such as the typewriter's in English.
    var admitted: Set<String>

    init(_ locale: Locale) {
      marks = locale.strings("punctuation.quotes")
      admitted = Set(locale.strings("punctuation.quotes-admitted"))
    }
  }

  /// A mark in a text, and what it does there.
  private struct Mark {
    var text: String
    var range: Range<Int>
    var opens: Bool
  }

  private let styles = PerLocale { Style($0) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let style = styles[bitext.targetLocale]
    guard style.marks.count == 4 else { return }
    bitext.eachTranslation { unit, index, source, target in
      let marks = Self.marks(in: target.text)
      guard !marks.isEmpty else { return }
      let isWhole = unit.segments.count == 1 && Self.isWhole(marks, in: target.text, source.text)
      check(marks, style, isWhole: isWhole) { mark, message, fix, severity in
        report(Self.rule.finding(message, unit, index, mark.range, fix: fix, severity: severity))
      }
    }
  }

  /// Whether quotations open and close in this text, so that a mark without its other is wrong.
  ///
  /// One of several sentences opens in one and closes in another. The source tells by its marks; where it has none, or
  /// those that are apostrophes, too, only marks inside of the text are surely its own.
  private static func isWhole(_ marks: [Mark], in target: [UInt8], _ source: [UInt8]) -> Bool {
    let inSource = Self.marks(in: source).count
    if inSource > 0 { return inSource.isMultiple(of: 2) }
    guard let first = marks.first, let last = marks.last, !hasSingleMark(source), Letters.dash(source, 0) == 0 else {
      return false
    }
    return first.range.lowerBound > 0 && last.range.upperBound + 2 < target.count
  }

  /// Whether an apostrophe stands where no letter is before it, as one that opens a quotation does, or none after it.
  private static func hasSingleMark(_ text: [UInt8]) -> Bool {
    text.indices.contains { at in
      let length = text[at...].starts(with: [0xE2, 0x80, 0x98]) ? 3 : Letters.apostrophe(text, at)
      return length > 0 && !(Letters.precedes(text, at) && Letters.isLetter(text, at + length))
    }
  }

  /// Goes through the marks of a sentence with the open ones on a stack.
  private func check(
    _ marks: [Mark], _ style: Style, isWhole: Bool,
    _ report: (Mark, String, String?, Finding.Severity?) -> Void
  ) {
    var open: [Mark] = []
    // Pairs are only replaced where every mark has its other.
    let isBalanced = marks.count.isMultiple(of: 2) && marks.count { $0.opens } * 2 == marks.count
    for mark in marks {
      let depth = mark.opens ? open.count : max(0, open.count - 1)
      let wanted = style.marks[min(depth, 1) * 2 + (mark.opens ? 0 : 1)]
      let isOwn = style.marks.contains(mark.text) || style.admitted.contains(mark.text)
      if mark.opens {
        open.append(mark)
        // An inner pair may have the marks of an outer one.
        if !isOwn || depth == 0 && mark.text != wanted && !style.admitted.contains(mark.text) {
          report(mark, "\(mark.text) is not the language's mark here; \(wanted) is", isBalanced ? wanted : nil, .note)
        }
        continue
      }
      guard let opening = open.popLast() else {
        let severity: Finding.Severity? = Self.curved.contains(mark.text) ? .note : nil
        if isWhole, isOwn { report(mark, "\(mark.text) closes what was not opened", nil, severity) }
        continue
      }
      if Self.pairs[opening.text]?.contains(mark.text) == true {
        if opening.text != style.marks[0], opening.text != style.marks[2] || depth == 0,
          !style.admitted.contains(opening.text)
        {
          report(mark, "\(mark.text) is not the language's mark here; \(wanted) is", isBalanced ? wanted : nil, .note)
        }
      } else {
        // A curved mark that is turned the wrong way is a matter of type, another kind of mark of sense.
        let isTurned = Self.curved.contains(opening.text) && Self.curved.contains(mark.text)
        report(mark, "\(mark.text) closes what \(opening.text) opened", nil, isTurned ? .note : nil)
      }
    }
    // One mark may close an inner quotation together with the outer one; nothing closes the last mark of all.
    if isWhole, open.count == 1, let last = open.last, last.range == marks.last?.range {
      report(last, "\(last.text) is not closed", nil, Self.curved.contains(last.text) ? .note : nil)
    }
  }

  /// What closes a quotation that a mark opens, in any language.
  private static let pairs: [String: Set<String>] = [
    "«": ["»"], "»": ["«", "»"], "“": ["”"], "”": ["”"], "„": ["“", "”"], "\"": ["\""],
  ]

  private static let curved: Set<String> = ["“", "”", "„"]

  private static func marks(in text: [UInt8]) -> [Mark] {
    var marks: [Mark] = []
    var depth = 0
    var at = 0
    while at < text.count {
      let length = min(Letters.length(text, at), text.count - at)
      defer { at += length }
      // Most bytes begin no mark, which is soon said.
      guard text[at] == 0x22 || text[at] == 0xC2 || text[at] == 0xE2 else { continue }
      guard let name = name(text[at..<at + length]) else { continue }
      // Inches and seconds of arc.
      if name == "\"", Letters.isDigit(text, at - 1), depth == 0 { continue }
      let opens: Bool =
        switch name {
        case "«", "„": true
        case "»": false
        // “ opens in English and closes in German and Russian: what stands before it tells.
        default: startsWord(text, at) && !(name == "”")
        }
      depth = max(0, depth + (opens ? 1 : -1))
      marks.append(Mark(text: name, range: at..<at + length, opens: opens))
    }
    return marks
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
    switch Array(bytes) {
    case [0x22]: "\""
    case [0xC2, 0xAB]: "«"
    case [0xC2, 0xBB]: "»"
    case [0xE2, 0x80, 0x9C]: "“"
    case [0xE2, 0x80, 0x9D]: "”"
    case [0xE2, 0x80, 0x9E]: "„"
    default: nil
    }
  }

  /// Whether a space, an opening bracket or mark, or nothing stands before a place.
  private static func startsWord(_ text: [UInt8], _ at: Int) -> Bool {
    guard at > 0 else { return true }
    let before = String(decoding: text[..<at].suffix(4), as: UTF8.self).unicodeScalars.last
    return before.map { $0.properties.isWhitespace || "([{«„“\"'—–-/".unicodeScalars.contains($0) } ?? true
  }
}
