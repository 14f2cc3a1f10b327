/// A step in reading a Markdown document: something begins, ends, or is text.
public struct MarkdownEvent: Hashable, Sendable {
  /// What a block is.
  public enum Block: UInt8, Sendable {
    case document, quote, unorderedList, orderedList, item, rule, heading, code, html, paragraph
    case table, tableHead, tableBody, row, headerCell, cell
  }

  /// What an inline span is.
  public enum Span: UInt8, Sendable { case emphasis, strong, link, image, code, strikethrough, other }

  /// What a piece of text is.
  public enum Text: UInt8, Sendable { case normal, null, hardBreak, softBreak, entity, code, html, other }

  /// What happens.
  public enum Kind: Hashable, Sendable {
    case enterBlock(Block)
    case leaveBlock(Block)
    case enterSpan(Span)
    case leaveSpan(Span)
    case text(Text)
  }

  /// What happens.
  public let kind: Kind
  /// First byte of a text; nil where the parser made it up (a line end, the indentation of code).
  public var start: Int? { place < 0 ? nil : Int(place) }
  /// The length of a text in bytes; the level of a heading.
  public var count: Int { Int(size) }
  /// The bytes of a text; nil where the parser made it up.
  public var range: Range<Int>? { place < 0 ? nil : Int(place)..<Int(place) + Int(size) }

  let place: Int32
  let size: Int32

  init(_ kind: Kind, place: Int32 = -1, size: Int32 = 0) {
    self.kind = kind
    self.place = place
    self.size = size
  }
}
