import TestSupport
import Testing

/// `l10n convert` as people run it.
struct ConvertCommandTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array("# The mill\n\nIt **opened** on Monday. Nobody, said \"Aigul\", knew.\n".utf8), "a.md")
  }

  @discardableResult
  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(workspace.read(name), "no \(name)"), as: UTF8.self)
  }

  /// A translator whose tool reads the other version translates, and the article is whole.
  @Test(arguments: [("2.0", "1.2"), ("1.2", "2.0"), ("2.1", "1.2"), ("2.0", "2.2")])
  func aConvertedFileMerges(_ written: String, _ converted: String) throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--xliff", written, "-o", "a.xlf")
    try #require(try l10n("convert", "a.xlf", "--xliff", converted, "-o", "b.xlf").status == 0)
    #expect(try l10n("validate", "b.xlf").output.contains("nothing found"))
    try l10n("pseudo", "b.xlf")
    #expect(try l10n("merge", "b.xlf", "-o", "direct/").status == 0)
    try l10n("convert", "b.xlf", "--xliff", written, "-o", "c.xlf")
    let merged = try l10n("merge", "c.xlf", "-o", "back/")
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(try text("back/kk/a.md") == text("direct/kk/a.md"))
    #expect(try text("back/kk/a.md").contains("**óƥéñéđ**"))
  }

  @Test(arguments: ["a.csv", "a.html"])
  func aTableComesBack(_ table: String) throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "-o", "a.xlf")
    #expect(try l10n("convert", "a.xlf", "--as", "table", "-o", table).status == 0)
    var page = try text(table)
    #expect(page.contains("It {1}opened{/1} on Monday."))
    let cell = table.hasSuffix("csv") ? "It {1}opened{/1} on Monday.," : "aria-label=\"p1.1\">"
    page = page.replacing(cell, with: cell + "Ол дүйсенбіде {1}ашылды{/1} бітті {9}.")
    try workspace.write(Array(page.utf8), table)
    // What somebody worked on is not overwritten.
    #expect(try l10n("convert", "a.xlf", "--as", "table", "-o", table).status == 2)
    let filled = try l10n("convert", table, "--into", "a.xlf")
    #expect(filled.status == 0, "\(filled.errors)")
    #expect(
      try text("a.xlf").contains("<target>Ол дүйсенбіде <g id=\"1\" equiv-text=\"**\">ашылды</g> бітті {9}.</target>"))
    #expect(try text("a.xlf").split(separator: "<target").count == 2)
  }

  /// Who works in a table has no other way to say that it is done; a target that stays says nothing.
  @Test(arguments: [
    ("1.2", "<target state=\"needs-review-translation\" state-qualifier=\"x-l10n-changed\"/>"),
    ("1.2", "<target state-qualifier='x-l10n-changed' xml:lang=\"kk\" state='needs-translation'>Ескі</target>"),
    ("2.0", " state=\"initial\" subState=\"l10n:changed\""), ("2.0", ""),
  ])
  func aTargetOfATableIsTranslated(_ version: String, _ state: String) throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--xliff", version, "-o", "a.xlf")
    let source = "<source>The mill</source>"
    let changed =
      version == "1.2"
      ? try text("a.xlf").replacing(source, with: source + state)
      : try text("a.xlf").replacing("<segment id=\"s1\">", with: "<segment id=\"s1\"\(state)>", maxReplacements: 1)
    try workspace.write(Array(changed.utf8), "a.xlf")
    try l10n("convert", "a.xlf", "--as", "table", "-o", "a.csv")
    let table = try text("a.csv").replacing("The mill,Ескі", with: "The mill,").replacing(
      "The mill,", with: "The mill,Диірмен")
    try workspace.write(Array(table.utf8), "a.csv")
    let filled = try l10n("convert", "a.csv", "--into", "a.xlf")
    #expect(filled.status == 0, "\(filled.errors)")
    let result = try text("a.xlf")
    #expect(!result.contains("changed") && result.contains("Диірмен</target>"), "\(result)")
    #expect(result.matches(of: /state="translated"/).count == 1, "\(result)")
    #expect(try l10n("validate", "a.xlf").output.contains("nothing found"), "\(result)")
  }

  /// Who approved a unit has seen another translation.
  @Test func aTargetOfATableIsNotApproved() throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "-o", "a.xlf")
    let approved = try text("a.xlf").replacing(
      /<trans-unit id="([^"]*)">(\s*)<source>The mill<\/source>/
    ) { match in
      "<trans-unit id=\"\(match.output.1)\" approved='yes'>\(match.output.2)<source>The mill</source>"
        + "<target>Ескі</target>"
    }
    try workspace.write(Array(approved.utf8), "a.xlf")
    try l10n("convert", "a.xlf", "--as", "table", "-o", "a.csv")
    #expect(try l10n("convert", "a.csv", "--into", "a.xlf").status == 0)
    #expect(try text("a.xlf") == approved)
    let table = try text("a.csv").replacing("The mill,Ескі", with: "The mill,Диірмен")
    try workspace.write(Array(table.utf8), "a.csv")
    #expect(try l10n("convert", "a.csv", "--into", "a.xlf").status == 0)
    let expected = approved.replacing(" approved='yes'", with: "").replacing("Ескі", with: "Диірмен")
    #expect(try text("a.xlf") == expected)
  }

  @Test func namesRowsThatFitNowhere() throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "-o", "a.xlf")
    try workspace.write(Array("id,source,target\np9,x,y\np1.1,Another text.,z\n".utf8), "a.csv")
    let result = try l10n("convert", "a.csv", "--into", "a.xlf")
    #expect(result.status == 1)
    #expect(result.errors.contains("a.csv:2:1: the XLIFF has no segment p9"), "\(result.errors)")
    #expect(result.errors.contains("a.csv:3:1: the source of p1.1 is another one in the XLIFF"), "\(result.errors)")
    #expect(try !text("a.xlf").contains("<target"))
  }

  /// Two that would be one file are refused before the first is written.
  @Test(arguments: [
    (["b/x.xlf", "c/x.xlf", "--xliff", "2.0"], "c/x.xlf: would be written to out/x.xlf, as b/x.xlf would"),
    (["b/x.xlf", "c/x.xlf", "--as", "table"], "c/x.xlf: would be written to out/x.xlf.csv, as b/x.xlf would"),
    (["b/x.csv", "c/x.csv", "--into", "b/x.xlf"], "--into takes one table, and 2 are given"),
  ])
  func refusesClashes(_ arguments: [String], _ problem: String) throws {
    for folder in ["b", "c"] {
      try l10n("extract", "a.md", "--from", "en", "--to", "kk", "-o", "\(folder)/x.xlf")
      try l10n("convert", "\(folder)/x.xlf", "--as", "table", "-o", "\(folder)/x.csv")
    }
    let result = try Tool.run(["convert"] + arguments + ["-o", "out/"], in: workspace.path)
    #expect(result.status == 2 && result.errors.contains(problem), "\(result.errors)")
    #expect(workspace.read("out/x.xlf") == nil && workspace.read("out/x.xlf.csv") == nil)
  }

  @Test(arguments: [
    (["a.xlf"], "by one of --xliff VERSION"), (["a.xlf", "--xliff", "3"], "XLIFF 3 can't be written"),
    (["a.md", "--xliff", "2.0"], "not well-formed XML"),
    (["a.xlf", "--xliff", "2.0", "-o", "a.md"], "is not overwritten"),
  ])
  func refuses(_ arguments: [String], _ problem: String) throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "-o", "a.xlf")
    let result = try Tool.run(["convert"] + arguments, in: workspace.path)
    #expect(result.status == 2 && result.errors.contains(problem), "\(result.errors)")
  }
}
