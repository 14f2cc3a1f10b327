/// Which strings of ninjs are text beyond the usual, and what a localized copy is called.
public struct NinjsOptions: Sendable {
  /// Keys whose strings are text, too: `slugline`.
  public var texts: [String] = []
  /// The copy's own name, made of that of the source (`{uri}`) and the language (`{lang}`); nil is `{uri}-{lang}`.
  public var uri: String?
  /// The role that names the source in the copy; nil is `translationOf`, for which the standard has no word.
  public var translationOf: String?

  /// What is usual.
  public init() {}

  mutating func add(_ other: NinjsOptions) {
    texts += other.texts
    uri = other.uri ?? uri
    translationOf = other.translationOf ?? translationOf
  }
}
