internal import Locales
internal import Units

/// Numbers that were left as the source's language writes them, where the target's readers take them for another.
struct NumberFormat: Check {
  static let rule = Rule(
    "number-format", .warning, summary: "A number is written as the source's language writes it.",
    examples: [
      Example("en", "The mine made 2,200 tons.", "ru", "Рудник добыл ⟦2,200⟧ тонны."),
      Example("en", "The mine made 2,200 tons.", "ru", "Рудник добыл 2200 тонн."),
      Example("en", "The mine made 12,500 tons.", "kk", "Кеніш ⟦12,500⟧ тонна өндірді."),
      Example("en", "Prices rose by 2.5%.", "kk", "Баға ⟦2.5⟧%-ға өсті."),
      Example("en", "Prices rose by 2.5%.", "kk", "Баға 2,5%-ға өсті."),
      Example("ru", "Цены выросли на 2,5%.", "en", "Prices rose by ⟦2,5⟧%."),
      // A version or a paragraph has the same marks in every language.
      Example("en", "Version 2.5 is out.", "ru", "Вышла версия 2.5."),
    ])

  private let writing = NumberWriting.ofLocales

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let (source, target) = (writing[bitext.sourceLocale], writing[bitext.targetLocale])
    guard source.decimalMark != target.decimalMark else { return }
    for unit in bitext.units where unit.isTranslatable {
      for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
        guard let text = segment.target?.text, text != segment.source.text, Self.hasMarkedNumber(text) else {
          continue
        }
        let numbers = NumberScanner.numbers(in: text, target).filter { $0.isDigits && Self.hasMark(text[$0.range]) }
        if numbers.isEmpty { continue }
        let wanted = NumberScanner.numbers(in: segment.source.text, source).map { segment.source.text[$0.range] }
        for number in numbers where wanted.contains(text[number.range]) {
          guard let right = Self.right(number, text[number.range], source, target) else { continue }
          let written = String(decoding: text[number.range], as: UTF8.self)
          let message = "\(written) is written as in the source; write \(right)"
          report(Self.rule.finding(message, unit, index, number.range, fix: right))
        }
      }
    }
  }

  /// Whether a mark stands between two digits, as in few texts: most need not be scanned for numbers once more.
  private static func hasMarkedNumber(_ text: [UInt8]) -> Bool {
    text.indices.contains { at in
      (text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",")) && Letters.isDigit(text, at - 1)
        && Letters.isDigit(text, at + 1)
    }
  }

  private static func hasMark(_ text: some Collection<UInt8>) -> Bool {
    text.contains(UInt8(ascii: ".")) || text.contains(UInt8(ascii: ","))
  }

  /// How the target's language writes digits that were copied; nil where they mean the same as they are.
  private static func right(
    _ number: Number, _ digits: ArraySlice<UInt8>, _ source: NumberWriting, _ target: NumberWriting
  ) -> String? {
    guard let meant = WrittenNumber(digits, source) else { return nil }
    if let read = WrittenNumber(digits, target) {
      return read.hasDigits(of: meant) ? nil : meant.text(target)
    }
    // Digits that are no number of the language may be a version, unless something is counted.
    return number.measure != nil || number.power > 0 ? meant.text(target) : nil
  }
}
