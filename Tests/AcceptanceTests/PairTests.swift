import TestSupport
import Testing

/// Checks of a published translation beside its article.
struct PairTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    let article = """
      Mill opens again

      The mill made 2,200 tons of steel in May.

      It employs 340 people, who work in three shifts.

      The next mill is 45 kilometres away.

      """
    try workspace.write(Array(article.utf8), "mill.txt")
  }

  private func check(_ translation: String, _ arguments: String...) throws -> Tool.Result {
    try workspace.write(Array(translation.utf8), "ru/mill.txt")
    return try Tool.run(["check", "--source", "mill.txt", "--target", "ru/mill.txt"] + arguments, in: workspace.path)
  }

  @Test func findsAWrongNumberInItsLine() throws {
    let result = try check(
      """
      Комбинат открылся снова

      В мае комбинат выпустил 2300 тонн стали.

      Здесь в три смены трудятся 340 человек.

      До следующего комбината 45 километров.

      """, "--from", "en", "--to", "ru")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("ru/mill.txt:3:25: error[number-mismatch]"), "\(result.output)")
    #expect(result.output.hasSuffix("\n1 error in 1 file\n"), "\(result.output)")
  }

  @Test func findsAParagraphThatWasLeftOut() throws {
    let result = try check(
      """
      Комбинат открылся снова

      В мае комбинат выпустил 2200 тонн стали.

      До следующего комбината 45 километров.

      """, "--from", "en", "--to", "ru")
    #expect(result.status == 1)
    #expect(result.output.contains("error[untranslated]") && result.output.contains("340 people"), "\(result.output)")
    #expect(result.output.hasSuffix("\n1 error in 1 file\n"), "\(result.output)")
  }

  /// Each article of a folder with the translation that has its path below the other one.
  @Test func checksFoldersOfPairs() throws {
    for name in ["a", "b", "c"] {
      try workspace.write(Array("It employs 340 people.\n".utf8), "articles/\(name).txt")
    }
    try workspace.write(Array("Здесь трудятся 340 человек.\n".utf8), "localized/ru/a.txt")
    try workspace.write(Array("Здесь трудятся 430 человек.\n".utf8), "localized/ru/b.txt")
    let folders = ["check", "--source", "articles", "--target", "localized", "--from", "en", "--to"]
    let result = try Tool.run(folders + ["ru"], in: workspace.path)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("localized/ru/b.txt:1:"), "\(result.output)")
    #expect(result.output.hasSuffix("\n1 error in 2 files\n"), "\(result.output)")
    let none = try Tool.run(folders + ["kk"], in: workspace.path)
    #expect(
      none.status == 2 && none.errors.contains("has no translation of an article below articles"), "\(none.errors)")
  }

  /// As `extract` and `merge` lay them out by what `init` writes: `localized/{lang}/{path}`, `{path}` from l10n.yaml on.
  @Test(arguments: [
    (".", "articles", "localized", []), (".", "articles/en", "localized", []), ("articles", "en", "../localized", []),
    (".", "articles", "localized/ru", ["--to", "ru"]), (".", "./articles/", "localized/", ["--to", "ru"]),
  ])
  func findsWhatMergeWrote(_ folder: String, _ source: String, _ target: String, _ options: [String]) throws {
    try workspace.write(Array("{source: en, targets: [ru, kk], articles: [articles]}".utf8), "l10n.yaml")
    try workspace.write(Array("It employs 340 people.\n".utf8), "articles/en/a.txt")
    try workspace.write(Array("Здесь трудятся 430 человек.\n".utf8), "localized/ru/articles/en/a.txt")
    let result = try Tool.run(["check", "--source", source, "--target", target] + options, in: workspace(folder))
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.output.contains("articles/en/a.txt:1:") && result.output.hasSuffix("\n1 error in 1 file\n"))
  }

  @Test(arguments: [
    (["--source", "mill.txt"], "--source and --target go together"),
    (["--source", "mill.txt", "--target", "mill.txt"], "does not say its language; say it with --from en"),
    (["--source", "mill.txt", "--target", "none.txt", "--from", "en", "--to", "ru"], "none.txt: can't be read"),
    (["--source", "mill.txt", "--target", "x.unknown", "--from", "en", "--to", "ru"], "x.unknown: can't be read"),
    (["--source", "mill.txt", "--target", "folder", "--from", "en", "--to", "ru"], "folder: is a folder; give a file"),
    (["--source", "mill.txt", "--target", "a.jpg", "--from", "en", "--to", "ru"], "a.jpg: is of no known format"),
  ])
  func answersAMistakeWithTheWayOut(_ arguments: [String], _ expected: String) throws {
    try workspace.write([0xFF, 0xD8], "a.jpg")
    try workspace.write([], "folder/a")
    let result = try Tool.run(["check"] + arguments, in: workspace.path)
    #expect(result.status == 2)
    #expect(result.errors.contains(expected), "\(result.errors)")
  }
}
