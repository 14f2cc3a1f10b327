import Checks
import Testing
import Units

/// Mixed scripts, doubled words and spaces.
struct SpellingTests {
  private func findings(_ target: String, source: String = "Something else.", language: String = "kk") throws
    -> [Finding]
  {
    CheckSuite(CheckConfiguration()).findings(in: try Bitext("en", source, language, target))
  }

  @Test(arguments: [
    ("бiр", "бір"), ("үшiн", "үшін"), ("cпорт", "спорт"), ("МSК", "MSK"), ("Aстана", "Астана"), ("əкім", "әкім"),
  ])
  func mendsAMixedWord(_ word: String, _ right: String) throws {
    let found = try findings("Бұл \(word) деді.")
    #expect(found.map(\.rule) == ["mixed-script"])
    #expect(found.first?.fix?.replacement == right)
  }

  @Test(arguments: [
    "YouTubeтен алдық.", "IT-маман", "Wi‑Fi желісі", "USB-порт", "Covid-19",
  ])
  func aLatinNameWithAnEndingIsMeant(_ text: String) throws {
    #expect(try findings(text).filter { $0.rule == "mixed-script" }.isEmpty)
  }

  @Test(arguments: ["Бір бірін көрді", "бір-бірін", "қайта-қайта айтты", "жиі жиі", "5 5", "а, а"])
  func repetitionsOfTheLanguageAreRight(_ text: String) throws {
    #expect(try findings(text).filter { $0.rule == "doubled-word" }.isEmpty)
  }

  @Test func fixesLeaveOneSpace() throws {
    let target = "Ол  келді , кетті."
    var text = Array(target.utf8)
    for finding in try findings(target).reversed() {
      let fix = try #require(finding.fix)
      text.replaceSubrange(fix.range.bytes, with: fix.replacement.utf8)
    }
    #expect(String(decoding: text, as: UTF8.self) == "Ол келді, кетті.")
  }

  @Test(arguments: [" Ол келді ", "Ол\nкелді", "сайт .kz", "күлкі :)", "№ 5"])
  func ordinarySpacesAreRight(_ text: String) throws {
    #expect(try findings(text, source: text + " 5").filter { $0.rule == "spaces" }.isEmpty)
  }

  @Test func whatTheSourceHasIsTheArticles() throws {
    #expect(try findings("Келді  кетті", source: "Came  and went", language: "kk").isEmpty)
    #expect(try findings("Дюран Дюран", source: "Duran Duran", language: "ru").isEmpty)
  }
}
