/// Where each piece of decoded text came from in the bytes that were decoded.
///
/// Pieces are sorted and gapless in text; gaps in raw bytes (CDATA brackets, `> ` prefixes) are allowed.
public struct OffsetMap: Hashable, Sendable {
  /// A stretch of text and the raw bytes it stands for.
  public struct Piece: Hashable, Sendable {
    /// First byte in the text.
    public let text: Int
    /// First byte in the raw bytes.
    public let raw: Int
    /// Length in text, in bytes.
    public let textCount: Int
    /// Length in the raw bytes.
    public let rawCount: Int
    /// Same bytes on both sides, so every offset inside maps.
    ///
    /// Otherwise (an entity, an escape, a folded space) the piece is an atom that maps at its edges only.
    public let isVerbatim: Bool

    /// A stretch whose bytes are the same on both sides.
    public static func verbatim(text: Int, raw: Int, count: Int) -> Piece {
      Piece(text: text, raw: raw, textCount: count, rawCount: count, isVerbatim: true)
    }

    /// A stretch that is written in another way than it reads.
    public static func atom(text: Int, textCount: Int, raw: Int, rawCount: Int) -> Piece {
      Piece(text: text, raw: raw, textCount: textCount, rawCount: rawCount, isVerbatim: false)
    }

    var textEnd: Int { text + textCount }
    var rawEnd: Int { raw + rawCount }
  }

  /// The pieces, in order of text.
  public private(set) var pieces: [Piece]

  /// A map of these pieces, which must be sorted and gapless in text.
  public init(_ pieces: [Piece] = []) { self.pieces = pieces }

  /// The map of text that stands in the raw bytes as it is, from `raw` on.
  public init(verbatim count: Int, raw: Int = 0) { pieces = [.verbatim(text: 0, raw: raw, count: count)] }

  /// Adds a piece at the end, joined to the last one where both are verbatim and adjacent.
  public mutating func append(_ piece: Piece) {
    if piece.isVerbatim, let last = pieces.last, last.isVerbatim, last.textEnd == piece.text, last.rawEnd == piece.raw {
      pieces[pieces.count - 1] = .verbatim(text: last.text, raw: last.raw, count: last.textCount + piece.textCount)
    } else {
      pieces.append(piece)
    }
  }

  /// The raw bytes of a range of text, grown outward to whole atoms.
  ///
  /// O(log pieces).
  public func raw(_ range: Range<Int>) -> Range<Int> {
    guard let first = piece(at: range.lowerBound) else { return 0..<0 }
    let low = first.isVerbatim ? min(first.raw + range.lowerBound - first.text, first.rawEnd) : first.raw
    guard !range.isEmpty, let last = piece(at: range.upperBound - 1) else { return low..<low }
    let high = last.isVerbatim ? last.raw + range.upperBound - last.text : last.rawEnd
    return low..<max(low, high)
  }

  /// Where the raw bytes of the last solid text before a raw offset end: of a verbatim piece.
  ///
  /// 0 where there is none.
  public func rawEnd(before raw: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].raw < raw { low = middle + 1 } else { high = middle }
    }
    while low > 0 {
      low -= 1
      if pieces[low].isVerbatim { return min(pieces[low].rawEnd, raw) }
    }
    return 0
  }

  /// This map after another one: `self` maps text to a buffer that `outer` maps to its own raw bytes.
  ///
  /// So HTML in a JSON string, or text in CDATA, maps to the bytes of the file.
  public func through(_ outer: OffsetMap) -> OffsetMap {
    var result = OffsetMap()
    for piece in pieces {
      guard piece.isVerbatim else {
        let raw = outer.raw(piece.raw..<piece.rawEnd)
        result.append(
          .atom(text: piece.text, textCount: piece.textCount, raw: raw.lowerBound, rawCount: raw.count))
        continue
      }
      for inner in outer.pieces[outer.firstIndex(endingAfter: piece.raw)...] {
        let low = max(piece.raw, inner.text)
        let count = min(piece.rawEnd, inner.textEnd) - low
        guard count > 0 else { break }
        let text = piece.text + low - piece.raw
        result.append(
          inner.isVerbatim
            ? .verbatim(text: text, raw: inner.raw + low - inner.text, count: count)
            : .atom(text: text, textCount: count, raw: inner.raw, rawCount: inner.rawCount))
      }
    }
    return result
  }

  /// The map with every raw offset moved by `bytes`.
  public func shifted(by bytes: Int) -> OffsetMap {
    OffsetMap(
      pieces.map {
        Piece(
          text: $0.text, raw: $0.raw + bytes, textCount: $0.textCount, rawCount: $0.rawCount,
          isVerbatim: $0.isVerbatim)
      })
  }

  /// The map of a part of the text, counted from the part's own start.
  ///
  /// Atoms at the edges are kept whole.
  public func slice(_ range: Range<Int>) -> OffsetMap {
    var result = OffsetMap()
    for piece in pieces[firstIndex(endingAfter: range.lowerBound)...] {
      let low = max(piece.text, range.lowerBound)
      let count = min(piece.textEnd, range.upperBound) - low
      guard count > 0 else { break }
      let text = low - range.lowerBound
      result.append(
        piece.isVerbatim
          ? .verbatim(text: text, raw: piece.raw + low - piece.text, count: count)
          : .atom(text: text, textCount: count, raw: piece.raw, rawCount: piece.rawCount))
    }
    return result
  }

  private func piece(at text: Int) -> Piece? {
    let index = firstIndex(endingAfter: text)
    return index < pieces.count ? pieces[index] : pieces.last
  }

  private func firstIndex(endingAfter text: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].textEnd > text { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
