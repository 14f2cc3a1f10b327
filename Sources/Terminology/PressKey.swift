public import Locales
internal import YAML

/// How a name sounds, so roughly that its spellings in the press of two languages are alike.
///
/// `Rosenstein`, Розенштейн and Розэнштэйн have one key. What letters sound like is data (`press.sounds`).
public struct PressKey: Hashable, Sendable {
  /// The sounds: consonants, and one sign for a run of vowels.
  public let sounds: [UInt8]
  /// For each sound the number of letters up to its end.
  public let ends: [Int]
}

/// Makes keys of names and compares them.
public struct PressSpelling: Sendable {
  private let table: [[Unicode.Scalar]: [UInt8]]
  private let longest: Int
  private let near: Set<[UInt8]>

  /// The spelling that a locale's data describe.
  public init(_ locale: Locale) {
    var table: [[Unicode.Scalar]: [UInt8]] = [:]
    for (letters, sounds) in locale["press.sounds"]?.entries ?? [] {
      if let letters = letters.string, let sounds = sounds.string {
        table[Array(letters.unicodeScalars)] = Array(sounds.utf8)
      }
    }
    self.table = table
    longest = table.keys.map(\.count).max() ?? 0
    near = Set(locale.strings("press.near").flatMap { [Array($0.utf8), Array($0.utf8.reversed())] })
  }

  /// The key of a word; letters that the data don't have are no sounds.
  public func key(of word: [Unicode.Scalar]) -> PressKey {
    let letters = ["^"] + lowercase(word)
    var sounds: [UInt8] = []
    var ends: [Int] = []
    var at = 0
    while at < letters.count {
      let length =
        stride(from: min(longest, letters.count - at), to: 0, by: -1)
        .first { table[Array(letters[at..<(at + $0)])] != nil } ?? 1
      at += length
      for sound in table[Array(letters[(at - length)..<at])] ?? [] {
        if sounds.last == sound {
          ends[ends.count - 1] = at - 1
        } else {
          sounds.append(sound)
          ends.append(at - 1)
        }
      }
    }
    return PressKey(sounds: sounds, ends: ends)
  }

  /// How far the beginning of a word in another language is from a name, and how many letters that beginning has.
  ///
  /// The rest is the word's ending. Nil where it is another name.
  public func alignment(of name: PressKey, with word: PressKey) -> (distance: Int, letters: Int)? {
    guard name.sounds.count >= 4, word.sounds.count + 1 >= name.sounds.count else { return nil }
    // Halves of errors: a sound heard for another is one, another sound two.
    var before: [Int] = []
    var row = (0...word.sounds.count).map { $0 * 2 }
    for (index, sound) in name.sounds.enumerated() {
      var next = [(index + 1) * 2]
      for (column, other) in word.sounds.enumerated() {
        var best = min(row[column] + cost(sound, other), row[column + 1] + 2, next[column] + 2)
        // Two letters that changed places are one slip of the pen.
        if index > 0, column > 0, sound == word.sounds[column - 1], name.sounds[index - 1] == other {
          best = min(best, before[column - 1] + 2)
        }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    let limit = name.sounds.count < 5 ? 1 : name.sounds.count < 10 ? 2 : 4
    guard let best = row.indices.dropFirst().min(by: { row[$0] < row[$1] }), row[best] <= limit else { return nil }
    guard cost(name.sounds[0], word.sounds[0]) < 2 else { return nil }
    return (row[best], word.ends[best - 1])
  }

  /// Whether a word in another language is a name, with an ending or without.
  public func isRendering(_ word: PressKey, ofLetters count: Int, of name: PressKey) -> Bool {
    alignment(of: name, with: word).map { count - $0.letters <= Self.endingLimit } ?? false
  }

  /// The most letters that an ending has: plural, possessor and case of a Kazakh name.
  static let endingLimit = 7

  private func cost(_ left: UInt8, _ right: UInt8) -> Int { left == right ? 0 : near.contains([left, right]) ? 1 : 2 }
}
