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
  /// Letters that a word may go on with: a trie, whose nodes are numbered.
  private struct Step: Hashable {
    var node: Int32
    var letter: Unicode.Scalar

    func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(letter.value))
    }
  }

  private var steps: [Step: Int32] = [:]
  /// The first letters of two bytes, which are nearly all: the node after each, -1 where there is none.
  private var firstSteps = [Int32](repeating: -1, count: 0x800)
  /// The sounds of the letters that lead to each node; nil where the data don't have them.
  private var sounds: [[UInt8]?] = [nil]
  /// Words of the language that are no names though they have a capital: days, months, what bodies are called.
  private var ordinary: Set<String> = []
  /// Endings that those words may take besides.
  private var ordinaryEndings: Set<String> = []
  /// The most letters that an ending of a name has.
  public let endingLimit: Int
  /// For each sound, as bits, those that one press hears for it.
  private var near = [Bits](repeating: Bits(), count: 128)

  /// A set of sounds, which are ASCII letters.
  private struct Bits {
    var low: UInt64 = 0
    var high: UInt64 = 0

    mutating func insert(_ sound: UInt8) {
      if sound < 64 { low |= 1 << UInt64(sound) } else { high |= 1 << UInt64(sound & 63) }
    }

    func contains(_ sound: UInt8) -> Bool { (sound < 64 ? low : high) >> UInt64(sound & 63) & 1 != 0 }
  }

  /// The spelling that a locale's data describe.
  public init(_ locale: Locale) {
    endingLimit = locale["press.ending-limit"]?.int ?? 0
    for forms in (locale["weekdays"]?.list ?? []) + (locale["numbers.months"]?.list ?? []) { insert(forms.strings) }
    for (_, words) in locale["press.kinds"]?.entries ?? [] { insert(words.strings) }
    insert(locale.strings("press.ordinary"))
    insert(locale.strings("press.titles"))
    insert(locale.strings("sentences.openers"))
    ordinaryEndings = Set(locale.strings("numbers.endings"))
    for (letters, sounds) in locale["press.sounds"]?.entries ?? [] {
      guard let letters = letters.string, let sounds = sounds.string else { continue }
      let node = letters.unicodeScalars.reduce(0) { add($1, after: $0) }
      self.sounds[Int(node)] = Array(sounds.utf8)
    }
    for pair in locale.strings("press.near").map({ Array($0.utf8) }) where pair.count == 2 {
      near[Int(pair[0] & 0x7F)].insert(pair[1] & 0x7F)
      near[Int(pair[1] & 0x7F)].insert(pair[0] & 0x7F)
    }
  }

  /// Takes words as the locale data write them: whole, or `stem|ending ending`.
  private mutating func insert(_ forms: [String]) {
    for form in forms {
      let parts = form.lowercased().split(separator: "|", maxSplits: 1)
      guard parts.count == 2 else {
        ordinary.insert(form.lowercased())
        continue
      }
      for ending in parts[1].split(separator: " ") {
        ordinary.insert(String(parts[0]) + (ending == "-" ? "" : String(ending)))
      }
    }
  }

  /// Whether a word is one of the language that is no name though it has a capital: Tuesday, Navy.
  func isOrdinary(_ word: [Unicode.Scalar]) -> Bool {
    let word = lowercase(word)
    if ordinary.contains(String(letters: word)) { return true }
    guard !ordinaryEndings.isEmpty, word.count > 3 else { return false }
    return (max(3, word.count - endingLimit)..<word.count).contains { end in
      ordinary.contains(String(letters: word[..<end])) && ordinaryEndings.contains(String(letters: word[end...]))
    }
  }

  private mutating func add(_ letter: Unicode.Scalar, after node: Int32) -> Int32 {
    let known = step(node, letter)
    if known >= 0 { return known }
    let new = Int32(sounds.count)
    sounds.append(nil)
    if node == 0, letter.value < 0x800 {
      firstSteps[Int(letter.value)] = new
    } else {
      steps[Step(node: node, letter: letter)] = new
    }
    return new
  }

  @inline(__always)
  private func step(_ node: Int32, _ letter: Unicode.Scalar) -> Int32 {
    if node == 0, letter.value < 0x800 { return firstSteps[Int(letter.value)] }
    return steps[Step(node: node, letter: letter)] ?? -1
  }

  /// The key of a word; letters that the data don't have are no sounds.
  public func key(of word: [Unicode.Scalar]) -> PressKey {
    let letters = ["^"] + lowercase(word)
    var sounds: [UInt8] = []
    var ends: [Int] = []
    var at = 0
    while at < letters.count {
      let (own, end) = longest(letters, from: at)
      at = end
      for sound in own {
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

  /// The sounds of the longest run of letters that the data have; of one letter without a sound where they have none.
  private func longest(_ letters: [Unicode.Scalar], from start: Int) -> (sounds: [UInt8], end: Int) {
    var result: (sounds: [UInt8], end: Int) = ([], start + 1)
    var node: Int32 = 0
    var at = start
    while at < letters.count, case let next = step(node, letters[at]), next >= 0 {
      node = next
      at += 1
      if let own = sounds[Int(node)] { result = (own, at) }
    }
    return result
  }

  /// How far the beginning of a word in another language is from a name, and how many letters that beginning has.
  ///
  /// The rest is the word's ending. Nil where it is another name.
  public func alignment(of name: PressKey, with word: PressKey) -> (distance: Int, letters: Int)? {
    guard name.sounds.count >= 4, word.sounds.count + 1 >= name.sounds.count,
      cost(name.sounds[0], word.sounds[0]) < 2
    else { return nil }
    // Halves of errors: a sound heard for another is one, another sound two. Three rows of the table, in turn.
    let width = word.sounds.count + 1
    var rows = [Int](repeating: 0, count: width * 3)
    for column in 0..<width { rows[column] = column * 2 }
    let limit = name.sounds.count < 5 ? 1 : name.sounds.count < 10 ? 2 : 4
    for (index, sound) in name.sounds.enumerated() {
      let (before, last, next) = ((index + 2) % 3 * width, index % 3 * width, (index + 1) % 3 * width)
      rows[next] = (index + 1) * 2
      var least = rows[next]
      for (column, other) in word.sounds.enumerated() {
        var best = min(
          rows[last + column] + cost(sound, other), rows[last + column + 1] + 2, rows[next + column] + 2)
        // Two letters that changed places are one slip of the pen.
        if index > 0, column > 0, sound == word.sounds[column - 1], name.sounds[index - 1] == other {
          best = min(best, rows[before + column - 1] + 2)
        }
        rows[next + column + 1] = best
        least = min(least, best)
      }
      if least > limit { return nil }
    }
    let last = name.sounds.count % 3 * width
    guard let best = (1..<width).min(by: { rows[last + $0] < rows[last + $1] }), rows[last + best] <= limit else {
      return nil
    }
    return (rows[last + best], word.ends[best - 1])
  }

  /// Whether a word in another language is a name, with an ending or without; an ending of another language than this
  /// one's may be of so many letters.
  public func isRendering(
    _ word: PressKey, ofLetters count: Int, of name: PressKey, endingLimit: Int? = nil
  ) -> Bool {
    alignment(of: name, with: word).map { count - $0.letters <= endingLimit ?? self.endingLimit } ?? false
  }

  @inline(__always)
  private func cost(_ left: UInt8, _ right: UInt8) -> Int {
    left == right ? 0 : near[Int(left & 0x7F)].contains(right) ? 1 : 2
  }
}
