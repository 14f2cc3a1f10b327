import Checks
import Locales
import Testing
import Units

/// What a changed word says, by the language's own data.
struct FactualWordsTests {
  private let words = FactualWords()

  @Test(arguments: [
    ("en", "2,200", ["numbers"]), ("en", "two", ["numbers"]), ("en", "one", []), ("en", "million,", ["numbers"]),
    ("en", "Monday.", ["dates"]), ("en", "June", ["dates"]), ("en", "may", []), ("en", "May", ["dates"]),
    ("en", "not", ["negation"]), ("en", "didn’t", ["negation"]), ("en", "Kabul", ["names"]), ("en", "steel", []),
    ("ru", "июня", ["dates"]), ("ru", "не", ["negation"]), ("ru", "тремя", ["numbers"]), ("ru", "сталь", []),
    ("kk", "дүйсенбіде", ["dates"]), ("kk", "Ақтау", ["names"]),
  ])
  func saysWhatAWordIsAbout(_ language: String, _ word: String, _ expected: [String]) throws {
    let locale = Locale(try #require(LanguageTag(language)))
    let facts = words.facts(of: word, opensSentence: false, in: locale)
    #expect(facts.map(\.rawValue).sorted() == expected.sorted())
  }

  @Test func takesNoNameFromTheCapitalOfASentence() throws {
    let locale = Locale(try #require(LanguageTag("en")))
    #expect(words.facts(of: "Steel", opensSentence: true, in: locale).isEmpty)
    #expect(words.facts(of: "Monday", opensSentence: true, in: locale) == [.dates])
  }
}
