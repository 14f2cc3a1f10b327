internal import Units

/// Words of the source that were left standing inside of a translation in another script.
struct PartlyUntranslated: Check {
  static let rule = Rule(
    "partly-untranslated", .warning, summary: "A part of the source stands untranslated in the target.",
    examples: [
      Example(
        "en", "The plant will reopen in May after a long repair.", "ru", "Завод откроется в мае ⟦after a long repair⟧."),
      Example("en", "The plant will reopen in May.", "ru", "Завод откроется в мае."),
      Example("en", "He sang Let it be in the park.", "kk", "Ол саябақта «Let it be» әнін айтты."),
    ])

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    bitext.eachTranslation { unit, index, source, target in
      guard Self.mostlyLatin(source.text), !Self.mostlyLatin(target.text) else { return }
      var run: [Range<Int>] = []
      var known: Set<[UInt8]>?
      func end() {
        defer { run = [] }
        guard let first = run.first, let last = run.last, run.count >= 3 else { return }
        // Titles of songs and names of firms are written so, too; a sentence has more small words than they.
        guard run.count(where: { target.text[$0.lowerBound] >= 97 }) * 2 > run.count + 1 else { return }
        let isQuoted = Self.isQuoted(target.text, first.lowerBound..<last.upperBound)
        if !isQuoted { report(Self.rule.finding("not translated", unit, index, first.lowerBound..<last.upperBound)) }
      }
      for word in Words(target.text) {
        guard target.text[word].allSatisfy({ $0 < 0x80 && !(48..<58).contains($0) }) else {
          end()
          continue
        }
        let words = known ?? Set(Words(source.text).map { Array(source.text[$0]) })
        known = words
        // An address or a name of a file is one word to people.
        if let last = run.last, last.upperBound + 1 != word.lowerBound || target.text[last.upperBound] != 0x20 { end() }
        if words.contains(Array(target.text[word])) { run.append(word) } else { end() }
      }
      end()
    }
  }

  /// Whether a quotation mark or a bracket opens right before a stretch: what is quoted is meant as it is.
  private static func isQuoted(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0 else { return false }
    let before = String(decoding: text[..<range.lowerBound].suffix(3), as: UTF8.self)
    return before.last.map { "«“„\"(['‘".contains($0) } ?? false
  }

  private static func mostlyLatin(_ text: [UInt8]) -> Bool {
    text.count { ($0 | 0x20) &- 97 < 26 } * 2 > text.count { ($0 | 0x20) &- 97 < 26 || $0 >= 0xC3 }
  }
}
