public import Locales
internal import Units

/// The matchers of a glossary for whatever languages are met: each is made once, and shared by all threads.
public final class TermMatchers: Sendable {
  /// The names.
  public let glossary: Glossary
  private let matchers: PerLocale<TermMatcher>

  /// No matcher yet.
  public init(_ glossary: Glossary) {
    self.glossary = glossary
    matchers = PerLocale { TermMatcher(glossary, $0) }
  }

  /// The matcher for the language of a locale.
  public subscript(locale: Locale) -> TermMatcher { matchers[locale] }
}
