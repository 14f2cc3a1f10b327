import Locales
import Terminology
import Testing
import Units

struct AcceptedFormsTests {
  private func forms(_ entry: String, _ language: String) throws -> [AcceptedForms] {
    let glossary = try Glossary(yaml: Array("concepts:\n- {id: a, \(entry)}\n".utf8))
    return TermMatcher(glossary, Locale(try #require(LanguageTag(language)))).acceptedForms(of: 0)
  }

  @Test func inflectsGivenNameAndSurnameTogether() throws {
    let forms = try forms("kind: person, ru: {term: Марат Сеитов, gender: masculine}", "ru")
    #expect(forms.map(\.extent) == [.whole, .surname])
    let whole = try #require(forms.first)
    #expect(whole.rows.first { $0.cell == "instrumental, masculine" }?.forms == ["Маратом Сеитовым"])
    #expect(!whole.rows.contains { $0.cell.hasSuffix("feminine") })
  }

  @Test func namesTheCasesOfSuffixes() throws {
    let rows = try #require(try forms("kind: place, kk: Тараз", "kk").first).rows
    #expect(rows.first { $0.cell == "dative" }?.forms.first == "Таразға")
    #expect(rows.first { $0.cell == "locative" }?.forms.first == "Таразда")
  }

  @Test func aNameThatDoesNotInflectHasOneForm() throws {
    let rows = try #require(try forms("kind: place, ru: {term: Алматы, inflect: none}", "ru").first).rows
    #expect(rows.map(\.cell) == [""])
    #expect(rows.map(\.forms) == [["Алматы"]])
  }

  /// Whatever is listed is found again: the list is what `check` accepts, not a second opinion.
  @Test(arguments: [("ru", "Каспийский канал"), ("ru", "Ольга Ким"), ("kk", "Тараз қаласы"), ("en", "Caspian Canal")])
  func whatIsListedIsAccepted(_ language: String, _ name: String) throws {
    let glossary = try Glossary(yaml: Array("concepts:\n- {id: a, kind: organization, \(language): \(name)}\n".utf8))
    let matcher = TermMatcher(glossary, Locale(try #require(LanguageTag(language))))
    for form in matcher.acceptedForms(of: 0).flatMap(\.rows).flatMap(\.forms) {
      #expect(matcher.matches(in: Array(form.utf8)).contains { $0.range.bytes == Array(form.utf8).indices }, "\(form)")
    }
  }
}
