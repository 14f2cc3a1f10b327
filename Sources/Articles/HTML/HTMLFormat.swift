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

  private let options: FormatOptions

  /// A reader of HTML, with what a newsroom says of its elements.
  public init(_ options: FormatOptions) { self.options = options }

  /// Whether it begins with a document type of HTML, or with an element that stands apart.
  public static func recognizes(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let content = bytes[start...].drop { $0.isHTMLSpace }
    guard content.first == UInt8(ascii: "<") else { return false }
    let word = content.dropFirst().prefix(20).map(\.asciiLowercased)
    if word.starts(with: "!doctype html".utf8) { return true }
    return HTMLElement.named(HTMLName(word.prefix { $0.isASCIIAlphanumeric })).contains(.block)
  }

  /// Finds what can be translated: text, and attributes that people read.
  public func read(_ bytes: [UInt8]) throws(Malformed) -> Article {
    try requireUTF8(bytes)
    var reader = HTMLReader(bytes, options.html)
    try reader.read()
    return reader.article
  }

  /// The language and the direction of `<html>`, `og:locale` and what else says the language of the page.
  public func metadata(of article: Article, for language: LanguageTag) -> Splice {
    let writing = LanguageWriting.standard
    var splice = Splice()
    for place in article.languagePlaces {
      let direction = writing.isRightToLeft(language) ? "rtl" : "ltr"
      let value =
        switch place.kind {
        case .tag: language.bcp47
        case .locale: writing.locale(language)
        case .direction: direction
        case .missingTag: " lang=\"\(language)\""
        case .missingDirection: direction == "rtl" ? " dir=\"rtl\"" : ""
        }
      if !value.isEmpty { splice.replace(place.range, with: Array(value.utf8)) }
    }
    return splice
  }

  /// The elements that hold the stretch, whole, so that what is left is well-formed.
  public func removal(of omission: Omission, from article: Article) -> FileRange {
    FileRange(bytes: HTMLElementFinder.wholeElements(around: omission.range.bytes, in: article.bytes))
  }
}
