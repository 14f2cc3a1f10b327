internal import Locales
internal import Units

/// The line that says who made a picture, which a translation must keep.
struct CreditMissing: Check {
  static let rule = Rule(
    "credit-missing", .error, summary: "The target does not say who made the picture, as the source does.",
    examples: [
      Example("en", "Photo: press office of the mill", "ru", "Фото: пресс-служба комбината"),
      Example("en", "Photo: press office of the mill", "ru", "Комбинат", findsSegment: true),
      Example("en", "Photo: press office of the mill", "kk", "Фото:", findsSegment: true),
      Example("en", "Photos of the mill were shown to the workers.", "ru", "Рабочим показали снимки комбината."),
    ])

  private let labels = PerLocale { locale in
    let labels = locale.strings("roles.photo-credit")
    return (all: labels, withColon: labels.filter { $0.hasSuffix(":") })
  }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let source = labels[bitext.sourceLocale].withColon
    let target = labels[bitext.targetLocale].all
    guard !target.isEmpty else { return }
    bitext.eachTranslation { unit, index, sourceText, targetText in
      guard sourceText.text.count < 200, sourceText.text.contains(UInt8(ascii: ":")),
        Self.holder(sourceText.string, source) != nil
      else { return }
      guard Self.holder(targetText.string, target)?.isEmpty ?? true else { return }
      report(Self.rule.finding("the credit of the picture is missing", unit, index))
    }
  }

  /// What follows a label at the beginning, white space and marks left out; nil where no label stands there.
  private static func holder(_ text: String, _ labels: [String]) -> String? {
    let line = String(text.drop(while: \.isWhitespace))
    let lower = line.lowercased()
    guard let label = labels.first(where: { lower.hasPrefix($0) }) else { return nil }
    return String(line.dropFirst(label.count).filter { $0.isLetter || $0.isNumber })
  }
}
