internal import Locales
internal import Synchronization

/// Reduces inflected words of names to the form of the dictionary, by the paradigms of their language.
///
/// A word is a form of another one where that one has it in its singular; in a language of suffixes two words are also
/// forms of what both begin with, though that itself is met nowhere.
final class NameLemmas: Sendable {
  /// Whether every word of a name inflects, or the last one alone.
  let inflectsEach: Bool
  private let hasSuffixes: Bool
  private let roles = [WordRole(labels: [.person, .surname]), WordRole(labels: .place)]
  /// Grows by the kinds of endings that were met, each expanded once.
  private let inflection: Mutex<Inflection>

  /// Nil for a language whose names have hardly any forms.
  init?(_ locale: Locale) {
    let inflection = Inflection(locale)
    guard inflection.isKnown, inflection.cases.count > 2 else { return nil }
    inflectsEach = inflection.agreement == .each
    hasSuffixes = inflection.graph != nil
    self.inflection = Mutex(inflection)
  }

  /// The form of the dictionary for each of the words that is not one itself.
  func lemmas(of words: some Sequence<String>) -> [String: String] {
    var result: [String: String] = [:]
    // What begins alike, so that a word is compared with few others.
    for group in Dictionary(grouping: Set(words), by: { $0.prefix(3) }).values where group.count > 1 {
      reduce(group.sorted { ($0.unicodeScalars.count, $0) < ($1.unicodeScalars.count, $1) }, &result)
    }
    return result
  }

  private func reduce(_ words: [String], _ result: inout [String: String]) {
    let group = Set(words)
    let alike = Self.wordsWithNeighbours(words.sorted())
    var bases: Set<String> = []
    for base in words where alike.contains(base) && result[base] == nil {
      for form in forms(of: base) where form != base && result[form] == nil && group.contains(form) {
        result[form] = base
        bases.insert(base)
      }
    }
    guard hasSuffixes else { return }
    let rest = words.filter { result[$0] == nil && !bases.contains($0) }.sorted()
    for (word, next) in zip(rest, rest.dropFirst()) {
      let base = word.commonPrefix(with: next)
      guard base.unicodeScalars.count >= 4, base != word, base != next else { continue }
      let forms = forms(of: base)
      guard forms.contains(word), forms.contains(next) else { continue }
      result[word] = base
      result[next] = base
    }
  }

  /// The words, of those in the order of the alphabet, that another one shares all but the end with: others are nobody's
  /// form, so their forms need not be made.
  private static func wordsWithNeighbours(_ words: [String]) -> Set<String> {
    var result: Set<String> = []
    for (word, next) in zip(words, words.dropFirst()) {
      let common = word.commonPrefix(with: next).unicodeScalars.count
      // A vowel may be lost and the ending change: Лев, Льва.
      for word in [word, next] where common + 3 >= word.unicodeScalars.count { result.insert(word) }
    }
    return result
  }

  /// The forms of a word in the singular, as a person's name and as a place's.
  private func forms(of word: String) -> Set<String> {
    let letters = Array(word.unicodeScalars)
    // The groups of cells without plural and possessor: in a table those of the genders.
    let singular: Cells = hasSuffixes ? .group(0) : [.group(0), .group(1), .group(2)]
    return inflection.withLock { inflection in
      roles.reduce(into: Set()) { result, role in
        let stems = inflection.stems(of: letters, role: role).stems
        for form in inflection.forms(of: stems) where !form.cells.intersection(singular).isEmpty {
          result.insert(String(letters: form.text))
        }
      }
    }
  }
}

extension String {
  /// What both begin with, letter by letter.
  fileprivate func commonPrefix(with other: String) -> String {
    String(letters: zip(unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.map(\.0))
  }
}
