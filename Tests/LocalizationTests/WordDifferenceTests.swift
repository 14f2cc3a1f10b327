import Checks
import Locales
import Testing
import Units

@testable import Localization

/// What a translator reads about a changed sentence, and what makes it urgent.
struct WordDifferenceTests {
  @Test(arguments: [
    ("It rose by 3 metres.", "It rose by 4 metres.", "It rose by [-3-] {+4+} metres.", ["numbers"], 80),
    ("He met Aliya there.", "He met Saule there.", "He met [-Aliya-] {+Saule+} there.", ["names"], 75),
    ("It ends in (2015).", "It ends in 2015", "It ends in [-(2015).-] {+2015+}", [], 100),
    ("It was -5 then.", "It was 5 then.", "It was [--5-] {+5+} then.", ["numbers"], 100),
    ("They came.", "They never came.", "They {+never+} came.", ["negation"], 80),
    ("They never came.", "They came.", "They [-never-] came.", ["negation"], 80),
    ("Now it rains.", "Today it rains.", "[-Now-] {+Today+} it rains.", [], 66),
    ("Same words.", "Same words.", "Same words.", [], 100),
    (
      "http://a.example/one.pdf", "https://a.example/one.pdf",
      "[-http://a.example/one.pdf-] {+https://a.example/one.pdf+}", [], 80
    ),
    ("河水上涨。", "河水下涨。", "[-河水上涨。-] {+河水下涨。+}", [], 75),
    ("5 of 6 came.", "6 of 5 came.", "[-5 of-] 6 {+of 5+} came.", ["numbers"], 100),
    ("", "New.", "{+New.+}", [], 0),
  ])
  func tellsWordsApart(_ old: String, _ new: String, _ text: String, _ facts: [String], _ similarity: Int) throws {
    let difference = WordDifference(from: Array(old.utf8), to: Array(new.utf8))
    #expect(difference.text == text)
    let locale = Locale(try #require(LanguageTag("en")))
    #expect(difference.facts(FactualWords(), in: locale).map(\.rawValue) == facts)
    #expect(difference.similarity == similarity)
  }
}
