public import Units

/// A format that articles come in: one file, and a line in ``Formats/all``.
public protocol ArticleFormat: Sendable {
  /// The name, as `--format` takes it.
  static var name: String { get }
  /// What it is, in a line.
  static var summary: String { get }
  /// The endings of file names, without the dot.
  static var extensions: [String] { get }
  /// A reader of the format.
  init()

  /// Finds what can be translated, without changing a byte.
  ///
  /// - Throws: ``Units/Malformed`` where `bytes` are not an article of this format.
  func read(_ bytes: [UInt8]) throws(Malformed) -> Article

  /// The edits that say of a localized copy which language it is in, where its source says so.
  func metadata(of article: Article, for language: LanguageTag) -> Splice
}

extension ArticleFormat {
  /// Nothing, in a format that has no metadata.
  public func metadata(of article: Article, for language: LanguageTag) -> Splice { Splice() }
}

/// The formats there are.
public enum Formats {
  /// All formats; a new one is a line here.
  public static let all: [any ArticleFormat.Type] = [PlainText.self, MarkdownFormat.self]

  /// The format of this name.
  public static func named(_ name: String) -> (any ArticleFormat.Type)? { all.first { $0.name == name } }

  /// The format that files of this name have.
  public static func forFile(named name: String) -> (any ArticleFormat.Type)? {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return all.first { $0.extensions.contains(ending) }
  }
}
