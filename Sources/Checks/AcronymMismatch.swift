internal import Units

/// A Latin abbreviation whose letters are not quite the source's: MPW for MWP.
struct AcronymMismatch: Check {
  static let rule = Rule(
    "acronym-mismatch", .error, summary: "An abbreviation has other letters than the source's.",
    examples: [
      Example("en", "The MWPs voted.", "ru", "Депутаты (⟦MPW⟧) проголосовали."),
      Example("en", "The MWPs voted.", "ru", "Депутаты (MWP) проголосовали."),
      Example("en", "The IAEA agreed.", "kk", "⟦IEAA⟧-нің келісімі бар."),
      Example("en", "The WHO agreed.", "ru", "ВОЗ согласилась."),
      Example("en", "The EBRD agreed.", "ru", "Банк (EBRD) согласился с NATO."),
    ])

  var rules: [Rule] { [Self.rule] }

  /// The acronyms of a unit together, as one may move to the sentence before.
  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    for unit in bitext.units where unit.isTranslatable {
      var found: [(segment: Int, range: Range<Int>, letters: ArraySlice<UInt8>)] = []
      for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
        guard let target = segment.target?.text else { continue }
        found += Self.acronyms(in: target).map { (index, $0, target[$0]) }
      }
      if found.isEmpty { continue }
      let wanted = unit.segments.flatMap { segment in
        Self.acronyms(in: segment.source.text).map { segment.source.text[$0] }
      }
      let missing = wanted.filter { letters in !found.contains { $0.letters == letters } }
      for place in found where !wanted.contains(place.letters) {
        guard let meant = missing.first(where: { Self.isSlip(place.letters, of: $0) }) else { continue }
        let (here, there) = (String(decoding: place.letters, as: UTF8.self), String(decoding: meant, as: UTF8.self))
        report(
          Self.rule.finding(
            "\(here) stands where the source has \(there)", unit, place.segment, place.range, fix: there))
      }
    }
  }

  /// Three capital Latin letters or more that are a word, without the s of the plural or the ending of another script.
  private static func acronyms(in text: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var at = 0
    while at < text.count {
      guard text[at] &- 65 < 26 else {
        at += 1
        continue
      }
      var end = at
      while end < text.count, text[end] &- 65 < 26 { end += 1 }
      let rest = end < text.count && text[end] == UInt8(ascii: "s") ? end + 1 : end
      let goesOn = rest < text.count && (text[rest] | 0x20) &- 97 < 26 || Letters.isDigit(text, rest)
      if end - at >= 3, !goesOn, !Letters.precedes(text, at), !Letters.isDigit(text, at - 1) { result.append(at..<end) }
      at = max(rest, Letters.wordEnd(text, at))
    }
    return result
  }

  /// Whether letters changed places, or one is another.
  private static func isSlip(_ letters: ArraySlice<UInt8>, of meant: ArraySlice<UInt8>) -> Bool {
    guard letters.count == meant.count else { return false }
    return zip(letters, meant).count { $0 != $1 } == 1 || letters.sorted() == meant.sorted()
  }
}
