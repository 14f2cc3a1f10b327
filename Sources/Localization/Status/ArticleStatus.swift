public import Units

/// How far the translation of one article into one language is.
public struct ArticleStatus: Sendable {
  /// The word for an article as a whole; what the source's correction made wrong beats what is done.
  public enum Progress: String, Sendable { case untranslated, inWork = "in work", translated, reviewed, stale }

  /// The XLIFF file.
  public var path: String
  /// The article, as `original` has it.
  public var article: String
  /// The language of the translation; nil where the XLIFF doesn't say.
  public var language: LanguageTag?
  /// Segments without a translation.
  public var untranslated = 0
  /// Segments with a translation whose state says that it is not done, or must be looked at.
  public var inWork = 0
  /// Segments that are translated, and not yet reviewed.
  public var translated = 0
  /// Segments that are reviewed, final or signed off.
  public var reviewed = 0
  /// Segments whose source the article does not have any more: changed or deleted.
  public var changed = 0
  /// Places of the article with text that no segment stands for.
  public var new = 0
  /// How much of the article's text the XLIFF does not have, in percent, rounded up.
  public var stalePercent = 0

  /// The number of segments.
  public var segments: Int { untranslated + inWork + translated + reviewed }
  /// Whether the article was changed since it was extracted, or last updated.
  public var isStale: Bool { changed > 0 || new > 0 }

  /// The article's progress as one word.
  public var progress: Progress {
    if isStale { return .stale }
    if untranslated == segments, segments > 0 { return .untranslated }
    if untranslated + inWork > 0 { return .inWork }
    return translated > 0 ? .translated : .reviewed
  }
}
