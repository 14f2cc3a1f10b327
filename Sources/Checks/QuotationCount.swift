internal import Units

/// Somebody's own words that are marked as such in the source and nowhere in the target.
struct QuotationCount: Check {
  static let rule = Rule(
    "quotation-count", .warning, summary: "The source quotes somebody; the target has no quotation.",
    examples: [
      Example(
        "en", "“We will open the mine again in spring,” he said.", "ru", "Он сказал, что шахта откроется весной.",
        findsSegment: true),
      Example(
        "en", "“We will open the mine again in spring,” he said.", "ru", "«Весной шахта откроется», — сказал он."),
      Example(
        "en", "“We will open the mine again in spring,” he said.", "ru", "— Весной шахта откроется, — сказал он."),
      Example("en", "The “green” mine will open.", "ru", "Откроется зелёная шахта."),
    ])

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    for unit in bitext.units where unit.isTranslatable {
      var quoting: Int?
      var isQuoted = false
      for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
        guard let target = segment.target?.text, !target.isEmpty else { continue }
        if quoting == nil, Self.quotesSentence(segment.source.text) { quoting = index }
        isQuoted = isQuoted || Self.hasMark(target)
      }
      if let quoting, !isQuoted { report(Self.rule.finding("the quotation is not marked as one", unit, quoting)) }
    }
  }

  /// Whether five words or more stand between two quotation marks: fewer are a title, or somebody's ironic word.
  private static func quotesSentence(_ text: [UInt8]) -> Bool {
    var start: Int?
    for at in text.indices {
      let length = mark(text, at)
      guard length > 0 else { continue }
      if let open = start {
        if Words(Array(text[open..<at])).prefix(5).count(where: { _ in true }) == 5 { return true }
        start = nil
      } else {
        start = at + length
      }
    }
    return false
  }

  /// Whether a quotation mark of any kind stands in a text, or a dash that opens direct speech.
  private static func hasMark(_ text: [UInt8]) -> Bool {
    text.indices.contains { at in
      switch text[at] {
      case 0x22, 0x27, 0x60: true
      // « and »
      case 0xC2: at + 1 < text.count && (text[at + 1] == 0xAB || text[at + 1] == 0xBB)
      // Dashes, “ and its like, ‹ and ›; 「 and its like
      case 0xE2: at + 2 < text.count && text[at + 1] == 0x80 && Self.generalMarks.contains(text[at + 2])
      case 0xE3: at + 2 < text.count && text[at + 1] == 0x80 && (0x8C...0x8F).contains(text[at + 2])
      case 0x2D: at > 0 && at + 1 < text.count && text[at - 1] == 0x20 && text[at + 1] == 0x20
      default: false
      }
    }
  }

  /// The last bytes of – — ‘ ’ ‚ “ ” „ ‹ ›.
  private static let generalMarks: Set<UInt8> = [0x93, 0x94, 0x98, 0x99, 0x9A, 0x9C, 0x9D, 0x9E, 0xB9, 0xBA]

  /// The length of a double quotation mark at a place; 0 where there is none.
  private static func mark(_ text: [UInt8], _ at: Int) -> Int {
    if text[at] == 0x22 { return 1 }
    if text[at] == 0xC2, at + 1 < text.count, text[at + 1] == 0xAB || text[at + 1] == 0xBB { return 2 }
    if text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x80, (0x9C...0x9E).contains(text[at + 2]) { return 3 }
    return 0
  }
}
