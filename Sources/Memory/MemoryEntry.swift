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
  /// How far the translation was.
  public var state: Segment.State
  /// The texts that stood before and after it: a match there is surer.
  public var context: Context
  /// What else is known of it, by the names of TMX's properties.
  public var properties: [String: String]

  /// What stood beside a text, as the keys of ``MemoryEntry/key(of:)``; 0 where nothing did, or it is not known.
  public struct Context: Hashable, Sendable {
    /// The key of the text before.
    public var before: Int
    /// The key of the text after.
    public var after: Int

    /// The keys of the texts before and after.
    public init(before: Int = 0, after: Int = 0) {
      self.before = before
      self.after = after
    }
  }

  /// A text and its translation.
  public init(
    source: Content, target: Content, sourceLanguage: LanguageTag, targetLanguage: LanguageTag,
    state: Segment.State = .translated, context: Context = Context(), properties: [String: String] = [:]
  ) {
    self.source = source
    self.target = target
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.state = state
    self.context = context
    self.properties = properties
  }

  /// What equal texts have in common, white space apart.
  public static func key(of text: [UInt8]) -> Int { Int(bitPattern: UInt(Fingerprint(Folding.solid(text)).bits)) }
}
