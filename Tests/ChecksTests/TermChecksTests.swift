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

  static let cases = TermCheck.allRules.flatMap { rule in
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

  /// A slip at the place of the ending may be any case: nothing is mended that would lose it.
  @Test(arguments: [
    ("He lives in Astana.", "kk", "Ол Астанда тұрады."), ("He came from Kazakhstan.", "kk", "Ол Қазақстнан келді."),
  ]) func mendsNoSlipThatMayBeAnEnding(_ source: String, _ language: String, _ target: String) throws {
    let findings = try Self.findings("en", source, language, target)
    #expect(findings.map(\.rule) == ["term-variant"] && findings.allSatisfy { $0.fix == nil }, "\(findings)")
  }

  /// Of the forms of a case, the one that ends like what stands there, but none that is somebody's.
  @Test(arguments: [
    ("Kazatomprom grew.", "kk", "«Казатомпром» өсті.", "Қазатомөнеркәсіп"),
    ("The capital of the United States.", "ru", "Столица Соединенных штатов.", "Соединённых Штатов"),
  ]) func writesTheFormThatIsMeant(_ source: String, _ language: String, _ target: String, _ right: String) throws {
    let findings = try Self.findings("en", source, language, target)
    #expect(findings.map { $0.fix?.replacement } == [right], "\(findings)")
  }

  @Test(arguments: [
    ("Oral lies on a river.", "ru", "Орал стоит на реке.", ["term-deprecated"]),
    ("The town lies on a river.", "ru", "Орал стоит на реке.", ["term-deprecated"]),
    ("The town lies on a river.", "kk", "Алма-Ата қаласы.", []),
    ("Flights to Alma-Ata began.", "ru", "Начались рейсы в Алматы.", ["term-deprecated"]),
    ("Kazakhstan grew, Orda.kz reports.", "ru", "Казахстан вырос, сообщает orda.kz.", []),
    // Another name in place of the source's, even where the article has the right one elsewhere.
    ("He flew to Astana.", "ru", "Он вылетел в Кабул.", ["term-missing"]),
    // An adjective made of a place names it; what is there is a noun again.
    ("The Kabul bridge grew.", "ru", "Кабульский мост вырос.", []),
    ("Talks with Kabul officials.", "ru", "Переговоры с кабульскими чиновниками.", []),
    ("Those in Kazakhstan grew.", "kk", "Қазақстандағылар өсті.", []),
    // Of two things of one name, the context says which is meant.
    ("The pipeline company CPC grew.", "ru", "Выросла КТК.", []),
    ("The pipeline company CPC grew.", "ru", "Выросла КПК.", ["term-missing"]),
    ("CPC grew.", "ru", "Выросла КПК.", []),
    ("The party CPC met in congress.", "ru", "Съезд КПК прошёл.", []),
    // A slip beside a right mention of the same name.
    ("Zhumangarin met a man. Zhumangarin left.", "ru", "Жумангарин встретил его. Жумангалин ушёл.", ["term-variant"]),
    ("Zhumangarin met a man.", "ru", "Жумангарин встретил его. Ушёл Жумангалин.", ["term-variant"]),
    ("Zhumangarin met one Zhumangalin.", "ru", "Жумангарин встретил некоего Жумангалина.", []),
    ("Zhumangarin met a man.", "ru", "Жумангарин встретил его. Ушёл Нурланов.", []),
    // A name inside of a longer one is there; what an admitted name means is not surely the concept.
    ("Almaty is in Almaty land.", "kk", "Алматы облысында.", []),
    ("The united land grew.", "ru", "Она выросла.", ["term-missing"]),
    (
      "The Kazakhstan Morning Herald wrote about Kazakhstan.", "ru", "«Kazakhstan Morning Herald» пишет о Казахстане.",
      []
    ),
    ("Kazakhstan wrote. Kazakhstan grew.", "ru", "Пишет казахстанская газета. Казахстанская нефть растёт.", []),
    ("Kazakhstan's people grew.", "kk", "Халық қазақстандық болды.", []),
    ("Kazakhstan sent Kazakhstan Today.", "ru", "Казахстан прислал Kazakhstan Today.", []),
    ("The Kazakh met her the day before.", "ru", "Накануне Казахстан встретил её.", []),
  ]) func judges(_ source: String, _ language: String, _ target: String, _ rules: [String]) throws {
    let findings = try Self.findings("en", source, language, target)
    #expect(findings.map(\.rule) == rules, "\(findings.map(\.message))")
  }

  /// A part of a name in quotation marks may be another thing's name: that it is missing is no error.
  @Test(arguments: [
    ("Пишет «Утренний Казахстан».", "The Morning Paper writes.", Finding.Severity.warning),
    ("Смотрите канал «Казахстан 1».", "Watch Channel One.", .warning),
    ("Пишет «Казахстан».", "The Paper writes.", .error),
    ("«Утро», пишет Казахстан, «вечер».", "The Paper writes.", .error),
    ("«Мы верим, что Казахстан станет самой зелёной страной региона», — сказал он.", "“We believe,” he said.", .error),
  ]) func tellsPartsOfQuotedNames(_ source: String, _ target: String, _ severity: Finding.Severity) throws {
    let findings = try Self.findings("ru", source, "en", target)
    #expect(findings.map(\.severity) == [severity], "\(findings.map(\.message))")
  }

  /// What is derived from a name, part of a larger one or another thing's is no sure mention of it.
  @Test(arguments: [
    ("Қазақстандық боксшы жеңді.", "The Kazakh boxer won.", []),
    ("Қазақстандық боксшы жеңді.", "The boxer won.", [Finding.Severity.warning]),
    ("Қазақстан жеңді.", "The boxer won.", [.error]),
    ("Алматы облысының әкімі келді.", "The Almaty regional akim came.", [.warning]),
    ("Алматы облысының әкімі келді.", "The regional akim came.", [.error]),
    ("Алматы ауданында өрт шықты.", "A fire broke out in Almatty district.", [.warning]),
    ("Алматыда өрт шықты.", "A fire broke out in Almatty.", [.error]),
    // A concept of its own, which waits for an editor.
    ("Алматылық боксшы жеңді.", "The boxer won.", [.note]),
  ]) func tellsWhatIsSurelyTheName(_ source: String, _ target: String, _ severities: [Finding.Severity]) throws {
    let findings = try Self.findings("kk", source, "en", target)
    #expect(findings.map(\.severity) == severities, "\(findings.map(\.message))")
  }

  @Test(arguments: [
    ("План Жумангарина принят.", "Zhumangarin's plan was adopted.", []),
    ("План Жумангарина принят.", "Zhumangarin’s plan was adopted.", []),
    ("План Жумангарина принят.", "Zhumangarins plan was adopted.", ["term-variant"]),
    ("План Жумангарина принят.", "Zhumangarin`s plan was adopted.", []),
  ]) func knowsTheEnglishPossessive(_ source: String, _ target: String, _ rules: [String]) throws {
    let findings = try Self.findings("ru", source, "en", target)
    #expect(findings.map(\.rule) == rules, "\(findings.map(\.message))")
  }

  @Test func fixesTheCaseWhereThePrepositionTakesOne() throws {
    let findings = try Self.findings("en", "He came to Kazatomprom.", "ru", "Он пришёл к «Казатомпром».")
    #expect(findings.map { $0.fix?.replacement } == ["Казатомпрому"], "\(findings)")
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
    - {id: almaty, kind: place, en: {term: Almaty, deprecated: [Alma-Ata]}, ru: Алматы, kk: {term: Алматы, deprecated: [Алма-Ата]}}
    - {id: almaty-citizen, kind: term, status: proposed, en: Almatian, kk: алматылық}
    - {id: almaty-region, kind: place, en: Almaty Region, ru: Алматинская область, kk: Алматы облысы}
    - {id: cpc-party, kind: organization, en: CPC, ru: КПК, context: [party, congress]}
    - {id: cpc-pipeline, kind: organization, en: CPC, ru: КТК, context: [pipeline, oil]}
    - {id: oral, kind: place, always: true, en: Oral, ru: {term: Уральск, deprecated: [Орал]}}
    - {id: kazakhstan, kind: place, en: {term: Kazakhstan, admitted: [united land]}, ru: {term: Казахстан, admitted: [казахстанский]}, kk: Қазақстан}
    - {id: kazatomprom, kind: organization, en: Kazatomprom, ru: Казатомпром, kk: Қазатомөнеркәсіп}
    - {id: astana, kind: place, en: Astana, ru: Астана, kk: Астана}
    - {id: kabul, kind: place, en: Kabul, ru: Кабул, kk: Кабул}
    - {id: orda, kind: organization, en: Orda.kz, ru: {term: Orda.kz, admitted: [Orda, Орда]}, kk: Orda.kz}
    - {id: united-states, kind: place, en: United States, ru: {term: Соединённые Штаты, number: plural}}
    - id: zhumangarin
      kind: person
      en: Serik Zhumangarin
      ru: {term: Серик Жумангарин, gender: masculine}
      kk: Серік Жұманғарин
  """
