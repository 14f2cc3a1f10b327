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
      Example("en", "She Flew 50 Nautical Miles.", "ru", "Она пролетела 92 км."),
      Example("en", "The mill cost $5 million.", "ru", "Комбинат стоил ⟦5⟧ млн евро."),
      Example("en", "The mill cost $5 million.", "kk", "Комбинат 5 млн доллар тұрды."),
      Example("en", "It was 20 degrees Celsius.", "ru", "Было 20 градусов Цельсия."),
      Example("en", "It was 68 degrees Fahrenheit.", "ru", "Было ⟦68⟧ градусов Цельсия."),
      Example("en", "Temperatures reach 80 degrees.", "ru", "Температура достигает ⟦80⟧ градусов."),
      Example("en", "The temperature reached 80 degrees.", "ru", "Температура достигла ⟦80⟧ °C."),
      Example("en", "The temperature reached 30 degrees.", "ru", "Температура достигла 30 °C."),
      Example("en", "The slope is 20 degrees.", "ru", "Уклон – 20 градусов."),
      Example("en", "Prices rose by 7.5 percent.", "ru", "Цены выросли на ⟦7,5⟧."),
      Example("en", "Prices rose by 7.5 percent.", "kk", "Баға 7,5 пайызға өсті."),
    ])

  /// The currencies of a language: by what stands before a number, and after it.
  struct Currencies: Sendable {
    /// The codes by ISO 4217.
    private var codes: [String] = []
    private var signs: [(bytes: [UInt8], index: Int)] = []
    private var words = WordTrie()
    private var endings = WordTrie()

    init(_ locale: Locale) {
      endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
      for (key, forms) in locale["numbers.currencies"]?.entries ?? [] {
        for form in forms.strings { signs.append((Array(form.utf8), codes.count)) }
        words.insert(forms: forms.strings, entry: codes.count)
        codes.append(key.string ?? "")
      }
    }

    /// Whether a currency that the language has words for is nowhere in a text.
    func lacks(_ code: String, _ text: [UInt8]) -> Bool {
      guard let index = codes.firstIndex(of: code) else { return false }
      let bytes = signs.filter { $0.index == index }.map(\.bytes)
      return !text.indices.contains { at in
        bytes.contains { text[at...].starts(with: $0) } || words.match(text, at: at, endings: endings)?.entry == index
      }
    }

    /// The code of a number's currency, and how the text says it; nil where none stands beside it.
    func currency(of number: Number, in text: [UInt8]) -> (code: String, words: String)? {
      var end = number.range.lowerBound
      if end > 0, text[end - 1] == 0x20 { end -= 1 }
      let before = text[..<end]
      if let sign = signs.first(where: { before.suffix($0.bytes.count).elementsEqual($0.bytes) }),
        !Letters.isLetter(text, end - sign.bytes.count)
      {
        return (codes[sign.index], String(decoding: sign.bytes, as: UTF8.self))
      }
      let after = number.whole.upperBound + Letters.space(text, number.whole.upperBound)
      return words.match(text, at: after, endings: endings).map {
        (codes[$0.entry], String(decoding: text[after..<$0.end], as: UTF8.self))
      }
    }
  }

  /// What says that a number is a share of a hundred, in a language.
  private struct Percent: Sendable {
    private var words = WordTrie()
    private var endings = WordTrie()
    let isKnown: Bool

    init(_ locale: Locale) {
      let forms = locale["numbers.measures"]?["percent"]?.strings ?? []
      isKnown = !forms.isEmpty
      words.insert(forms: forms, entry: 0)
      endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
    }

    /// Whether a sign or word for it stands anywhere in a text.
    func isIn(_ text: [UInt8]) -> Bool {
      text.indices.contains { words.match(text, at: $0, endings: endings) != nil }
    }
  }

  private let percents = PerLocale { Percent($0) }
  private let currencies = PerLocale { Currencies($0) }
  private let contexts = PerLocale { UnitContext($0) }

  /// Two units of a kind beside the same number; where a word doesn't say which unit it is, no more than a warning.
  private func unitProblem(
    _ source: MeasureUnit, in sourceText: [UInt8], _ sourceLocale: Locale,
    _ target: MeasureUnit, _ number: Number, in targetText: [UInt8], _ targetLocale: Locale
  ) -> Problem? {
    let digits = String(decoding: targetText[number.range], as: UTF8.self)
    guard source.isBare || target.isBare else {
      return Problem(message: Self.message(digits, target, insteadOf: source))
    }
    let (sourceContext, targetContext) = (contexts[sourceLocale], contexts[targetLocale])
    let wanted = source.isBare ? sourceContext.units(of: source.kind, in: sourceText) : [source.name]
    let found = target.isBare ? targetContext.units(of: target.kind, in: targetText) : [target.name]
    let mayBe = Set(wanted.isEmpty ? source.meanings : wanted).intersection(found.isEmpty ? target.meanings : found)
    let isTold =
      source.isBare && sourceContext.isAbout(source.kind, sourceText)
      || target.isBare && targetContext.isAbout(target.kind, targetText)
    // Both may be the same unit, unless it is the weather that has 80 °C.
    let bare = source.isBare ? sourceContext : targetContext
    guard mayBe.allSatisfy({ isTold && number.readings[0].double > bare.highest(of: $0) }) else { return nil }
    return Problem(
      message: "\(digits) reads as \(target.name) here, and as \(source.name) in the source", severity: .warning)
  }

  /// A share that the other text has no sign or word for, wherever it might stand.
  private func percentMessage(
    _ source: Number, in sourceText: [UInt8], _ sourceLocale: Locale,
    _ target: Number, in targetText: [UInt8], _ targetLocale: Locale
  ) -> String? {
    let (wanted, found) = (percents[sourceLocale], percents[targetLocale])
    guard wanted.isKnown, found.isKnown else { return nil }
    switch (source.measure?.name == MeasureUnit.percent, target.measure?.name == MeasureUnit.percent) {
    case (true, false): return found.isIn(targetText) ? nil : "the source has percent here"
    case (false, true): return wanted.isIn(sourceText) ? nil : "the source has no percent here"
    default: return nil
    }
  }

  /// What is wrong beside a number.
  struct Problem {
    var message: String
    var severity = UnitNumberMismatch.rule.severity
  }

  /// What is wrong beside two numbers that stand for each other; nil where nothing is.
  func problem(
    _ source: Number, in sourceText: [UInt8], _ sourceLocale: Locale,
    _ target: Number, in targetText: [UInt8], _ targetLocale: Locale
  ) -> Problem? {
    guard source.readings[0] == target.readings[0] else { return nil }
    guard source.isDigits, target.isDigits else { return wordProblem(source, target, in: targetText) }
    if let wanted = source.measure, let found = target.measure, wanted.kind == found.kind, wanted != found,
      !target.isConversion(of: source)
    {
      return unitProblem(wanted, in: sourceText, sourceLocale, found, target, in: targetText, targetLocale)
    }
    if let message = percentMessage(source, in: sourceText, sourceLocale, target, in: targetText, targetLocale) {
      return Problem(message: message)
    }
    if let wanted = source.measure, let found = target.measure, wanted.excludes(found) {
      return Problem(
        message: Self.message(String(decoding: targetText[target.range], as: UTF8.self), found, insteadOf: wanted),
        severity: .warning)
    }
    return currencyProblem(source, in: sourceText, sourceLocale, target, in: targetText, targetLocale)
  }

  /// Two numbers in words that count different things of a kind: five years, бес ай.
  private func wordProblem(_ source: Number, _ target: Number, in targetText: [UInt8]) -> Problem? {
    guard source.isCardinal, target.isCardinal, source.readings[0] != DecimalValue(1),
      let wanted = source.measure, let found = target.measure, wanted.kind == found.kind, wanted != found
    else { return nil }
    let words = String(decoding: targetText[target.range], as: UTF8.self)
    return Problem(message: Self.message(words, found, insteadOf: wanted), severity: .warning)
  }

  private static func message(_ number: String, _ unit: MeasureUnit, insteadOf source: MeasureUnit) -> String {
    "\(number) \(unit.name) is not the source's \(number) \(source.name)"
  }

  /// Another currency beside the number, or none in the whole text.
  private func currencyProblem(
    _ source: Number, in sourceText: [UInt8], _ sourceLocale: Locale,
    _ target: Number, in targetText: [UInt8], _ targetLocale: Locale
  ) -> Problem? {
    guard let wanted = currencies[sourceLocale].currency(of: source, in: sourceText) else { return nil }
    guard let found = currencies[targetLocale].currency(of: target, in: targetText) else {
      guard currencies[targetLocale].lacks(wanted.code, targetText) else { return nil }
      return Problem(message: "the source has \(wanted.words) here", severity: .warning)
    }
    guard wanted.code != found.code else { return nil }
    return Problem(message: "\(found.words) stands where the source has \(wanted.words)")
  }
}
