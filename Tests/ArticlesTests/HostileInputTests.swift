import TestSupport
import Testing
import Units

@testable import Articles

/// What nobody writes: time grows with it, not with its square, and what is too much is said.
struct HostileInputTests {
  /// A document that is a piece, many times.
  struct Repetition: Sendable, CustomTestStringConvertible {
    var format: any ArticleFormat.Type
    var piece: String
    var end = ""
    var start = ""

    var testDescription: String { "\(format.name): \(start) \(piece) … \(end)" }

    func bytes(_ count: Int) -> [UInt8] {
      Array((start + String(repeating: piece, count: count) + String(repeating: end, count: count)).utf8)
    }
  }

  private static let html =
    ["div", "b", "svg", "table", "nav", "span translate=no", "p", "li", "a href=x"].flatMap { tag in
      let name = tag.prefix { $0 != " " }
      return [
        Repetition(format: HTMLFormat.self, piece: "<\(tag)>"),
        Repetition(format: HTMLFormat.self, piece: "<\(tag)>", end: "</\(name)>"),
      ]
    }
    + [
      ("<b>a", "</i>c</b>"), ("<", ""), ("&", ""), ("<!--", ""), ("<a b='", ""), ("&amp", ""), ("<br>a", ""),
      ("<img alt=a>b", ""), ("</b>", ""), ("<script>", ""), ("<a ", ""),
    ].map { Repetition(format: HTMLFormat.self, piece: $0.0, end: $0.1) }

  private static let markdown = [
    "www.", "www.a.b ", "a@b.c ", "http://a.b ", "http://", "[", "](", "[a](b) ", "![a](b)", "*a ", "**a* ", "_a_",
    "`a",
    "` ``", "~~a ", "<a ", "<b>", "<!--", "&amp;", "&", "> ", "- ", "- a\n", "1. a\n", "# a\n", "|a", "\\", "$a^b$ ",
    "{{ a }} ", "{{", "{% a %}\n", "[^a]: b\n", "[a]: b\n", "a\n", "\n", "a  \n", "<div>\n", "<div>\na\n\n", ":::\n",
    "$$",
    "import a from 'b'\n",
  ].map { Repetition(format: MarkdownFormat.self, piece: $0) }

  private static let others = [
    Repetition(format: NinjsFormat.self, piece: #"{"associations":["#),
    Repetition(format: NinjsFormat.self, piece: #"{"associations":{"a":"#, end: "}}", start: ""),
    Repetition(format: NinjsFormat.self, piece: #""headline":"a","#, start: "{"),
    Repetition(format: NinjsFormat.self, piece: "<p>a", start: #"{"body_html":""#),
    Repetition(format: PlainText.self, piece: "a"), Repetition(format: PlainText.self, piece: "a\r"),
    Repetition(format: PlainText.self, piece: "- "), Repetition(format: PlainText.self, piece: "\u{1}\n"),
    Repetition(format: MarkdownFormat.self, piece: "a: ", start: "---\n"),
    Repetition(format: MarkdownFormat.self, piece: "a: b\n", end: " ", start: "---\n"),
    Repetition(format: MarkdownFormat.self, piece: "[", end: "]", start: "+++\na = "),
    Repetition(format: MarkdownFormat.self, piece: "{\"a\":", start: ""),
  ]

  @Test(arguments: html + markdown + others)
  func takesTimeInProportionToItsSize(_ document: Repetition) throws {
    let format = document.format.init()
    func time(_ count: Int) -> Double {
      let bytes = document.bytes(count)
      let start = threadSeconds()
      _ = try? format.read(bytes)
      return threadSeconds() - start
    }
    // Eight times the text takes eight times as long; what is quadratic takes 64 times. What is quick is measured badly.
    let (short, long) = (time(1_500), time(12_000))
    #expect(long < max(0.05, 30 * short), "1,500 pieces took \(short) s, 12,000 took \(long) s")
  }

  @Test(arguments: [
    (HTMLFormat.self as any ArticleFormat.Type, "<p>a</p><p>", "<b>b</b> ", "</p><p>c</p>"),
    (MarkdownFormat.self, "a\n\n", "**b** ", "\n\nc\n"),
    (NinjsFormat.self, #"{"headline":"a","body_html":"<p>"#, "<b>b</b> ", #"","byline":"c"}"#),
  ])
  func saysWhichTextHasTooManyCodes(
    _ format: any ArticleFormat.Type, _ start: String, _ piece: String, _ end: String
  ) throws {
    let article = try format.init().read(Array((start + String(repeating: piece, count: 3000) + end).utf8))
    #expect(article.blocks.map(\.source.string) == ["a", "c"])
    #expect(article.omissions.count == 1 && article.omissions.allSatisfy { $0.range.bytes.count > 15_000 })
  }

  @Test(arguments: [
    (PlainText.self as any ArticleFormat.Type, "", "a\n"), (HTMLFormat.self, "", "<p>a"),
    (MarkdownFormat.self, "", "a\n\n"),
    (NinjsFormat.self, #"{"headlines":[{"value":"a"}"#, #",{"value":"a"}"#),
  ])
  func refusesMoreTextsThanAnyToolCanShow(_ format: any ArticleFormat.Type, _ start: String, _ piece: String) {
    let bytes = Array((start + String(repeating: piece, count: Article.mostBlocks + 2) + "]}").utf8)
    let error = #expect(throws: Malformed.self) { try format.init().read(bytes) }
    #expect(error?.problem.contains("over 250000 texts") == true, "\(String(describing: error))")
  }

  @Test func leavesOutAParagraphThatIsAllMarkup() throws {
    let text = "a\n\n" + String(repeating: "*[_`", count: 300_000) + "\n\nb\n"
    let article = try MarkdownFormat().read(Array(text.utf8))
    #expect(article.blocks.map(\.source.string) == ["a", "b"])
    #expect(article.omissions.map(\.reason) == [Omission.tooManyCodes])
  }
}
