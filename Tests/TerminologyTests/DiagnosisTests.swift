import Locales
import Testing
import Units

@testable import Terminology

/// What stands in a text instead of a name, why it is wrong, and what should stand there.
@Suite struct DiagnosisTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var language: String
    var entry: String
    var text: String
    var reason: Diagnosis.Reason?
    var replacement: String?
    var testDescription: String { "\(language) \(text)" }

    init(_ language: String, _ entry: String, _ text: String, _ reason: Diagnosis.Reason?, _ replacement: String?) {
      self.language = language
      self.entry = entry
      self.text = text
      self.reason = reason
      self.replacement = replacement
    }
  }

  private static let ahmetov = "kind: person, ru: {term: Нурлан Ахметов, gender: masculine}"

  @Test(arguments: [
    Case("ru", ahmetov, "с Ахмeтовым", .lookalike, "Ахметовым"),
    Case("ru", ahmetov, "с ахметовым", .capitals, "Ахметовым"),
    Case("ru", ahmetov, "у НурЛана Ахметова", .capitals, "Нурлана Ахметова"),
    Case("ru", ahmetov, "с Ахметовом", .ending, "Ахметовым"),
    // The ending of a woman's name stands for four cases, so none is put in.
    Case("ru", ahmetov, "об Ахметовой", .ending, nil),
    Case("ru", ahmetov, "об Ахмитове", .spelling, "Ахметове"),
    Case("ru", ahmetov, "об Иванове", nil, nil),
    Case("ru", "kind: place, ru: Кяхта", "в Киахте", .distantSpelling, "Кяхте"),
    Case("ru", "kind: place, ru: Кяхта", "в Каховке", nil, nil),
    Case(
      "ru", "kind: person, ru: {term: Михаил Салтыков-Щедрин, gender: masculine}", "о Солтыкове-Щедрине", .spelling,
      "Салтыкове-Щедрине"),
    Case("kk", "kind: place, kk: Ямайка", "Ямайкаде", .ending, "Ямайкада"),
  ]) func says(_ item: Case) throws {
    let locale = Locale(try #require(LanguageTag(item.language)))
    let matcher = TermMatcher(try Glossary(yaml: Array("concepts: [{id: x, \(item.entry)}]".utf8)), locale)
    let diagnosis = matcher.diagnose(0, in: Array(item.text.utf8))
    #expect(diagnosis?.reason == item.reason)
    #expect(diagnosis?.replacement == item.replacement)
  }

  /// What another language calls a thing is kept when it was asked for once; that of one concept is not another's.
  @Test func otherLanguagesAreAskedForAgainAndAgain() throws {
    let yaml = """
      concepts:
        - {id: a, kind: organization, en: Kazatomprom, ru: Казатомпром, kk: Қазатомөнеркәсіп}
        - {id: b, kind: place, en: Oral, ru: Уральск, kk: Орал}
      """
    let matcher = TermMatcher(try Glossary(yaml: Array(yaml.utf8)), Locale(try #require(LanguageTag("kk"))))
    let cases = [
      (0, "Казатомпромның", "Қазатомөнеркәсіптің"), (1, "Уральскте", "Оралда"),
      (0, "Kazatomprom-ның", "Қазатомөнеркәсіптің"),
      (1, "Казатомпромның", nil), (0, "Казатомпромға", "Қазатомөнеркәсіпке"), (1, "Уральскке", "Оралға"),
    ]
    for (concept, text, right) in cases {
      let diagnosis = matcher.diagnose(concept, in: Array(text.utf8))
      #expect(diagnosis?.reason == (right == nil ? nil : .otherLanguage), "\(text)")
      #expect(diagnosis?.replacement == right, "\(text)")
    }
  }
}
