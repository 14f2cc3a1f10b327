/// A copy of a document in which addresses that stand in text as they are (`https://a.example`, `www.a.example`,
/// `a@b.example`) are overwritten with ``maskByte``s: GitHub makes links of them, so they are codes.
///
/// md4c's own search for them takes quadratic time. This one takes a little more for an address than GitHub does, as it
/// harms nothing to leave it alone: a host without a dot, an address in code or in a link's destination.
struct AddressMask {
  /// The masked document.
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var at = 0
    while at < bytes.count {
      let address =
        switch bytes[at] {
        case UInt8(ascii: ":"): url(colon: at)
        case UInt8(ascii: "w"), UInt8(ascii: "W"): host(at)
        case UInt8(ascii: "@"): mailbox(sign: at)
        default: nil as Range<Int>?
        }
      if let address {
        for index in address { self.bytes[index] = maskByte }
        at = address.upperBound
      } else {
        at += bytes[at] == UInt8(ascii: "\\") && at + 1 < bytes.count && bytes[at + 1].isASCIIPunctuation ? 2 : 1
      }
    }
  }

  /// `https://…`, of which the colon was met.
  private func url(colon: Int) -> Range<Int>? {
    guard bytes[colon...].starts(with: "://".utf8) else { return nil }
    var start = colon
    while start > 0, colon - start < 6, bytes[start - 1].isASCIILetter { start -= 1 }
    let scheme = bytes[start..<colon].map { $0 | 0x20 }
    guard ["http", "https", "ftp"].contains(where: { $0.utf8.elementsEqual(scheme) }), isOutsideBrackets(start),
      colon + 3 < bytes.count, bytes[colon + 3].isASCIIAlphanumeric || bytes[colon + 3] >= 0x80
    else { return nil }
    let end = end(from: colon + 3)
    return end > colon + 3 ? start..<end : nil
  }

  /// `www.…`.
  private func host(_ start: Int) -> Range<Int>? {
    guard start + 4 < bytes.count, bytes[start..<start + 3].allSatisfy({ $0 | 0x20 == UInt8(ascii: "w") }),
      bytes[start + 3] == UInt8(ascii: "."), bytes[start + 4].isASCIIAlphanumeric || bytes[start + 4] >= 0x80,
      isOutsideBrackets(start), start == 0 || !(bytes[start - 1].isASCIIAlphanumeric || bytes[start - 1] == maskByte)
    else { return nil }
    let end = end(from: start + 4)
    return end > start + 4 ? start..<end : nil
  }

  /// `a@b.example`, of which the sign was met.
  private func mailbox(sign: Int) -> Range<Int>? {
    func isLocal(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || ".-_+".utf8.contains(byte) }
    var start = sign
    while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
    guard start < sign, isOutsideBrackets(start) else { return nil }
    var end = sign + 1
    while end < bytes.count, bytes[end].isASCIIAlphanumeric || ".-_".utf8.contains(bytes[end]) { end += 1 }
    while end > sign, !bytes[end - 1].isASCIIAlphanumeric { end -= 1 }
    return end > sign && bytes[sign..<end].contains(UInt8(ascii: ".")) ? start..<end : nil
  }

  /// Whether it is not what stands in `<https://…>`, which Markdown itself knows.
  private func isOutsideBrackets(_ start: Int) -> Bool { start == 0 || bytes[start - 1] != UInt8(ascii: "<") }

  /// Where an address ends: before white space, markup and the punctuation of the sentence it stands in.
  private func end(from start: Int) -> Int {
    var depth = 0
    var end = start
    while end < bytes.count, isPart(end) {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      end += 1
    }
    while end > start, "?!.,:;*_~'(".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  private func isPart(_ at: Int) -> Bool {
    let byte = bytes[at]
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    switch byte {
    case 0...0x20, 0x7F, maskByte: return false
    case _ where "<>\"`|[]{}\\".utf8.contains(byte): return false
    case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "_"): return next != byte
    // A no-break space, guillemets; quotation marks, dashes and an ellipsis; the stops of Chinese and Japanese.
    case 0xC2: return ![0xA0, 0xAB, 0xBB].contains(next)
    case 0xE2: return next != 0x80
    case 0xE3: return next != 0x80
    default: return true
    }
  }
}
