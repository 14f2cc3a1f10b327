/// Finds the numbers of a text, in digits and in words, as a language writes them.
struct NumberScanner {
  let text: [UInt8]
  let writing: NumberWriting
  var numbers: [Number] = []
  private var at = 0
  /// Where a word that makes the next number an hour ended.
  private var clockEnd = -1
  /// Where digits that are said in words elsewhere end: 24/7.
  private var setPhraseEnd = -1
  /// Where the name of a month ended.
  private var monthEnd = -1
  /// How many numbers there were when the last white space ended: those of a web address are taken back.
  private var countAtSpace = 0

  /// The numbers of `text`, in order.
  static func numbers(in text: [UInt8], _ writing: NumberWriting) -> [Number] {
    var scanner = NumberScanner(text: text, writing: writing)
    scanner.scan()
    scanner.shareAlongRanges()
    return scanner.numbers
  }

  private init(text: [UInt8], writing: NumberWriting) {
    self.text = text
    self.writing = writing
  }

  private mutating func scan() {
    while at < text.count {
      if Letters.isDigit(text, at) {
        scanDigits()
      } else if Letters.isLetter(text, at) {
        scanWord()
      } else if Letters.space(text, at) > 0 || text[at] == 0x0A {
        at += max(1, Letters.space(text, at))
        countAtSpace = numbers.count
      } else if text[at] == UInt8(ascii: "@") || text[at...].starts(with: "://".utf8) {
        skipAddress()
      } else if let value = fraction(at) {
        addFraction(value)
      } else {
        at += Letters.length(text, at)
      }
    }
  }

  /// The rest of an e-mail address, a handle or a link has no numbers that are read as such.
  private mutating func skipAddress() {
    numbers.removeLast(numbers.count - countAtSpace)
    while at < text.count, Letters.space(text, at) == 0, text[at] != 0x0A { at += Letters.length(text, at) }
  }

  // MARK: Words

  private mutating func scanWord() {
    if let clock = writing.clock.match(text, at: at, endings: writing.endings) { clockEnd = clock.end }
    if let roman = RomanNumeral(text, at: at) {
      numbers.append(Number(range: at..<roman.end, whole: at..<roman.end, isDigits: false, readings: [roman.value]))
      at = roman.end
    } else if let match = writing.wordTrie.match(text, at: at, endings: writing.endings) {
      scanNumberWords(from: match)
    } else {
      let end = max(Letters.wordEnd(text, at), at + 1)
      scanCompound(upTo: end)
      at = end
    }
  }

  /// Words that follow each other are one number (`two hundred thousand`), and each of them may be one of its own.
  private mutating func scanNumberWords(from first: (entry: Int, end: Int)) {
    let start = at
    var next: (entry: Int, end: Int)? = first
    var words: [NumberWriting.Word] = []
    while let match = next {
      words.append(writing.words[match.entry])
      at = match.end
      let gap = max(Letters.space(text, at), Letters.dash(text, at))
      next = gap > 0 ? writing.wordTrie.match(text, at: at + gap, endings: writing.endings) : nil
    }
    var readings = [Self.sum(words)]
    for word in words {
      let value: DecimalValue =
        switch word {
        case .value(let value): value
        case .scale(let power): DecimalValue(1, exponent: power)
        }
      if !readings.contains(value) { readings.append(value) }
    }
    numbers.append(
      Number(
        range: start..<at, whole: start..<at, isDigits: Self.isCounted(words), readings: readings, isPlain: false))
    measure(numbers.count - 1, at: at)
    if writing.months.contains(first.entry) {
      monthEnd = first.end
    } else {
      numbers[numbers.count - 1].isSpelled = words.count == 1
      numbers[numbers.count - 1].isCardinal = words.count == 1 && writing.cardinals.contains(first.entry)
    }
  }

