import TestSupport
import Testing
import Units

@testable import Localization

/// Names that reach into each other are not exchanged.
struct NameExchangeTests {
  @Test(arguments: [("Elon Musk came.", true), ("E and Musk came.", true), ("E. Musk came.", false)])
  func knowsNamesThatLieApart(_ text: String, _ isKnown: Bool) throws {
    let glossary = """
      concepts:
        - {id: e, kind: organization, source: made up, en: E, ru: E}
        - {id: musk, kind: person, source: made up, en: Elon Musk, ru: {term: Илон Маск, gender: masculine}}

      """
    let workspace = try Workspace()
    try workspace.write(Array(glossary.utf8), "names.yaml")
    let names = try Names(Configuration(), [workspace("names.yaml")], Languages())
    let (english, russian) = (try #require(LanguageTag("en")), try #require(LanguageTag("ru")))
    #expect((names.exchange(Array(text.utf8), from: english, to: russian) != nil) == isKnown)
  }
}
