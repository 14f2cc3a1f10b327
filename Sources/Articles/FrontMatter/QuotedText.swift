import Units

/// Text between double quotation marks, with backslashes: as YAML and TOML write it.
struct QuotedText: Coding {
  /// What sets one way of quoting apart from another.
  enum Dialect { case yaml, toml, tomlLines }

  let dialect: Dialect

  var isWhole: Bool { true }

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    var decoder = Decoder(dialect: dialect, raw: raw)
    return try decoder.decode()
  }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0x0A where dialect == .tomlLines: result.append(byte)
      case 0x0A: result += Array("\\n".utf8)
      case 0x0D: result += Array("\\r".utf8)
      case 0x09: result += Array("\\t".utf8)
      case 0..<0x20: result += Array("\\u00".utf8) + [UInt8(ascii: "0") + byte >> 4, Self.hex[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    return result
  }

  private static let hex = Array("0123456789abcdef".utf8)

  private struct Decoder {
    let dialect: Dialect
    let raw: ArraySlice<UInt8>
    var result = Decoded()

    mutating func decode() throws(Malformed) -> Decoded {
      var at = raw.startIndex
      while at < raw.endIndex {
        let byte = raw[at]
        if byte == UInt8(ascii: "\\") {
          at = try escape(at)
        } else if dialect == .yaml, byte.isBlank || byte.isLineEnd {
          at = fold(at)
        } else if byte == 0x0D, raw[at...].dropFirst().first == 0x0A {
          append([0x0A], at, 2)
          at += 2
        } else {
          append(byte, at)
          at += 1
        }
      }
      return result
    }

    private mutating func append(_ byte: UInt8, _ at: Int) {
      result.map.append(.verbatim(text: result.text.count, raw: at - raw.startIndex, count: 1))
      result.text.append(byte)
    }

    private mutating func append(_ text: [UInt8], _ at: Int, _ count: Int) {
      guard !text.isEmpty else { return }
      result.map.append(
        .atom(text: result.text.count, textCount: text.count, raw: at - raw.startIndex, rawCount: count))
      result.text += text
    }

    /// White space that a line end stands in: one line end is a space, each further one a line feed.
    private mutating func fold(_ start: Int) -> Int {
      let run = raw[start...].prefix { $0.isBlank || $0.isLineEnd }
      let ends = LineEnds.count(in: run)
      if ends == 0 {
        for at in run.indices { append(raw[at], at) }
      } else {
        append(ends == 1 ? [0x20] : Array(repeating: 0x0A, count: ends - 1), start, run.count)
      }
      return run.endIndex
    }

    private mutating func escape(_ start: Int) throws(Malformed) -> Int {
      guard start + 1 < raw.endIndex else { throw unknown(start) }
      let letter = raw[start + 1]
      if letter.isLineEnd || (letter.isBlank && dialect == .tomlLines) {
        guard dialect == .yaml || dialect == .tomlLines else { throw unknown(start) }
        return raw[(start + 1)...].prefix { $0.isBlank || $0.isLineEnd }.endIndex
      }
      if let text = Self.simple[letter] {
        append(text, start, 2)
        return start + 2
      }
      let digits =
        letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "U") ? 8 : 0
      guard digits > 0, var value = number(start + 2, digits) else { throw unknown(start) }
      var end = start + 2 + digits
      if (0xD800..<0xDC00).contains(value), raw[end...].starts(with: "\\u".utf8), let low = number(end + 2, 4),
        (0xDC00..<0xE000).contains(low)
      {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        end += 6
      }
      guard let scalar = Unicode.Scalar(value) else { throw unknown(start) }
      append(Array(String(scalar).utf8), start, end - start)
      return end
    }

    private func number(_ start: Int, _ digits: Int) -> UInt32? {
      guard start + digits <= raw.endIndex else { return nil }
      return UInt32(String(decoding: raw[start..<start + digits], as: UTF8.self), radix: 16)
    }

    private func unknown(_ at: Int) -> Malformed {
      Malformed(at: Offset(at - raw.startIndex), problem: "an escape that is not known")
    }

    private static let simple: [UInt8: [UInt8]] = [
      0x22: [0x22], 0x5C: [0x5C], 0x2F: [0x2F], 0x6E: [0x0A], 0x74: [0x09], 0x72: [0x0D], 0x62: [0x08], 0x66: [0x0C],
      0x5F: [0xC2, 0xA0], 0x20: [0x20],
    ]
  }
}

/// Counting the ends of lines: CRLF is one.
enum LineEnds {
  static func count(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for at in bytes.indices where bytes[at].isLineEnd {
      if bytes[at] == 0x0A, at > bytes.startIndex, bytes[at - 1] == 0x0D { continue }
      count += 1
    }
    return count
  }
}
