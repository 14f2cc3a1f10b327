/// What numbers that stand for each other may still differ in: the sign, the half of the day, the order of a range.
struct NumberSense {
  /// What is wrong about a number of the target.
  struct Problem {
    var place: Range<Int>
    var message: String
    /// Whether no wording explains it.
    var isCertain = false
  }

  /// A text with how its language writes numbers.
  struct Side {
    let text: [UInt8]
    let writing: NumberWriting

    func has(_ words: WordTrie) -> Bool { !words.matches(in: text, endings: writing.endings).isEmpty }
  }

  let source: Side
  let target: Side

  /// What is wrong about numbers of one segment that were paired.
  func problems(in pairs: [(source: Number, target: Number)]) -> [Problem] {
    // What was converted has another sign and another order.
    let pairs = pairs.filter { $0.agrees(with: $1) }
    return pairs.compactMap { sign($0, $1) ?? half($0, $1) } + turned(pairs)
  }

  /// A minus that one side alone has.
  ///
  /// In a sentence that says it in a word (frosts of 5 to 7 degrees) or speaks of a fall it need not be written.
  private func sign(_ number: Number, _ counterpart: Number) -> Problem? {
    guard number.isNegative != counterpart.isNegative, number.isDigits, counterpart.isDigits else { return nil }
    let other = number.isNegative ? target : source
    if other.has(other.writing.minus) { return nil }
    // What fell to -25 °C is not said by falling.
    let isTemperature = [number, counterpart].contains { $0.measure?.kind == MeasureUnit.temperature }
    if !isTemperature, other.has(other.writing.falling) { return nil }
    let written = String(decoding: target.text[counterpart.range], as: UTF8.self)
    let message =
      number.isNegative ? "the source has a minus before \(written)" : "the source has no minus before \(written)"
    return Problem(
      place: counterpart.range, message: message, isCertain: isTemperature || number.isNegative && number.measure != nil
    )
  }

  /// An hour of the afternoon that became one of the morning, or the other way round.
  private func half(_ hour: Number, _ counterpart: Number) -> Problem? {
    guard hour.isHour, counterpart.isHour else { return nil }
    let (wanted, found) = (hour.hour, counterpart.hour)
    guard let wanted, let found, wanted.isSure || found.isSure, wanted.value != found.value,
      wanted.value % 12 == found.value % 12
    else { return nil }
    let written = String(decoding: target.text[counterpart.range], as: UTF8.self)
    if wanted.isSure, found.isSure {
      return Problem(
        place: counterpart.range, message: "\(written) is \(found.value):00 here and \(wanted.value):00 in the source",
        isCertain: true)
    }
    // An hour without a half is one of the morning, unless the text speaks of the evening.
    let open = wanted.isSure ? target : source
    guard (wanted.isSure ? wanted : found).value >= 12, !open.has(open.writing.afternoon) else { return nil }
    return Problem(
      place: counterpart.range,
      message: wanted.isSure
        ? "\(written) reads as an hour of the morning, the source has \(wanted.value):00"
        : "\(written) is an hour of the afternoon, the source doesn't say so")
  }

  /// Whether both texts speak of a game.
  private var isOfGame: Bool { source.has(source.writing.scores) && target.has(target.writing.scores) }

  /// Neighbours that changed places: the ends of a range, or two numbers that a word joins like those.
  ///
  /// Nothing is said of the score of a game, two numbers which may have the winner's points first.
  private func turned(_ pairs: [(source: Number, target: Number)]) -> [Problem] {
    let ordered = pairs.sorted { $0.target.range.lowerBound < $1.target.range.lowerBound }
    return zip(ordered, ordered.dropFirst()).compactMap { first, second in
      guard let found = first.target.joint, let wanted = second.source.joint,
        second.source.range.upperBound <= first.source.range.lowerBound,
        first.source.range.lowerBound - second.source.whole.upperBound <= 32
      else { return nil }
      let isInWords = found == .word && wanted == .word
      guard isInWords || second.source.readings[0].double < first.source.readings[0].double,
        isInWords || first.source.joint != nil || !isOfGame
      else { return nil }
      let range = first.target.range.lowerBound..<second.target.range.upperBound
      let written = [first, second].map { String(decoding: target.text[$0.target.range], as: UTF8.self) }
      return Problem(place: range, message: "\(written[0]) and \(written[1]) stand the other way round in the source")
    }
  }
}

extension Number {
  /// The hour on a clock of 24, and whether it can be no other; nil where the number is none.
  fileprivate var hour: (value: Int, isSure: Bool)? {
    guard let value = readings.first?.int, value <= 24 else { return nil }
    if value > 12 || value == 0 { return (value % 24, true) }
    switch half {
    case .morning: return (value % 12, true)
    case .afternoon: return (value % 12 + 12, true)
    case nil: return (value, false)
    }
  }
}
