internal import Locales
internal import Units

/// A hyphen between two spaces, where the language has a dash.
struct Dashes: Check {
  static let rule = Rule(
    "dashes", .note, summary: "A hyphen stands between spaces where the language has a dash.",
    examples: [
      Example("en", "Steel is our pride.", "ru", "Сталь⟦ - ⟧наша гордость."),
      Example("en", "Steel is our pride.", "ru", "Сталь — наша гордость."),
      Example("en", "They won 5-3.", "ru", "Они выиграли 5 - 3."),
      Example("en", "A well-known mill.", "kk", "Белгілі – зауыт."),
    ])

  private let dashes = PerLocale { $0.string("punctuation.dash") }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    guard let dash = dashes[bitext.targetLocale] else { return }
    bitext.eachTranslation { unit, index, source, target in
      let text = target.text
      var at = 1
      while at + 1 < text.count {
        defer { at += 1 }
        guard text[at] == 0x2D, text[at - 1] == 0x20, text[at + 1] == 0x20, at > 1 else { continue }
        let isBetweenDigits = Letters.isDigit(text, at - 2) && Letters.isDigit(text, at + 2)
        if isBetweenDigits { continue }
        report(Self.rule.finding("a dash is meant: \(dash)", unit, index, at - 1..<at + 2, fix: " \(dash) "))
      }
    }
  }
}
