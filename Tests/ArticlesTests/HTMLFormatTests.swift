import Locales
import Testing
import Units

@testable import Articles

struct HTMLFormatTests {
  private func read(_ text: String) throws -> Article {
    var article = try HTMLFormat().read(Array(text.utf8))
    Roles(Locale(try #require(LanguageTag("en")))).assign(to: &article)
    return article
  }

  /// The text of a block with its codes as `‹display›`.
  private func marked(_ block: Block) -> String {
    var result: [UInt8] = []
    var at = 0
    for code in block.source.codes {
      result += block.source.text[at..<code.at.bytes]
      result += Array("‹\(code.display)›".utf8)
      at = code.at.bytes
    }
    return String(decoding: result + block.source.text[at...], as: UTF8.self)
  }

  @Test(arguments: [
    ("<p>One <b>two</b> three.</p>", ["One ‹<b>›two‹</b>› three."]),
    ("<p><b>All <i>of it</i></b></p>", ["All ‹<i>›of it‹</i>›"]),
    ("<p><b>Bold</b> and <i>not</i></p>", ["‹<b>›Bold‹</b>› and ‹<i>›not‹</i>›"]),
    ("<p>A <b>b <i>c</b> d</i> e</p>", ["A ‹<b>›b ‹<i>›c‹</b>› d‹</i>› e"]),
    ("<p>  One\n\t two &amp; <!-- x -->three&nbsp;</p>", ["One two & ‹[comment]›three"]),
    ("One<br>two", ["One‹<br>› two"]),
    ("One<br> <br/>two", ["One", "two"]),
    ("<div>One<p>Two</p>three</div>", ["One", "Two", "three"]),
    ("<p>One<p>Two<ul><li>A<li>B</ul>C", ["One", "Two", "A", "B", "C"]),
    ("<p>See <img src=x alt='A dog'> there.", ["See ‹[image]› there.", "A dog"]),
    ("<p>Run <code>ls -l</code> now", ["Run ‹ls -l› now"]),
    ("<p>At <span translate=no>Kaz<b>AID</b></span> now", ["At ‹[span]› now"]),
    ("<p>At <span class='a notranslate'>KazAID</span> now", ["At ‹KazAID› now"]),
    ("<p>a<svg><title>b</title><p>c</svg>d", ["a", "c‹</svg>›d"]),
    ("<p>a <svg><title>b</title><path/></svg> d", ["a ‹[svg]› d"]),
    ("<p>a <script>'</p>'</script>d", ["a ‹[script]›d"]),
    ("<p>Text <a href=x>link", ["Text ‹<a>›link"]),
    ("<template><p>a</p></template><pre>b</pre><textarea>c</textarea>", []),
    ("<p>12 — 14</p><p>&mdash;</p><p> </p>", []),
    ("<blockquote class=twitter-tweet><p>a</blockquote><p>b", ["b"]),
    ("<ul><li translate=no>a<li>b</ul>", ["b"]),
    ("<div translate=no><p>a<p>b</div>c", ["c"]),
    ("<html translate=no><p>a", ["a"]),
    ("<table><tr><td>a<td>b</div><tr><td>c</table>d", ["a", "b", "c", "d"]),
    ("<title>A <b> &lt; B</title>", ["A <b> < B"]),
    ("<input placeholder=Name><img alt=a.jpg><img alt='http://x'><a aria-label='Go on'></a>", ["Name", "Go on"]),
    ("<img alt='&copy=1 &copy; x' alt=y>", ["&copy=1 © x"]),
    ("a &unknown; &amp b &notit; &#150;", ["a &unknown; & b ¬it; –"]),
    ("<p>a\u{1}b</p><p>c", ["c"]),
    ("<p>a <p", ["a"]),
  ])
  func findsBlocks(_ html: String, _ expected: [String]) throws {
    #expect(try read(html).blocks.map(marked) == expected)
  }

  @Test(arguments: [
    ("<meta name=description content=\"Sum &amp; up\">", "meta[description]@content", "summary", "Sum & up"),
    ("<meta content='A title' property=og:title>", "meta[og:title]@content", "headline", "A title"),
    (
      "<script type=application/ld+json>{\"headline\":\"A \\u0022B\\u0022\"}</script>", "script@headline", "headline",
      "A \"B\""
    ),
    (
      "<script type=application/ld+json>{\"articleBody\":\"A. B.\"}</script>", "script@articleBody", "paragraph",
      "A. B."
    ),
  ])
  func findsDescriptions(_ html: String, _ syntax: String, _ role: String, _ text: String) throws {
    let block = try #require(try read(html).blocks.first)
    #expect([block.syntax, block.role.name, block.source.string] == [syntax, role, text])
  }

  @Test(arguments: [
    "<meta name=author content=A><meta name=viewport content='width=x'>",
    "<script type=application/ld+json>{\"publisher\":{\"description\":\"A\"},\"url\":\"b\",\"headline\":\"\"}</script>",
    "<script type=application/ld+json>{\"headline\":\"A\"]</script>", "<script>{\"headline\":\"A\"}</script>",
  ])
  func leavesOtherData(_ html: String) throws { #expect(try read(html).blocks.isEmpty) }

  @Test func saysWhichTextsAreFiguresAlone() throws {
    let html = "<table><tr><td>Rye<td>2,200<td>—<td>1 <b>000</b></table><nav><p>Page<p>12</nav>"
    let article = try read(html)
    #expect(article.blocks.map(\.source.string) == ["Rye", "Page"])
    let figures = article.omissions.filter(\.isFigures).map {
      String(decoding: article.bytes[$0.range.bytes], as: UTF8.self)
    }
    #expect(figures == ["2,200", "1 <b>000"])
  }

  @Test func namesTheBlocksOfAPage() throws {
    let page = """
      <title>T</title><header><a>Site</a></header><p>Cookies!</p><article><h1>H</h1><p class=byline>By X</p>
      <figure><figcaption>Cap</figcaption><figcaption>Photo: X</figcaption></figure><p>Lead.<p>Body.<h2>Sub</h2>
      <blockquote><p>Said.</p><footer>He</footer></blockquote><aside><p>Aside</p></aside>
      <h3>Read also</h3><ul><li><img alt="Pic"><p>x</p></li></ul><p>End.</article><footer><p>Foot
      """
    let article = try read(page)
    #expect(
      article.blocks.map { "\($0.role.name): \($0.source.string)" } == [
        "headline: T", "furniture: Site", "paragraph: Cookies!", "headline: H", "byline: By X", "caption: Cap",
        "photo-credit: Photo: X", "lead: Lead.", "paragraph: Body.", "heading: Sub", "quotation: Said.",
        "quotation: He", "furniture: Aside", "furniture: Read also", "furniture: Pic", "furniture: x",
        "paragraph: End.", "furniture: Foot",
      ])
    #expect(article.omissions.filter(\.isFurniture).count == 4)
  }

  @Test(arguments: [
    "<p>One <b> two </b>&nbsp; three<br> four <i>five</i> </p>", "<p>&nbsp;<b>&nbsp;a</b> b <img alt=c> d</p>",
    "a<br><b>c</b>d <code>e</code> f", "<p>x <b>y<p>z</b> w",
  ])
  func mapsEveryBlockToItsBytes(_ html: String) throws {
    for block in try read(html).blocks {
      let whole = block.map.raw(0..<block.source.text.count)
      #expect(whole.lowerBound >= block.raw.lowerBound.bytes && whole.upperBound <= block.raw.upperBound.bytes)
      // Text and codes together are all bytes of the block, in order.
      var at = block.raw.lowerBound.bytes
      var text = 0
      for (code, range) in zip(block.source.codes, block.codes) {
        if code.at.bytes > text {
          let raw = block.map.raw(text..<code.at.bytes)
          #expect(raw.lowerBound == at, "\(html)")
          at = raw.upperBound
          text = code.at.bytes
        }
        #expect(range.lowerBound.bytes == at, "\(html) \(code.display)")
        at = range.upperBound.bytes
      }
      if text < block.source.text.count { at = block.map.raw(text..<block.source.text.count).upperBound }
      #expect(at == block.raw.upperBound.bytes, "\(html)")
    }
  }

  @Test(arguments: [
    "AT&T", "a & b", "&amp;", "&lt", "&#1", "<script>", "a<b", "\"q\" 'r'", "x=1&copy=2", "&", "tail&a", "&notin x",
    "\u{A0}–é", "a/b>c`=",
  ])
  func readsBackWhatItWrites(_ text: String) throws {
    let bytes = Array(text.utf8)
    let codings: [any Coding] = [
      HTMLText(), HTMLAttribute(quote: 0x22), HTMLAttribute(quote: 0x27), HTMLAttribute(quote: nil),
      JSONString(isInScript: true),
    ]
    for coding in codings {
      let encoded = coding.encode(bytes[...])
      #expect(try coding.decode(encoded[...]).text == bytes, "\(coding): \(String(decoding: encoded, as: UTF8.self))")
    }
  }

  @Test func escapesOnlyWhatWouldBeMarkup() {
    func text(_ string: String) -> String {
      String(decoding: HTMLText().encode(Array(string.utf8)[...]), as: UTF8.self)
    }
    #expect(text("AT&T, a & b > c \"d\" &x;") == "AT&T, a & b > c \"d\" &x;")
    #expect(text("&lt; <b> &copy2 &#9;") == "&amp;lt; &lt;b> &amp;copy2 &amp;#9;")
    #expect(text("a &lt") == "a &amp;lt")
  }

  @Test(arguments: [
    ("<meta charset=iso-8859-1><p>a", "&#1241;&lt;"), ("<meta charset=UTF-8><p>a", "ә&lt;"),
    ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><img alt=a>", "&#1241;&lt;"),
    ("<meta charset=iso-8859-1><p>ә", "ә&lt;"),
    ("<script type=application/ld+json>{\"headline\":\"a\"}</script><meta charset=ascii>", "\\u04d9\\u003C"),
  ])
  func writesInTheEncodingThatThePageSays(_ html: String, _ expected: String) throws {
    let block = try #require(try read(html).blocks.first)
    #expect(String(decoding: block.coding.encode(Array("ә<".utf8)[...]), as: UTF8.self) == expected)
  }
}

/// What a localized page says of itself, and how furniture is taken out of it.
struct HTMLMetadataTests {
  @Test(arguments: [
    ("<html lang=\"en\">", "kk", "<html lang=\"kk\">"),
    ("<HTML LANG=en-US dir=ltr>", "ar", "<HTML LANG=ar dir=rtl>"),
    ("<html class=x>", "kk", "<html lang=\"kk\" class=x>"),
    ("<html lang=en>", "ar", "<html dir=\"rtl\" lang=ar>"),
    ("<html dir='rtl' lang='ar'>", "ru", "<html dir='ltr' lang='ru'>"),
    ("<html lang=en>", "kk-Arab", "<html dir=\"rtl\" lang=kk-Arab>"),
    (
      "<html lang=en><article lang=en><p lang=fr>a<article lang=fr>", "kk",
      "<html lang=kk><article lang=kk><p lang=fr>a<article lang=fr>"
    ),
    ("<meta property=og:locale content=en_US>", "kk", "<meta property=og:locale content=kk_KZ>"),
    ("<meta property=og:locale content=en_US>", "pt-PT", "<meta property=og:locale content=pt_PT>"),
    ("<meta http-equiv=Content-Language content=en>", "ru", "<meta http-equiv=Content-Language content=ru>"),
    (
      "<script type=application/ld+json>{\"inLanguage\": \"en-GB\"}</script>", "kk",
      "<script type=application/ld+json>{\"inLanguage\": \"kk\"}</script>"
    ),
    ("<p>Text <span lang=en>a</span>", "kk", "<p>Text <span lang=en>a</span>"),
  ])
  func setsTheLanguage(_ html: String, _ language: String, _ expected: String) throws {
    let format = HTMLFormat()
    let article = try format.read(Array(html.utf8))
    let splice = format.metadata(of: article, for: try #require(LanguageTag(language)))
    #expect(String(decoding: try splice.applied(to: article.bytes), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("<p>a<nav><b>x</b></nav><p>b", "<p>a<p>b"),
    (
      "<article><h1>H</h1><p>a</p><h2>Latest news</h2><ul><li>x<li><a>y</a></ul></article>",
      "<article><h1>H</h1><p>a</p></article>"
    ),
    ("<p>a</p><h3>Read more</h3><ul><li><b>x</b></li></ul><p>b", "<p>a</p><p>b"),
    ("<p>a<aside>x", "<p>a"),
  ])
  func takesWholeElementsOut(_ html: String, _ expected: String) throws {
    let format = HTMLFormat()
    var article = try format.read(Array(html.utf8))
    Roles(Locale(try #require(LanguageTag("en")))).assign(to: &article)
    var splice = Splice()
    for omission in article.omissions {
      splice.replace(format.removal(of: omission, from: article), with: [UInt8]())
    }
    #expect(String(decoding: try splice.applied(to: article.bytes), as: UTF8.self) == expected)
  }
}
