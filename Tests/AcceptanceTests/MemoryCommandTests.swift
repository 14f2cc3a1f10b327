import Foundation
import TestSupport
import Testing

/// The memory on the command line: what one article taught is offered to the next.
struct MemoryCommandTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array("The bridge is closed.\n\nIt is [79 years](https://a.example) old.\n".utf8), "a.md")
    try l10n("extract", "a.md", "--from", "en", "--to", "kk")
    let xliff = try text("translations/kk/a.md.kk.xlf")
    let translated = xliff.replacing(
      "The bridge is closed.</source>", with: "The bridge is closed.</source><target>Көпір жабық.</target>"
    )
    .replacing(/<source>It is (<g[^>]*>)79 years<\/g> old\.<\/source>/) {
      "\($0.output.0)<target>Оған \($0.output.1)79 жыл</g> болды.</target>"
    }
    try workspace.write(Array(translated.utf8), "translations/kk/a.md.kk.xlf")
  }

  @discardableResult
  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(workspace.read(name)), as: UTF8.self)
  }

  private func learn() throws {
    let result = try l10n("memory", "add", "translations", "--memory", "m.sqlite")
    #expect(result.status == 0 && result.errors.contains("2 of 2 translations are new in m.sqlite"), "\(result.errors)")
  }

  @Test func findsWhatWasAdded() throws {
    try learn()
    #expect(try l10n("memory", "add", "translations", "--memory", "m.sqlite").errors.contains("0 of 2"))
    let find = try l10n("memory", "find", "The bridge is closed!", "--from", "en", "--to", "kk", "--memory", "m.sqlite")
    #expect(find.output == "95 % fuzzy\n  The bridge is closed.\n  Көпір жабық.\n")
    let nothing = try l10n("memory", "find", "No such text.", "--from", "en", "--to", "kk", "--memory", "m.sqlite")
    #expect(nothing.status == 0 && nothing.errors == "l10n: nothing in the memory is at least 75 % like it\n")
    let json = try l10n(
      "memory", "find", "The bridge is closed.", "--from", "en", "--to", "kk-KZ", "--memory", "m.sqlite", "--report",
      "json")
    #expect(
      json.output == #"""
        {"matches":[{"similarity":100,"kind":"exact","source":"The bridge is closed.","target":"Көпір жабық.","state":"translated","original":"a.md"}]}

        """#)
    #expect(try l10n("memory", "stats", "--memory", "m.sqlite").output == "en  kk  2\n")
  }

  /// A paragraph that a tool translated as a whole is remembered by its sentences, too, where it is sure which are which.
  @Test(arguments: [
    ("Дамба 5 жыл тұрды. <g id=\"1\" equiv-text=\"*\">Астана</g> оны 12 күн жөндейді.", 3),
    ("Дамба 5 жыл тұрды, ал <g id=\"1\" equiv-text=\"*\">Астана</g> оны 12 күн жөндейді.", 1),
  ])
  func remembersTheSentencesOfAParagraph(_ target: String, _ count: Int) throws {
    try workspace.write(Array("The dam stood for 5 years. *Astana* mends it in 12 days.\n".utf8), "c.md")
    try l10n("extract", "c.md", "--from", "en", "--to", "kk", "--units", "block", "-o", "c.xlf")
    let xliff = try text("c.xlf").replacing("</source>", with: "</source><target>\(target)</target>")
    try workspace.write(Array(xliff.utf8), "c.xlf")
    let added = try l10n("memory", "add", "c.xlf", "--memory", "m.sqlite")
    #expect(added.errors.contains("\(count) of \(count) translations are new"), "\(added.errors)")
    let find = try l10n(
      "memory", "find", "The dam stood for 5 years.", "--from", "en", "--to", "kk", "--memory", "m.sqlite")
    #expect(find.output.contains("100 % exact\n  The dam stood for 5 years.\n  Дамба 5 жыл тұрды.") == (count > 1))
    let export = try l10n("memory", "export", "--memory", "m.sqlite").output
    #expect(
      export.contains("<seg><bpt i=\"1\" x=\"1\">*</bpt>Astana<ept i=\"1\"></ept> mends") == (count > 1), "\(export)")
  }

  /// Where a paragraph stands between others, its first sentence does not stand where an article begins.
  @Test func theSentencesOfAParagraphHaveItsNeighbours() throws {
    try workspace.write(Array("Rain fell.\n\nThe dam stood for 5 years. Astana mends it in 12 days.\n".utf8), "c.md")
    try l10n("extract", "c.md", "--from", "en", "--to", "kk", "--units", "block", "-o", "c.xlf")
    let target = "<target>Дамба 5 жыл тұрды. Астана оны 12 күн жөндейді.</target>"
    let xliff = try text("c.xlf").replacing("days.</source>", with: "days.</source>\(target)")
    try workspace.write(Array(xliff.utf8), "c.xlf")
    #expect(try l10n("memory", "add", "c.xlf", "--memory", "m.sqlite").errors.contains("3 of 3"))
    try workspace.write(Array("The dam stood for 5 years. Astana mends it in 12 days.\n".utf8), "d.md")
    try l10n("extract", "d.md", "--from", "en", "--to", "kk", "-o", "d.xlf")
    let stats = try l10n("stats", "d.xlf", "--memory", "m.sqlite", "--report", "json").output
    #expect(stats.contains("\"context\":{\"segments\":1,") && stats.contains("\"100\":{\"segments\":1,"), "\(stats)")
  }

  @Test(arguments: [
    (
      "1.2", "<target state=\"translated\">Көпір жабық.</target>",
      "<target state=\"needs-review-translation\" state-qualifier=\"x-l10n-fuzzy\">Оған",
      "<alt-trans match-quality=\"99%\" origin=\"l10n memory, numbers replaced\">"
    ),
    (
      "2.0", "<segment id=\"s1\" state=\"translated\">", "state=\"initial\" subState=\"l10n:fuzzy\"",
      "<mtc:match ref=\"#s1\" similarity=\"99\" origin=\"l10n memory, numbers replaced\" type=\"am\">"
    ),
  ])
  func offersItToTheNextArticle(_ version: String, _ exact: String, _ fuzzy: String, _ candidate: String) throws {
    try learn()
    try workspace.write(
      Array("The bridge is closed.\n\nIt is [81 years](https://b.example) old.\n\nNew.\n".utf8), "b.md")
    let extract = { (fill: [String]) in
      try Tool.run(
        ["extract", "b.md", "--from", "en", "--to", "kk", "--xliff", version, "--memory", "m.sqlite", "--force"] + fill,
        in: workspace.path)
    }
    #expect(try extract([]).status == 0)
    let offered = try text("translations/kk/b.md.kk.xlf")
    #expect(offered.contains(candidate) && !offered.contains("<segment id=\"s1\" state"), "\(offered)")
    _ = try extract(["--fill", "95"])
    let filled = try text("translations/kk/b.md.kk.xlf")
    #expect(filled.contains(exact) && filled.contains(fuzzy) && filled.contains("81 жыл"), "\(filled)")
    #expect(try l10n("validate", "translations/kk/b.md.kk.xlf").status == 0)
    // What nobody has confirmed is not published.
    let merge = try l10n("merge", "translations/kk/b.md.kk.xlf", "-o", "-")
    #expect(merge.status == 1 && merge.errors.contains("has a translation from the memory that nobody has confirmed"))
    let confirmed = filled.replacing("state=\"needs-review-translation\"", with: "state=\"translated\"")
      .replacing("state=\"initial\" subState=\"l10n:fuzzy\"", with: "state=\"translated\" subState=\"l10n:fuzzy\"")
    try workspace.write(Array(confirmed.utf8), "translations/kk/b.md.kk.xlf")
    #expect(
      try l10n("merge", "translations/kk/b.md.kk.xlf", "-o", "-", "--incomplete", "source").output
        == "Көпір жабық.\n\nОған [81 жыл](https://b.example) болды.\n\nNew.\n")
  }

  @Test func exportsAndImportsTMX() throws {
    try learn()
    try l10n("memory", "export", "--memory", "m.sqlite", "-o", "m.tmx")
    let result = try l10n("memory", "import", "m.tmx", "--memory", "n.sqlite")
    #expect(result.status == 0 && result.errors.contains("2 of 2 translations are new in n.sqlite"), "\(result.errors)")
    #expect(try l10n("memory", "export", "--memory", "n.sqlite").output == (try text("m.tmx")))
    #expect(try l10n("memory", "import", "m.tmx", "--memory", "m.sqlite").errors.contains("0 of 2"))
  }

  @Test(arguments: [
    (["memory", "find", "x", "--from", "en", "--to", "kk"], "no translation memory is given"),
    (["memory", "find", "x", "--memory", "none.sqlite"], "none.sqlite: is not there"),
    (["memory", "import", "a.md", "--memory", "m.sqlite"], "not well-formed"),
    (["memory", "stats", "--memory", "a.md"], "a.md: is no translation memory"),
    (["extract", "a.md", "--from", "en", "--to", "kk", "--fill", "90"], "--fill needs a translation memory"),
  ])
  func answersAMistakeWithTheWayOut(_ arguments: [String], _ expected: String) throws {
    let result = try Tool.run(arguments, in: workspace.path)
    #expect(result.status == 2 && result.errors.contains(expected), "\(result.errors)")
  }
}
