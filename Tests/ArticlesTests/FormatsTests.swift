import Testing

@testable import Articles

/// How the format of a file is told.
struct FormatsTests {
  @Test(arguments: [
    ("a.md", "", "markdown"), ("a.HTML", "x", "html"), ("a.txt", "# a", "text"),
    ("a.json", #"{"uri": "u", "headline": "One"}"#, "ninjs"), ("a.json", #"{"name": "a package"}"#, nil),
    ("article", "<!DOCTYPE html><p>x", "html"), ("-", "\u{FEFF} <p class=a>x</p>", "html"), ("a", "<rss>x</rss>", nil),
    ("article", "---\ntitle: x\n---\n", "markdown"), ("article", "## Heading\n", "markdown"),
    ("a.dat", #"{"headlines": [{"value": "x"}]}"#, "ninjs"), ("a.json", "---\ntitle: x\n---\n", "markdown"),
    ("a.ninjs", "{\"headline\": ", "ninjs"), ("a.pdf", "%PDF", nil), ("a", "", nil), ("a", "Just text.", nil),
    ("a", "#hashtag", nil),
  ])
  func tellsTheFormat(_ name: String, _ content: String, _ format: String?) {
    #expect(Formats.forFile(named: name, holding: Array(content.utf8)).map { $0.name } == format)
  }
}
