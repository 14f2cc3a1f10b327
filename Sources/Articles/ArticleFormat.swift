public import Units

/// A format that articles come in: one file, and a line in ``Formats/all``.
public protocol ArticleFormat: Sendable {
  /// The name, as `--format` takes it.
  static var name: String { get }
  /// What it is, in a line.
  static var summary: String { get }
  /// The endings of file names, without the dot.
  static var extensions: [String] { get }
  /// Those of the endings that files of other kinds have, too, so that the content decides.
  static var sharedExtensions: [String] { get }
  /// Whether a document looks like one of the format, where names of files don't say it.
  static func recognizes(_ bytes: [UInt8]) -> Bool
  /// A reader of the format, with what a newsroom says of its articles.
  init(_ options: FormatOptions)

  /// Finds what can be translated, without changing a byte.
  ///
  /// - Throws: ``Units/Malformed`` where `bytes` are not an article of this format.
  func read(_ bytes: [UInt8]) throws(Malformed) -> Article

  /// What a copy of the article in another language says of itself: its language, and who translated it.
  func metadata(of article: Article, for language: LanguageTag) -> Splice

  /// The bytes that go when a stretch of furniture is taken out of an article.
  func removal(of omission: Omission, from article: Article) -> FileRange
}

extension ArticleFormat {
  /// A reader of the format as it is usual.
  public init() { self.init(FormatOptions()) }

  /// The endings are the format's own.
  public static var sharedExtensions: [String] { [] }

  /// No document is known by its looks.
  public static func recognizes(_ bytes: [UInt8]) -> Bool { false }

  /// Nothing: the format says nothing of languages.
  public func metadata(of article: Article, for language: LanguageTag) -> Splice { Splice() }

  /// The whole lines of the stretch.
  public func removal(of omission: Omission, from article: Article) -> FileRange {
    var range = omission.range.bytes
    while range.lowerBound > 0, ![10, 13].contains(article.bytes[range.lowerBound - 1]) {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < article.bytes.count, ![10, 13].contains(article.bytes[range.upperBound]) {
      range = range.lowerBound..<range.upperBound + 1
    }
    let end = article.bytes[range.upperBound...].prefix(2)
    let lineEnd = end.elementsEqual([13, 10]) ? 2 : min(1, end.count)
    return FileRange(bytes: range.lowerBound..<range.upperBound + lineEnd)
  }
}

/// The formats there are.
public enum Formats {
  /// All formats; a new one is a line here.
  public static let all: [any ArticleFormat.Type] = [
    PlainText.self, MarkdownFormat.self, HTMLFormat.self, NinjsFormat.self,
  ]

  /// The format of this name.
  public static func named(_ name: String) -> (any ArticleFormat.Type)? { all.first { $0.name == name } }

  /// The format of a file by its name, or by its content where the name doesn't say it; nil where neither does.
  public static func forFile(named name: String, holding bytes: [UInt8]) -> (any ArticleFormat.Type)? {
    if let ending = ending(of: name), let format = all.first(where: { $0.extensions.contains(ending) }),
      !format.sharedExtensions.contains(ending) || format.recognizes(bytes)
    {
      return format
    }
    return all.first { $0.recognizes(bytes) }
  }

  /// The format that files of this name have, or may have.
  public static func forFile(named name: String) -> (any ArticleFormat.Type)? {
    ending(of: name).flatMap { ending in all.first { $0.extensions.contains(ending) } }
  }

  private static func ending(of name: String) -> String? {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }
}
