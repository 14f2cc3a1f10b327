public import Units

/// A text and its translation, as a translation memory keeps them.
public struct MemoryEntry: Hashable, Sendable {
  /// The text.
  public var source: Content
  /// Its translation.
  public var target: Content
  /// The language of the text.
  public var sourceLanguage: LanguageTag
  /// The language of the translation.
  public var targetLanguage: LanguageTag
  /// What else is known of it, by the names of TMX's properties.
  public var properties: [String: String]

  /// A text and its translation.
  public init(
    source: Content, target: Content, sourceLanguage: LanguageTag, targetLanguage: LanguageTag,
    properties: [String: String] = [:]
  ) {
    self.source = source
    self.target = target
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.properties = properties
  }
}
