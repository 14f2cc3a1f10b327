internal import Locales
internal import Units

/// A source that denies something, with a target that denies nothing: worth a look, and off by default.
struct NegationLost: Check {
  static let rule = Rule(
    "negation-lost", .note, isOnByDefault: false, summary: "The source has a negation and the target has none.",
    examples: [
      Example("en", "The mine did not open.", "ru", "Шахта открылась.", findsSegment: true),
      Example("en", "The mine did not open.", "ru", "Шахта не открылась."),
      Example("en", "The mine didn’t open.", "kk", "Шахта ашылмады."),
      Example("en", "The mine didn’t open.", "kk", "Шахта ашылды.", findsSegment: true),
    ])

  private struct Negation: Sendable {
    var words: Set<String>
    var prefixes: [[UInt8]]
    var parts: [[UInt8]]

    init(_ locale: Locale) {
      words = Set(locale.strings("negation.words"))
      prefixes = locale.strings("negation.prefixes").map { Array($0.utf8) }
      parts = locale.strings("negation.parts").map { Array($0.utf8) }
    }

    func isIn(_ text: [UInt8]) -> Bool {
      let lower = Array(String(decoding: text, as: UTF8.self).lowercased().replacing("’", with: "'").utf8)
      return Words(lower).contains { range in
        let word = lower[range]
        if words.contains(String(decoding: word, as: UTF8.self)) { return true }
        return prefixes.contains { word.starts(with: $0) }
          || parts.contains { part in
            word.count > part.count && word.indices.dropFirst().contains { word[$0...].starts(with: part) }
          }
      }
    }
  }

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
