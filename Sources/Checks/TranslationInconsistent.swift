internal import Units

/// The same sentence translated in two ways within an article.
struct TranslationInconsistent: Check {
  static let rule = Rule(
    "translation-inconsistent", .warning, summary: "The same source is translated differently elsewhere.",
    examples: [
      Example(
        "en", "Read the whole report here.‖Read the whole report here.", "ru",
        "Весь отчёт читайте здесь.‖⟦Полный доклад по ссылке.⟧"),
      Example(
        "en", "Read the whole report here.‖Read the whole report here.", "ru",
        "Весь отчёт читайте здесь.‖Весь отчёт читайте здесь."),
      Example("en", "Yes, yes.‖Yes, yes.", "ru", "Да, да.‖Да уж."),
    ])

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    var first: [[UInt8]: (name: String, target: [UInt8])] = [:]
    bitext.eachTranslation { unit, index, source, target in
      // A word or two mean what stands around them.
      guard Words(source.text).prefix(4).count(where: { _ in true }) == 4 else { return }
      let key = Array(source.text[Folding.trimmed(source.text)])
      guard let known = first[key] else {
        first[key] = (unit.name(ofSegment: index), target.text)
        return
      }
      guard !Folding.equal(known.target, target.text) else { return }
      let message = "\(known.name) has the same source and another translation"
      report(Self.rule.finding(message, unit, index, Folding.trimmed(target.text)))
    }
  }
}
