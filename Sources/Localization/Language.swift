import Checks
import Locales
import Segmentation
internal import Synchronization
import Units

/// A language with what extraction, merging and checking need of it.
struct Language: Sendable {
  let locale: Locale
  /// Reads articles written in the language.
  let reader: ArticleReader
  /// Whether sentences are set apart by a space.
  let joinsWithSpace: Bool

  init(_ tag: LanguageTag) {
    locale = Locale(tag)
    reader = ArticleReader(locale)
    joinsWithSpace = locale.bool("spaces") ?? true
  }

  /// Finds the sentences of texts in the language; the first one in a process compiles ICU's rules.
  ///
  /// - Throws: ``Failure`` where ICU does not work.
  func segmenter() throws(Failure) -> SentenceSegmenter {
    do { return try SentenceSegmenter(locale: locale) } catch {
      throw Failure("ICU does not work: \(error)", remedy: "reinstall libicu")
    }
  }
}

/// The languages met so far; each is made once, when it is first asked for.
final class Languages: Sendable {
  /// Tells what a translation from a language may keep as it is.
  let kept = PerLocale { KeptText($0) }
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
