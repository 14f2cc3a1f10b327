import Foundation
import TestSupport
import Testing

/// `l10n glossary` as editors type it.
struct GlossaryCommandTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    let yaml = """
      concepts:
        - id: marat-seitov
          kind: person
          source: a page
          en: Marat Seitov
          ru: {term: Марат Сеитов, gender: masculine}
          kk: Марат Сеитов

      """
    try workspace.write(Array(yaml.utf8), "names.yaml")
  }

  private func l10n(_ arguments: String..., input: String = "") throws -> Tool.Result {
    try Tool.run(arguments, in: workspace.path, input: Array(input.utf8))
  }

  @Test func checkNamesPlaceAndRemedyOfEveryProblem() throws {
    try workspace.write(
      Array("concepts:\n- {id: a, knid: place}\n- {id: b, ru: {term: x, admited: [y]}}\n".utf8), "bad.yaml")
    let result = try l10n("glossary", "check", "bad.yaml")
    #expect(result.status == 1)
    #expect(result.output.contains("bad.yaml:2:11: error[glossary-syntax] unknown key knid; write kind"))
    #expect(result.output.contains("bad.yaml:3:25: error[glossary-syntax] unknown key admited; write admitted"))
  }

  @Test func checkIsSilentOnACleanGlossary() throws {
    let result = try l10n("glossary", "check", "names.yaml")
    #expect(result.status == 0)
    #expect(result.output == "nothing found in 1 file\n")
  }

  @Test func theShippedGlossaryIsClean() throws {
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Glossaries/kazakhstan.yaml").path
    let result = try l10n("glossary", "check", shipped, "--fail-on", "warning")
    #expect(result.status == 0, "\(result.output)")
  }

  @Test func findTellsTheCase() throws {
    let result = try l10n("glossary", "find", "Сеитову", "--glossary", "names.yaml")
    #expect(result.status == 0)
    #expect(
      result.output.contains("Сеитову: a form of Марат Сеитов, preferred in ru; dative, masculine"), "\(result.output)")
  }

  @Test func findShowsTheNearest() throws {
    let result = try l10n("glossary", "find", "Сейтов", "--glossary", "names.yaml")
    #expect(result.status == 1)
    #expect(result.output.contains("marat-seitov"))
    #expect(result.errors.contains("no entry has this name; the nearest:"))
  }

  @Test func formsListsWhatIsAccepted() throws {
    let result = try l10n("glossary", "forms", "marat-seitov", "--lang", "ru", "--glossary", "names.yaml")
    #expect(result.status == 0)
    #expect(result.output.contains("instrumental, masculine   Маратом Сеитовым"), "\(result.output)")
    #expect(!result.output.contains("kk"))
  }

  @Test(arguments: [
    (["glossary", "chekc"], "did you mean ‘check’?"),
    (["glossary", "check"], "no glossary is given; name its file, or list it in l10n.yaml"),
    (["glossary", "check", "none.yaml"], "none.yaml: can't be read"),
    (["glossary", "forms", "seitov", "--glossary", "names.yaml"], "did you mean marat-seitov?"),
  ]) func answersAMistakeWithTheWayOut(_ arguments: [String], _ expected: String) throws {
    let result = try Tool.run(arguments, in: workspace.path)
    #expect(result.status == 2)
    #expect(result.errors.contains(expected), "\(result.errors)")
  }
}

/// Formats from one to another.
extension GlossaryCommandTests {
  @Test func aTableComesBackAsTheGlossary() throws {
    #expect(try l10n("glossary", "export", "names.yaml", "-o", "names.csv").status == 0)
    #expect(try l10n("glossary", "import", "names.csv", "-o", "back.yaml").status == 0)
    #expect(try l10n("glossary", "export", "back.yaml", "--as", "csv").output.contains("marat-seitov,person,approved"))
    #expect(try l10n("glossary", "forms", "marat-seitov", "--glossary", "names.csv").output.contains("Сеитовым"))
  }

