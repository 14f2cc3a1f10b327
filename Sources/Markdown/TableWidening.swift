/// A copy of a document as md4c 0.4.8 wants it: three dashes for each column of a table, a line end at the end.
///
/// One dash is enough for GitHub, and a number that nothing follows is no list.
struct TableWidening {
  /// The copy.
  private(set) var bytes: [UInt8] = []
  /// Where dashes were put in, in places of the copy, each with how many there are up to it.
  private var insertions: [(place: Int, total: Int)] = []

  init(_ original: [UInt8]) {
    bytes.reserveCapacity(original.count + 1)
    var line = 0
    var copied = 0
    while line < original.count {
      var end = line
      while end < original.count, original[end] != 10, original[end] != 13 { end += 1 }
      end = min(end + 1, original.count)
      if end - line > 1, Self.isDelimiterRow(original[line..<end]) {
        bytes += original[copied..<line]
        widen(original[line..<end])
        copied = end
      }
      line = end
    }
    bytes += original[copied...]
    bytes.append(0x0A)
  }

  /// A place of the copy as a place of the original.
  func original(_ place: Int) -> Int {
    var low = 0
    var high = insertions.count
    while low < high {
      let middle = (low + high) / 2
      if insertions[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    let before = low == 0 ? 0 : insertions[low - 1].total
    // Between dashes that were put in is where they were put in.
    return low == insertions.count ? place - before : min(place - before, insertions[low].place - insertions[low].total)
  }

  private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    guard let first = content.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ":") || first == 0x2D else {
      return false
    }
    return content.allSatisfy { "|:- \t\r\n".utf8.contains($0) } && content.contains(UInt8(ascii: "|"))
  }

  private mutating func widen(_ line: ArraySlice<UInt8>) {
    var run = 0
    for byte in line {
      if byte == 0x2D {
        run += 1
      } else {
        if run > 0, run < 3 { insert(3 - run) }
        run = 0
      }
      bytes.append(byte)
    }
    if run > 0, run < 3 { insert(3 - run) }
  }

  private mutating func insert(_ count: Int) {
    bytes += Array(repeating: 0x2D, count: count)
    insertions.append((bytes.count, (insertions.last?.total ?? 0) + count))
  }
}
