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

  private func check(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["check", "--select", "name-inconsistent"] + arguments, in: workspace.path)
  }

  @Test func aSpellingIsHeldAgainstTheArticlesBefore() throws {
    try write("ru/a.xlf", [("The mayor met Warrender.", "Мэр встретил Уоррендера.")])
    try write("ru/b.xlf", [("It rained all day.", "Весь день шёл дождь."), ("Warrender left.", "Уоррендер ушёл.")])
    try write("ru/c.xlf", [("It rained.", "Шёл дождь."), ("He saw Warrender.", "Он видел Варрендера.")])
    let result = try check("ru")
    let message = "Warrender is Варрендера in this article and Уоррендера in 2 articles, first ru/a.xlf; settle on one"
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
}
