import Units

/// Text of HTML: references are decoded; only what would be read as markup is escaped.
struct HTMLText: Coding {
  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded { decoded(raw, inAttribute: false) }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    escaped(text) { $0 == UInt8(ascii: "<") ? Array("&lt;".utf8) : nil }
  }
}

/// The value of an attribute in its quotation marks, or without any.
struct HTMLAttribute: Coding {
  /// `"` or `'`; nil for a value that ends at white space.
  let quote: UInt8?

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded { decoded(raw, inAttribute: true) }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    escaped(text) { byte in
      switch byte {
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: "\"") where quote != UInt8(ascii: "'"): Array("&quot;".utf8)
      case UInt8(ascii: "'") where quote != UInt8(ascii: "\""): Array("&#39;".utf8)
      case UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "`"), UInt8(ascii: "/"):
        quote == nil ? Array("&#\(byte);".utf8) : nil
      case _ where quote == nil && byte.isHTMLSpace: Array("&#\(byte);".utf8)
      default: nil
      }
    }
  }
}

private func decoded(_ raw: ArraySlice<UInt8>, inAttribute: Bool) -> Decoded {
  let references = CharacterReferences.standard
  var result = Decoded()
  result.text.reserveCapacity(raw.count)
  var at = raw.startIndex
  while at < raw.endIndex {
    let text = result.text.count
    if raw[at] == UInt8(ascii: "&"),
      let reference = references.reference(in: raw, at: at, inAttribute: inAttribute)
    {
      result.text += reference.text
      result.map.append(
        .atom(text: text, textCount: reference.text.count, raw: at - raw.startIndex, rawCount: reference.length))
      at += reference.length
    } else {
      let start = at
      repeat { at += 1 } while at < raw.endIndex && raw[at] != UInt8(ascii: "&")
      result.text += raw[start..<at]
      result.map.append(.verbatim(text: text, raw: start - raw.startIndex, count: at - start))
    }
  }
  return result
}

/// The text with `special` bytes replaced, and each `&` that a reader could take for the beginning of a reference.
private func escaped(_ text: ArraySlice<UInt8>, _ special: (UInt8) -> [UInt8]?) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count + 16)
  for at in text.indices {
    let byte = text[at]
    if byte == UInt8(ascii: "&") {
      result += beginsReference(text, at) ? Array("&amp;".utf8) : [byte]
    } else if let replacement = special(byte) {
      result += replacement
    } else {
      result.append(byte)
    }
  }
  return result
}

/// Whether `&` could begin a reference; at the end of the text, what follows it in the document could make it one.
private func beginsReference(_ text: ArraySlice<UInt8>, _ at: Int) -> Bool {
  var end = at + 1
  if end == text.endIndex || text[end] == UInt8(ascii: "#") { return true }
  while end < text.endIndex, end - at <= 40, text[end].isASCIIAlphanumeric { end += 1 }
  if end == text.endIndex, end > at + 1 { return true }
  return CharacterReferences.standard.reference(in: text, at: at, inAttribute: false) != nil
}