  /// Whether words say a number that nobody leaves out: six million, but not tens of thousands or dozens.
  private static func isCounted(_ words: [NumberWriting.Word]) -> Bool {
    guard words.count == 2, case .value(let value) = words[0], case .scale(let power) = words[1] else { return false }
    return power >= 3 && value.exponent == 0 && value.mantissa > 1 && value.mantissa != 12
  }

  /// A word that begins with a number: four is in `четырёхмесячный`, 29 in `двадцатидевятилетний`.
  private mutating func scanCompound(upTo end: Int) {
    var words: [NumberWriting.Word] = []
    var place = at
    while let match = writing.prefixes.prefix(of: text, at: place), match.end < end {
      words.append(writing.words[match.entry])
      place = match.end
    }
    guard !words.isEmpty else { return }
    numbers.append(Number(range: at..<end, whole: at..<end, isDigits: false, readings: [Self.sum(words)]))
  }

  private static func sum(_ words: [NumberWriting.Word]) -> DecimalValue {
    var total = DecimalValue(0)
    var current: DecimalValue?
    for word in words {
      switch word {
      case .value(let value): current = current.map { $0.adding(value) ?? value } ?? value
      case .scale(let power):
        current = (current ?? DecimalValue(1)).scaled(by: power)
        // Hundreds are still counted in thousands; thousands and more are done.
        if power >= 3, let done = current {
          total = total.adding(done) ?? done
          current = nil
        }
      }
    }
    return current.map { total.adding($0) ?? $0 } ?? total
  }

  // MARK: Digits

  private mutating func scanDigits() {
    let first = numbers.count
    if let phrase = writing.setPhrases.match(text, at: at) { setPhraseEnd = phrase.end }
    let run = DigitRun(text, at: at, decimalMark: writing.decimalMark, groupMarks: writing.groupMarks)
    let isMinutes =
      at > 0 && text[at - 1] == UInt8(ascii: ":") && Letters.isDigit(text, at - 2) && run.range.count == 2
    at = run.end
    let clock = isClock(run)
    if run.readings.isEmpty || (clock && run.parts.count == 2 && run.isClockLike) {
      for group in run.groups {
        let value = DecimalValue(digits: text[group])
        numbers.append(Number(range: group, whole: group, isDigits: true, readings: [value], isPlain: false))
      }
      if clock, first < numbers.count { numbers[first].mayBeHour() }
    } else {
      var number = Number(
        range: run.range, whole: run.range, isDigits: true, readings: run.readings, parts: run.parts,
        groupMark: run.groupMark)
      number.isPlain = run.isPlain && !clock && !isMinutes
      number.isName = isName(run)
      number.isBound = isBesideMonth(run)
      if clock { number.mayBeHour() }
      // 5 p.m. is 17:00, so minutes that are none need no counterpart.
      if run.groups.count == 1, run.range.count == 4, clock || text[run.range.lowerBound] == UInt8(ascii: "0") {
        number.mayBeHoursAndMinutes(run.hoursAndMinutes(in: text))
      } else if run.groups.count == 1, (3...4).contains(run.range.count) {
        number.clock = run.hoursAndMinutes(in: text)
      }
      if isMinutes, run.readings[0] == DecimalValue(0) { number.isDigits = false }
      numbers.append(number)
    }
    if first < numbers.count {
      numbers[first].isNegative = isNegative(numbers[first].range.lowerBound)
      if run.end <= setPhraseEnd { numbers[first].mayBeLeftOut = true }
      if numbers[first].isHour { numbers[first].half = half(beside: numbers[first]) }
    }
    finishDigits(of: first)
  }

  /// The half of the day that the word before an hour or behind its minutes says.
  private func half(beside hour: Number) -> HalfDay? {
    if let half = writing.half(text, before: hour.range.lowerBound) { return half }
    var end = hour.whole.upperBound
    if end + 1 < text.count, text[end] == UInt8(ascii: ":") || text[end] == UInt8(ascii: "."),
      Letters.isDigit(text, end + 1)
    {
      end = Letters.digitsEnd(text, end + 1)
    }
    let behind = end + Letters.space(text, end)
    if let half = writing.half(text, at: behind) { return half }
    // 9 часов вечера
    guard let unit = writing.clock.match(text, at: behind, endings: writing.endings) else { return nil }
    return writing.half(text, at: unit.end + Letters.space(text, unit.end))
  }

