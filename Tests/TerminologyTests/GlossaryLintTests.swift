import Locales
import Terminology
import Testing
import Units

struct GlossaryLintTests {
  private func findings(_ entries: String...) throws -> [String] {
    let yaml = "concepts:\n" + entries.map { "- {source: a page, \($0)}\n" }.joined()
    let glossary = try Glossary(yaml: Array(yaml.utf8))
    return GlossaryLint.results(in: glossary, locale: { Locale($0) }, place: { "\($0):\($1)" }).map {
      "\($0.finding.severity.name) \($0.finding.rule) \($0.finding.concept ?? "")"
    }
  }

  @Test(arguments: [
    ("id: a, ru: Дом", "id: a, ru: Сад", ["error glossary-duplicate-id a"]),
    ("id: a, ru: Дом", "id: a, ru: Дом, kk: Үй", ["error glossary-duplicate-id a"]),
    ("id: b, ru: Дом", "id: a, ru: Сад", ["note glossary-unsorted a"]),
    ("id: a, ru: Тарасов, kk: Тарас", "id: b, ru: Тарасов, kk: Тарас", ["error glossary-duplicate b"]),
    ("id: a, ru: Орал, kk: Орал", "id: b, ru: Орал, kk: Жайық", ["warning glossary-clash b"]),
    (
      "id: a, ru: Орал, kk: Орал, context: [город]", "id: b, ru: Орал, kk: Жайық, context: [река]",
      ["note glossary-clash b"]
    ),
    ("id: a, ru: Дом", "id: b, ru: {term: Сад, deprecated: [Дом]}", ["error glossary-contradiction b"]),
    ("id: a, ru: {term: Сад, deprecated: [Дома]}", "id: b, ru: Дом", ["error glossary-contradiction a"]),
    (
      "id: a, ru: {term: Сад, admitted: [Дом], deprecated: [Дом]}", "id: b, ru: Лес", ["error glossary-contradiction a"]
    ),
    ("id: a, ru: {term: Сад, admitted: [Дом, Дом]}", "id: b, ru: Лес", ["warning glossary-duplicate-form a"]),
    ("id: a, ru: Кaрпов", "id: b, ru: Лес", ["error glossary-lookalike a"]),
    ("id: a, ru: Дом", "id: b, source: '', ru: Лес", ["warning glossary-no-source b"]),
    (
      "id: a, kind: person, ru: Асель Кожабаева, kk: Әсел Қожабаева", "id: b, ru: Лес, kk: Орман",
      ["note glossary-letter-fold a"]
    ),
    ("id: a, kind: person, ru: Асел Кожабаева, kk: Әсел Қожабаева", "id: b, ru: Лес, kk: Орман", []),
  ])
  func tells(_ one: String, _ other: String, _ expected: [String]) throws {
    #expect(try findings(one, other) == expected)
  }

  @Test func namesTheLanguageThatIsMissing() throws {
    let found = try findings("id: a, ru: Дом, kk: Үй", "id: b, ru: Сад, kk: Бақ", "id: c, ru: Лес")
    #expect(found == ["warning glossary-missing-language c"])
  }

  @Test func personsMayShareASurname() throws {
    let found = try findings("id: a, kind: person, ru: Иван Ким", "id: b, kind: person, ru: Пётр Ким")
    #expect(found == [])
  }

  @Test(arguments: [
    // Each file by itself says nothing.
    (
      "id: a, ru: Дом", "id: b, ru: {term: Сад, deprecated: [Дом]}",
      "1 Дом is deprecated here and a (0 at 40) allows it (Дом)"
    ),
    ("id: a, ru: Дом", "id: a, ru: Сад", "1 the id a stands in 0 at 12, too; rename or merge one"),
    ("id: b, ru: Дом", "id: a, ru: Сад", nil),
    (
      "id: a, ru: Орал, kk: Орал", "id: b, ru: Орал, kk: Жайық",
      "1 Орал may mean b or a (0 at 40): either satisfies a check"
    ),
  ])
  func tellsWhatFilesSayAgainstEachOther(_ one: String, _ other: String, _ expected: String?) throws {
    var concepts: [Concept] = []
    for (number, entry) in [one, other].enumerated() {
      let glossary = try Glossary(yaml: Array("concepts:\n- {source: a page, \(entry)}\n".utf8))
      concepts += glossary.concepts.map { concept in
        var concept = concept
        concept.file = number
        return concept
      }
    }
    let results = GlossaryLint.results(
      in: Glossary(concepts), locale: { Locale($0) }, place: { "\($0) at \($1.bytes)" })
    let found = results.first.map { "\($0.file) \($0.finding.message)" }
    #expect(found == expected)
    #expect(results.allSatisfy { $0.otherFile == 0 && $0.file == 1 })
  }
}
