internal import Locales
internal import Units
internal import YAML

/// The unit or currency beside a number that both texts have.
struct UnitNumberMismatch: Sendable {
  static let rule = Rule(
    "unit-number-mismatch", .error, summary: "The number is the source's, its unit or currency is another.",
    examples: [
      Example("en", "The wind reached 85 mph.", "ru", "Ветер достигал ⟦85⟧ км/ч."),
      Example("en", "The wind reached 85 mph.", "ru", "Ветер достигал 137 км/ч."),
      Example("en", "The mill cost $5 million.", "ru", "Комбинат стоил ⟦5⟧ млн евро."),
      Example("en", "The mill cost $5 million.", "kk", "Комбинат 5 млн доллар тұрды."),
    ])

  /// The currencies of a language: by what stands before a number, and after it.
  struct Currencies: Sendable {
    private var names: [String] = []
    private var signs: [(bytes: [UInt8], index: Int)] = []
    private var words = WordTrie()
    private var endings = WordTrie()

    init(_ locale: Locale) {
      endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
      for (key, forms) in locale["numbers.currencies"]?.entries ?? [] {
        for form in forms.strings { signs.append((Array(form.utf8), names.count)) }
        words.insert(forms: forms.strings, entry: names.count)
        names.append(key.string ?? "")
      }
    }

    /// The currency of a number; nil where none stands beside it.
    func currency(of number: Number, in text: [UInt8]) -> String? {
      var end = number.range.lowerBound
      if end > 0, text[end - 1] == 0x20 { end -= 1 }
      let before = text[..<end]
      if let sign = signs.first(where: { before.suffix($0.bytes.count).elementsEqual($0.bytes) }),
        !Letters.isLetter(text, end - sign.bytes.count)
      {
        return names[sign.index]
      }
      let after = number.whole.upperBound + Letters.space(text, number.whole.upperBound)
      return words.match(text, at: after, endings: endings).map { names[$0.entry] }
    }
  }

  private let currencies = PerLocale { Currencies($0) }

  /// False for a unit whose word says nothing of which one it is: «degrees» in English may be any.
  private func isSure(_ unit: MeasureUnit, _ locale: Locale) -> Bool {
    !locale.strings("numbers.ambiguous-units").contains(unit.name)
  }

  /// What is wrong beside two numbers that stand for each other; nil where nothing is.
  func message(
    _ source: Number, in sourceText: [UInt8], _ sourceLocale: Locale,
    _ target: Number, in targetText: [UInt8], _ targetLocale: Locale
  ) -> String? {
    guard source.isDigits, target.isDigits, source.readings[0] == target.readings[0] else { return nil }
    if let wanted = source.measure, let found = target.measure, wanted.kind == found.kind, wanted != found,
      !target.isConversion(of: source), isSure(found, targetLocale)
    {
      return "\(found.name) stands where the source has \(wanted.name)"
    }
    guard let wanted = currencies[sourceLocale].currency(of: source, in: sourceText),
      let found = currencies[targetLocale].currency(of: target, in: targetText), wanted != found
    else { return nil }
    return "\(found) stands where the source has \(wanted)"
  }
}
