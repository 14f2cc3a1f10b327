/// Which elements a newsroom says to be text, furniture or neither, beyond what is usual.
public struct HTMLSelection: Sendable {
  /// What a site puts around an article.
  public var furniture: [HTMLSelector] = []
  /// Text of the article although it looks like furniture.
  public var text: [HTMLSelector] = []
  /// What is left as it is, and stands in the text as a code.
  public var protected: [HTMLSelector] = []

  /// Nothing beyond what is usual.
  public init() {}

  mutating func add(_ other: HTMLSelection) {
    furniture.removeAll { other.text.contains($0) }
    text.removeAll { other.furniture.contains($0) }
    furniture += other.furniture
    text += other.text
    protected += other.protected
  }
}
