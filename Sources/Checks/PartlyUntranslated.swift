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
      guard Self.mostlyLatin(source.text), Self.hasOtherScript(target.text) else { return }
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
        if let last = run.last, !Self.goesOn(target.text[last.upperBound..<word.lowerBound]) { end() }
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

  /// Whether one text goes on behind what stands between two words; an address or a name of a file is one word to people.
  private static func goesOn(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.count <= 3 && gap.contains(0x20) && gap.allSatisfy { " ,;:'\"-".utf8.contains($0) }
  }

  /// Whether some letters are neither Latin nor marks that Latin texts have: bytes of Greek and all that follows it.
  private static func hasOtherScript(_ text: [UInt8]) -> Bool {
    text.count { (0xCE..<0xE2).contains($0) || (0xE3..<0xF0).contains($0) } >= 4
  }

  private static func mostlyLatin(_ text: [UInt8]) -> Bool {
    text.count { ($0 | 0x20) &- 97 < 26 } * 2 > text.count { ($0 | 0x20) &- 97 < 26 || $0 >= 0xC3 }
  }
}