  /// Digits that belong to a name with letters: `Covid-19`, `G7`, `E2EE`.
  private func isName(_ run: DigitRun) -> Bool {
    let start = run.range.lowerBound
    if Letters.precedes(text, start) { return true }
    return start > 1 && text[start - 1] == UInt8(ascii: "-") && Letters.precedes(text, start - 1)
  }

  private func isBesideMonth(_ run: DigitRun) -> Bool {
    let start = run.range.lowerBound
    if monthEnd > 0, monthEnd + Letters.space(text, monthEnd) == start { return true }
    let after = run.end + max(Letters.space(text, run.end), Letters.dash(text, run.end))
    return after > run.end
      && writing.wordTrie.match(text, at: after, endings: writing.endings)
        .map { writing.months.contains($0.entry) } ?? false
  }

  /// An hour is said by a word beside the number, or by minutes after a colon.
  private func isClock(_ run: DigitRun) -> Bool {
    if run.end < text.count, text[run.end] == UInt8(ascii: ":"), Letters.digitsEnd(text, run.end + 1) == run.end + 3 {
      return true
    }
    if clockEnd > 0, clockEnd < run.range.lowerBound, run.range.lowerBound - clockEnd <= 3,
      Letters.space(text, clockEnd) == run.range.lowerBound - clockEnd
    {
      return true
    }
    let after = run.end + max(Letters.space(text, run.end), Letters.dash(text, run.end))
    return writing.clock.match(text, at: after, endings: writing.endings) != nil
  }

  /// Reads what belongs to the number before it: a scale word, a unit, the ending of a decade or an ordinal.
  private mutating func finishDigits(of first: Int) {
    guard numbers.count > first else { return }
    let last = numbers.count - 1
    if let fraction = fraction(at), let sum = numbers[last].readings[0].adding(fraction) {
      numbers[last].mayAlsoBe(sum)
      numbers[last].isPlain = false
      at += 2
    }
    if let fraction = slashedFraction(), let sum = numbers[last].readings[0].adding(fraction) {
      numbers[last].mayAlsoBe(sum)
      numbers[last].isPlain = false
      at += 4
    }
    if let decade = writing.decade.match(text, at: at) {
      numbers[last].mayBeDecade()
      at = decade.end
      return
    }
    let gap = max(Letters.space(text, at), Letters.dash(text, at))
    if gap == 0, let glued = writing.glued.match(text, at: at) {
      for value in numbers[last].readings { numbers[last].mayAlsoBe(value.scaled(by: glued.entry)) }
      numbers[last].isPlain = false
      measure(last, at: at)
      at = glued.end
      return
    }
    if let scale = writing.scale(text, at: at + gap) {
      numbers[last].readings = numbers[last].readings.map { $0.scaled(by: scale.power) }
      numbers[last].parts = []
      numbers[last].power = scale.power
      numbers[last].whole = numbers[last].whole.lowerBound..<scale.end
      at = scale.end
      joinToLarger()
    }
    measure(numbers.count - 1, at: at)
    joinSmallerMeasure()
    let number = numbers[numbers.count - 1]
    if gap == 0, Letters.isLetter(text, at), number.measure == nil, !number.isHour,
      writing.ordinal.match(text, at: at) == nil
    {
      numbers[numbers.count - 1].mayBeLeftOut = true
    }
  }

