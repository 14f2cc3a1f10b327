import Units

/// A text with its numbers set apart: “79 million people” and “81 million people” are the same but for them.
struct NumberSlots {
  /// The text with one sign for each number.
  private let frame: [UInt8]
  /// The numbers as they are written: digits, and the marks between them.
  private let numbers: [[UInt8]]
  private let ranges: [Range<Int>]

  init(_ text: [UInt8]) {
    var (frame, numbers, ranges): ([UInt8], [[UInt8]], [Range<Int>]) = ([], [], [])
    var at = 0
    while at < text.count {
      guard text[at] &- 48 < 10 else {
        frame.append(text[at])
        at += 1
        continue
      }
      let start = at
      while at < text.count,
        text[at] &- 48 < 10 || (Self.joins(text[at]) && at + 1 < text.count && text[at + 1] &- 48 < 10)
      {
        at += 1
      }
      numbers.append(Array(text[start..<at]))
      ranges.append(start..<at)
      frame.append(0)
    }
    (self.frame, self.numbers, self.ranges) = (frame, numbers, ranges)
  }

  var isEmpty: Bool { numbers.isEmpty }

  /// Whether another text is the same but for its numbers.
  func differsOnlyInNumbers(from other: Self) -> Bool { frame == other.frame && numbers != other.numbers }

  /// The translation of another text with the numbers of this one in place of its own; nil where it is not certain
  /// which stands for which, or a code stands inside of one.
  ///
  /// A number is certain where source and target write it alike, once.
  func put(into entry: MemoryEntry) -> Content? {
    let old = NumberSlots(entry.source.text)
    let translated = NumberSlots(entry.target.text)
    var replacements: [(range: Range<Int>, text: [UInt8])] = []
    for (number, new) in zip(old.numbers, numbers) where number != new {
      let places = translated.numbers.indices.filter { translated.numbers[$0] == number }
      guard places.count == 1, old.numbers.count(where: { $0 == number }) == 1 else { return nil }
      // Languages group digits and mark decimals in ways of their own.
      guard number.allSatisfy({ !Self.joins($0) }), new.allSatisfy({ !Self.joins($0) }), new.count < 5 else {
        return nil
      }
      replacements.append((translated.ranges[places[0]], new))
    }
    return entry.target.replacing(replacements.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// Whether a mark between two digits belongs to the number.
  private static func joins(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }
}
