import Units

/// Collects the content of a source or a target, with the bytes of its codes, and its map to the bytes where one is
/// kept.
struct ContentReader {
  private(set) var content = Content()
  private(set) var map = OffsetMap()
  private(set) var codeRanges: [FileRange] = []
  /// Where the content begins in the document.
  let start: Int
  private let keepsMap: Bool

  init(start: Int, keepsMap: Bool) {
    self.start = start
    self.keepsMap = keepsMap
  }

  mutating func text(at range: Range<Int>, replacement: [UInt8]?, in bytes: [UInt8]) {
    let at = content.text.count
    if let replacement {
      content.text += replacement
      guard keepsMap else { return }
      map.append(.atom(text: at, textCount: replacement.count, raw: range.lowerBound, rawCount: range.count))
    } else {
      content.text += bytes[range]
      guard keepsMap else { return }
      map.append(.verbatim(text: at, raw: range.lowerBound, count: range.count))
    }
  }

  mutating func code(_ kind: Code.Kind, ordinal: Int, _ label: CodeLabel, at range: Range<Int>) {
    content.codes.append(
      Code(
        at: Offset(content.text.count), kind: kind, ordinal: ordinal, display: label.display,
        equivalent: label.equivalent))
    codeRanges.append(FileRange(bytes: range))
  }

  /// A code that stands alone ends where its element does; the text of a native one says what it is.
  mutating func endLastCode(at end: Int, _ label: CodeLabel? = nil) {
    guard let last = codeRanges.last, end >= last.upperBound.bytes else { return }
    codeRanges[codeRanges.count - 1] = FileRange(bytes: last.lowerBound.bytes..<end)
    guard let label else { return }
    content.codes[content.codes.count - 1].display = label.display
    content.codes[content.codes.count - 1].equivalent = label.equivalent
  }

  /// The place of an empty content is where it begins.
  var place: OffsetMap { map.pieces.isEmpty ? OffsetMap(verbatim: 0, raw: start) : map }
}

/// Numbers the codes of a unit by their ids, in the order in which the sources have them.
struct CodeNumbers {
  private var numbers: [String: Int] = [:]

  mutating func number(of id: String) -> Int {
    if let number = numbers[id] { return number }
    numbers[id] = numbers.count + 1
    return numbers.count
  }
}
