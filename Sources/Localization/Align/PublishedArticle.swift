import Articles
import Units

/// An article as it was published, in one language.
struct PublishedArticle {
  let path: String
  let article: Article
  let language: LanguageTag

  /// The article in a file, in the language that is given, or else the one it says itself.
  ///
  /// `option` is how to give a language, `configuration` may say how formats are read.
  ///
  /// - Throws: ``Failure`` where it can't be read, or says no language.
  init(
    reading path: String, in given: LanguageTag?, option: String, _ reader: (LanguageTag) -> ArticleReader,
    _ configuration: Configuration
  ) throws(Failure) {
    let named = Formats.forFile(named: path)
    let bytes = named == nil && FileSystem.kind(path) == .other ? [] : try FileSystem.read(path)
    guard let format = named ?? Formats.forFile(named: path, holding: bytes) else {
      throw Failure(path: path, "is of no known format", remedy: "`l10n formats` lists those that are")
    }
    self.path = path
    do {
      let format = configuration.reader(of: format, for: path)
      let article = try format.read(bytes)
      let place = article.languagePlaces.first { $0.kind == .tag }
      let stated = place.flatMap { LanguageTag(String(decoding: bytes[$0.range.bytes], as: UTF8.self)) }
      guard let language = given ?? stated else {
        throw Failure(path: path, "does not say its language", remedy: "say it with \(option)")
      }
      self.language = language
      self.article = try reader(language).read(bytes, as: format)
    } catch { throw Failure(path: path, thrown: error, in: bytes) }
  }

  /// An article and its translation, each in its language; nil for that is the configuration's, where it has but one.
  ///
  /// - Throws: ``Failure`` as ``init(reading:in:option:_:_:)`` does.
  static func pair(
    _ source: (path: String, language: LanguageTag?), _ target: (path: String, language: LanguageTag?),
    _ reader: (LanguageTag) -> ArticleReader, _ configuration: Configuration
  ) throws(Failure) -> (Self, Self) {
    (
      try Self(
        reading: source.path, in: source.language ?? configuration.source, option: "--from en", reader, configuration),
      try Self(
        reading: target.path, in: target.language ?? configuration.onlyTarget, option: "--to kk", reader, configuration)
    )
  }
}
