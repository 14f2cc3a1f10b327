internal import Locales
internal import Units

/// A source that denies something, with a target that denies nothing: worth a look, and off by default.
struct NegationLost: Check {
  static let rule = Rule(
    "negation-lost", .note, activation: .onRequest, summary: "The source has a negation and the target has none.",
    examples: [
      Example("en", "The mine did not open.", "ru", "Шахта открылась.", findsSegment: true),
      Example("en", "The mine did not open.", "ru", "Шахта не открылась."),
      Example("en", "The mine didn’t open.", "kk", "Шахта ашылмады."),
      Example("en", "The mine didn’t open.", "kk", "Шахта ашылды.", findsSegment: true),
    ])

  private let negations = PerLocale { Negation($0) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let (source, target) = (negations[bitext.sourceLocale], negations[bitext.targetLocale])
    guard !source.words.isEmpty, !target.words.isEmpty else { return }
    bitext.eachTranslation { unit, index, sourceText, targetText in
      guard source.isIn(sourceText.text), !target.isIn(targetText.text) else { return }
      report(Self.rule.finding("the source denies something, the target nothing", unit, index))
    }
  }
}
