extension NumberWriting {
  /// The digits that make `number` mean what `source` means, written as the language and the place have it; nil where
  /// that is not certain.
  func replacement(for number: Number, meaning source: Number) -> String? {
    guard number.isPlain, source.isPlain, number.measure == source.measure,
      number.power == source.power || number.power == 0
    else { return nil }
    let value = source.readings[0].scaled(by: -number.power)
    guard number.power > 0 || source.power == 0 else { return nil }
    let (whole, fraction) = value.written
    let mark = fraction.isEmpty ? "" : String(Unicode.Scalar(decimalMark)) + fraction
    // A year is not grouped in any language; a number that the source groups is, from the language's length on.
    guard source.groupMark != nil || number.groupMark != nil, whole.utf8.count >= groupsFrom || number.groupMark != nil,
      whole.utf8.count > 3
    else { return whole + mark }
    return grouped(whole, by: number.groupMark ?? groupMarks.first ?? "") + mark
  }

  /// Digits in groups of three.
  func grouped(_ digits: String, by mark: String) -> String {
    var result = ""
    for (index, digit) in digits.unicodeScalars.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { result += mark }
      result.unicodeScalars.append(digit)
    }
    return result
  }
}
