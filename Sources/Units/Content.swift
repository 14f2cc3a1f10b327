/// Flat UTF-8 text with inline codes standing beside it at offsets.
///
/// Segmentation, name matching and every check run on `text` as it is; a sentence may cross any code, and the content
/// of a segment is a slice.
public struct Content: Hashable, Sendable {
  /// UTF-8, without any code.
  public var text: [UInt8]
  /// The codes, ascending by place, then in the order of the document.
  public var codes: [Code]

  /// Text with its codes.
  public init(text: [UInt8] = [], codes: [Code] = []) {
    self.text = text
    self.codes = codes
  }

  /// Text without codes.
  public init(_ string: String) { self.init(text: Array(string.utf8)) }

  /// No text and no code.
  public var isEmpty: Bool { text.isEmpty && codes.isEmpty }

  /// The text as a string.
  public var string: String { String(decoding: text, as: UTF8.self) }

  /// Which codes belong to a range of text.
  ///
  /// Where two ranges touch, what closes belongs to the one before, with all codes that stand before it; the rest to the
  /// one behind. So no code belongs to both.
  public func codeIndexes(in range: Range<Int>) -> Range<Int> {
    let low = range.lowerBound == 0 ? 0 : boundary(at: range.lowerBound)
    let high = range.upperBound == text.count ? codes.count : boundary(at: range.upperBound)
    return low..<max(low, high)
  }

  /// The first code at or behind a place that belongs to what follows.
  private func boundary(at place: Int) -> Int {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle].at.bytes < place { low = middle + 1 } else { high = middle }
    }
    var boundary = low
    while low < codes.count, codes[low].at.bytes == place {
      low += 1
      if codes[low - 1].kind == .close { boundary = low }
    }
    return boundary
  }

  /// The content of a range of text, with the codes that belong to it, counted from its own start.
  public func slice(_ range: Range<Int>) -> Content {
    let inside = codeIndexes(in: range).map { index in
      var moved = codes[index]
      moved.at = Offset(moved.at.bytes - range.lowerBound)
      return moved
    }
    return Content(text: Array(text[range]), codes: inside)
  }
}

/// An inline code: markup that stands in the text and is copied, never translated.
public struct Code: Hashable, Sendable {
  /// Whether a code opens a span, closes one or stands alone.
  public enum Kind: Hashable, Sendable { case open, close, standalone }

  /// Where in the text the code stands.
  public var at: Offset<Text>
  /// Whether the code opens, closes or stands alone.
  public var kind: Kind
  /// From 1 in the order of the source; a code that opens and the one that closes it share theirs.
  ///
  /// It joins a code of the article with a code of the XLIFF.
  public var ordinal: Int
  /// What a person sees: `<b>`, `[image]`.
  public var display: String
  /// What counts and sentence breaks see instead of the code: empty, or a line feed.
  public var equivalent: String

  /// A code at a place of the text.
  public init(at: Offset<Text>, kind: Kind, ordinal: Int, display: String = "", equivalent: String = "") {
    self.at = at
    self.kind = kind
    self.ordinal = ordinal
    self.display = display
    self.equivalent = equivalent
  }
}
