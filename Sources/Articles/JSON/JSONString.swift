internal import JSON
import Units

/// The inside of a JSON string.
struct JSONString: Coding {
  /// Whether the JSON stands in a script of HTML, which `</script` or `<!--` in a string would end or damage.
  var isInScript = false
  /// Whether only ASCII is safe where the JSON stands.
  var isASCII = false
  /// Whether `/` is written `\/`, as some programs do.
  var escapesSlash = false

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    var result = Decoded()
    result.text.reserveCapacity(raw.count)
    var at = raw.startIndex
    while at < raw.endIndex {
      let start = at
      let text = result.text.count
      if raw[at] == UInt8(ascii: "\\") {
        guard let escape = JSONEscape(in: raw, at: at) else {
          throw Malformed(at: Offset(at - raw.startIndex), problem: "no escape that JSON has begins here")
        }
        let scalar = String(escape.scalar).utf8
        result.text += scalar
        at += escape.length
        result.map.append(
          .atom(text: text, textCount: scalar.count, raw: start - raw.startIndex, rawCount: escape.length))
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
      case UInt8(ascii: "/") where escapesSlash: result += [UInt8(ascii: "\\"), byte]
      case 0x0A: result += Array("\\n".utf8)
      case 0x0D: result += Array("\\r".utf8)
      case 0x09: result += Array("\\t".utf8)
      case 0..<0x20: result += Array((byte < 0x10 ? "\\u000" : "\\u00").utf8) + Array(String(byte, radix: 16).utf8)
      case UInt8(ascii: "<") where isInScript: result += Array("\\u003C".utf8)
      default: result.append(byte)
      }
    }
    return isASCII ? Self.inASCII(result) : result
  }

  /// The text with escapes for all characters beyond ASCII.
  private static func inASCII(_ text: [UInt8]) -> [UInt8] {
    String(decoding: text, as: UTF8.self).utf16.reduce(into: []) { result, unit in
      let digits = Array(String(unit, radix: 16).utf8)
      let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 4 - digits.count)
      result += unit < 0x80 ? [UInt8(truncatingIfNeeded: unit)] : Array("\\u".utf8) + zeros + digits
    }
  }
}