  /// `1 million 200 thousand` is one number.
  private mutating func joinToLarger() {
    guard numbers.count > 1 else { return }
    let (larger, last) = (numbers[numbers.count - 2], numbers[numbers.count - 1])
    let end = larger.whole.upperBound
    guard larger.isDigits, larger.power > last.power, end + Letters.space(text, end) == last.whole.lowerBound,
      let sum = larger.readings[0].adding(last.readings[0])
    else { return }
    numbers.removeLast()
    numbers[numbers.count - 1].readings = [sum]
    numbers[numbers.count - 1].whole = larger.whole.lowerBound..<last.whole.upperBound
    numbers[numbers.count - 1].isPlain = false
  }

  /// `5 ft 10 in` is one length; so short a word as `in` is a unit nowhere else.
  private mutating func joinSmallerMeasure() {
    guard numbers.count > 1, let unit = numbers[numbers.count - 2].measure else { return }
    let start = numbers[numbers.count - 2].whole.upperBound
    let word = start + max(Letters.space(text, start), Letters.dash(text, start))
    guard var end = writing.measures.match(text, at: word, endings: writing.endings)?.end else { return }
    if end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ",") { end += 1 }
    guard end + Letters.space(text, end) == numbers[numbers.count - 1].range.lowerBound else { return }
    let behind = at + max(Letters.space(text, at), Letters.dash(text, at))
    let short = writing.smallerMeasures.match(text, at: behind).map { writing.units[$0.entry] }
    guard let smaller = numbers[numbers.count - 1].measure ?? short, unit.count(of: smaller) != nil else { return }
    numbers[numbers.count - 1].measure = smaller
    numbers[numbers.count - 2].hasSmallerPart = true
  }

  private mutating func measure(_ index: Int, at end: Int) {
    var place = end
    if place < text.count, text[place] == UInt8(ascii: ".") { place += 1 }
    place += max(Letters.space(text, place), Letters.dash(text, place))
    guard let match = writing.measures.match(text, at: place, endings: writing.endings) else { return }
    var unit = writing.units[match.entry]
    // 20 degrees Celsius: the word behind it says which one.
    if unit.isBare,
      let next = writing.measures.match(
        text, at: match.end + Letters.space(text, match.end), endings: writing.endings),
      writing.units[next.entry].kind == unit.kind
    {
      unit = writing.units[next.entry]
      place = next.end
    } else {
      place = match.end
    }
    // 2024 год is no length of time.
    if unit.name == MeasureUnit.year, numbers[index].mayBeDate { return }
    numbers[index].measure = unit
    let start = numbers[index].range.lowerBound
    if start > 0, Letters.minus(text, before: start) == start { numbers[index].isNegative = true }
    // 5 degrees below zero, 5 градусов мороза
    if writing.minus.match(text, at: place + Letters.space(text, place), endings: writing.endings) != nil {
      numbers[index].isNegative = true
    }
  }

  // MARK: Fractions

  /// The value of ¼, ½ or ¾ at a place.
  private func fraction(_ at: Int) -> DecimalValue? {
    guard at + 1 < text.count, text[at] == 0xC2, (0xBC...0xBE).contains(text[at + 1]) else { return nil }
    return DecimalValue(UInt64(text[at + 1] - 0xBB) * 25, exponent: -2)
  }

  /// The value of the second part of `2 1/2`.
  private func slashedFraction() -> DecimalValue? {
    guard at + 4 <= text.count, text[at] == 0x20, text[at + 2] == UInt8(ascii: "/"), !Letters.isDigit(text, at + 4)
    else { return nil }
    switch (text[at + 1], text[at + 3]) {
    case (UInt8(ascii: "1"), UInt8(ascii: "2")): return DecimalValue(5, exponent: -1)
    case (UInt8(ascii: "1"), UInt8(ascii: "4")): return DecimalValue(25, exponent: -2)
    case (UInt8(ascii: "3"), UInt8(ascii: "4")): return DecimalValue(75, exponent: -2)
    default: return nil
    }
  }

  private mutating func addFraction(_ value: DecimalValue) {
    numbers.append(
      Number(range: at..<at + 2, whole: at..<at + 2, isDigits: false, readings: [value, value.scaled(by: 2)]))
    at += 2
  }
}
