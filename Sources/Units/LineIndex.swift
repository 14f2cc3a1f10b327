/// The lines of a file: turns byte offsets into line and column for people.
public struct LineIndex: Sendable {
  /// A place as editors show it: both from 1, the column in Unicode scalars.
  public struct Position: Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int

    /// A line and a column, both from 1.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  private let bytes: [UInt8]
  private let starts: [Int]
  /// The scalars before each thousandth or so byte, so that a place on a very long line is found without counting it;
  /// empty where no line is long.
  private let scalars: [Int]
  private static let step = 1_024

  /// The lines of `bytes`; LF, CR LF and a lone CR end one.
  ///
  /// A byte order mark is no column.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var longest = 0
    let span = bytes.span
    var index = 0
    while true {
      index = span.firstIndex(from: index) { $0.equal(to: 10) | $0.equal(to: 13) } + 1
      guard index <= span.count else { break }
      if span[index - 1] == 13, index < span.count, span[index] == 10 { index += 1 }
      longest = max(longest, index - starts[starts.count - 1])
      starts.append(index)
    }
    longest = max(longest, bytes.count - starts[starts.count - 1])
    self.starts = starts
    scalars = longest > Self.step ? Self.scalarCounts(of: bytes) : []
  }

  private static func scalarCounts(of bytes: [UInt8]) -> [Int] {
    var scalars: [Int] = []
    scalars.reserveCapacity(bytes.count / step + 1)
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index.isMultiple(of: step) { scalars.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return scalars
  }

  /// Where a byte stands; beyond the end is the end.
  public func position(of offset: Offset<File>) -> Position {
    let at = min(offset.bytes, bytes.count)
    let line = lineIndex(of: at)
    let start = min(starts[line], at)
    let isNear = scalars.isEmpty || at - start < Self.step
    let before = isNear ? bytes[start..<at].scalarCount : scalars(before: at) - scalars(before: start)
    return Position(line: line + 1, column: 1 + before)
  }

  private func scalars(before offset: Int) -> Int {
    let step = min(offset / Self.step, scalars.count - 1)
    return scalars[step] + bytes[step * Self.step..<offset].scalarCount
  }

  /// The bytes of the line that holds `offset`, without its end.
  public func line(of offset: Offset<File>) -> ArraySlice<UInt8> {
    let start = starts[lineIndex(of: min(offset.bytes, bytes.count))]
    let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex
    return bytes[start..<end]
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
