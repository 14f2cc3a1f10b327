internal import Units

/// An attribute as it is written in a start tag; expat gives values but not their places.
public struct WrittenAttribute: Hashable, Sendable {
  /// The name as written, prefix included.
  public let name: String
  /// From the white space before the name to the closing quotation mark, in bytes of the document.
  public let whole: Range<Int>
  /// The value without its quotation marks, in bytes of the document.
  public let value: Range<Int>
}

/// The attributes of a start tag that is known to be well-formed, in order.
///
/// `tag` is the range of the start tag in `bytes`, from `<` to `>`.
public func attributes(of tag: Range<Int>, in bytes: [UInt8]) -> [WrittenAttribute] {
  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
  var result: [WrittenAttribute] = []
  var at = tag.lowerBound + 1
  while at < tag.upperBound, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
  while at < tag.upperBound {
    let start = at
    while at < tag.upperBound, isSpace(bytes[at]) { at += 1 }
    let nameStart = at
    while at < tag.upperBound, bytes[at] != UInt8(ascii: "="), bytes[at] != UInt8(ascii: ">"), !isSpace(bytes[at]) {
      at += 1
    }
    let nameEnd = at
    while at < tag.upperBound, bytes[at] != 0x22, bytes[at] != 0x27, bytes[at] != UInt8(ascii: ">") { at += 1 }
    guard at < tag.upperBound, bytes[at] != UInt8(ascii: ">") else { break }
    let quote = bytes[at]
    let valueStart = at + 1
    at = valueStart
    while at < tag.upperBound, bytes[at] != quote { at += 1 }
    let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)
    result.append(WrittenAttribute(name: name, whole: start..<min(at + 1, tag.upperBound), value: valueStart..<at))
    at += 1
  }
  return result
}

/// Adds `text` as XML character data: `&`, `<` and `>` written as entities, a carriage return as a reference.
///
/// With `inAttribute`, double quotes, tabs and line feeds too, so that the value survives normalization.
public func appendEscaped(_ text: borrowing Span<UInt8>, inAttribute: Bool = false, to result: inout [UInt8]) {
  var start = 0
  while start < text.count {
    let end = text.firstIndex(from: start) { needingEscape($0, inAttribute: inAttribute) }
    append(text.extracting(start..<end), to: &result)
    if end < text.count { result += escaped(text[end]).utf8 }
    start = end + 1
  }
}

/// Adds bytes as they are, at once.
private func append(_ bytes: borrowing Span<UInt8>, to result: inout [UInt8]) {
  bytes.withUnsafeBufferPointer { result.append(contentsOf: $0) }
}

@inline(__always)
private func needingEscape(_ bytes: EightBytes, inAttribute: Bool) -> EightBytes.Marks {
  let brackets = bytes.equal(to: UInt8(ascii: "<")) | bytes.equal(to: UInt8(ascii: ">"))
  let always = brackets | bytes.equal(to: UInt8(ascii: "&")) | bytes.equal(to: 0x0D)
  return inAttribute ? always | bytes.equal(to: 0x22) | bytes.equal(to: 0x09) | bytes.equal(to: 0x0A) : always
}

/// How a byte is written that can't stand for itself.
private func escaped(_ byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case 0x22: "&quot;"
  default: "&#\(byte);"
  }
}
