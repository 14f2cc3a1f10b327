/// How many letters must be put in, left out or changed to make one text of another (Levenshtein's distance), for one
/// text and many others.
///
/// Myers' bit-parallel algorithm (1999) in Hyyrö's form for texts of more than 64 letters: a column of the table is some
/// machine words, so a sentence costs about a microsecond.
struct EditDistance {
  /// The number of scalars of the text.
  let length: Int
  private let wordCount: Int
  /// For each scalar of the text below the table's size, the number of its masks; 0 where it has none.
  private var numbers: [UInt16]
  private var rareNumbers: [UInt32: UInt16] = [:]
  /// For each number, which places of the text hold the scalar.
  private var masks: [UInt64]

  private static let tableSize = 0x600

  /// Distances from a text; its first 65,000 different scalars count.
  init(from text: [UInt32]) {
    length = text.count
    wordCount = max(1, (text.count + 63) / 64)
    numbers = Array(repeating: 0, count: Self.tableSize)
    masks = Array(repeating: 0, count: wordCount)
    for (place, scalar) in text.enumerated() {
      var number = Int(self.number(of: scalar))
      if number == 0, masks.count / wordCount < Int(UInt16.max) {
        number = masks.count / wordCount
        masks.append(contentsOf: repeatElement(0, count: wordCount))
        if scalar < Self.tableSize {
          numbers[Int(scalar)] = UInt16(number)
        } else {
          rareNumbers[scalar] = UInt16(number)
        }
      }
      if number > 0 { masks[number * wordCount + place / 64] |= 1 << UInt64(place % 64) }
    }
  }

  /// The distance to another text.
  func distance(to other: [UInt32]) -> Int {
    guard length > 0 else { return other.count }
    var positive = [UInt64](repeating: .max, count: wordCount)
    var negative = [UInt64](repeating: 0, count: wordCount)
    var distance = length
    let last = UInt64(1) << UInt64((length - 1) % 64)
    for scalar in other {
      let mask = Int(number(of: scalar)) * wordCount
      // The first row of the table grows by one with each letter.
      var (carryPositive, carryNegative) = (UInt64(1), UInt64(0))
      for word in 0..<wordCount {
        let (p, n) = (positive[word], negative[word])
        let equal = masks[mask + word]
        let vertical = equal | n
        let equalIn = equal | carryNegative
        let horizontal = (((equalIn & p) &+ p) ^ p) | equalIn
        var rises = n | ~(horizontal | p)
        var falls = p & horizontal
        let top = word == wordCount - 1 ? last : 1 << 63
        if word == wordCount - 1 {
          if rises & last != 0 { distance += 1 }
          if falls & last != 0 { distance -= 1 }
        }
        let (nextPositive, nextNegative) = (rises & top != 0 ? UInt64(1) : 0, falls & top != 0 ? UInt64(1) : 0)
        rises = rises << 1 | carryPositive
        falls = falls << 1 | carryNegative
        positive[word] = falls | ~(vertical | rises)
        negative[word] = rises & vertical
        (carryPositive, carryNegative) = (nextPositive, nextNegative)
      }
    }
    return distance
  }

  /// How alike the texts are, in percent of the longer one, rounded down.
  func similarity(to other: [UInt32]) -> Int {
    let longer = max(length, other.count)
    return longer == 0 ? 100 : 100 * (longer - distance(to: other)) / longer
  }

  /// The scalars of a text without the white space at its ends; other white space is one space.
  static func scalars(of text: [UInt8]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isSpace = scalar.value == 0x20 || (scalar.value < 0x3001 && scalar.properties.isWhitespace)
      if !isSpace { result.append(scalar.value) } else if result.last != 0x20, !result.isEmpty { result.append(0x20) }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  @inline(__always)
  private func number(of scalar: UInt32) -> UInt16 {
    scalar < Self.tableSize ? numbers[Int(scalar)] : rareNumbers.isEmpty ? 0 : rareNumbers[scalar] ?? 0
  }
}
