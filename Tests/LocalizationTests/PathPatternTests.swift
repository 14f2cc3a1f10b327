import Testing
import Units

@testable import Localization

/// Where outputs go.
struct PathPatternTests {
  @Test func refusesAnEmptyOption() { #expect(throws: Failure.self) { try Destination(option: "") } }

  @Test func refusesToNameAFileAfterStandardInput() throws {
    let language = try #require(LanguageTag("kk"))
    let pattern = PathPattern(text: "{lang}/{dir}/{name}.{ext}")
    #expect(throws: Failure.self) { try pattern.path(article: "-", language: language) }
    #expect(try pattern.path(article: "a.txt", language: language) == "kk/a.txt")
  }
}
