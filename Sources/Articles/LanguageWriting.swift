import Locales
import Units
import YAML

/// How a language is written and named in the metadata of articles.
struct LanguageWriting: Sendable {
  private let rightToLeft: Set<String>
  private let territories: [String: String]

  /// By the facts that hold for all languages.
  static let standard = LanguageWriting()

  private init() {
    let locale = LanguageTag("und").map { Locale($0) }
    rightToLeft = Set(locale?.strings("metadata.right-to-left") ?? [])
    let entries = locale?["metadata.territories"]?.entries ?? []
    territories = Dictionary(
      entries.compactMap { entry in
        guard let key = entry.key.string, let value = entry.value.string else { return nil }
        return (key, value)
      }, uniquingKeysWith: { $1 })
  }

  /// Whether the language, in its script, is written from right to left.
  func isRightToLeft(_ language: LanguageTag) -> Bool {
    let script = language.bcp47.split(separator: "-").dropFirst().first { subtag in
      subtag.utf8.count == 4 && subtag.utf8.allSatisfy(\.isASCIILetter)
    }
    return rightToLeft.contains(script.map(String.init) ?? language.language)
  }

  /// The language with its territory, as `og:locale` has it: `kk_KZ`; the language alone where it has none.
  func locale(_ language: LanguageTag) -> String {
    let subtags = language.bcp47.split(separator: "-").dropFirst()
    let own = subtags.first { $0.utf8.count == 2 || ($0.utf8.count == 3 && $0.utf8.allSatisfy { $0 < 65 }) }
    guard let territory = own.map(String.init) ?? territories[language.language] else { return language.language }
    return "\(language.language)_\(territory)"
  }
}
