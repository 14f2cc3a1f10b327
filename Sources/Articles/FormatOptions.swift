/// What a newsroom says of its articles beyond what is usual in their formats.
public struct FormatOptions: Sendable {
  /// Which values of front matter are text.
  public var frontMatter = FrontMatterKeys()
  /// Which elements of HTML are text.
  public var html = HTMLSelection()
  /// Which strings of ninjs are text, and how a copy of it is named.
  public var ninjs = NinjsOptions()
  /// Who translated the localized copy; nil leaves what the source says.
  public var translator: String?

  /// What is usual.
  public init() {}

  /// Adds what is said of some articles only, which beats what was said before.
  public mutating func add(_ other: FormatOptions) {
    frontMatter.add(other.frontMatter)
    html.add(other.html)
    ninjs.add(other.ninjs)
    translator = other.translator ?? translator
  }
}
