/// Digits with the marks and spaces between them, and how they may be read.
///
/// Which mark is which depends on the language, and writers mix the ways of two languages up; so a run has every
/// reading that somebody may have meant, the language's own first.
struct DigitRun {
  /// From the first digit to behind the last.
  let range: Range<Int>
  /// The digits between two marks.
  let groups: [Range<Int>]
  /// The values as one number; empty where it can't be one (a date, a version).
  private(set) var readings: [DecimalValue] = []
  /// The values as several numbers, where that is possible besides.
  private(set) var parts: [DecimalValue] = []
  /// The mark between groups of thousands.
  private(set) var groupMark: String?
  /// One reading only.
  private(set) var isPlain = true
  /// `4.40`: may be hours and minutes.
  let isClockLike: Bool

  var end: Int { range.upperBound }

  init(_ text: [UInt8], at start: Int, decimalMark: UInt8, groupMarks: [String]) {
    var groups = [start..<Letters.digitsEnd(text, start)]
    var marks: [Range<Int>] = []
    while let last = groups.last {
      let markEnd = Self.markEnd(text, after: groups, marks: marks)
      guard markEnd > last.upperBound else { break }
      marks.append(last.upperBound..<markEnd)
      groups.append(markEnd..<Letters.digitsEnd(text, markEnd))
    }
    self.groups = groups
    range = start..<(groups.last ?? start..<start).upperBound
    isClockLike =
      groups.count == 2 && groups[0].count <= 2 && groups[1].count == 2 && marks[0].count == 1
      && (DecimalValue(digits: text[groups[1]]).int ?? 99) < 60
    read(text, marks: marks.map { Array(text[$0]) }, decimalMark: decimalMark, groupMarks: groupMarks)
  }

  /// Three or four digits as a clock without a colon: `0200` is 2 and 0.
  func hoursAndMinutes(in text: [UInt8]) -> [DecimalValue] {
    let middle = range.upperBound - 2
    return [
      DecimalValue(digits: text[range.lowerBound..<middle]), DecimalValue(digits: text[middle..<range.upperBound]),
    ]
  }

  /// The end of the mark after the last group, or the end of that group where none follows.
  private static func markEnd(_ text: [UInt8], after groups: [Range<Int>], marks: [Range<Int>]) -> Int {
    guard let last = groups.last, let first = groups.first else { return 0 }
    let at = last.upperBound
    guard at < text.count else { return at }
    if text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") {
      return Letters.isDigit(text, at + 1) ? at + 1 : at
    }
    let length = max(Letters.space(text, at), Letters.apostrophe(text, at))
    let digits = Letters.digitsEnd(text, at + length) - at - length
    let sameMark = marks.allSatisfy { text[$0].elementsEqual(text[at..<at + length]) }
    return length > 0 && digits == 3 && first.count <= 3 && sameMark ? at + length : at
  }

  private mutating func read(_ text: [UInt8], marks: [[UInt8]], decimalMark: UInt8, groupMarks: [String]) {
    let values = groups.map { DecimalValue(digits: text[$0]) }
    guard let mark = marks.first, let lastMark = marks.last else {
      readings = values
      return
    }
    let all = groups.flatMap { Array(text[$0]) }
    let isDot = mark == [UInt8(ascii: ".")] || mark == [UInt8(ascii: ",")]
    let head = marks.dropLast()
    let grouped = groups[0].count <= 3 && text[groups[0].lowerBound] != UInt8(ascii: "0")
    let groupsOfThree = { (groups: ArraySlice<Range<Int>>) in grouped && groups.allSatisfy { $0.count == 3 } }
    if marks.count == 1, isDot {
      readTwoGroups(
        all, mark: mark, decimalMark: decimalMark, groupMarks: groupMarks, mayGroup: groupsOfThree(groups[1...]))
      parts = groups[1].count == 2 ? values : []
    } else if marks.allSatisfy({ $0 == mark }), groupsOfThree(groups[1...]) {
      readings = [DecimalValue(digits: all)]
      parts = isDot ? [] : values
      groupMark = String(decoding: mark, as: UTF8.self)
    } else if lastMark != mark, lastMark.count == 1, head.allSatisfy({ $0 == mark }),
      groupsOfThree(groups[1...].dropLast())
    {
      readings = [DecimalValue(digits: all, fraction: groups.last?.count ?? 0)]
      groupMark = String(decoding: mark, as: UTF8.self)
    } else {
      isPlain = false
    }
  }

  /// `2.200` and `2,200`: thousands in one language, a fraction in the other.
  private mutating func readTwoGroups(
    _ digits: [UInt8], mark: [UInt8], decimalMark: UInt8, groupMarks: [String], mayGroup: Bool
  ) {
    let fraction = DecimalValue(digits: digits, fraction: groups[1].count)
    guard mayGroup else {
      readings = [fraction]
      return
    }
    let text = String(decoding: mark, as: UTF8.self)
    let whole = DecimalValue(digits: digits)
    // Nobody writes one as 1.000: those are thousands in any language.
    guard digits.suffix(3) != [48, 48, 48] else {
      readings = [whole]
      groupMark = text
      return
    }
    let isGroup = groupMarks.contains(text)
    // What the language itself groups by is no decimal mark in it, though digits copied from another may have it so.
    let isOwn = text == groupMarks.first && mark != [decimalMark]
    readings = isOwn ? [whole] : isGroup ? [whole, fraction] : [fraction, whole]
    isPlain = isGroup && mark != [decimalMark]
    groupMark = isGroup ? text : nil
  }
}
