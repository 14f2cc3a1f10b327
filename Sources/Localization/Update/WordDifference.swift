import Checks
import Locales

/// What differs between two texts, word by word.
struct WordDifference {
  /// The new text with `[-what was left out-]` and `{+what was put in+}`.
  let text: String
  /// The parts of words that both have, in percent of all.
  let similarity: Int
  /// The words that were left out or put in, and whether they open the sentence.
  private let changed: [(word: String, isFirst: Bool)]

  /// Texts beyond this many words are told as a whole.
  private static let longest = 1_000

  init(from old: [UInt8], to new: [UInt8]) {
    similarity = Self.similarity(Self.parts(old), Self.parts(new))
    let (old, new) = (Self.words(old), Self.words(new))
    guard old.count <= Self.longest, new.count <= Self.longest else {
      (text, changed) = ("", [])
      return
    }
    let difference = new.difference(from: old)
    let (removed, inserted) = (difference.removedOffsets, difference.insertedOffsets)
    text = Self.marked(old, removed, new, inserted)
    // Another full stop behind a word or a number does not make it another one; another place may.
    let cores = new.map(Self.core).difference(from: old.map(Self.core))
    changed = cores.removedOffsets.map { (old[$0], $0 == 0) } + cores.insertedOffsets.map { (new[$0], $0 == 0) }
  }

  /// What the difference is about that changes what the sentence says; empty for wording.
  func facts(_ words: FactualWords, in locale: Locale) -> [FactualWords.Fact] {
    let found = changed.reduce(into: Set()) {
      $0.formUnion(words.facts(of: $1.word, opensSentence: $1.isFirst, in: locale))
    }
    return FactualWords.Fact.allCases.filter(found.contains)
  }

  /// A word without the marks of a sentence around it; a sign or a currency is the number's own.
  private static func core(_ word: String) -> Substring {
    let isInner = { (letter: Character) in !".,;:!?…()[]\"'«»“”„‘’".contains(letter) }
    guard let first = word.firstIndex(where: isInner), let last = word.lastIndex(where: isInner) else { return "" }
    return word[first...last]
  }

  /// The words of a text, without the white space.
  static func words(_ text: [UInt8]) -> [String] {
    String(decoding: text, as: UTF8.self).unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
  }

  /// The parts of words that tell how much alike two texts are: letters and digits together, ideographs each.
  ///
  /// Two addresses are one word each, and have most of their parts in common.
  static func parts(_ text: [UInt8]) -> [String] {
    var parts: [String] = []
    var isOpen = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let properties = scalar.properties
      let isPart = properties.isAlphabetic || properties.numericType != nil
      if isOpen, isPart, !properties.isIdeographic {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      } else if isPart {
        parts.append(String(scalar))
      }
      isOpen = isPart && !properties.isIdeographic
    }
    return parts
  }

  /// How many parts two texts share, in percent (Dice's coefficient).
  static func similarity(_ left: [String], _ right: [String]) -> Int {
    guard !left.isEmpty || !right.isEmpty else { return 100 }
    var counts: [String: Int] = [:]
    for word in left { counts[word, default: 0] += 1 }
    var shared = 0
    for word in right where counts[word, default: 0] > 0 {
      counts[word, default: 0] -= 1
      shared += 1
    }
    return 200 * shared / (left.count + right.count)
  }

  private static func marked(_ old: [String], _ removed: Set<Int>, _ new: [String], _ inserted: Set<Int>) -> String {
    var parts: [String] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let gone = run(from: left, in: removed)
      let come = run(from: right, in: inserted)
      if !gone.isEmpty { parts.append("[-\(old[gone].joined(separator: " "))-]") }
      if !come.isEmpty { parts.append("{+\(new[come].joined(separator: " "))+}") }
      (left, right) = (gone.upperBound, come.upperBound)
      guard left < old.count, right < new.count else { continue }
      parts.append(new[right])
      (left, right) = (left + 1, right + 1)
    }
    return parts.joined(separator: " ")
  }

  private static func run(from start: Int, in indexes: Set<Int>) -> Range<Int> {
    var end = start
    while indexes.contains(end) { end += 1 }
    return start..<end
  }
}
