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

extension Languages {
  /// What to tell of languages of which no facts are known, of a text and of its translations.
  func unknown(_ source: LanguageTag, _ targets: [LanguageTag]) -> [Message] {
    var messages: [Message] = []
    if !self[source].locale.isKnown {
      messages.append(
        Message(
          .note,
          "no facts about \(source) are known: sentences end where Unicode says; `l10n locales` lists the languages"))
    }
    let unknown = targets.filter { !self[$0].locale.isKnown }
    if !unknown.isEmpty {
      let names = unknown.map(\.bcp47).joined(separator: ", ")
      messages.append(
        Message(
          .warning,
          "no facts about \(names) are known: only the rules that hold for every language apply; `l10n locales` lists "
            + "the languages"))
    }
    return messages
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
