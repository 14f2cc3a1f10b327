import Locales
import Terminology
import Testing
import Units

struct TermLookupTests {
  private let lookup: TermLookup

  init() throws {
    let yaml = """
      concepts:
      - {id: seitov, kind: person, en: Marat Seitov, ru: {term: Марат Сеитов, gender: masculine}, kk: Марат Сейітов}
      - {id: taraz, kind: place, en: Taraz, ru: Тараз, kk: Тараз}
      """
    lookup = TermLookup(try Glossary(yaml: Array(yaml.utf8))) { Locale($0) }
  }

  @Test(arguments: [
    ("Сеитову", 0, "ru", "dative, masculine"), ("Сейітовке", 0, "kk", "dative"), ("Taraz's", 1, "en", ""),
    ("Вчера в Таразе было тепло.", 1, "ru", "prepositional, masculine"),
  ])
  func findsAnyForm(_ text: String, _ concept: Int, _ language: String, _ cell: String) throws {
    let hits = lookup.hits(for: text).filter { $0.language.bcp47 == language }
    #expect(hits.map(\.concept) == [concept])
    #expect(cell.isEmpty || hits.first?.cells.contains(cell) == true, "\(hits)")
  }

  @Test(arguments: [("Tarraz", "taraz"), ("сеитвоа", "seitov"), ("Marat Seytov", "seitov"), ("Qzwxv", nil)])
  func tellsTheNearest(_ text: String, _ id: String?) {
    #expect(lookup.hits(for: text).isEmpty)
    #expect(lookup.nearest(to: text).first.map { ["seitov", "taraz"][$0.concept] } == id)
  }
}
