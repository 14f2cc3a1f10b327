import Testing
import Units

@testable import Articles

/// What a newsroom says of its articles beyond what is usual.
struct FormatOptionsTests {
  private func texts(_ text: String, _ format: any ArticleFormat.Type, _ options: FormatOptions) throws -> [String] {
    try format.init(options).read(Array(text.utf8)).blocks.filter { $0.role != .furniture }.map(\.source.string)
  }

  @Test(arguments: [
    ([], [], ["A", "B"]), (["note"], [], ["A", "B", "C", "D"]), (["hero.note"], [], ["A", "B", "D"]),
    ([], ["summary"], ["A"]), ([], ["Sum-mary"], ["A"]), (["tags"], ["title"], ["B", "E", "F"]),
    (["hero.title"], [], ["A", "B"]),
  ])
  func translatesTheKeysOfFrontMatter(_ translated: [String], _ kept: [String], _ expected: [String]) throws {
    let yaml = "---\ntitle: A\nsummary: B\nnote: C\nhero:\n  - note: D\ntags: [E, F]\n---\n"
    var options = FormatOptions()
    options.frontMatter = FrontMatterKeys(translated: translated, kept: kept)
    #expect(try texts(yaml, MarkdownFormat.self, options) == expected)
  }

  @Test func whatIsSaidLaterOfSomeArticlesHolds() throws {
    var options = FormatOptions()
    options.frontMatter = FrontMatterKeys(translated: ["note"], kept: ["title"])
    options.html.furniture = [try HTMLSelector(".x")]
    var others = FormatOptions()
    others.frontMatter = FrontMatterKeys(translated: ["title"], kept: ["note"])
    others.html.text = [try HTMLSelector(".x")]
    options.add(others)
    #expect(try texts("---\ntitle: A\nnote: B\n---\n", MarkdownFormat.self, options) == ["A"])
    #expect(try texts("<p class=x>A", HTMLFormat.self, options) == ["A"])
  }

  @Test(arguments: [
    ("div", "<div>A</div><p>B", ["B"]), (".more", "<p class='a More'>A</p><p class=more-x>B", ["B"]),
    ("#x", "<p id=x>A</p><p id=y>B", ["B"]), ("[data-w]", "<p data-w>A</p><p>B", ["B"]),
    ("p[data-w=1]", "<p data-w=1>A</p><p data-w=2>B</p><div data-w=1>C", ["B", "C"]),
    ("p.a.b", "<p class='b a'>A</p><p class=a>B", ["B"]), ("[title='a b']", "<p title='a b'>A</p><p>B", ["B"]),
  ])
  func leavesOutWhatASelectorSelects(_ selector: String, _ html: String, _ expected: [String]) throws {
    var options = FormatOptions()
    options.html.furniture = [try HTMLSelector(selector)]
    #expect(try texts(html, HTMLFormat.self, options) == expected)
  }

  @Test func takesWhatLooksLikeFurnitureForText() throws {
    let html = "<aside class=fact>A</aside><div class=latest>B</div><nav>C</nav><p>D <span class=tick>E</span> F"
    #expect(try texts(html, HTMLFormat.self, FormatOptions()) == ["D E F"])
    var options = FormatOptions()
    options.html.text = [try HTMLSelector("aside.fact"), try HTMLSelector(".latest")]
    options.html.protected = [try HTMLSelector(".tick")]
    #expect(try texts(html, HTMLFormat.self, options) == ["A", "B", "D  F"])
    #expect(try texts(#"{"body_html": "<aside class=fact>A</aside><p>B"}"#, NinjsFormat.self, options) == ["A", "B"])
  }

  @Test(arguments: ["", "a b", "a>b", "a,b", ".", "#", "[", "[a", "[a=", "[a='b]", "a:hover", ".a:b", "*"])
  func refusesWhatIsNoSelectorOfOneElement(_ text: String) {
    #expect(throws: Malformed.self) { try HTMLSelector(text) }
  }

  @Test func namesCopiesOfNinjsAsTheNewsroomDoes() throws {
    var options = FormatOptions()
    options.ninjs.uri = "\"{lang}/{uri}#{lang}"
    options.ninjs.translationOf = "derived \"from\""
    options.ninjs.texts = ["slugline"]
    let json = #"{"uri":"u","headlines":[{"value":"H"}],"slugline":"S","language":"en"}"#
    let format = NinjsFormat(options)
    let article = try format.read(Array(json.utf8))
    #expect(article.blocks.map(\.source.string) == ["H", "S"])
    let splice = format.metadata(of: article, for: try #require(LanguageTag("kk")))
    #expect(
      String(decoding: try splice.applied(to: article.bytes), as: UTF8.self)
        == #"{"uri":"\"kk/u#kk","altids":[{"role":"derived \"from\"","value":"u"}],"#
        + #""headlines":[{"value":"H"}],"slugline":"S","language":"kk"}"#)
  }
}
