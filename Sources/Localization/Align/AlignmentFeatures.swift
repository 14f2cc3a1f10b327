import Glibc
import Terminology
import Units

/// What of a stretch of text tells that another one is its translation.
struct AlignmentFeatures {
  /// The number of scalars.
  var length: Double
  /// What the block is.
  var role: Role
  /// What other languages write alike, as numbers of an ``AnchorTable``, ascending.
  var anchors: [Int32]

  /// The features of two stretches, one behind the other.
  func followed(by next: Self) -> Self {
    Self(length: length + 1 + next.length, role: role, anchors: Set(anchors + next.anchors).sorted())
  }
}

/// Numbers for what two languages write alike: figures, Latin words, names by their sound, parts of addresses.
///
/// What stands everywhere in the two texts is worth little, what stands once much.
struct AnchorTable {
  private var numbers: [String: Int32] = [:]
  private var counts: [Int] = []
  private var total = 0
  private let press: PressSpelling

  init(_ press: PressSpelling) { self.press = press }

  /// The features of a text, with the bytes of its codes.
  mutating func features(of text: [UInt8], role: Role, codes: [[UInt8]]) -> AlignmentFeatures {
    var found: Set<Int32> = []
    for (index, word) in Self.words(of: text).enumerated() {
      for anchor in anchors(of: word, isFirst: index == 0) { found.insert(number(anchor)) }
    }
    for part in codes.flatMap(Self.words) where part.unicodeScalars.count > 2 { found.insert(number(part)) }
    for anchor in found { counts[Int(anchor)] += 1 }
    total += 1
    return AlignmentFeatures(length: Double(max(1, text.scalarCount)), role: role, anchors: found.sorted())
  }

  /// For each anchor, what it is worth.
  var weights: [Double] { counts.map { log(1 + Double(total) / Double(max(1, $0))) } }

  private mutating func number(_ anchor: String) -> Int32 {
    if let number = numbers[anchor] { return number }
    let number = Int32(numbers.count)
    numbers[anchor] = number
    counts.append(0)
    return number
  }

  /// A word in figures or Latin letters as it is, and a capitalised one by its sound; none for what says nothing.
  private func anchors(of word: String, isFirst: Bool) -> [String] {
    var anchors: [String] = []
    // One letter is an article or a preposition.
    if word.utf8.allSatisfy({ $0 < 0x80 }), word.utf8.count > 1 || word.utf8.allSatisfy({ $0 &- 48 < 10 }) {
      anchors.append(word.lowercased())
    }
    let scalars = Array(word.unicodeScalars)
    // A sentence's first word has a capital whatever it is.
    guard !isFirst, scalars.count > 2, scalars[0].properties.isUppercase else { return anchors }
    let sounds = press.key(of: scalars).sounds
    if sounds.count > 2 { anchors.append("~" + String(decoding: sounds.prefix(4), as: UTF8.self)) }
    return anchors
  }

  /// Runs of letters and digits.
  private static func words(of text: [UInt8]) -> [String] {
    String(decoding: text, as: UTF8.self).unicodeScalars.split {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }.map { String($0) }
  }
}
