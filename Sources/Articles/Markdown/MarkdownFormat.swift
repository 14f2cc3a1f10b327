package import Markdown
public import Units

/// Markdown: CommonMark with GitHub's extensions, footnotes, and the templates of Hugo, Jekyll, Quarto and MDX.
///
/// What stands before the text (front matter) is read by ``FrontMatter``.
public struct MarkdownFormat: ArticleFormat {
  /// The name, as `--format` takes it.
  public static let name = "markdown"
  /// What it is, in a line.
  public static let summary = "Markdown with front matter, as CommonMark, GitHub, Hugo, Jekyll, Quarto and MDX have it"
  /// The endings of file names.
  public static let extensions = ["md", "markdown", "qmd", "mdx"]

  private let options: FormatOptions

  /// A reader of Markdown, with what a newsroom says of its front matter.
  public init(_ options: FormatOptions) { self.options = options }

  /// Whether it begins with front matter in YAML or TOML, or with a heading.
  public static func recognizes(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let marks = bytes[start...].prefix { $0 == UInt8(ascii: "#") }
    if (1...6).contains(marks.count) { return bytes[marks.endIndex...].first == 0x20 }
    guard bytes[start...].first == UInt8(ascii: "-") || bytes[start...].first == UInt8(ascii: "+"),
      let frontMatter = FrontMatter(bytes, at: start)
    else { return false }
    return !frontMatter.fields.isEmpty
  }

  /// Finds what can be translated: paragraphs, headings, list items, cells, alternative texts and titles.
  public func read(_ bytes: [UInt8]) throws(Malformed) -> Article {
    try requireUTF8(bytes)
    var article = Article(bytes: bytes, format: Self.name, blocks: [])
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let frontMatter = FrontMatter(bytes, at: start)
    article.frontMatter = frontMatter
    article.blocks = frontMatter?.blocks(of: bytes, options.frontMatter) ?? []
    article.facts = frontMatter?.facts(besides: options.frontMatter) ?? []
    if let frontMatter, let problem = frontMatter.problem {
      let reason = "front matter that can't be read: \(problem)"
      article.omissions.append(Omission(range: FileRange(bytes: frontMatter.range), reason: reason, isFurniture: false))
    }
    let mask = TemplateMask(bytes, from: frontMatter?.range.upperBound ?? start)
    let overload = OverloadMask(mask.bytes)
    article.omissions += overload.omissions
    let document = InlineReader.Document(original: bytes, masked: AddressMask(overload.bytes).bytes)
    let events: [MarkdownEvent]
    do { events = try MarkdownParser.events(of: document.masked, hasIndentedCode: !mask.hasExpressions) } catch {
      let remedy = error == .failed ? "give it more memory" : "split the file"
      throw Malformed(at: Offset(0), problem: "the file can't be read as Markdown: \(error.rawValue)", remedy: remedy)
    }
    let html = HTMLBlockReader(
      original: bytes, masked: overload.bytes, hasExpressions: mask.hasExpressions, selection: options.html)
    var reader = BlockReader(article, document, html)
    try reader.read(events)
    return reader.article
  }

  /// Says in the front matter which language the article is in and who translated it, where it says so.
  public func metadata(of article: Article, for language: LanguageTag) -> Splice {
    article.frontMatter?.metadata(of: article.bytes, for: language, translator: options.translator) ?? Splice()
  }

  /// The bytes as Markdown is read from them (what it doesn't know is overwritten), and the parser's events.
  package static func events(of bytes: [UInt8]) throws -> (masked: [UInt8], events: [MarkdownEvent]) {
    try requireUTF8(bytes)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let mask = TemplateMask(bytes, from: FrontMatter(bytes, at: start)?.range.upperBound ?? start)
    let masked = AddressMask(mask.bytes).bytes
    return (masked, try MarkdownParser.events(of: masked, hasIndentedCode: !mask.hasExpressions))
  }
}