  @Test func aGlossaryThatDiffersIsNotReplacedUnasked() throws {
    try workspace.write(Array("en,ru\nA,Б\n".utf8), "t.csv")
    let refused = try l10n("glossary", "import", "t.csv", "-o", "names.yaml")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("names.yaml: is there already and differs"))
    #expect(try l10n("glossary", "import", "t.csv", "-o", "names.yaml", "--force").status == 0)
  }

  @Test func aTableInWindows1251IsRefusedWithTheWayOut() throws {
    try workspace.write(Array("en,kk\n".utf8) + [0xC0, 0x2C, 0x3F, 0xE0, 0xE7, 0x0A], "t.csv")
    let result = try l10n("check", ".", "--glossary", "t.csv")
    #expect(result.status == 2)
    #expect(result.errors.contains("t.csv:2:1: not UTF-8") && result.errors.contains("CSV UTF-8"), "\(result.errors)")
  }

  @Test func omegatNeedsTwoLanguages() throws {
    #expect(try l10n("glossary", "export", "names.yaml", "--as", "omegat").errors.contains("--from en --to kk"))
    let result = try l10n("glossary", "export", "names.yaml", "--as", "omegat", "--from", "en", "--to", "ru")
    #expect(result.output == "Marat Seitov\tМарат Сеитов\t\n")
  }
}

/// Entries for names that the glossary lacks.
extension GlossaryCommandTests {
  @Test func suggestsWhatTheGlossaryLacksAsYAMLThatLoads() throws {
    let text = "Marat Seitov came to Taraz.\n\nIn Taraz the mayor met Aliya Omarova.\n"
    try workspace.write(Array(text.utf8), "news/a.txt")
    let result = try l10n("glossary", "suggest", "news", "--from", "en", "--to", "ru", "--glossary", "names.yaml")
    #expect(result.status == 0)
    #expect(
      result.output.contains("- id: taraz") && result.output.contains("ru: {term: Алия Омарова, gender: feminine}"))
    #expect(!result.output.contains("seitov") && !result.output.contains("kk:"), "\(result.output)")
    try workspace.write(Array(result.output.utf8), "new.yaml")
    #expect(try l10n("glossary", "check", "new.yaml").status == 0)
  }

  @Test func suggestsNoPartOfAKnownNameAndNoBareAbbreviation() throws {
    try workspace.write(
      Array("concepts:\n- {id: ministry, kind: organization, source: a page, en: Ministry of Agriculture}\n".utf8),
      "own.yaml")
    let text = "People in Agriculture know Taraz.\n\nThe GDP of Taraz rose in Nov. 2024, we hear.\n"
    try workspace.write(Array(text.utf8), "more/a.txt")
    let result = try l10n("glossary", "suggest", "more", "--from", "en", "--to", "ru", "--glossary", "own.yaml")
    #expect(
      result.output.split(separator: "\n").filter { $0.contains("- id:") }.map { $0.drop { $0 == " " } } == [
        "- id: taraz"
      ], "\(result.output)")
  }

  /// What translations have beats the rules, without the endings that it stands in.
  @Test func suggestsWhatTheTargetsOfXLIFFHave() throws {
    let units = [
      ("The mayor met James Warrender.", "Мэр встретил Джеймса Уоррендера."),
      ("They spoke of James Warrender in Gogol.", "Говорили о Джеймсе Уоррендере в городе Гоголь."),
    ].enumerated().map { "<trans-unit id=\"\($0)\"><source>\($1.0)</source><target>\($1.1)</target></trans-unit>" }
    let xliff = """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="a.txt" source-language="en" target-language="ru-RU" datatype="plaintext"><body>
      \(units.joined())
      </body></file></xliff>
      """
    try workspace.write(Array(xliff.utf8), "ru/a.xlf")
    let result = try l10n("glossary", "suggest", "ru", "--from", "en", "--to", "ru", "--glossary", "names.yaml")
    #expect(result.output.contains("en: James Warrender\n    ru: Джеймс Уоррендер\n"), "\(result.output)")
    #expect(result.output.contains("ru: Гоголь\n"), "\(result.output)")
    #expect(result.output.contains("ru as translated, others by rule, to be verified"), "\(result.output)")
  }
}
