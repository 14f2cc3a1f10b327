import Units
import XLIFF

/// The text of a segment for people without a CAT tool: each code is a number in braces, `{1}bold{/1}`, `{2}`.
enum TableText {
  static func text(of content: Content) -> String {
    var bytes: [UInt8] = []
    var at = 0
    for code in content.codes {
      bytes += content.text[at..<code.at.bytes]
      bytes += token(of: code).utf8
      at = code.at.bytes
    }
    return String(decoding: bytes + content.text[at...], as: UTF8.self)
  }

  /// A target of text and of the codes that the source has; braces around anything else are text.
  static func parts(_ text: String, codesOf source: Content) -> [Document.TargetPart] {
    var indexes: [String: [Int]] = [:]
    for (index, code) in source.codes.enumerated().reversed() { indexes[token(of: code), default: []].append(index) }
    var parts: [Document.TargetPart] = []
    var plain: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "{"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: "}")),
        let index = indexes[String(decoding: rest[...end], as: UTF8.self)]?.popLast()
      {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = []
        parts.append(.code(index))
        rest = rest[(end + 1)...]
      } else {
        plain.append(byte)
        rest.removeFirst()
      }
    }
    return plain.isEmpty ? parts : parts + [.text(plain)]
  }

  private static func token(of code: Code) -> String {
    code.kind == .close ? "{/\(code.ordinal)}" : "{\(code.ordinal)}"
  }
}
