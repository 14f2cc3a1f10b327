import Units

/// Finds the strings of a TOML document.
struct TOMLFields {
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> Result<[FrontMatter.Field], Malformed> {
    var scanner = TOMLFields(bytes: bytes[range])
    do throws(Malformed) {
      try scanner.document()
      return .success(scanner.fields)
    } catch { return .failure(error) }
  }

  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private var table: [String] = []
  private var path: [String] = []
  private var fields: [FrontMatter.Field] = []

  private init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  private var byte: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private func malformed(_ problem: String) -> Malformed { Malformed(at: Offset(at), problem: problem) }

  private func stands(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  private mutating func skip(lineEnds: Bool) {
    while let byte {
      if byte == UInt8(ascii: "#") {
        while at < bytes.endIndex, !bytes[at].isLineEnd { at += 1 }
      } else if byte.isBlank || (lineEnds && byte.isLineEnd) {
        at += 1
      } else {
        return
      }
    }
  }

  private mutating func document() throws(Malformed) {
    skip(lineEnds: true)
    while byte != nil {
      if stands("[") {
        try header()
      } else {
        path = table + (try key())
        skip(lineEnds: false)
        guard stands("=") else { throw malformed("a key without a value") }
        at += 1
        try value(0)
      }
      skip(lineEnds: false)
      guard byte?.isLineEnd ?? true else { throw malformed("a line that goes on behind its value") }
      skip(lineEnds: true)
    }
  }

  private mutating func header() throws(Malformed) {
    let isList = stands("[[")
    at += isList ? 2 : 1
    skip(lineEnds: false)
    table = try key() + (isList ? ["[]"] : [])
    skip(lineEnds: false)
    guard stands(isList ? "]]" : "]") else { throw malformed("a table's name that is not closed") }
    at += isList ? 2 : 1
  }

  private mutating func key() throws(Malformed) -> [String] {
    var keys: [String] = []
    repeat {
      if stands(".") { at += 1 }
      skip(lineEnds: false)
      let start = at
      if let mark = byte, mark == 0x22 || mark == 0x27 {
        at += 1
        while let byte, byte != mark, !byte.isLineEnd { at += byte == 0x5C && mark == 0x22 ? 2 : 1 }
        guard byte == mark else { throw malformed("a key that is not closed") }
        at += 1
        keys.append(String(decoding: bytes[(start + 1)..<(at - 1)], as: UTF8.self))
      } else {
        while let byte, byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2D || byte == 0x5F { at += 1 }
        guard at > start else { throw malformed("a line that is neither a key nor a table") }
        keys.append(String(decoding: bytes[start..<at], as: UTF8.self))
      }
      skip(lineEnds: false)
    } while stands(".")
    return keys
  }

  private mutating func value(_ depth: Int) throws(Malformed) {
    guard depth < 64 else { throw malformed("nested over 64 levels deep") }
    skip(lineEnds: depth > 0)
    switch byte {
    case 0x22?, 0x27?: try string()
    case UInt8(ascii: "[")?: try list(depth)
    case UInt8(ascii: "{")?: try inlineTable(depth)
    default:
      let start = at
      while let byte, !byte.isLineEnd, !",]}#".utf8.contains(byte) { at += 1 }
      guard at > start else { throw malformed("a key without a value") }
    }
  }

  private mutating func list(_ depth: Int) throws(Malformed) {
    at += 1
    path.append("[]")
    while true {
      skip(lineEnds: true)
      if stands("]") { break }
      try value(depth + 1)
      skip(lineEnds: true)
      if stands(",") { at += 1 } else if !stands("]") { throw malformed("a list that is not closed") }
    }
    at += 1
    path.removeLast()
  }

  private mutating func inlineTable(_ depth: Int) throws(Malformed) {
    at += 1
    let outer = path
    while true {
      skip(lineEnds: true)
      if stands("}") { break }
      path = outer + (try key())
      guard stands("=") else { throw malformed("a key without a value") }
      at += 1
      try value(depth + 1)
      skip(lineEnds: true)
      if stands(",") { at += 1 } else if !stands("}") { throw malformed("a table that is not closed") }
    }
    at += 1
    path = outer
  }

  private mutating func string() throws(Malformed) {
    let mark = bytes[at]
    let isLines = bytes[at...].starts(with: [mark, mark, mark])
    let start = at
    let length = isLines ? 3 : 1
    at += length
    let closer = Array(repeating: mark, count: length)
    while byte != nil, !bytes[at...].starts(with: closer) {
      if !isLines, bytes[at].isLineEnd { break }
      at += bytes[at] == 0x5C && mark == 0x22 ? 2 : 1
    }
    guard byte != nil, bytes[at...].starts(with: closer) else { throw malformed("a string that is not closed") }
    // Up to two more marks belong to the text.
    while isLines, bytes[(at + 1)...].starts(with: closer) { at += 1 }
    at += length
    let content = start + length..<at - length
    if mark == 0x22 {
      let raw = isLines ? content.lowerBound + lineEndLength(content.lowerBound)..<content.upperBound : content
      fields.append(
        FrontMatter.Field(path: path, raw: raw, coding: QuotedText(dialect: isLines ? .tomlLines : .toml)))
    } else if !isLines {
      fields.append(FrontMatter.Field(path: path, raw: start..<at, coding: TOMLLiteral()))
    }
  }

  private func lineEndLength(_ at: Int) -> Int {
    bytes[at...].starts(with: [13, 10]) ? 2 : bytes[at] == 10 ? 1 : 0
  }
}

/// A literal string of TOML with its quotation marks; what such a one can't hold is written with escapes.
struct TOMLLiteral: Coding {
  var isWhole: Bool { true }

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    guard raw.count >= 2, raw.first == 0x27, raw.last == 0x27 else {
      return try QuotedText(dialect: .toml).decode(raw.dropFirst().dropLast())
    }
    let text = Array(raw.dropFirst().dropLast())
    return Decoded(text: text, map: OffsetMap([.atom(text: 0, textCount: text.count, raw: 0, rawCount: raw.count)]))
  }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let isLiteral = !text.contains { $0 == 0x27 || $0 < 0x20 }
    return isLiteral ? [0x27] + text + [0x27] : [0x22] + QuotedText(dialect: .toml).encode(text) + [0x22]
  }
}
