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
  @inlinable
  public init(text: [UInt8] = [], codes: [Code] = []) {
    self.text = text
    self.codes = codes
  }

  /// Text without codes.
  public init(_ string: String) { self.init(text: Array(string.utf8)) }

  /// No text and no code.
  public var isEmpty: Bool { text.isEmpty && codes.isEmpty }

  /// Whether two have the same text and the same codes.
  public static func == (left: Self, right: Self) -> Bool {
    let count = left.text.count
    return count == right.text.count && left.codes == right.codes
      && left.text.span.commonCount(from: 0, with: right.text.span, from: 0, limit: count) == count
  }

  /// The text as a string.
  public var string: String { String(decoding: text, as: UTF8.self) }

  /// The contents of adjoining ranges of text, each with its codes, counted from its own start.
  ///
  /// Every code goes to one range. Between two ranges, what closes a span belongs to the first one.
  public func slices(_ ranges: [Range<Int>]) -> [Content] {
    var slicer = slicer
    return ranges.map { slicer.slice($0) }
  }

  /// Cuts the content into the slices that ``slices(_:)`` gives, one at a time.
  public var slicer: Slicer { Slicer(self) }

  /// What is left of a content that is cut into slices.
  public struct Slicer {
    private let text: [UInt8]
    private var rest: ArraySlice<Code>

    fileprivate init(_ content: Content) {
      text = content.text
      rest = content.codes[...]
    }

    /// The content of the next range, which adjoins the one before.
    public mutating func slice(_ range: Range<Int>) -> Content {
      guard !rest.isEmpty else { return Content(text: Array(text[range])) }
      let isLast = range.upperBound == text.count
      let inside = rest.prefix { code in
        code.at.bytes < range.upperBound || (code.at.bytes == range.upperBound && (isLast || code.kind == .close))
      }
      rest = rest[inside.endIndex...]
      let moved = inside.map { code in
        var code = code
        code.at = Offset(max(0, code.at.bytes - range.lowerBound))
        return code
      }
      return Content(text: Array(text[range]), codes: moved)
    }
  }
}

extension Content {
  /// For each code, the index of the source's code that it is; nil for one that was invented.
  public func codeIndexes(in source: Content) -> [Int?] {
    var used: Set<Int> = []
    return codes.map { code in
      let index = source.codes.indices.first {
        source.codes[$0].ordinal == code.ordinal && source.codes[$0].kind == code.kind && !used.contains($0)
      }
      if let index { used.insert(index) }
      return index
    }
  }
}

extension Content {
  /// The content with other text in place of ranges of bytes; codes keep their places beside what is not replaced.
  ///
  /// Nil where the ranges don't lie apart in ascending order, or a code stands inside of one: nobody knows where it
  /// belongs in the new text.
  public func replacing(_ replacements: [(range: Range<Int>, text: [UInt8])]) -> Content? {
    var result = Content()
    var at = 0
    for (range, text) in replacements {
      guard at <= range.lowerBound, range.upperBound <= self.text.count else { return nil }
      result.text += self.text[at..<range.lowerBound] + text
      at = range.upperBound
    }
    result.text += text[at...]
    var rest = replacements[...]
    var shift = 0
    for var code in codes {
      while let next = rest.first, next.range.upperBound <= code.at.bytes {
        shift += next.text.count - next.range.count
        rest.removeFirst()
      }
      if let next = rest.first, next.range.lowerBound < code.at.bytes { return nil }
      code.at = Offset(code.at.bytes + shift)
      result.codes.append(code)
    }
    return result
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
