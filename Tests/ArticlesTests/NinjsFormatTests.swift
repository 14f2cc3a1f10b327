import Testing
import Units

@testable import Articles

/// Where the texts of ninjs are, and what its copies say of themselves.
struct NinjsFormatTests {
  private func read(_ json: String) throws -> Article { try NinjsFormat().read(Array(json.utf8)) }

  private func localized(_ json: String) throws -> String {
    let article = try read(json)
    let splice = NinjsFormat().metadata(of: article, for: try #require(LanguageTag("kk")))
    return String(decoding: try splice.applied(to: article.bytes), as: UTF8.self)
  }

  @Test(arguments: [
    (
      #"{"uri":"u","versioncreated":"x","headline":"One","body_text":"Two\n\nThree","slugline":"No","subject":[{"name":"No"}]}"#,
      ["One", "Two", "Three"]
    ),
    (
      #"{"uri":"u","headlines":[{"role":"main","value":"One"}],"bodies":[{"value":"<p>Two</p>","contenttype":"text/html"}]}"#,
      ["One", "Two"]
    ),
    (
      #"{"standard":{"version":"3.0"},"by":"Ann","edNote":"Careful","renditions":[{"title":"No"}],"#
        + #""associations":[{"associations":[{"descriptions":[{"value":"Deep"}]}],"title":"Shallow"}]}"#,
      ["Ann", "Careful", "Deep", "Shallow"]
    ),
    (#"{"headline":"A","associations":{"main":{"description_text":"B","headline":"C"}}}"#, ["A", "B", "C"]),
  ])
  func findsTheTextsOfEachGeneration(_ json: String, _ texts: [String]) throws {
    #expect(try read(json).blocks.map(\.source.string) == texts)
  }

  @Test func readsHTMLInAString() throws {
    let json = #"{"headline":"H","body_xhtml":"<p>\u0041 <b class=\"x\">bold<\/b> &amp; more.<\/p>\n<p>Next<\/p>"}"#
    let article = try read(json)
    #expect(article.blocks.map(\.source.string) == ["H", "A bold & more.", "Next"])
    let block = article.blocks[1]
    #expect(block.source.codes.map(\.display) == ["<b>", "</b>"])
    #expect(
      block.codes.map { String(decoding: article.bytes[$0.bytes], as: UTF8.self) } == [#"<b class=\"x\">"#, #"<\/b>"#])
    #expect(String(decoding: block.coding.encode(Array("a/b \" <".utf8)[...]), as: UTF8.self) == #"a\/b \" &lt;"#)
  }

  @Test func keepsTheStyleOfEscapes() throws {
    let block = try read(#"{"headline":"Caf\u00e9"}"#).blocks[0]
    #expect(block.source.string == "Café")
    #expect(String(decoding: block.coding.encode(Array("é🙂".utf8)[...]), as: UTF8.self) == "\\u00e9\\ud83d\\ude42")
    let other = try read(#"{"headline":"Café"}"#).blocks[0]
    #expect(String(decoding: other.coding.encode(Array("é".utf8)[...]), as: UTF8.self) == "é")
  }

  @Test func saysWhatItLeavesOut() throws {
    let article = try read(
      #"{"bodies":[{"contentType":"text/vnd.IPTC.NITF","value":"<nitf/>"},{"value":"a \ud800"}]}"#)
    #expect(article.blocks.isEmpty)
    #expect(article.omissions.count == 2)
  }

  @Test(arguments: [
    (
      #"{"uri": "u", "language": "en-US", "headline": "H", "charcount": 3, "associations": {"a": {"language": "en"}}}"#,
      #"{"uri": "u-kk", "language": "kk", "headline": "H", "#
        + #""associations": {"translationOf": {"uri": "u"}, "a": {"language": "kk"}}}"#
    ),
    (
      #"{"uri":"u","headlines":[{"charcount":1,"wordcount":2,"value":"H"}],"associations":[{"language":"ru"}],"language":"en"}"#,
      #"{"uri":"u-kk","altids":[{"role":"translationOf","value":"u"}],"headlines":[{"value":"H"}],"#
        + #""associations":[{"language":"ru"}],"language":"kk"}"#
    ),
    (
      "{\n  \"uri\": \"u\",\n  \"versionCreated\": \"x\",\n  \"altIds\": []\n}",
      "{\n  \"language\": \"kk\",\n  \"uri\": \"u-kk\",\n  \"versionCreated\": \"x\",\n"
        + "  \"altIds\": [{\"role\": \"translationOf\", \"value\": \"u\"}]\n}"
    ),
  ])
  func setsWhatACopySaysOfItself(_ json: String, _ expected: String) throws {
    #expect(try localized(json) == expected)
  }

  @Test(arguments: ["", "[]", "{", "{\"a\":1,}", "{} {}", "{'a':1}", "{\"a\":\"\u{1}\"}"])
  func refusesWhatIsNoObject(_ json: String) { #expect(throws: Malformed.self) { try read(json) } }

  @Test func takesDeepNestingOrRefusesIt() throws {
    let deep = String(repeating: "{\"associations\":[", count: 100_000)
    #expect(throws: Malformed.self) { try read(deep) }
  }
}
