import Foundation
import Testing
import Units

@testable import Articles

private let sharedFolder = ProcessInfo.processInfo.environment["L10N_SHARED"] ?? ""

/// The tokenizer beside the cases that browsers and html5lib share.
struct HTMLTokenizerTests {
  /// A token as the cases have it, without what is only decoded: kind, name or data, attribute names, self-closing.
  struct Shape: Equatable, CustomStringConvertible {
    var kind: String
    var text: String
    var attributes: [String] = []
    var isSelfClosing = false

    var description: String { "\(kind) \(text.debugDescription) \(attributes)\(isSelfClosing ? "/" : "")" }
  }

  static func tokens(
    _ bytes: [UInt8], mode: HTMLTokenizer.Mode = .data, lastTag: String = "", isForeign: Bool = false
  ) -> [HTMLTokenizer.Token] {
    var tokenizer = HTMLTokenizer(bytes)
    tokenizer.isForeign = isForeign
    tokenizer.enter(mode, named: Array(lastTag.utf8))
    var tokens: [HTMLTokenizer.Token] = []
    while let token = tokenizer.next() { tokens.append(token) }
    return tokens
  }

  /// The shapes of the tokens of a text, as a decoder would see them.
  private func shapes(_ text: String, mode: HTMLTokenizer.Mode, lastTag: String) -> [Shape] {
    let bytes = Array(text.utf8)
    var tokenizer = HTMLTokenizer(bytes)
    tokenizer.at = 0
    tokenizer.enter(mode, named: Array(lastTag.utf8))
    var shapes: [Shape] = []
    var isEscaped = mode == .data || mode == .escapableText
    while let token = tokenizer.next() {
      func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      }
      func name(_ range: Range<Int>) -> String {
        string(range).replacing("\0", with: "\u{FFFD}").map { $0.isASCII ? $0.lowercased() : String($0) }.joined()
      }
      switch token.kind {
      case .text:
        let coding = HTMLText()
        var text = string(token.range)
        if isEscaped, let decoded = try? coding.decode(Array(text.utf8)[...]) {
          text = String(decoding: decoded.text, as: UTF8.self)
        }
        if mode != .data, shapes.isEmpty { text = text.replacing("\0", with: "\u{FFFD}") }
        if shapes.last?.kind == "Character" {
          shapes[shapes.count - 1].text += text
        } else {
          shapes.append(Shape(kind: "Character", text: text))
        }
      case .startTag:
        var names: [String] = []
        for attribute in tokenizer.attributes {
          let key = name(attribute.name)
          guard !names.contains(where: { $0.hasPrefix(key + "=") }) else { continue }
          let value = try? HTMLAttribute(quote: attribute.quote).decode(
            Array(string(attribute.value).replacing("\0", with: "\u{FFFD}").utf8)[...])
          names.append("\(key)=\(String(decoding: value?.text ?? [], as: UTF8.self))")
        }
        shapes.append(
          Shape(
            kind: "StartTag", text: name(token.name), attributes: names.sorted(), isSelfClosing: token.isSelfClosing))
      case .endTag: shapes.append(Shape(kind: "EndTag", text: name(token.name)))
      case .comment:
        shapes.append(Shape(kind: "Comment", text: string(token.name).replacing("\0", with: "\u{FFFD}")))
      case .doctype: shapes.append(Shape(kind: "DOCTYPE", text: ""))
      case .characterData, .dropped: break
      }
      isEscaped = true
    }
    return shapes
  }

  @Test(
    .enabled(if: !sharedFolder.isEmpty, "L10N_SHARED is not set"),
    arguments: [
      "contentModelFlags", "domjs", "entities", "escapeFlag", "namedEntities", "numericEntities", "test1", "test2",
      "test3", "test4", "unicodeChars", "unicodeCharsProblematic", "pendingSpecChanges",
    ])
  func cutsAndDecodesAsBrowsersDo(_ file: String) throws {
    let path = "\(sharedFolder)/markup/html5lib-tokenizer/\(file).test"
    let object = try JSONSerialization.jsonObject(with: try #require(FileManager.default.contents(atPath: path)))
    let cases = try #require((object as? [String: Any])?["tests"] as? [[String: Any]])
    var run = 0
    for test in cases {
      let isEscaped = test["doubleEscaped"] as? Bool ?? false
      func plain(_ value: Any?) -> String? {
        (value as? String).map { isEscaped ? unescaped($0) : $0 }
      }
      guard let input = plain(test["input"]), let output = test["output"] as? [[Any]] else { continue }
      // Lone surrogates are no UTF-8.
      if input.unicodeScalars.contains("\u{FFFD}"), isEscaped { continue }
      var expected: [Shape] = []
      for token in output {
        let kind = token[0] as? String ?? ""
        var shape = Shape(kind: kind, text: kind == "DOCTYPE" ? "" : plain(token[1]) ?? "")
        if kind == "StartTag", let attributes = token[2] as? [String: String] {
          shape.attributes = attributes.map { "\(plain($0.key) ?? "")=\(plain($0.value) ?? "")" }.sorted()
          shape.isSelfClosing = token.count > 3
        }
        if kind == "Character", expected.last?.kind == kind {
          expected[expected.count - 1].text += shape.text
        } else {
          expected.append(shape)
        }
      }
      for state in test["initialStates"] as? [String] ?? ["Data state"] {
        guard let mode = Self.modes[state] else { continue }
        let found = shapes(input, mode: mode, lastTag: test["lastStartTag"] as? String ?? "")
        #expect(found == expected, "\(test["description"] ?? "") \(state): \(input.debugDescription)")
        run += 1
      }
    }
    #expect(run > 0)
  }

  private static let modes: [String: HTMLTokenizer.Mode] = [
    "Data state": .data, "RCDATA state": .escapableText, "RAWTEXT state": .rawText, "Script data state": .script,
    "PLAINTEXT state": .plainText,
  ]

  private func unescaped(_ text: String) -> String {
    var units: [UInt16] = []
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix("\\u"), let unit = UInt16(rest.dropFirst(2).prefix(4), radix: 16) {
        units.append(unit)
        rest = rest.dropFirst(6)
      } else {
        units += Array(String(first).utf16)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  @Test(arguments: [
    "", "<", "</", "<!", "<!-", "<!--", "<!-->", "<a", "<a b", "<a b=", "<a b='", "<a b='c'", "<a/", "</>", "<?x",
    "a<b>c</b>d<!--e-->f<!doctype g>", "<script><!--<script></script>--></script>x", "\u{FEFF}<p>a", "<![CDATA[a]]>",
  ])
  func coversEveryByteOnce(_ text: String) {
    let bytes = Array(text.utf8)
    for mode in [HTMLTokenizer.Mode.data, .escapableText, .rawText, .script, .plainText] {
      for cut in 0...bytes.count {
        let part = Array(bytes[..<cut])
        var at = part.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for token in Self.tokens(part, mode: mode, lastTag: "script") {
          #expect(token.range.lowerBound == at && !token.range.isEmpty, "\(text) cut at \(cut)")
          at = token.range.upperBound
        }
        #expect(at == cut || cut < 3, "\(text) cut at \(cut)")
      }
    }
  }

  @Test func readsCharacterDataInForeignElementsOnly() {
    let bytes = Array("<![CDATA[a>b]]>c".utf8)
    #expect(Self.tokens(bytes).map(\.kind) == [.comment, .text])
    #expect(Self.tokens(bytes, isForeign: true).map(\.kind) == [.characterData, .text])
  }
}
