import Foundation
import TestSupport
import Testing

/// `l10n update --from-localized`: what an editor changed in the localized article goes back into the XLIFF.
struct LocalizedEditCommandTests {
  private let workspace: Workspace
  private static let source = """
    # The bridge

    The river rose on Monday. Nobody was hurt, the mayor said. Rain goes on.

    Buses use [the old bridge](https://a.example/old) *and* the ferry.

    Schools stay open.

    """
  private static let targets = [
    "The bridge": "Көпір", "The river rose on Monday.": "Дүйсенбіде өзен көтерілді.",
    "Nobody was hurt, the mayor said.": "Әкім ешкім зардап шеккен жоқ деді.", "Rain goes on.": "Жаңбыр жалғасуда.",
    "Schools stay open.": "Мектептер жұмыс істейді.",
  ]

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array(Self.source.utf8), "a.md")
  }

  @discardableResult
  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  private let path = "translations/kk/a.md.kk.xlf"
  private static let localizedPath = "localized/kk/a.md"
  private let localized = Self.localizedPath

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(workspace.read(name)), as: UTF8.self)
  }

  private func publish(_ version: String) throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--xliff", version)
    var xliff = try text(path)
    for (source, target) in Self.targets {
      xliff = xliff.replacing(
        "<source>\(source)</source>", with: "<source>\(source)</source><target>\(target)</target>")
    }
    let linked = try #require(xliff.firstMatch(of: /<source>(Buses use .*)<\/source>/))
    let target = linked.output.1.replacing("Buses use", with: "Автобустар").replacing(
      "the old bridge", with: "ескі көпір"
    )
    .replacing(">and<", with: ">және<").replacing("the ferry", with: "паром арқылы")
    xliff = xliff.replacing(linked.output.0, with: "\(linked.output.0)<target>\(target)</target>")
    try workspace.write(Array(xliff.utf8), path)
    let merge = try l10n("merge", path)
    #expect(merge.status == 0, "\(merge.errors)")
  }

  /// What an editor wrote for what, and how many targets that changes.
  private static let edits: [([(String, String)], Int)] = [
    ([("өзен көтерілді", "өзен арнасынан асты")], 1),
    ([("Дүйсенбіде", "Кеше"), ("деді.", "деп мәлімдеді.")], 2),
    // A sentence was put in behind another, and two were joined by a comma.
    ([("көтерілді. Әкім", "көтерілді. Су жайылды. Әкім")], 1),
    ([("деді. Жаңбыр", "деді, ал жаңбыр")], 2),
    ([("[ескі көпір]", "[бұрынғы, ескі көпір]"), ("*және*", "*әрі*")], 1),
    ([("# Көпір", "# Семейдегі көпір"), ("Мектептер жұмыс", "Барлық мектептер жұмыс")], 2),
  ]

  @Test(arguments: edits, ["1.2", "2.0"])
  func takesAnEditBack(_ edit: ([(String, String)], Int), _ version: String) throws {
    try publish(version)
    var article = try text(localized)
    for (old, new) in edit.0 { article = article.replacing(old, with: new) }
    try workspace.write(Array(article.utf8), localized)
    // Merging does not overwrite what an editor wrote; afterwards it gives the same.
    #expect(try l10n("merge", path).status == 1)
    let result = try l10n("update", path, "--from-localized")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output.hasPrefix("\(path): \(edit.1) targets taken from \(localized), 0 edits left\n"), "\(result.output)")
    let merge = try l10n("merge", path)
    #expect(merge.status == 0, "\(merge.errors)")
    #expect(try text(localized) == article)
    #expect(try l10n("validate", path).status == 0)
    #expect(try l10n("update", path, localized, "--from-localized").output.contains(": 0 targets taken"))
  }

  /// What was signed off is another translation than the editor's.
  @Test(arguments: [
    ("1.2", "<trans-unit id=\"title.1\">", "<trans-unit id=\"title.1\" approved=\"yes\">", "title.1\">"),
    ("2.0", "<segment id=\"s1\">", "<segment id=\"s1\" state=\"final\">", "state=\"translated\""),
  ])
  func takesASignOffBack(_ version: String, _ tag: String, _ signed: String, _ expected: String) throws {
    try publish(version)
    try workspace.write(Array(try text(path).replacing(tag, with: signed, maxReplacements: 1).utf8), path)
    try workspace.write(Array(try text(localized).replacing("# Көпір", with: "# Жаңа көпір").utf8), localized)
    #expect(try l10n("update", path, "--from-localized").status == 0)
    let result = try text(path)
    #expect(!result.contains(signed) && result.contains(expected), "\(result)")
  }

  /// Of blocks that say the same, the one that was edited is the one that changes.
  @Test func tellsEqualBlocksApart() throws {
    try workspace.write(Array("Rain.\n\nRain.\n\nRain.\n\n<b> Rain</b> goes on.\n".utf8), "a.md")
    try l10n("extract", "a.md", "--from", "en", "--to", "kk")
    try l10n("pseudo", path)
    try l10n("merge", path)
    let article = try text(localized).replacing(
      "⟦Řáíñ.⟧\n\n⟦Řáíñ.⟧", with: "⟦Řáíñ.⟧\n\n⟦Нөсер.⟧", maxReplacements: 1
    )
    .replacing("ğóéš", with: "жауып")
    try workspace.write(Array(article.utf8), localized)
    let result = try l10n("update", path, "--from-localized")
    #expect(result.status == 0 && result.output.contains(": 2 targets taken"), "\(result.errors)\(result.output)")
    #expect(result.output.contains("  p2.1: [-"), "\(result.output)")
    #expect(try l10n("merge", path).status == 0)
    #expect(try text(localized) == article)
  }

  @Test(arguments: [
    ("Мектептер", "Жаңа абзац.\n\nМектептер", "this block is the editor's, and has no source"),
    ("Мектептер жұмыс істейді.\n", "", "the block “Мектептер жұмыс істейді.” was removed"),
    ("a.example/old", "b.example/old", "\(localizedPath):5:33: something outside of the translated text"),
    ("*және*", "және", "can't be told apart by sentences"),
  ])
  func namesWhatHasNoPlace(_ old: String, _ new: String, _ expected: String) throws {
    try publish("1.2")
    let article = try text(localized).replacing(old, with: new).replacing("# Көпір", with: "# Жаңа көпір")
    try workspace.write(Array(article.utf8), localized)
    let result = try l10n("update", path, "--from-localized")
    #expect(result.status == 1 && result.errors.contains(expected), "\(result.errors)")
    // What has a place is taken all the same.
    #expect(try text(path).contains("<target>Жаңа көпір</target>"))
  }

  @Test func reportsJSON() throws {
    try publish("1.2")
    try workspace.write(Array(try text(localized).replacing("# Көпір", with: "# Жаңа көпір").utf8), localized)
    let result = try l10n("update", path, "--from-localized", "--report", "json")
    #expect(
      result.output == """
        {"file":"\(path)","localized":"\(localized)","changes":[{"unit":"title.1","target":"Жаңа көпір",\
        "difference":"[-Көпір-] {+Жаңа көпір+}"}],"summary":{"taken":1,"left":0}}

        """, "\(result.errors)")
  }

  @Test func answersAMistakeWithTheWayOut() throws {
    try publish("1.2")
    #expect(try l10n("update", path, "none.md", "--from-localized").errors.contains("none.md: is not there"))
    #expect(try l10n("update", "--from-localized", "--delta", "d.xlf").errors.contains("goes with none of --delta"))
    try workspace.write(Array(Self.source.replacing("Monday", with: "Tuesday").utf8), "a.md")
    let stale = try l10n("update", path, "--from-localized")
    #expect(stale.status == 1 && stale.errors.contains("run `l10n update` first"), "\(stale.errors)")
  }
}
