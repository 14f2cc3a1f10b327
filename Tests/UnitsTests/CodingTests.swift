import Foundation
import Testing
import Units

/// JSON strings, as far as these tests need them.
private struct JSONString: Coding {
  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    var result = Decoded()
    var at = raw.startIndex
    while at < raw.endIndex {
      let start = at
      var bytes = [raw[at]]
      if raw[at] == UInt8(ascii: "\\") {
        guard at + 1 < raw.endIndex else { throw Malformed(at: Offset(at - raw.startIndex), problem: "cut escape") }
        let escapes: [UInt8: UInt8] = [0x6E: 0x0A, 0x74: 0x09, 0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F]
        if raw[at + 1] == UInt8(ascii: "u") {
          let digits = String(decoding: raw[(at + 2)..<(at + 6)], as: UTF8.self)
          bytes = Array(String(Unicode.Scalar(UInt16(digits, radix: 16) ?? 0xFFFD) ?? "?").utf8)
          at += 6
        } else {
          bytes = [escapes[raw[at + 1]] ?? raw[at + 1]]
          at += 2
        }
        result.map.append(
          .atom(
            text: result.text.count, textCount: bytes.count, raw: start - raw.startIndex, rawCount: at - start))
      } else {
        at += 1
        result.map.append(.verbatim(text: result.text.count, raw: start - raw.startIndex, count: 1))
      }
      result.text += bytes
    }
    return result
  }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x22, 0x5C: [0x5C, byte]
      case 0x0A: Array("\\n".utf8)
      default: [byte]
      }
    }
  }
}

/// HTML text, as far as these tests need it.
private struct HTMLText: Coding {
  private static let entities = ["&amp;": "&", "&lt;": "<", "&mdash;": "—", "&nbsp;": "\u{A0}"]

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    var result = Decoded()
    var at = raw.startIndex
    while at < raw.endIndex {
      let entity = Self.entities.first { raw[at...].starts(with: $0.key.utf8) }
      let count = entity?.key.utf8.count ?? 1
      let bytes = entity.map { Array($0.value.utf8) } ?? [raw[at]]
      let place = at - raw.startIndex
      result.map.append(
        entity == nil
          ? .verbatim(text: result.text.count, raw: place, count: 1)
          : .atom(text: result.text.count, textCount: bytes.count, raw: place, rawCount: count))
      result.text += bytes
      at += count
    }
    return result
  }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      default: [byte]
      }
    }
  }
}

struct CodingTests {
  /// One sentence of HTML inside a JSON string is replaced; every other byte of the file stays.
  @Test func splicesTextInHTMLInJSON() throws {
    let json = #"{"body_html":"<p>Grain &amp; oil \u2014 \"both\".<\/p>","uri":"x"}"#
    let file = Array(json.utf8)
    let start = try #require(json.range(of: "Grain")).lowerBound
    let end = try #require(json.range(of: #"<\/p>"#)).lowerBound
    let raw = json.utf8.distance(from: json.startIndex, to: start)..<json.utf8.distance(from: json.startIndex, to: end)
    let chain = CodingChain([JSONString(), HTMLText()])
    let decoded = try chain.decode(file[raw])
    #expect(String(decoding: decoded.text, as: UTF8.self) == #"Grain & oil — "both"."#)

    let oil = try #require(Folding.range(of: Array("oil —".utf8), in: decoded.text, from: 0))
    let place = decoded.map.shifted(by: raw.lowerBound).raw(oil)
    var splice = Splice()
    splice.replace(FileRange(bytes: place), with: chain.encode(Array(#"май <"тек" & мұнай>"#.utf8)[...]))
    let merged = String(decoding: try splice.applied(to: file), as: UTF8.self)
    #expect(merged == #"{"body_html":"<p>Grain &amp; май &lt;\"тек\" &amp; мұнай> \"both\".<\/p>","uri":"x"}"#)
  }

  @Test(arguments: ["", "plain", "a & b < c", "\"quoted\"\nline", "Қазақстан — «ел» & <жер>"])
  func readsBackWhatItWrote(_ text: String) throws {
    for layers: [any Coding] in [
      [JSONString()], [HTMLText()], [JSONString(), HTMLText()], [HTMLText(), JSONString()],
    ] {
      let chain = CodingChain(layers)
      let encoded = chain.encode(Array(text.utf8)[...])
      #expect(try chain.decode(encoded[...]).text == Array(text.utf8))
    }
  }

  @Test func tellsAnErrorOfAnInnerLayerByItsPlaceOutside() {
    let raw = Array(#"a&amp;b\"#.utf8)
    let error = #expect(throws: Malformed.self) { try CodingChain([HTMLText(), JSONString()]).decode(raw[...]) }
    #expect(error?.at.bytes == 7)
  }
}
