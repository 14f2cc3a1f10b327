public import Units

/// A table in a text file: RFC 4180, and what spreadsheets make of it in countries where the comma is the decimal sign.
public struct SeparatedValues {
  /// A cell.
  public struct Cell {
    /// What it holds, without quotation marks around it.
    public var text: String
    /// Where it begins.
    public var at: Offset<File>
  }

  /// The rows that hold anything, the header first.
  public private(set) var rows: [[Cell]] = []

  private let bytes: [UInt8]
  private let separator: UInt8
  private var at: Int

  /// Reads a table whose cells are set apart by `,`, `;` or a tab, whichever its first line has most of.
  ///
  /// - Throws: ``Malformed`` for a quotation mark that is never closed, and text that is not UTF-8.
  public init(reading bytes: [UInt8]) throws(Malformed) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    try Self.checkEncoding(bytes)
    // `sep=;` in the first line is Excel's own note.
    let line = bytes[at...].prefix { $0 != 0x0A && $0 != 0x0D }
    if line.count == 5, line.starts(with: Array("sep=".utf8)), let last = line.last {
      separator = last
      at += 5
    } else {
      separator = Self.separator(of: line)
    }
    while at < bytes.count {
      let row = try row()
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
    }
  }

  private static func checkEncoding(_ bytes: [UInt8]) throws(Malformed) {
    let remedy = "save the table as “CSV UTF-8”"
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4).contains(0) {
      throw Malformed(at: Offset(0), problem: "the table is in UTF-16, not UTF-8", remedy: remedy)
    }
    guard let invalid = bytes.firstInvalidUTF8 else { return }
    throw Malformed(
      at: Offset(invalid),
      problem: "not UTF-8: most likely windows-1251, which has no letters ә ғ қ ң ө ұ ү һ, so that they are lost",
      remedy: remedy)
  }

  private static func separator(of line: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == 0x22 { isQuoted.toggle() } else if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  private mutating func row() throws(Malformed) -> [Cell] {
    var cells: [Cell] = []
    while true {
      cells.append(try cell())
      guard at < bytes.count else { return cells }
      let byte = bytes[at]
      at += 1
      if byte == separator { continue }
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
      return cells
    }
  }

  private mutating func cell() throws(Malformed) -> Cell {
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    let start = at
    guard at < bytes.count, bytes[at] == 0x22 else {
      while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      var end = at
      while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
      return Cell(text: String(decoding: bytes[start..<end], as: UTF8.self), at: Offset(start))
    }
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      if bytes[at] == 0x22 {
        guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else { break }
        at += 1
      }
      text.append(bytes[at])
      at += 1
    }
    guard at < bytes.count else {
      throw Malformed(
        at: Offset(start), problem: "the quotation mark is never closed", remedy: "close the cell with \"")
    }
    at += 1
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at == bytes.count || bytes[at] == separator || bytes[at] == 0x0A || bytes[at] == 0x0D else {
      throw Malformed(
        at: Offset(at), problem: "text behind the quotation mark that closes the cell",
        remedy: "write a quotation mark inside a cell twice")
    }
    return Cell(text: String(decoding: text, as: UTF8.self), at: Offset(start))
  }

  /// A row as a line, for a comma as the separator.
  public static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let isPlain =
        cell.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x3B && $0 >= 0x20 }
        && cell.utf8.first != 0x20 && cell.utf8.last != 0x20
      return isPlain
        ? cell : "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }.joined(separator: ",") + "\r\n"
  }
}
