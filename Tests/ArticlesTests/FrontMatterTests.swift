import Testing
import Units

@testable import Articles

/// The values of front matter: which are text, what they read, and how another text is written in their place.
struct FrontMatterTests {
  private func replaced(_ text: String, with translation: String) throws -> (found: [String], result: String) {
    let article = try MarkdownFormat().read(Array(text.utf8))
    let blocks = article.blocks.filter { $0.syntax.hasPrefix("frontmatter.") }
    var splice = Splice()
    for block in blocks { splice.replace(block.raw, with: block.coding.encode(Array(translation.utf8)[...])) }
    let result = try splice.applied(to: article.bytes)
    // What was written is what is read again.
    for block in try MarkdownFormat().read(result).blocks where block.syntax.hasPrefix("frontmatter.") {
      #expect(block.source.string == translation, "\(String(decoding: result, as: UTF8.self))")
    }
    return (blocks.map { "\($0.syntax): \($0.source.string)" }, String(decoding: result, as: UTF8.self))
  }

  @Test(arguments: [
    ("title: One two # note\n", "One two", "Бір", "title: Бір # note\n"),
    ("title: One\n", "One", "A: b", "title: \"A: b\"\n"),
    ("title: One\n", "One", "«A» # \"b\"", "title: '«A» # \"b\"'\n".replacing("'«", with: "'«")),
    ("title: One\n", "One", "no", "title: \"no\"\n"),
    ("title: One\n", "One", "- it's", "title: \"- it's\"\n"),
    ("title: \"One\\u0020\\\"two\\\"\"\n", "One \"two\"", "A \"b\" \\", "title: \"A \\\"b\\\" \\\\\"\n"),
    ("title: 'One''s'\n", "One's", "a'b", "title: 'a''b'\n"),
    ("title: {a: [1], alt: One}\n", "One", "a, b", "title: {a: [1], alt: \"a, b\"}\n"),
    (
      "description: >-\n  One\n  two\n\n  three\nb: c\n", "One two\nthree", "a\nb",
      "description: >-\n  a\n\n  b\nb: c\n"
    ),
    ("description: |\n    One\n    two\n", "One\ntwo", "a\nb", "description: |\n    a\n    b\n"),
    ("lead: One\n  two\nb: c\n", "One two", "a", "lead: a\nb: c\n"),
    ("images:\n  - src: x\n    alt: One\n", "One", "a", "images:\n  - src: x\n    alt: a\n"),
  ])
  func writesYAMLInItsOwnStyle(_ yaml: String, _ text: String, _ translation: String, _ expected: String) throws {
    for lineEnd in ["\n", "\r\n"] {
      let source = "---\n\(yaml)---\nBody text\n".replacing("\n", with: lineEnd)
      let replaced = try replaced(source, with: translation)
      #expect(replaced.found.count == 1 && replaced.found[0].hasSuffix(": " + text), "\(replaced.found)")
      #expect(replaced.result == "---\n\(expected)---\nBody text\n".replacing("\n", with: lineEnd))
    }
  }

  @Test(arguments: [
    ("title = \"One \\\"two\\\"\" # note", "One \"two\"", "a \"b\"", "title = \"a \\\"b\\\"\" # note"),
    ("title = 'One'", "One", "a", "title = 'a'"),
    ("title = 'One'", "One", "it's", "title = \"it's\""),
    ("summary = \"\"\"\nOne\ntwo\"\"\"", "One\ntwo", "a\nb", "summary = \"\"\"\na\nb\"\"\""),
    (
      "draft = false\n[[images]]\nsrc = \"x\"\nalt = \"One\"", "One", "a",
      "draft = false\n[[images]]\nsrc = \"x\"\nalt = \"a\""
    ),
    ("x = [{ alt = \"One\", n = 1 }, 2020-01-01]", "One", "a", "x = [{ alt = \"a\", n = 1 }, 2020-01-01]"),
  ])
  func writesTOMLInItsOwnStyle(_ toml: String, _ text: String, _ translation: String, _ expected: String) throws {
    let replaced = try replaced("+++\n\(toml)\n+++\nBody\n", with: translation)
    #expect(replaced.found.count == 1 && replaced.found[0].hasSuffix(": " + text), "\(replaced.found)")
    #expect(replaced.result == "+++\n\(expected)\n+++\nBody\n")
  }

  @Test func writesJSON() throws {
    let replaced = try replaced(
      "{\n \"date\": \"2020\", \"title\": \"One \\u0026 \\\"two\\\"\",\n \"images\": [{\"src\": \"x\"}]\n}\n\nBody\n",
      with: "a \"b\"")
    #expect(replaced.found == ["frontmatter.title: One & \"two\""])
    #expect(
      replaced.result
        == "{\n \"date\": \"2020\", \"title\": \"a \\\"b\\\"\",\n \"images\": [{\"src\": \"x\"}]\n}\n\nBody\n")
  }

  @Test(arguments: [
    "---\ntitle: One\n", "---\ntitle: One\nText", "----\ntitle: One\n---\n", "+++\ntitle = \"One\"\n",
    "{\"title\": \"One\"",
    "{{< title >}}\n", "{ \"title\": \"One\" } text\n", " ---\ntitle: One\n---\n",
  ])
  func takesWhatIsNotClosedForText(_ text: String) throws {
    #expect(FrontMatter(Array(text.utf8), at: 0) == nil)
  }

  @Test(arguments: [
    "---\ntitle: *x\n---\n", "---\ntitle: &a One\n---\n", "---\ntitle: \"One\n---\nText\n",
    "+++\ntitle = One two\" \"\n+++\n",
    "---\ntitle: |2\n   One\n---\n", "---\ntitle: !!str One\n---\n",
    "---\ntitle: 2020\nother: One\ntags: [title]\n---\n",
  ])
  func leavesAloneWhatItDoesNotRead(_ text: String) throws {
    #expect(try replaced(text, with: "a").found == [])
  }

  @Test(arguments: [
    ("---\nlang: en\n---\n", "---\nlang: kk\n---\n"), ("---\nlanguage: 'en-US'\n---\n", "---\nlanguage: 'kk'\n---\n"),
    ("+++\nlocale = \"en_US\"\n+++\n", "+++\nlocale = \"kk\"\n+++\n"), ("{\"lang\": \"en\"}\n", "{\"lang\": \"kk\"}\n"),
    ("---\nx: {lang: en}\n---\n", "---\nx: {lang: en}\n---\n"),
  ])
  func saysTheLanguage(_ text: String, _ expected: String) throws {
    let article = try MarkdownFormat().read(Array(text.utf8))
    let splice = MarkdownFormat().metadata(of: article, for: try #require(LanguageTag("kk")))
    #expect(String(decoding: try splice.applied(to: article.bytes), as: UTF8.self) == expected)
  }
}
