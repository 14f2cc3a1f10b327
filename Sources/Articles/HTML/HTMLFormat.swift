public import Units

/// HTML: whole pages and fragments, as authors really write them.
///
/// Block elements delimit blocks; inline elements are codes. Nothing is parsed into a tree, and nothing is repaired.
public struct HTMLFormat: ArticleFormat {
  /// The name, as `--format` takes it.
  public static let name = "html"
  /// What it is, in a line.
  public static let summary = "HTML pages and fragments"
  /// The endings of file names.
  public static let extensions = ["html", "htm"]

  /// How text between tags is written.
  static let text = CodingChain([HTMLText()])

  /// A reader of HTML.
  public init() {}

  /// Finds what can be translated: text, and attributes that people read.
  public func read(_ bytes: [UInt8]) throws(Malformed) -> Article {
    try requireUTF8(bytes)
    var reader = HTMLReader(bytes)
    reader.read()
    return reader.article
  }
}
