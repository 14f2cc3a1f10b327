/// The sub-states that `l10n update` sets.
public enum SubState {
  /// The source was changed since it was translated.
  public static let changed = "l10n:changed"
  /// The source is new in a translated article.
  public static let new = "l10n:new"
  /// The source was changed, and merging lets the old translation stand; never written to a file.
  public static let stale = "l10n:stale"
  /// The target is the translation of a text that is much alike, and nobody has looked at it.
  public static let fuzzy = "l10n:fuzzy"
  /// All of them.
  public static let all = [changed, new, stale, fuzzy]
}
