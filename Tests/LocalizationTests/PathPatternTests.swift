import Testing
import Units

@testable import Localization

/// Where outputs go.
struct PathPatternTests {
  @Test func refusesAnEmptyOption() { #expect(throws: Failure.self) { try Destination(option: "") } }

  @Test func refusesToNameAFileAfterStandardInput() throws {
    let language = try #require(LanguageTag("kk"))
    let pattern = PathPattern(text: "{lang}/{dir}/{name}.{ext}")
    #expect(throws: Failure.self) { try pattern.path(article: "-", language: language, from: nil) }
    #expect(try pattern.path(article: "a.txt", language: language, from: nil) == "kk/a.txt")
  }

  /// Where sites keep their languages.
  private static let layouts: [(pattern: String, article: String, copy: String)] = [
    ("{dir}/{name}.{lang}.{ext}", "content/posts/a.b.md", "content/posts/a.b.kk.md"),
    ("{dir}/{name}.{lang}.{ext}", "a.md", "a.kk.md"),
    ("{dir}/{lang}/{name}.{ext}", "_posts/a.md", "_posts/kk/a.md"),
    ("{lang}/{path}", "posts/a.md", "kk/posts/a.md"),
    ("{localized-path}", "content/en/posts/a.md", "content/kk/posts/a.md"),
    ("{localized-path}", "content/en/kk/en/a.md", "content/kk/kk/en/a.md"),
    ("{localized-path}", "content/en-us/a.md", "content/kk/a.md"),
    ("{localized-path}", "content/a.en.md", "content/a.kk.md"),
    ("{localized-path}", "en/a", "kk/a"),
  ]

  @Test(arguments: layouts)
  func knowsTheCopiesThatLieBesideTheArticles(_ layout: (pattern: String, article: String, copy: String)) throws {
    let (source, language) = (try #require(LanguageTag("en-US")), try #require(LanguageTag("kk")))
    let pattern = PathPattern(text: layout.pattern)
    #expect(try pattern.path(article: layout.article, language: language, from: source) == layout.copy)
    #expect(pattern.isLocalized(layout.copy, into: [language], from: source))
    #expect(!pattern.isLocalized(layout.article, into: [language], from: source))
    #expect(!pattern.isLocalized(layout.copy, into: [source], from: language))
  }

  @Test func refusesAPathThatDoesNotSayItsLanguage() throws {
    let (source, language) = (try #require(LanguageTag("en")), try #require(LanguageTag("kk")))
    let pattern = PathPattern(text: "{localized-path}")
    let error = #expect(throws: Failure.self) {
      try pattern.path(article: "content/blog/a.md", language: language, from: source)
    }
    #expect(error?.message.contains("is en, for {localized-path}") == true, "\(String(describing: error))")
  }
}
