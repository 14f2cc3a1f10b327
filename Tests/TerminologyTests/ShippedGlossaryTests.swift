import Foundation
import Locales
import Terminology
import Testing
import Units

/// The glossary that is shipped: it loads, is in order, and finds its own names in every language.
struct ShippedGlossaryTests {
  private static let bytes: [UInt8] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Glossaries/kazakhstan.yaml").path
    return Array(FileManager.default.contents(atPath: path) ?? Data())
  }()

  @Test func isSortedWithoutDoubles() throws {
    let ids = try Glossary(yaml: Self.bytes).concepts.map(\.id)
    #expect(ids == Set(ids).sorted())
    #expect(ids.count >= 150)
  }

  @Test(arguments: ["en", "ru", "kk"])
  func findsEachOfItsPreferredTerms(_ language: String) throws {
    let tag = try #require(LanguageTag(language))
    let glossary = try Glossary(yaml: Self.bytes)
    let matcher = TermMatcher(glossary, Locale(tag))
    for (index, concept) in glossary.concepts.enumerated() {
      let term = try #require(concept.term(in: tag), "\(concept.id) has no \(language)").preferred
      let found = matcher.matches(in: Array(term.utf8)).contains { $0.concept == index && $0.status != .deprecated }
      #expect(found, "\(concept.id): \(term)")
    }
  }

  @Test(arguments: [
    "zhumangarin", "kazatomprom", "ukraine", "nato", "kremlin", "russia", "hong-kong", "national-guard",
    "deputy-prime-minister", "minister-of-national-economy", "charge-d-affaires",
  ])
  func hasTheNamesOfTheFirstArticle(_ part: String) throws {
    #expect(try Glossary(yaml: Self.bytes).concepts.contains { $0.id.contains(part) })
  }
}
