/// The letters of a glossary in one language, numbered.
///
/// A symbol is a letter's number with flags: what ``fold(_:)`` makes of a text is compared by numbers alone, so capitals,
/// soft hyphens, stress marks, kinds of spaces and ё are no matter, and a place in it leads back to the text's bytes.
struct Alphabet: Sendable {
  typealias Symbol = UInt16

  static let isUpper: Symbol = 0x8000
  static let isWord: Symbol = 0x4000
  /// Spaces, quotation marks and dashes: what may stand between two words of a name.
  static let isSeparator: Symbol = 0x2000
  static let number: Symbol = 0x1FFF
  private static let ignored: Symbol = 0xFFFF

  /// Text as symbols, and the byte at which each begins; one more for the end.
  struct Folded {
    var symbols: [Symbol] = []
    var starts: [Int32] = []
  }

  private var table = Self.initialTable
  private var others = Self.initialOthers
  private var letters: [Unicode.Scalar: Symbol] = [:]
  private var next: Symbol = 2
  private let folds: [Unicode.Scalar: Unicode.Scalar]

  init(folds: [Unicode.Scalar: Unicode.Scalar]) { self.folds = folds }

  /// What letters of two bytes are before any has a number: asked of Unicode once.
  private static let initialTable: [Symbol] = (0..<0x800).map { code in
    Unicode.Scalar(UInt32(code)).map { initial($0) } ?? ignored
  }

  /// The same of general punctuation.
  private static let initialOthers: [UInt32: Symbol] = Dictionary(
    uniqueKeysWithValues: (UInt32(0x2000)...0x206F).compactMap { code in
      Unicode.Scalar(code).map { (code, initial($0)) }
    })

  private static func initial(_ scalar: Unicode.Scalar) -> Symbol {
    let properties = scalar.properties
    switch properties.generalCategory {
    // Most that there is, told by one question.
    case .uppercaseLetter: return isWord | isUpper
    case .lowercaseLetter: return isWord
    default: break
    }
    if properties.isWhitespace { return 1 | isSeparator }
    // Soft hyphen, joiners, marks that stand alone: not seen.
    if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .nonspacingMark { return ignored }
    switch properties.generalCategory {
    case .initialPunctuation, .finalPunctuation: return isSeparator
    case .dashPunctuation: return scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}" ? 0 : isSeparator
    default: break
    }
    if scalar == "\"" || scalar == "\u{201E}" || scalar == "\u{201A}" { return isSeparator }
    let isLetter = properties.isAlphabetic || properties.numericType != nil
    return isLetter ? (properties.isUppercase ? isWord | isUpper : isWord) : 0
  }

  /// Gives letters numbers.
  mutating func add(_ letters: some Sequence<Unicode.Scalar>) {
    for scalar in letters { _ = add(scalar) }
  }

  private mutating func add(_ scalar: Unicode.Scalar) -> Symbol {
    let present = symbol(of: scalar.value)
    // A letter has a number from 2 on.
    if present != Self.ignored, present & Self.number > 1 { return present }
    let lower = lowercase([scalar])[0]
    let folded = folds[lower] ?? lower
    let base: Symbol
    if let known = letters[folded] {
      base = known & Self.number
    } else {
      guard next < Self.number else { return 0 }
      base = next
      next += 1
      set(folded, base)
    }
    if lower != folded { set(lower, base) }
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    if upper.count == 1, let first = upper.first, first != lower { set(first, base) }
    for (from, to) in folds where to == folded {
      set(from, base)
      let upper = from.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let first = upper.first { set(first, base) }
    }
    return letters[scalar] ?? base
  }

  private mutating func set(_ scalar: Unicode.Scalar, _ base: Symbol) {
    let initial = Self.initial(scalar)
    let symbol = (initial == Self.ignored ? 0 : initial & ~Self.number) | base
    letters[scalar] = symbol
    if scalar.value < 0x800 { table[Int(scalar.value)] = symbol } else { others[scalar.value] = symbol }
    // Apostrophes and hyphens are written in several ways.
    for way in Self.ways(of: scalar) where letters[way] == nil {
      letters[way] = symbol
      others[way.value] = symbol
    }
  }

  private static func ways(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "'": ["\u{2019}"]
    case "-": ["\u{2010}", "\u{2011}"]
    default: []
    }
  }

  /// The symbols of a word of the glossary.
  func symbols(_ word: [Unicode.Scalar]) -> [Symbol] {
    var result: [Symbol] = []
    result.reserveCapacity(word.count)
    for scalar in word {
      let symbol = symbol(of: scalar.value)
      if symbol != Self.ignored { result.append(symbol) }
    }
    return result
  }

  /// A word in small letters, ё as е.
  func folded(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    lowercase(word).map { folds[$0] ?? $0 }
  }

  private func symbol(of code: UInt32) -> Symbol {
    code < 0x800 ? table[Int(code)] : (others[code] ?? Self.isWord)
  }

  /// The symbols of a text with their places.
  func fold(_ text: [UInt8]) -> Folded {
    let count = text.count
    let table = table
    // Written by index and cut at the end: appending costs twice as much.
    var symbols = [Symbol](repeating: 0, count: count)
    var starts = [Int32](repeating: 0, count: count + 1)
    var written = 0
    var at = 0
    while at < count {
      let byte = text[at]
      let start = at
      let symbol: Symbol
      if byte < 0x80 {
        symbol = table[Int(byte)]
        at += 1
      } else if byte < 0xE0 {
        let code = at + 1 < count ? UInt32(byte & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F) : 0
        // A mark that makes another letter of the one before: й written as и and its breve.
        if code >= 0x300, code <= 0x36F, let composed = compose(text, upTo: at + 2), written > 0 {
          symbols[written - 1] = composed
          at += 2
          continue
        }
        symbol = table[Int(code)]
        at += 2
      } else {
        let length = byte < 0xF0 ? 3 : 4
        let end = min(count, at + length)
        var code = UInt32(byte & (byte < 0xF0 ? 0x0F : 0x07))
        for index in (at + 1)..<max(at + 1, end) { code = code << 6 | UInt32(text[index] & 0x3F) }
        symbol = self.symbol(of: code)
        at = end
      }
      if symbol == Self.ignored { continue }
      symbols[written] = symbol
      starts[written] = Int32(truncatingIfNeeded: start)
      written += 1
    }
    starts[written] = Int32(truncatingIfNeeded: count)
    symbols.removeLast(count - written)
    starts.removeLast(count - written)
    return Folded(symbols: symbols, starts: starts)
  }

  /// The glossary's letter that the last character before `end` is canonically equivalent to.
  private func compose(_ text: [UInt8], upTo end: Int) -> Symbol? {
    let before = String(decoding: text[max(0, end - 12)..<end], as: UTF8.self)
    guard let last = before.last, last.unicodeScalars.count > 1 else { return nil }
    return letters.first { Character($0.key) == last }?.value
  }
}
