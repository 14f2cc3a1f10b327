import Testing
import Units

@testable import Articles

/// What is text in Markdown, and where it lies.
struct MarkdownFormatTests {
  /// The block with its codes shown: `⟨display⟩`.
  private func shown(_ content: Content) -> String {
    var result: [UInt8] = []
    var at = 0
    for code in content.codes {
      result += content.text[at..<code.at.bytes] + Array("⟨\(code.display)⟩".utf8)
      at = code.at.bytes
    }
    return String(decoding: result + content.text[at...], as: UTF8.self)
  }

  private func blocks(_ text: String) throws -> [String] {
    try MarkdownFormat().read(Array(text.utf8)).blocks.map { "\($0.syntax): \(shown($0.source))" }
  }

  @Test(arguments: [
    ("One\ntwo\n\nThree", ["p: One two", "p: Three"]),
    ("# Head #\n\nSub\n===\n", ["h1: Head", "h1: Sub"]),
    ("## Head {#id .x}\n", ["h2: Head"]),
    ("- one\n- [x] two\n\n  more\n", ["li: one", "li: two", "li: more"]),
    ("> quoted\n> words\nlazy\n", ["blockquote: quoted words lazy"]),
    ("a **b** c", ["p: a ⟨**⟩b⟨**⟩ c"]),
    ("***a** b*", ["p: ⟨*⟩⟨**⟩a⟨**⟩ b⟨*⟩"]),
    ("~~a~~ b", ["p: ⟨~~⟩a⟨~~⟩ b"]),
    ("a [b](c \"d e\") f", ["p: a ⟨[⟩b⟨](…)⟩ f", "title: d e"]),
    ("a [b][c] f [c]\n\n[c]: /u 'not this'", ["p: a ⟨[⟩b⟨](…)⟩ f ⟨[⟩c⟨](…)⟩"]),
    ("![a *b*](c) d ![e](f (g h)) i", ["p: d ⟨[image]⟩ i", "alt: a ⟨*⟩b⟨*⟩", "alt: e", "title: g h"]),
    ("[![a](b)](c)", ["alt: a"]),
    ("[![](b)](c) d", ["p: d"]),
    ("**![](b) d**", []),
    ("`a` b ``c ` d`` e", ["p: ⟨`a`⟩ b ⟨``c ` d``⟩ e"]),
    ("**`a` b**", ["p: ⟨**⟩⟨`a`⟩ b⟨**⟩"]),
    ("a `b\nc` d", ["p: a ⟨`b c`⟩ d"]),
    ("a  \nb\\\nc", ["p: a⟨↵⟩ b⟨↵⟩ c"]),
    ("a \\* &amp; &unknown; \\\\ b", ["p: a * & ⟨&unknown;⟩ \\ b"]),
    ("\\# a &mdash; b", ["p: # a — b"]),
    ("a <b>c</b> <br> d<br/>e <!-- f\n g --> h", ["p: a ⟨<b>⟩c⟨</b>⟩ ⟨<br>⟩  d⟨<br/>⟩ e ⟨<!-- f  g -->⟩ h"]),
    ("<https://a.b> c www.d.e f@g.hh i", ["p: ⟨<https://a.b>⟩ c ⟨www.d.e⟩ ⟨f@g.hh⟩ i"]),
    ("| A | **b** |\n|---|---|\n| c\\|d | 1 |\n", ["th: A", "th: ⟨**⟩b⟨**⟩", "td: c|d"]),
    ("|A|B|\n|-|:-:|\n|c|d|\n", ["th: A", "th: B", "td: c", "td: d"]),
    ("a <code>b *c*</code> d <i translate=\"no\">e</i>", ["p: a ⟨<code>b *c*</code>⟩ d ⟨<i translate=\"no\">e</i>⟩"]),
    ("    code\n\n```\ncode\n```\n\n<pre>\ncode\n</pre>\n\n---\n\n123\n", []),
    ("a {{< b c=\"d *e\" >}} f *g* {{ h }}", ["p: a ⟨{{< b c=\"d *e\" >}}⟩ f ⟨*⟩g⟨*⟩ ⟨{{ h }}⟩"]),
    ("a\n{% if b %}\nc\n{% endif %}\n", ["p: a", "p: c"]),
    ("::: {.callout}\na\n:::\n", ["p: a"]),
    ("a[^1] b.\n\n[^1]: Note *c*.\n[^2]: Other\n", ["p: a⟨[^1]⟩ b.", "li: Note ⟨*⟩c⟨*⟩.", "li: Other"]),
    (
      "import A from 'b'\n\na <A b={c > 1} /> d\n\n<Steps>\n1. e {f.g}\n</Steps>",
      [
        "p: a ⟨<A b={c > 1} />⟩ d", "li: e ⟨{f.g}⟩",
      ]
    ),
    ("a $x^2$ b $5 c $6\n\n$$\nd_1\n$$\n", ["p: a ⟨$x^2$⟩ b $5 c $6"]),
    ("a [b]({% link c.md %}) d [e]: f\n\n[g]: {{ h }}\n", ["p: a ⟨[⟩b⟨](…)⟩ d [e]: f"]),
    ("`{{` a `}}`", ["p: ⟨`{{`⟩ a ⟨`}}`⟩"]),
    ("\u{FEFF}# A\r\nB\rC", ["h1: A", "p: B C"]),
  ])
  func findsText(_ text: String, _ expected: [String]) throws {
    #expect(try blocks(text) == expected)
  }

  @Test(arguments: [
    ("<div>\na <b>c</b>\nd\n</div>\n", ["div: a ⟨<b>⟩c⟨</b>⟩ d"]),
    (
      "a\n\n<figure>\n  <img src=b alt=\"c\">\n  <figcaption>d</figcaption>\n</figure>\n\ne",
      ["p: a", "img@alt: c", "figcaption: d", "p: e"]
    ),
    ("- a\n\n  <p>b\n  c</p>\n", ["li: a", "p: b c"]), ("<header>\na\n</header>\n", ["header: a"]),
    ("<p title=\"{{ a }}\">\nb {{ c }} d\n</p>\n", ["p: b ⟨{{ c }}⟩ d"]), ("<div>\n\n*a*\n\n</div>\n", ["p: ⟨*⟩a⟨*⟩"]),
    ("<script type=application/ld+json>\n{\"headline\": \"a\"}\n</script>\n", []), ("<!-- a -->\n", []),
  ])
  func findsTextInHTML(_ text: String, _ expected: [String]) throws { #expect(try blocks(text) == expected) }

  @Test(arguments: [
    ("<div markdown=\"1\">\n*a*\n</div>\n", "HTML with Markdown in it"),
    ("import A from 'b'\n\n<div>\n{a}b\n</div>\n", "HTML with Markdown in it"),
    ("> <div>\n> a\n> </div>\n", "HTML in lines that something else begins"),
    ("<aside>\na\n</aside>\n", "furniture"),
  ])
  func saysWhichHTMLItLeavesOut(_ text: String, _ reason: String) throws {
    let article = try MarkdownFormat().read(Array(text.utf8))
    #expect(article.blocks.allSatisfy { $0.role == .furniture } && article.omissions.map(\.reason) == [reason])
  }

  @Test func writesNothingIntoHTMLThatMarkdownReads() throws {
    let article = try MarkdownFormat().read(Array("<div>\na\n</div>\n".utf8))
    let coding = try #require(article.blocks.first).coding
    #expect(
      String(decoding: coding.encode(Array("b\n\n{{ c }} <d> {e".utf8)[...]), as: UTF8.self)
        == "b  &#123;{ c }} &lt;d> {e")
  }
}
