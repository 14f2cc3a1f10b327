import Locales
import Units
internal import Synchronization

/// A language with what extraction and merging need of it.
struct Language: Sendable {
  let locale: Locale
  /// Reads articles written in the language.
  let reader: ArticleReader
  /// The ranges of the sentences of a text.
  let sentences: @Sendable ([UInt8]) -> [Range<Int>]

  /// Whether sentences are set apart by a space.
  let joinsWithSpace: Bool

  init(_ tag: LanguageTag) {
    locale = Locale(tag)
    reader = ArticleReader(locale)
    joinsWithSpace = locale.bool("spaces") ?? true
    sentences = { $0.isEmpty ? [] : [0..<$0.count] }
  }
}

/// The languages met so far; each is made once, when it is first asked for.
final class Languages: Sendable {
  private let made = Mutex<[LanguageTag: Language]>([:])

  subscript(tag: LanguageTag) -> Language {
    made.withLock { made in
      if let language = made[tag] { return language }
      let language = Language(tag)
      made[tag] = language
      return language
    }
  }
}

/// What translators are told about the names in a text: `Zhumangarin = Жумангарин`.
struct NameNotes: Sendable {
  init(_ configuration: Configuration, _ glossaries: [String], source: LanguageTag) throws(Failure) {}

  func notes(for target: LanguageTag) -> @Sendable ([UInt8]) -> [String] { { _ in [] } }
}
