internal import Locales
internal import Synchronization

/// Reduces inflected words of names to the form of the dictionary, by the paradigms of their language.
///
/// A word is a form of another one where that one has it in its singular; in a language of suffixes two words are also
/// forms of what both begin with, though that itself is met nowhere.
final class NameLemmas: Sendable {
  /// The letters of the longest stem that is looked for.
  private static let stemLimit = 40

  /// Whether every word of a name inflects, or the last one alone.
  let inflectsEach: Bool
  private let hasSuffixes: Bool
  /// The groups of cells without plural and possessor: in a table those of the genders.
  private let singular: Cells
  private let roles = [WordRole(labels: [.person, .surname]), WordRole(labels: .place)]
  /// Grows by the kinds of endings that were met, each expanded once.
  private let inflection: Mutex<Inflection>

  /// Nil for a language whose names have hardly any forms.
  init?(_ locale: Locale) {
    let inflection = Inflection(locale)
    guard inflection.isKnown, inflection.cases.count > 2 else { return nil }
    inflectsEach = inflection.agreement == .each
    hasSuffixes = inflection.graph != nil
    singular = hasSuffixes ? .group(0) : [.group(0), .group(1), .group(2)]
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
    let forms = forms(among: words)
    var bases: Set<String> = []
    for base in words where result[base] == nil {
      for form in forms[base] ?? [] where result[form] == nil {
        result[form] = base
        bases.insert(base)
      }
    }
    guard hasSuffixes else { return }
    let rest = words.filter { result[$0] == nil && !bases.contains($0) }.sorted()
    for (word, next) in zip(rest, rest.dropFirst()) {
      let base = word.commonPrefix(with: next)
      guard base.unicodeScalars.count >= 4, base != word, base != next, areForms(word, next, of: base) else { continue }
      result[word] = base
      result[next] = base
    }
  }

  /// The words that are a form of another one of them in the singular, by that one.
  ///
  /// Each word is looked up by what it begins with among the stems of all, so that no two words need be compared.
  private func forms(among words: [String]) -> [String: [String]] {
    inflection.withLock { inflection in
      var stems: [[Unicode.Scalar]: [(base: String, stem: Stem)]] = [:]
      for base in words {
        for stem in self.stems(of: base, &inflection) { stems[stem.text, default: []].append((base, stem)) }
      }
      var result: [String: [String]] = [:]
      for word in words {
        let letters = Array(word.unicodeScalars)
        for end in 1...max(1, min(letters.count, Self.stemLimit)) {
          for (base, stem) in stems[Array(letters.prefix(end))] ?? [] where base != word {
            if isForm(letters, of: stem, inflection) { result[base, default: []].append(word) }
          }
        }
      }
      return result
    }
  }

  /// Whether two words are forms of what both begin with.
  private func areForms(_ word: String, _ next: String, of base: String) -> Bool {
    inflection.withLock { inflection in
      let stems = stems(of: base, &inflection)
      return [word, next].allSatisfy { word in
        let letters = Array(word.unicodeScalars)
        return stems.contains { isForm(letters, of: $0, inflection) }
      }
    }
  }

  /// The stems of a word as a person's name and as a place's.
  private func stems(of word: String, _ inflection: inout Inflection) -> [Stem] {
    var result: [Stem] = []
    for role in roles { result += inflection.stems(of: Array(word.unicodeScalars), role: role).stems }
    return result
  }

  /// Whether a word is a stem with an ending of the singular.
  private func isForm(_ word: [Unicode.Scalar], of stem: Stem, _ inflection: Inflection) -> Bool {
    guard word.starts(with: stem.text) else { return false }
    let cells = inflection.endings[stem.endings].cells(of: word.dropFirst(stem.text.count))
    return !cells.intersection(stem.allowed).intersection(singular).isEmpty
  }
}

extension String {
  /// What both begin with, letter by letter.
  fileprivate func commonPrefix(with other: String) -> String {
    String(letters: zip(unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.map(\.0))
  }
}
