internal import Locales
internal import Units
internal import YAML

/// Translations that are in another language of the same script: the Russian one, pasted into the Kazakh file.
struct WrongLanguage: Check {
  static let rule = Rule(
    "wrong-language", .error, summary: "A translation is in another language that has the same script.",
    examples: [
      Example(
        "en", "The bridge opens in May.", "kk", "Мост через главную реку города откроется в мае.", findsSegment: true),
      Example("en", "The bridge opens in May.", "kk", "Өзен үстіндегі көпір биыл мамырда ашылады."),
      Example("en", "The bridge opens in May.", "ru", "Өзен үстіндегі көпір биыл мамырда ашылады.", findsSegment: true),
      Example("en", "The paper “Iron Way” wrote.", "ru", "Пишет газета «Темір жол туралы жаңа сөз»."),
      Example("en", "It was dark when they came.", "kk", "Түнде барлығы далада болды, деп хабарлады."),
      // Short texts and names tell nothing.
      Example("en", "Moscow.", "kk", "Москва."),
    ])

  /// What tells a language's texts from those of others.
  private struct Recognition: Sendable {
    let letters: Set<Unicode.Scalar>
    let within: Int
    let never: Set<Unicode.Scalar>

    init(_ locale: Locale) {
      let small = locale.string("recognition.letters") ?? ""
      letters = Set((small + small.uppercased()).unicodeScalars)
      within = locale["recognition.within"]?.int ?? 0
      never = Set((locale.string("recognition.never") ?? "").unicodeScalars)
    }

    /// Why a text is none of the language's, and whether that is sure; nil where it may be one.
    ///
    /// Names are in any language: that a word with a capital has no such letter tells nothing, nor does what is strange
    /// in a quoted name.
    func objection(to text: [UInt8]) -> (reason: String, isSure: Bool)? {
      var (count, hasOwn) = (0, letters.isEmpty || within == 0)
      var (words, strange) = (0, 0)
      for word in Words(text) {
        let isName = Letters.beginsWithCapital(text, word)
        var isStrange = false
        for scalar in String(decoding: text[word], as: UTF8.self).unicodeScalars where !scalar.isASCII {
          count += isName ? 0 : 1
          hasOwn = hasOwn || letters.contains(scalar)
          isStrange = isStrange || never.contains(scalar)
        }
        if isName { continue }
        words += 1
        if isStrange, !QuotedName.contains(word, in: text) { strange += 1 }
      }
      if !hasOwn, count >= within {
        return ("none of the language's letters \(Self.list(letters)) in it", count >= within * 2)
      }
      guard strange >= 2, strange * 3 >= words else { return nil }
      return ("letters of another language in \(strange) of its words", true)
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
      guard target.text != source.text, let (reason, isSure) = recognition.objection(to: target.text) else { return }
      let message = "not in \(bitext.targetLocale.tag): \(reason)"
      report(Self.rule.finding(message, unit, index, severity: isSure ? nil : .warning))
    }
  }
}
