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
