internal import Locales
internal import Units

/// Numbers that the target has and the source hasn't, or the other way round, compared by value.
///
/// Numbers in digits are compared; words, months and Roman numerals only explain them. What a sentence lacks may stand
/// in another one of its unit.
struct NumberMismatch: Check {
  static let rule = Rule(
    "number-mismatch", .error, summary: "A number of the target is not the source's, or a number is missing.",
    examples: [
      Example("en", "The plant made 2,200 tons in May.", "kk", "Зауыт мамырда 2,2 мың тонна өндірді."),
      Example("en", "The plant made 2,200 tons in May.", "kk", "Зауыт мамырда ⟦2,3⟧ мың тонна өндірді."),
      Example("en", "It costs 1,250 tenge.", "ru", "Это стоит 1 250 тенге."),
      Example("en", "It costs 1,250 tenge.", "ru", "Это стоит ⟦1520⟧ тенге."),
      Example("en", "The train leaves at 5 p.m.", "ru", "Поезд отправляется в 17:00."),
      Example("en", "The train leaves at 5 p.m.", "ru", "Поезд отправляется в ⟦18⟧:00."),
      Example("en", "The train leaves at 5:40 p.m.", "ru", "Поезд отправляется в ⟦5⟧:40."),
      Example("en", "It was -5 °C.", "ru", "Было ⟦5⟧ °C."),
      Example("en", "It was -5 °C.", "ru", "Было 5 градусов мороза."),
      Example("en", "It took 5–7 days.", "ru", "Это заняло ⟦7–5⟧ дней."),
      Example("en", "He wrote it in the 1930s.", "ru", "Он написал это в 30-е годы."),
      Example("en", "The 19th century began.", "ru", "Начался XIX век."),
      Example("en", "Three of 12 seats are free.", "kk", "12 орынның үшеуі бос."),
      Example("en", "Prices rose by 7.5 percent.", "ru", "Цены выросли.", findsSegment: true),
      Example("en", "Three bridges were closed.", "ru", "Закрыли ⟦пять⟧ мостов."),
      Example("en", "Three bridges were closed.", "kk", "Үш көпір жабылды."),
      Example("en", "A quarter of the seats are free.", "ru", "Свободна ⟦треть⟧ мест."),
      Example("en", "Half of the seats are free.", "kk", "Орындардың жартысы бос."),
    ])

  let writing = NumberWriting.ofLocales

  private let measures = UnitNumberMismatch()
  private let fractions = PerLocale { Fractions($0) }

  var rules: [Rule] { [Self.rule, UnitNumberMismatch.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let source = writing[bitext.sourceLocale]
    let target = writing[bitext.targetLocale]
    for unit in bitext.units where unit.isTranslatable {
      check(unit, bitext, source, target, report)
    }
  }

  private func check(
    _ unit: Unit, _ bitext: Bitext, _ source: NumberWriting, _ target: NumberWriting, _ report: (Finding) -> Void
  ) {
    var missing: [NumberMatching.Placed] = []
    var extra: [NumberMatching.Placed] = []
    var paired: [(source: NumberMatching.Placed, target: NumberMatching.Placed)] = []
    for (index, segment) in unit.segments.enumerated() {
      guard let translation = segment.target, !segment.isIgnorable, !translation.text.isEmpty,
        translation.text != segment.source.text
      else { continue }
      let matching = NumberMatching(
        source: NumberScanner.numbers(in: segment.source.text, source).map { .init(segment: index, number: $0) },
        target: NumberScanner.numbers(in: translation.text, target).map { .init(segment: index, number: $0) })
      missing += matching.missing
      extra += matching.extra
      paired += matching.paired
      let sense = NumberSense(
        source: .init(text: segment.source.text, writing: source),
        target: .init(text: translation.text, writing: target))
      for problem in sense.problems(in: matching.paired.map { ($0.number, $1.number) }) {
        report(
          Self.rule.finding(
            problem.message, unit, index, problem.place, severity: problem.isCertain ? nil : .warning))
      }
      let wrong = fractions[bitext.targetLocale].wrong(
        in: translation.text, for: segment.source.text, fractions[bitext.sourceLocale])
      if let wrong {
        let words = String(decoding: translation.text[wrong.found.range], as: UTF8.self)
        let wanted = String(decoding: segment.source.text[wrong.wanted.range], as: UTF8.self)
        // What is told as a part needs no telling as the number that its word is, too.
        missing.removeAll { $0.segment == index && $0.number.range.overlaps(wrong.wanted.range) }
        extra.removeAll { $0.segment == index && $0.number.range.overlaps(wrong.found.range) }
        report(
          Self.rule.finding(
            "\(words) stands where the source has \(wanted)", unit, index, wrong.found.range, severity: .warning))
      }
      for (number, counterpart) in matching.paired {
        let problem = measures.problem(
          number.number, in: segment.source.text, bitext.sourceLocale,
          counterpart.number, in: translation.text, bitext.targetLocale)
        guard let problem else { continue }
        var finding = UnitNumberMismatch.rule.finding(problem.message, unit, index, counterpart.number.range)
        finding.severity = problem.severity
        report(finding)
      }
    }
    guard !missing.isEmpty || !extra.isEmpty else { return }
    for discrepancy in NumberDiscrepancy.all(in: NumberMatching(source: missing, target: extra, paired: paired)) {
      report(finding(discrepancy, in: unit, target))
    }
  }

  /// One number in place of another is an error; one more or one less may be the translator's wording.
  private func finding(_ discrepancy: NumberDiscrepancy, in unit: Unit, _ writing: NumberWriting) -> Finding {
    let (missing, extra) = (discrepancy.missing, discrepancy.extra)
    let wanted = missing.map { text(of: $0, unit.segments[$0.segment].source) }
    let found = extra.map { text(of: $0, unit.segments[$0.segment].target ?? Content()) }
    let message =
      switch (wanted, found) {
      case (let wanted?, let found?): "\(found) stands where the source has \(wanted)"
      case (nil, let found?): "the source has no number \(found)"
      default: "the source's number \(wanted ?? "") is missing"
      }
    // SS19 may be written out as 2019, temperatures in the 80s as 27°: what need not be said is not surely the number.
    let isReplaced =
      missing.map { missing in
        !missing.number.mayBeLeftOut && !missing.number.isSpelled && missing.number.isName == extra?.number.isName
          && missing.number.isDecade == extra?.number.isDecade
      } ?? false
    var finding = Finding(
      rule: Self.rule.name, severity: isReplaced ? Self.rule.severity : .warning, message: message,
      unit: unit.id, segment: (extra ?? missing)?.segment)
    if let extra {
      finding.inTarget = TextRange(bytes: extra.number.range)
      if discrepancy.isCertain, let missing,
        let replacement = writing.replacement(for: extra.number, meaning: missing.number)
      {
        finding.fix = Finding.Fix(range: TextRange(bytes: extra.number.range), replacement: replacement)
      }
    }
    return finding
  }

  private func text(of placed: NumberMatching.Placed, _ content: Content) -> String {
    String(decoding: content.text[placed.number.whole], as: UTF8.self)
  }
}
