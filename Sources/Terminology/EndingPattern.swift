/// A pattern of how words end, as the locale data writes it.
///
/// Alternatives are set apart by spaces. Each is compared with the end of a word in lower case: a letter stands for
/// itself, `[name]` for one letter of the set of that name, `[name]*` for any run of such letters, `^` for the
/// beginning of the word, `|` for the end of the stem (where there is none, the whole word is the stem).
struct EndingPattern: Sendable {
  private enum Element: Sendable {
    case letters(LetterSet)
    case run(LetterSet)
    case start
  }

  private struct Alternative: Sendable {
    /// From the end of the word on.
    var elements: [Element]
    /// How many letters after the stem.
    var dropped: Int
  }

  private let alternatives: [Alternative]

  init(_ text: String, sets: [String: LetterSet]) {
    let written = text.split(separator: " ").map { Self.alternative($0, sets) }
    alternatives = written.isEmpty ? [Alternative(elements: [], dropped: 0)] : written
  }

  /// How many letters of `word`, which is in lower case, follow the stem; nil where no alternative fits.
  func dropped(from word: [Unicode.Scalar]) -> Int? {
    alternatives.first { Self.fits($0.elements[...], word[...]) }?.dropped
  }

  private static func alternative(_ text: Substring, _ sets: [String: LetterSet]) -> Alternative {
    var elements: [Element] = []
    var bar: Int?
    var name: String?
    for scalar in text.unicodeScalars {
      if let open = name {
        if scalar == "]" {
          elements.append(.letters(sets[open] ?? LetterSet(open)))
          name = nil
        } else {
          name = open + String(scalar)
        }
        continue
      }
      switch scalar {
      case "[": name = ""
      case "^": elements.append(.start)
      case "|": bar = elements.count
      case "*":
        if case .letters(let set)? = elements.popLast() { elements.append(.run(set)) }
      default: elements.append(.letters(LetterSet(String(scalar))))
      }
    }
    return Alternative(elements: elements.reversed(), dropped: bar.map { elements.count - $0 } ?? 0)
  }

  private static func fits(_ elements: ArraySlice<Element>, _ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let element = elements.first else { return true }
    let rest = elements.dropFirst()
    switch element {
    case .start: return word.isEmpty
    case .letters(let set):
      guard let last = word.last, set.contains(last) else { return false }
      return fits(rest, word.dropLast())
    case .run(let set):
      if fits(rest, word) { return true }
      guard let last = word.last, set.contains(last) else { return false }
      return fits(elements, word.dropLast())
    }
  }
}

/// A set of letters, asked for every letter of every name: those of our scripts are bits.
struct LetterSet: Sendable {
  private var bits: [UInt64] = []
  private var others: Set<Unicode.Scalar> = []
  /// The letters, in the order they were given.
  let letters: [Unicode.Scalar]

  init(_ text: String) {
    letters = Array(text.unicodeScalars)
    for letter in letters {
      guard letter.value < 0x600 else {
        others.insert(letter)
        continue
      }
      if bits.isEmpty { bits = Array(repeating: 0, count: 0x600 / 64) }
      bits[Int(letter.value >> 6)] |= 1 << UInt64(letter.value & 63)
    }
  }

  func contains(_ letter: Unicode.Scalar) -> Bool {
    guard letter.value < 0x600 else { return others.contains(letter) }
    return !bits.isEmpty && bits[Int(letter.value >> 6)] & 1 << UInt64(letter.value & 63) != 0
  }
}
