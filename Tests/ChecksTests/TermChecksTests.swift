import Locales
import Terminology
import Testing
import Units

@testable import Checks

@Suite struct TermChecksTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var example: Example
    var testDescription: String { "\(rule): \(example.target)" }
  }

  static let cases = [TermCheck.missing, TermCheck.variant, TermCheck.deprecated].flatMap { rule in
    rule.examples.map { Case(rule: rule.name, example: $0) }
  }

  @Test(arguments: cases) func findsWhatItsExamplesSay(_ item: Case) throws {
    let example = item.example
    let marked = example.target
    let target = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let wanted = marked.split(separator: "⟦", omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0 != "⟧" } }
    let findings = try Self.findings(example.sourceLanguage, example.source, example.targetLanguage, target)
      .filter { $0.rule == item.rule }
    let found = findings.compactMap { finding in
      finding.inTarget.map { String(decoding: Array(target.utf8)[$0.bytes], as: UTF8.self) }
    }
    #expect(found == wanted.map(String.init), "\(findings.map(\.message))")
    #expect(findings.contains { $0.inTarget == nil } == example.findsSegment)
  }

  @Test func writesTheRightFormInTheSameCase() throws {
    let findings = try Self.findings("en", "Zhumangarin spoke.", "ru", "Это сказано Джумангариным.")
    #expect(findings.map { $0.fix?.replacement } == ["Жумангариным"], "\(findings)")
  }

  static func findings(_ from: String, _ source: String, _ to: String, _ target: String) throws -> [Finding] {
    let glossary = try Glossary(yaml: Array(entries.utf8))
    let locales = try (Locale(#require(LanguageTag(from))), Locale(#require(LanguageTag(to))))
    let segment = Segment(source: Content(source), target: Content(target))
    let bitext = Bitext(
      sourceLocale: locales.0, targetLocale: locales.1, units: [Unit(id: UnitID("p1"), segments: [segment])])
    var findings: [Finding] = []
    TermCheck(glossary, source: locales.0, target: locales.1).check(bitext) { findings.append($0) }
    return findings
  }
}

private let entries = """
  concepts:
    - {id: almaty, kind: place, en: Almaty, ru: Алматы, kk: {term: Алматы, deprecated: [Алма-Ата]}}
    - {id: kazakhstan, kind: place, en: Kazakhstan, ru: Казахстан, kk: Қазақстан}
    - {id: kazatomprom, kind: organization, en: Kazatomprom, ru: Казатомпром, kk: Қазатомөнеркәсіп}
    - id: zhumangarin
      kind: person
      en: Serik Zhumangarin
      ru: {term: Серик Жумангарин, gender: masculine}
      kk: Серік Жұманғарин
  """
