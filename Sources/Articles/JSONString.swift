import Units

/// The inside of a JSON string.
struct JSONString: Coding {
  /// Whether the JSON stands in a script of HTML, which `</script` or `<!--` in a string would end or damage.
  var isInScript = false

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    var result = Decoded()
    result.text.reserveCapacity(raw.count)
    var at = raw.startIndex
    while at < raw.endIndex {
      let start = at
      let text = result.text.count
      if raw[at] == UInt8(ascii: "\\") {
        guard let escape = Self.escape(in: raw, at: at) else {
          throw Malformed(at: Offset(at - raw.startIndex), problem: "no escape that JSON has begins here")
        }
        result.text += escape.text
        at += escape.length
        result.map.append(
          .atom(text: text, textCount: escape.text.count, raw: start - raw.startIndex, rawCount: escape.length))
      } else {
        repeat { at += 1 } while at < raw.endIndex && raw[at] != UInt8(ascii: "\\")
        result.text += raw[start..<at]
        result.map.append(.verbatim(text: text, raw: start - raw.startIndex, count: at - start))
      }
    }
    return result
  }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 16)
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0x0A: result += Array("\\n".utf8)
      case 0x0D: result += Array("\\r".utf8)
      case 0x09: result += Array("\\t".utf8)
      case 0..<0x20: result += Array((byte < 0x10 ? "\\u000" : "\\u00").utf8) + Array(String(byte, radix: 16).utf8)
      case UInt8(ascii: "<") where isInScript: result += Array("\\u003C".utf8)
      default: result.append(byte)
      }
    }
    return result
  }

  /// The text of the escape at a backslash, and how long it is; two escapes for a character beyond U+FFFF.
  private static func escape(in raw: ArraySlice<UInt8>, at: Int) -> (text: [UInt8], length: Int)? {
    guard at + 1 < raw.endIndex else { return nil }
    switch raw[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return ([raw[at + 1]], 2)
    case UInt8(ascii: "n"): return ([0x0A], 2)
    case UInt8(ascii: "t"): return ([0x09], 2)
    case UInt8(ascii: "r"): return ([0x0D], 2)
    case UInt8(ascii: "b"): return ([0x08], 2)
    case UInt8(ascii: "f"): return ([0x0C], 2)
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let unit = codeUnit(in: raw, at: at) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (Array(String(Character(scalar)).utf8), 6) }
    guard UTF16.isLeadSurrogate(unit), let low = codeUnit(in: raw, at: at + 6), UTF16.isTrailSurrogate(low) else {
      return nil
    }
    return (Array(String(decoding: [unit, low], as: UTF16.self).utf8), 12)
  }

  private static func codeUnit(in raw: ArraySlice<UInt8>, at: Int) -> UInt16? {
    guard at + 6 <= raw.endIndex, raw[at] == UInt8(ascii: "\\"), raw[at + 1] == UInt8(ascii: "u") else { return nil }
    let digits = raw[at + 2..<at + 6]
    guard digits.allSatisfy({ $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 6 }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
