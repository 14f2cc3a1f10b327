public import Locales
internal import Synchronization
internal import Units

/// The matchers of a glossary for whatever languages are met: each is made once, and shared by all threads.
public final class TermMatchers: Sendable {
  /// The names.
  public let glossary: Glossary
  private let made = Mutex<[String: TermMatcher]>([:])

  /// No matcher yet.
  public init(_ glossary: Glossary) { self.glossary = glossary }

  /// The matcher for the language of a locale.
  public subscript(locale: Locale) -> TermMatcher {
    if let matcher = made.withLock({ $0[locale.tag.bcp47] }) { return matcher }
    let matcher = TermMatcher(glossary, locale)
    made.withLock { $0[locale.tag.bcp47] = matcher }
    return matcher
  }
}
