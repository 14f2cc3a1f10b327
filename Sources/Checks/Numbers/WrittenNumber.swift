/// The digits of a number as one language writes them, strictly: a mark that another language has is none.
///
/// Which mark stands where is the locale's `numbers.decimal` and `numbers.group`, after the Unicode CLDR.
struct WrittenNumber: Equatable {
  let whole: [UInt8]
  let fraction: [UInt8]
  let isGrouped: Bool

  /// The number that `digits` are to readers of the language; nil where they are none to them.
  init?(_ digits: ArraySlice<UInt8>, _ writing: NumberWriting) {
    var rest = digits
    var fraction: [UInt8] = []
    if let mark = digits.lastIndex(of: writing.decimalMark) {
      fraction = Array(digits[(mark + 1)...])
      rest = digits[..<mark]
      guard !fraction.isEmpty, fraction.allSatisfy(Self.isDigit) else { return nil }
    }
    guard let groups = Self.groups(rest, writing.groupMarks) else { return nil }
    whole = groups.flatMap { $0 }
    isGrouped = groups.count > 1
    self.fraction = fraction
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// The groups of three digits that one mark divides; nil where there are others.
  private static func groups(_ text: ArraySlice<UInt8>, _ marks: [String]) -> [ArraySlice<UInt8>]? {
    let first = text.prefix(while: isDigit)
    let after = text[first.endIndex...]
    if after.isEmpty { return first.isEmpty ? nil : [first] }
    guard let mark = marks.map({ Array($0.utf8) }).first(where: { after.starts(with: $0) }), (1...3) ~= first.count
    else { return nil }
    var result = [first]
    var rest = after
    while !rest.isEmpty {
      guard rest.starts(with: mark) else { return nil }
      let group = rest.dropFirst(mark.count).prefix(while: isDigit)
      guard group.count == 3 else { return nil }
      result.append(group)
      rest = rest[group.endIndex...]
    }
    return result
  }

  /// The number as a language writes it.
  func text(_ writing: NumberWriting) -> String {
    let digits = String(decoding: whole, as: UTF8.self)
    let isLong = isGrouped && whole.count >= writing.groupsFrom
    let head = isLong ? writing.grouped(digits, by: writing.groupMarks.first ?? "") : digits
    guard !fraction.isEmpty else { return head }
    return head + String(Unicode.Scalar(writing.decimalMark)) + String(decoding: fraction, as: UTF8.self)
  }

  /// Whether both are the same digits, however they are grouped.
  func hasDigits(of other: WrittenNumber) -> Bool { whole == other.whole && fraction == other.fraction }
}
