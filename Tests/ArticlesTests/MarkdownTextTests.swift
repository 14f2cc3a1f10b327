import Markdown
import Testing
import Units

@testable import Articles

/// What is escaped in Markdown, and what isn't.
struct MarkdownTextTests {
  private func encoded(_ text: String, _ coding: MarkdownText = MarkdownText()) -> String {
    String(decoding: coding.encode(Array(text.utf8)[...]), as: UTF8.self)
  }

  @Test(arguments: [
    "Plain text.", "2 * 3", "snake_case_name", "A & B", "5 < 6 > 4", "[sic] yes", "C# and #1", "a - b", "-5 °C",
    "+7 707",
    "20% $5", "1.5 million", "2024 год", "a | b", "Ура!", "#hashtag", "~5 млн", "{x}", "x=1", "— Да", "a\\b",
    "құқық_сөз",
  ])
  func leavesAloneWhatIsText(_ text: String) { #expect(encoded(text) == text) }

  @Test(arguments: [
    ("# a", "\\# a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("> a", "\\> a"),
    ("*a*", "\\*a\\*"), ("_a_", "\\_a\\_"), ("`a`", "\\`a\\`"), ("[a](b)", "\\[a](b)"), ("a ] b", "a \\] b"),
    ("<b>", "\\<b>"), ("</b>", "\\</b>"), ("&amp; &xy; &#1;", "\\&amp; \\&xy; \\&#1;"), ("\\*", "\\\\\\*"),
    ("~~a~~", "\\~\\~a\\~\\~"),
    ("---", "\\---"), ("===", "\\==="), ("{{ a }}", "\\{{ a }}"), ("{% a %}", "\\{% a %}"), ("a\nb", "a b"),
    ("::: a", "\\::: a"), ("[a]: b", "\\[a]: b"), ("[^1]", "\\[^1]"),
  ])
  func escapesWhatWouldBeMarkup(_ text: String, _ expected: String) { #expect(encoded(text) == expected) }

  @Test func looksAtWhatStandsAround() {
    let coding = CodingChain([MarkdownText()])
    func encoded(_ text: String, _ before: UInt8?, _ after: UInt8?) -> String {
      String(
        decoding: coding.encode(Array(text.utf8)[...], between: Neighbours(before: before, after: after)), as: UTF8.self
      )
    }
    #expect(encoded("Wow!", nil, UInt8(ascii: "[")) == "Wow\\!")
    #expect(encoded("Wow!", nil, nil) == "Wow!")
    #expect(encoded("1. a", 0x20, nil) == "1. a")
    #expect(encoded("1. a", 0x0A, nil) == "1\\. a")
    #expect(encoded("[a]", nil, UInt8(ascii: "(")) == "\\[a]")
    #expect(encoded("a\\", nil, UInt8(ascii: "*")) == "a\\\\")
  }

  @Test func knowsTheLabelsOfTheDocument() {
    let labels = MarkdownLabels.defined(in: Array("> [So  Much]: /u\n\n[x] y\n".utf8))
    #expect(encoded("[so much] [x]", MarkdownText(labels: labels)) == "\\[so much] \\[x]")
    #expect(encoded("[so much] [y]") == "[so much] [y]")
  }

  @Test func knowsCellsAndHeadings() {
    #expect(encoded("a | b", MarkdownText(isInCell: true)) == "a \\| b")
    #expect(encoded("C #", MarkdownText(isHeading: true)) == "C \\#")
    #expect(encoded("C#", MarkdownText(isHeading: true)) == "C#")
    #expect(encoded("1. a", MarkdownText(beginsLine: false)) == "1. a")
    #expect(encoded("{a} < b", MarkdownText(hasExpressions: true)) == "\\{a} \\< b")
  }

  /// Any text that is encoded reads back as that text, by our own decoder and by the parser.
  @Test func readsBackWhatItWrites() throws {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("ab1 .-+*_`[]()<>&;#!\\~|{}:=\"'/x@ә…".unicodeScalars)
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? " ")
      }
      text = text.split(separator: " ").joined(separator: " ")
      if text.isEmpty { continue }
      let bytes = MarkdownText().encode(Array(text.utf8)[...])
      let decoded = try MarkdownText().decode(bytes[...])
      #expect(String(decoding: decoded.text, as: UTF8.self) == text)
      var read: [UInt8] = []
      let events = try MarkdownParser.events(of: bytes)
      let isPlain = !events.contains { event in
        switch event.kind {
        case .enterSpan(.link): false
        case .enterSpan, .text(.html), .text(.code), .text(.entity): true
        case .enterBlock(let block): block != .document && block != .paragraph
        default: false
        }
      }
      for event in events { if case .text = event.kind, let range = event.range { read += bytes[range] } }
      #expect(
        isPlain && String(decoding: read, as: UTF8.self) == text,
        "\(text) is written \(String(decoding: bytes, as: UTF8.self)) and read \(String(decoding: read, as: UTF8.self))"
      )
    }
  }
}
