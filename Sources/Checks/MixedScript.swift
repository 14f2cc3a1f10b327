internal import Locales
internal import Units
internal import YAML

/// Words with a letter of another script that looks like the right one: they read well and are found by no search.
struct MixedScript: Check {
  static let rule = Rule(
    "mixed-script", .error, summary: "A word mixes Latin and Cyrillic letters that look alike.",
    examples: [
      Example("en", "It rains often.", "kk", "Жаңбыр ⟦жиi⟧ жауады."),
      Example("en", "It rains often.", "kk", "Жаңбыр жиі жауады."),
      Example("en", "We saw it on YouTube.", "kk", "Біз оны YouTubeтен көрдік."),
      Example("en", "The pH is low.", "kk", "⟦pН⟧ төмен."),
      Example("en", "It costs ten euros.", "ru", "Это стоит десять ⟦еypo⟧."),
      Example("en", "The COVID wave is over.", "ru", "Волна ⟦СOVID⟧ прошла."),
    ])

  /// The letters of the two scripts that look alike, in pairs.
  private struct LookAlikes: Sendable {
    /// Those that the language has; all where its alphabet is not known.
    var toCyrillic: [Unicode.Scalar: Unicode.Scalar] = [:]
    var toLatin: [Unicode.Scalar: Unicode.Scalar] = [:]
    /// The letters that may be one of several.
    var ambiguous: Set<Unicode.Scalar> = []
    /// Whether the language is written in Cyrillic letters.
    let isCyrillic: Bool

    init(_ locale: Locale) {
      let alphabet = Set((locale.string("names.letters.alphabet") ?? "").unicodeScalars)
      isCyrillic = alphabet.contains(where: MixedScript.isCyrillic)
      for (latin, cyrillic) in locale["scripts.lookalikes"]?.entries ?? [] {
        guard let from = latin.string?.unicodeScalars.first else { continue }
        for text in cyrillic.strings {
          guard let to = text.unicodeScalars.first else { continue }
          toLatin[to] = from
          let isOwn = !isCyrillic || to.properties.lowercaseMapping.unicodeScalars.allSatisfy(alphabet.contains)
          if !isOwn { continue }
          if toCyrillic[from] == nil { toCyrillic[from] = to } else { ambiguous.insert(from) }
        }
      }
    }
  }

  private let lookAlikes = PerLocale { LookAlikes($0) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let pairs = lookAlikes[bitext.targetLocale]
    for unit in bitext.units where unit.isTranslatable {
      for (index, segment) in unit.segments.enumerated() {
        guard let target = segment.target, !segment.isIgnorable else { continue }
        for word in Self.mixedWords(in: target.text) {
          let text = String(decoding: target.text[word], as: UTF8.self)
          let source = segment.source.string
          guard let right = Self.mended(text, pairs, source: source), !source.contains(text) else { continue }
          report(
            Finding(
              rule: Self.rule.name, severity: Self.rule.severity,
              message: "\(text) is written with \(Self.strangers(text, right)); it should be \(right) in one script",
              unit: unit.id, segment: index, inTarget: TextRange(bytes: word),
              fix: text.unicodeScalars.contains(where: pairs.ambiguous.contains)
                ? nil : .init(range: TextRange(bytes: word), replacement: right)))
        }
      }
    }
  }

  /// The words that have both a Latin and a Cyrillic letter.
  private static func mixedWords(in text: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    Letters.forEachWord(in: text) { word in
      var hasLatin = false
      var hasCyrillic = false
      for index in word {
        // The lead bytes of U+0400 to U+052F, and of the Latin letters below U+0300.
        if text[index] < 0x80 || (0xC3...0xCB).contains(text[index]) { hasLatin = true }
        if (0xD0...0xD4).contains(text[index]) { hasCyrillic = true }
      }
      if hasLatin, hasCyrillic { words.append(word) }
    }
    return words
  }

  /// The word in one script; nil where a letter has no look-alike, so that the mixture is meant (`YouTubeтен`).
  ///
  /// Of two ways the one that the source has, else that of the language, else the one that changes less.
  private static func mended(_ word: String, _ pairs: LookAlikes, source: String) -> String? {
    let cyrillic = word.unicodeScalars.count { isCyrillic($0) }
    let latin = word.unicodeScalars.count { $0.properties.isAlphabetic } - cyrillic
    let inCyrillic = replaced(word, pairs.toCyrillic) { isCyrillic($0) }
    let inLatin = replaced(word, pairs.toLatin) { !isCyrillic($0) }
    if let inLatin, source.contains(inLatin) { return inLatin }
    return cyrillic >= latin || pairs.isCyrillic ? inCyrillic ?? inLatin : inLatin ?? inCyrillic
  }

  private static func replaced(
    _ word: String, _ table: [Unicode.Scalar: Unicode.Scalar], keeping isKept: (Unicode.Scalar) -> Bool
  ) -> String? {
    var result = ""
    for scalar in word.unicodeScalars {
      if isKept(scalar) || !scalar.properties.isAlphabetic {
        result.unicodeScalars.append(scalar)
      } else {
        guard let other = table[scalar] else { return nil }
        result.unicodeScalars.append(other)
      }
    }
    return result
  }

  /// The letters that are replaced, with their script.
  private static func strangers(_ word: String, _ right: String) -> String {
    let changed = zip(word.unicodeScalars, right.unicodeScalars).filter { $0 != $1 }.map(\.0)
    let script = changed.first.map { isCyrillic($0) ? "Cyrillic" : "Latin" } ?? ""
    var letters: [String] = []
    for scalar in changed where !letters.contains(String(scalar)) { letters.append(String(scalar)) }
    return "\(script) \(letters.joined(separator: ", "))"
  }

  private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x400..<0x530).contains(scalar.value) }
}
