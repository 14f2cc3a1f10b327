internal import Locales

/// The words and parts of words that deny something in a language.
struct Negation: Sendable {
  let words: Set<String>
  let prefixes: [[UInt8]]
  let parts: [[UInt8]]

  init(_ locale: Locale) {
    words = Set(locale.strings("negation.words"))
    prefixes = locale.strings("negation.prefixes").map { Array($0.utf8) }
    parts = locale.strings("negation.parts").map { Array($0.utf8) }
  }

  /// Whether a text denies something.
  func isIn(_ text: [UInt8]) -> Bool {
    let lower = Array(String(decoding: text, as: UTF8.self).lowercased().replacing("’", with: "'").utf8)
    return Words(lower).contains { range in
      let word = lower[range]
      if words.contains(String(decoding: word, as: UTF8.self)) { return true }
      return prefixes.contains { word.starts(with: $0) }
        || parts.contains { part in
          word.count > part.count && word.indices.dropFirst().contains { word[$0...].starts(with: part) }
        }
    }
  }
}
