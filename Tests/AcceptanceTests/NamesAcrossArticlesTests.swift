import Foundation
import TestSupport
import Testing

/// Names that no glossary has, in the articles of one run.
struct NamesAcrossArticlesTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func write(_ path: String, _ pairs: [(String, String)], note: String = "") throws {
    let units = pairs.enumerated().map { index, pair in
      """
      <trans-unit id="p\(index + 1)"><source>\(pair.0)</source><target>\(pair.1)</target>\(note)</trans-unit>
      """
    }
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="\(path)" source-language="en" target-language="ru" datatype="plaintext"><body>
      \(units.joined(separator: "\n"))
      </body></file>
      </xliff>

      """
    try workspace.write(Array(text.utf8), path)
  }

  private func check(_ arguments: String..., rule: String = "name-inconsistent") throws -> Tool.Result {
    try Tool.run(["check", "--select", rule] + arguments, in: workspace.path)
  }

  @Test func aSpellingIsHeldAgainstTheArticlesBefore() throws {
    try write("ru/a.xlf", [("The mayor met Warrender.", "Мэр встретил Уоррендера.")])
    try write("ru/b.xlf", [("It rained all day.", "Весь день шёл дождь."), ("Warrender left.", "Уоррендер ушёл.")])
    try write("ru/c.xlf", [("It rained.", "Шёл дождь."), ("He saw Warrender.", "Он видел Варрендера.")])
    let result = try check("ru")
    let message = "Warrender is Варрендера in this article and Уоррендер in 2 articles, first ru/a.xlf; settle on one"
    #expect(result.output.contains("warning[name-inconsistent] \(message)"), "\(result.output)")
    #expect(result.output.contains("ru/c.xlf:5:"), "\(result.output)")
    #expect(result.output.components(separatedBy: "warning[").count == 2, "\(result.output)")
  }

  @Test func theOutputIsTheSameForEveryNumberOfJobs() throws {
    for index in 0..<40 {
      let form = index % 7 == 5 ? "Варрендер" : "Уоррендер"
      try write("ru/\(index + 10).xlf", [("Warrender stayed.", "\(form) остался.")])
    }
    let one = try check("ru", "--jobs", "1")
    #expect(one.output.components(separatedBy: "warning[").count == 6, "\(one.output)")
    #expect(try check("ru", "--jobs", "4").output == one.output)
  }

  @Test func aNoteLetsItStand() throws {
    try write("ru/a.xlf", [("Warrender came.", "Уоррендер пришёл.")])
    try write(
      "ru/b.xlf", [("Warrender left.", "Варрендер ушёл.")],
      note: "<note>l10n: ignore name-inconsistent: another person</note>")
    #expect(try check("ru").output == "nothing found in 2 files\n")
  }

  @Test func aBaselineLetsItStand() throws {
    try write("ru/a.xlf", [("Warrender came.", "Уоррендер пришёл.")])
    try write("ru/b.xlf", [("Warrender left.", "Варрендер ушёл.")])
    _ = try check("ru", "--write-baseline", "baseline.yaml")
    #expect(try check("ru", "--baseline", "baseline.yaml").output == "nothing found in 2 files\n")
  }

  /// Two people of one given name are rendered each in his own way.
  @Test func aGivenNameIsItsBearers() throws {
    try write("ru/a.xlf", [("Michael Warrender came.", "Майкл Уоррендер пришёл.")])
    try write("ru/b.xlf", [("Michael Steinberg left.", "Михаэль Штейнберг ушёл.")])
    #expect(try check("ru").output == "nothing found in 2 files\n")
  }

  @Test func aNameOfThreeArticlesIsProposedOnce() throws {
    try write("ru/a.xlf", [("The mayor met Marat Seitov.", "Мэр встретил Марата Сеитова.")])
    try write("ru/b.xlf", [("He saw Marat Seitov in Taraz.", "Он видел Марата Сеитова в Таразе.")])
    try write("ru/c.xlf", [("That day Marat Seitov left.", "В тот день Марат Сеитов уехал.")])
    try write("ru/d.xlf", [("And Marat Seitov came.", "И Марат Сеитов приехал.")])
    let result = try check("ru", rule: "name-unlisted,name-inconsistent")
    let entry = """
      {id: marat-seitov, kind: person, status: proposed, en: Marat Seitov, kk: Марат Сеітов, \
      ru: {term: Марат Сеитов, gender: masculine}}
      """
    #expect(result.output.contains("ru/c.xlf:4:"), "\(result.output)")
    let message = "Marat Seitov is in 3 articles and in no glossary; proposed: \(entry)"
    #expect(result.output.contains("note[name-unlisted] \(message)"), "\(result.output)")
    #expect(result.output.components(separatedBy: "note[").count == 2, "\(result.output)")
  }

  @Test func aNameOfTheGlossaryIsListed() throws {
    let glossary = "concepts: [{id: seitov, kind: person, en: Marat Seitov, ru: Марат Сеитов}]"
    try workspace.write(Array(glossary.utf8), "n.yaml")
    let pair = ("He met Marat Seitov.", "Он встретил Марата Сеитова.")
    for name in ["a", "b", "c"] { try write("ru/\(name).xlf", [pair]) }
    let result = try check("ru", "--glossary", "n.yaml", rule: "name-unlisted")
    #expect(result.output == "nothing found in 3 files\n")
  }

  @Test func twoGlossariesThatClashAreNamedWithBothPlaces() throws {
    try workspace.write(Array("concepts:\n- {id: a, en: Oral, ru: Орал}\n".utf8), "a.yaml")
    try workspace.write(Array("concepts:\n- {id: b, en: Ural, ru: {term: Урал, deprecated: [Орал]}}\n".utf8), "b.yaml")
    try write("ru/a.xlf", [("It rained.", "Шёл дождь.")])
    let clash = "Орал is deprecated here and a (a.yaml:2:25) allows it (Орал)"
    let result = try check("ru", "--glossary", "a.yaml", "--glossary", "b.yaml", rule: "term-missing")
    #expect(result.errors.contains("b.yaml:2:25: \(clash)"), "\(result.errors)")
    let checked = try Tool.run(["glossary", "check", "a.yaml", "b.yaml"], in: workspace.path)
    #expect(checked.output.contains("b.yaml:2:25: error[glossary-contradiction] \(clash)"), "\(checked)")
    #expect(checked.status == 1)
  }
}
