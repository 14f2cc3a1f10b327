import Foundation
import Locales
import Testing
import Units

@testable import Terminology

@Suite struct GlossaryTests {
  static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Glossaries/kazakhstan.yaml")

  @Test func readsStringsAndMappings() throws {
    let yaml = "concepts:\n- {id: a, kind: place, en: Astana, ru: {term: Астана, admitted: [столица], case: exact}}\n"
    let glossary = try Glossary(yaml: Array(yaml.utf8))
    let concept = try #require(glossary.concept(id: "a"))
    #expect(concept.term(in: try #require(LanguageTag("en-GB")))?.preferred == "Astana")
    #expect(concept.term(in: try #require(LanguageTag("ru")))?.admitted == ["столица"])
    #expect(concept.term(in: try #require(LanguageTag("ru")))?.isCaseExact == true)
  }

  @Test(arguments: [
    ("concepts: [{id: a, knid: place}]", "write kind", 18),
    ("concepts: [{id: a, ru: {term: x, admited: [y]}}]", "write admitted", 33),
    ("concepts: [{kind: place}]", "give it a short id: kazatomprom", 11),
    ("concepts: [{id: a, kind: plase}]", "one of: person, organization, place, product, title, term", 25),
    ("concpts: []", "write concepts", 0),
  ]) func refusesWhatItDoesNotKnow(_ yaml: String, _ remedy: String, _ place: Int) throws {
    let error = #expect(throws: Malformed.self) { try Glossary(yaml: Array(yaml.utf8)) }
    #expect(error?.remedy == remedy)
    #expect(abs((error?.at.bytes ?? -9) - place) <= 1)
  }

  @Test func knowsThePartsOfItsNames() throws {
    let yaml = "concepts:\n- {id: a, en: {term: Ministry of Emergency Situations, admitted: [Rescue Service]}}\n"
    let parts = try Glossary(yaml: Array(yaml.utf8)).parts(in: try #require(LanguageTag("en")))
    #expect(parts.contains("Emergency Situations") && parts.contains("Ministry of"))
    #expect(!parts.contains("Ministry of Emergency Situations") && !parts.contains("Rescue Service"))
  }

  @Test func shipsAGlossarySortedAndWithoutDuplicates() throws {
    let glossary = try Glossary(yaml: Array(Data(contentsOf: Self.shipped)))
    let ids = glossary.concepts.map(\.id)
    #expect(ids == Array(Set(ids)).sorted())
    #expect(ids.count >= 100)
    for concept in glossary.concepts {
      #expect(concept.terms.count >= 3, "\(concept.id)")
      #expect(!concept.source.isEmpty, "\(concept.id)")
    }
  }
}
