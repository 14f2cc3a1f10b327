/// A text on one line of a terminal, cut where it is too long for it.
struct TextLine {
  /// What is shown.
  let shown: String
  private let scalars: [Unicode.Scalar]
  private let kept: Range<Int>

  /// The part of a text that fits.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - room: The columns there are; nil for no limit.
  ///   - center: Which part is kept, from 0 for the beginning to 1 for the end.
  ///   - range: Scalars that are kept as well as they can be.
  init(_ text: String, room: Int?, center: Double = 0, keeping range: Range<Int>? = nil) {
    // A line break or a tab would tear the marks from the text; a control character could act on the terminal.
    scalars = text.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? " " : $0 }
    var low = 0
    var high = scalars.count
    if let room {
      let wanted = range.map { Double($0.lowerBound + min($0.count, room) / 2) } ?? center * Double(scalars.count)
      low = max(0, min(Int(wanted) - room / 2, scalars.count))
      while low > 0, Self.columns(scalars[low...]) < room { low -= 1 }
      var columns = 0
      high = low
      while high < scalars.count, columns + Self.columns(scalars[high]) <= room {
        columns += Self.columns(scalars[high])
        high += 1
      }
    }
    kept = low..<high
    let isCut = (before: low > 0, after: high < scalars.count)
    var visible = scalars[kept]
    // One column has room for one mark.
    let opens = isCut.before && (visible.count > 1 || !isCut.after)
    if opens { visible = visible.dropFirst() }
    if isCut.after { visible = visible.dropLast() }
    let bytes = visible.flatMap { UTF8.encode($0) ?? UTF8.encodedReplacementCharacter }
    shown = (opens ? "…" : "") + String(decoding: bytes, as: UTF8.self) + (isCut.after ? "…" : "")
  }

  /// How many columns stand before a range of scalars, and how many it takes.
  func columns(of range: Range<Int>) -> (before: Int, marked: Int) {
    let low = min(max(range.lowerBound, kept.lowerBound), kept.upperBound)
    let high = min(max(range.upperBound, low), kept.upperBound)
    return (Self.columns(scalars[kept.lowerBound..<low]), Self.columns(scalars[low..<high]))
  }

  private static func columns(_ scalars: ArraySlice<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + columns($1) } }

  /// The columns of a terminal that a scalar takes: 0 for a mark on the letter before, 2 for East Asian wide ones.
  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    guard scalar.value >= 0x300 else { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
