public import Units

/// ninjs: news in JSON as the IPTC defines it, the generations 1, 2 and 3.
///
/// Texts are found by their paths; what stands in a string is read as lines or as HTML.
public struct NinjsFormat: ArticleFormat {
  /// The name, as `--format` takes it.
  public static let name = "ninjs"
  /// What it is, in a line.
  public static let summary = "ninjs 1, 2 and 3 (IPTC), with the HTML in it"
  /// The endings of file names.
  public static let extensions = ["json", "ninjs"]
  /// Much that is no article is JSON.
  public static let sharedExtensions = ["json"]

  private let options: FormatOptions

  /// A reader of ninjs, with what a newsroom says of its texts and of the names of copies.
  public init(_ options: FormatOptions) { self.options = options }

  /// Whether it is an object with keys that ninjs has.
  public static func recognizes(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].first(where: { !$0.isHTMLSpace }) == UInt8(ascii: "{"),
      let document = try? NinjsDocument(bytes)
    else { return false }
    return document.texts.contains { document.profile.texts.role(of: $0.path) != nil }
  }

  /// Finds what can be translated: headlines, bodies, descriptions, captions in articles inside of the article.
  public func read(_ bytes: [UInt8]) throws(Malformed) -> Article {
    try requireUTF8(bytes)
    let document = try NinjsDocument(bytes, texts: options.ninjs.texts)
    let profile = document.profile.texts.adding(options.ninjs.texts)
    let reader = JSONTextReader(bytes, options.html)
    var article = Article(bytes: bytes, format: Self.name, blocks: [])
    for text in document.texts {
      guard let role = profile.role(of: text.path), let key = text.path.last else { continue }
      try reader.read(text.range, type: document.types[text.object], role: role, syntax: key, into: &article)
      try article.requireRoom()
    }
    return article
  }

  /// The language of the article and of those inside of it, a name of its own, and that of the original.
  public func metadata(of article: Article, for language: LanguageTag) -> Splice {
    guard let document = try? NinjsDocument(article.bytes) else { return Splice() }
    return NinjsMetadata(document, article.bytes, options.ninjs).splice(for: language)
  }

  /// The stretch, where it lies in one text; otherwise nothing: what stands between two texts is no text.
  public func removal(of omission: Omission, from article: Article) -> FileRange {
    let range = omission.range
    let texts = (try? NinjsDocument(article.bytes, texts: options.ninjs.texts))?.texts ?? []
    let isInside = texts.contains { text in
      text.range.lowerBound <= range.lowerBound.bytes && range.upperBound.bytes <= text.range.upperBound
    }
    return isInside ? range : range.lowerBound..<range.lowerBound
  }
}
