public import Locales
internal import Units

/// Finds what looks like a name in texts of one language: runs of capitalised words.
public struct NameRuns: Sendable {
  /// Words with capitals that stand side by side.
  struct Run {
    var words: [Token]
    /// Whether the first one begins a sentence, where any word is capitalised.
    var isInitial: Bool
  }

  private let ordinary: Set<String>
  private let titles: Set<String>

  /// The finder for a language; its locale says which capitalised words are no names.
  public init(_ locale: Locale) {
    ordinary = Set(locale.strings("press.ordinary").map { $0.lowercased() })
    titles = Set(locale.strings("press.titles"))
  }

  /// The runs in a text, whose words are `tokens`.
  func runs(of tokens: [Token], in text: [UInt8]) -> [Run] {
    var result: [Run] = []
    var current = Run(words: [], isInitial: true)
    func close() {
      if !current.words.isEmpty { result.append(current) }
      current = Run(words: [], isInitial: true)
    }
    var startsSentence = true
    for token in tokens {
      if let last = current.words.last, !isAdjoining(last, token, text) { close() }
      startsSentence = startsSentence || (current.words.isEmpty && beginsSentence(token, text))
      if token.isCapitalised, !isOrdinary(token) {
        if current.words.isEmpty { current.isInitial = startsSentence }
        current.words.append(token)
      } else {
        close()
      }
      startsSentence = false
    }
    close()
    return result
  }

  /// Whether a word stands before people's names and is no part of them.
  func isTitle(_ word: String) -> Bool { titles.contains(word) }

  private func isOrdinary(_ token: Token) -> Bool {
    ordinary.contains(token.name.lowercased())
  }

  private func isAdjoining(_ left: Token, _ right: Token, _ text: [UInt8]) -> Bool {
    let between = text[left.range.upperBound..<right.range.lowerBound]
    // What has a possessive ends its name.
    return between.elementsEqual([0x20]) && !left.isPossessive
  }

  /// Whether a mark stands before a word that ends a sentence or opens a quotation.
  private func beginsSentence(_ token: Token, _ text: [UInt8]) -> Bool {
    let before = text[..<token.range.lowerBound].reversed().prefix { byte in
      !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) && !(0x30...0x39).contains(byte)
    }
    return before.contains { [0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x0A, 0x80].contains($0) }
  }
}

extension Token {
  /// Whether it begins with a capital.
  var isCapitalised: Bool { text.first?.isCapital == true }

  /// Whether it is wholly in capitals, the possessive aside.
  var isAbbreviation: Bool {
    text.dropFirst().dropLast(isPossessive ? 2 : 0).allSatisfy(\.isCapital)
  }

  /// Whether it ends in 's.
  var isPossessive: Bool {
    guard text.count > 2, text.last == "s" else { return false }
    let mark = text[text.count - 2]
    return mark == "'" || mark == "\u{2019}"
  }

  /// The word without 's.
  var name: String { String(letters: text.dropLast(isPossessive ? 2 : 0)) }
}
