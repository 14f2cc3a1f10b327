import Foundation
import Locales
import Terminology
import Testing
import Units

/// A glossary goes from each format to each and comes back as it was.
struct GlossaryExchangeTests {
  static let all = """
    concepts:
      - id: seitov
        kind: person
        status: approved
        severity: warning
        en: {term: Marat Seitov, admitted: [M. Seitov, "a|b", 'c\\d'], deprecated: [Marat "Seit" Seitov]}
        ru: {term: Марат Сеитов, gender: masculine, number: both, inflect: ov, stem: Сеитов, case: exact}
        kk: {term: Марат Сейітов, harmony: front, abbreviation: МС}
        context: [ректор, «Университет»]
        always: true
        note: "Rector; since 2019, \\"acting\\" before.\\nSecond line: yes"
        source: https://example.org/?a=1&b=<2>#c
      - id: canal
        kind: place
        status: proposed
        en: Canal, Grand
        ru: {term: каналы, number: plural}

    """

  static func glossary() throws -> Glossary { try Glossary(yaml: Array(all.utf8)) }

  /// Entries without their places, which are other ones in another file.
  static func bare(_ glossary: Glossary) -> [Concept] {
    glossary.concepts.map { concept in
      var concept = concept
      concept.at = Offset(0)
      concept.places = [:]
      return concept
    }
  }

  static let ways: [(String, @Sendable (Glossary) -> GlossaryReading)] = [
    ("yaml", { GlossaryReading(yaml: $0.yaml) }), ("csv", { GlossaryReading(csv: $0.csv) }),
    ("tbx", { GlossaryReading(tbx: $0.tbx) }),
  ]

  @Test(arguments: ways.indices) func comesBackAsItWas(_ way: Int) throws {
    let glossary = try Self.glossary()
    let reading = Self.ways[way].1(glossary)
    #expect(reading.problems == [])
    #expect(Self.bare(reading.glossary) == Self.bare(glossary))
  }

  @Test(arguments: ways.indices) func theShippedGlossaryComesBack(_ way: Int) throws {
    let glossary = try Glossary(yaml: Array(Data(contentsOf: GlossaryTests.shipped)))
    #expect(Self.bare(Self.ways[way].1(glossary).glossary) == Self.bare(glossary))
  }

  @Test func quotesWhatYAMLWouldTakeForSomethingElse() throws {
    for text in ["no", "1", "~", "- a", "a: b", "a #b", "{a}", "'", "\u{2028}", "a\u{1}", "null", "Ёлка", " a"] {
      var concept = Concept(id: "x")
      concept.terms = [try #require(LanguageTag("no")): Term(text)]
      #expect(
        GlossaryReading(yaml: Glossary([concept]).yaml).glossary.concepts.first?.terms == concept.terms, "\(text)")
    }
  }

  @Test func writesALineForEachNameOfTheSourceForOmegaT() throws {
    let bytes = try Self.glossary().omegat(
      from: try #require(LanguageTag("en")), to: try #require(LanguageTag("ru")))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t").prefix(2)
    }
    #expect(lines.first == ["Marat Seitov", "Марат Сеитов"])
    #expect(lines.last == ["Canal, Grand", "каналы"])
    #expect(lines.count == 5)
  }
}
