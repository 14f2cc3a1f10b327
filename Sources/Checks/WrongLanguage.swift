internal import Locales
internal import Units
internal import YAML

/// Translations that are in another language of the same script: the Russian one, pasted into the Kazakh file.
struct WrongLanguage: Check {
  static let rule = Rule(
    "wrong-language", .error, summary: "A translation is in another language that has the same script.",
    examples: [
      Example("en", "The bridge opens in May.", "kk", "Мост через реку откроется в мае.", findsSegment: true),
      Example("en", "The bridge opens in May.", "kk", "Өзен үстіндегі көпір биыл мамырда ашылады."),
      Example("en", "The bridge opens in May.", "ru", "Өзен үстіндегі көпір биыл мамырда ашылады.", findsSegment: true),
      Example("en", "The paper “Temir Zhol” wrote.", "ru", "Об этом пишет газета «Темір жол» в своём номере."),
      // Short texts and names tell nothing.
      Example("en", "Moscow.", "kk", "Москва."),
    ])

  /// What tells a language's texts from those of others.
  private struct Recognition: Sendable {
    let letters: Set<Unicode.Scalar>
    let within: Int
    let never: Set<Unicode.Scalar>

    init(_ locale: Locale) {
      letters = Self.bothCases(locale.string("recognition.letters"))
      within = locale["recognition.within"]?.int ?? 0
      never = Self.bothCases(locale.string("recognition.never"))
    }

    private static func bothCases(_ letters: String?) -> Set<Unicode.Scalar> {
      Set(((letters ?? "") + (letters ?? "").uppercased()).unicodeScalars)
    }

    /// Why a text is none of the language's; nil where it may be one.
    func objection(to text: [UInt8]) -> String? {
      var (count, hasOwn) = (0, letters.isEmpty)
      var (words, strange) = (0, 0)
      var (isInWord, isStrange) = (false, false)
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        guard Self.isLetterBeyondASCII(scalar) else {
          (isInWord, isStrange) = (false, false)
          continue
        }
        count += 1
        words += isInWord ? 0 : 1
        isInWord = true
        hasOwn = hasOwn || letters.contains(scalar)
        if !isStrange, never.contains(scalar) {
          isStrange = true
          strange += 1
        }
      }
      if !hasOwn, count >= within { return "none of the language's letters \(Self.list(letters)) in it" }
      // A name of a paper may be quoted as it is; a text has more words around it.
      return strange >= 3 && strange * 3 >= words ? "letters of another language in \(strange) of \(words) words" : nil
    }

    /// Whether a scalar is a letter, of those beyond ASCII; what is no mark there is taken for one.
    private static func isLetterBeyondASCII(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value >= 0xC0 && !(0x2000..<0x2C00).contains(scalar.value)
    }

    private static func list(_ letters: Set<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(letters.filter(\.properties.isLowercase).sorted { $0.value < $1.value }))
    }
  }

  private let recognitions = PerLocale { Recognition($0) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let recognition = recognitions[bitext.targetLocale]
    guard !recognition.letters.isEmpty || !recognition.never.isEmpty else { return }
    bitext.eachTranslation { unit, index, source, target in
      // What was left as it is, another rule names.
      guard target.text != source.text, let objection = recognition.objection(to: target.text) else { return }
      report(Self.rule.finding("not in \(bitext.targetLocale.tag): \(objection)", unit, index))
    }
  }
}
