import Foundation
import TestSupport
import Testing

/// A corrected article on the command line: in place, as a delta beside the old XLIFF, or with the old translation kept.
struct CorrectionCommandTests {
  private let workspace: Workspace
  private let xliff = "translations/kk/a.md.kk.xlf"
  private static let article = """
    The river rose on Monday. Nobody was hurt.

    Schools stay [open](https://a.example).

    The bridge is closed.

    """
  private static let corrected = article.replacing("Monday", with: "Tuesday").replacing(
    "The bridge", with: "Taxis are free.\n\nThe bridge")

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array(Self.article.utf8), "a.md")
  }

  @discardableResult
  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(workspace.read(name)), as: UTF8.self)
  }

  /// Translates the article to itself in capitals, and corrects it.
  private func translate(_ version: String) throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--xliff", version)
    try l10n("pseudo", "--locale", "source", "translations")
    let translated = try text(xliff).replacing(/<target>.*<\/target>/) { target in
      target.output.replacing(/>[^<]+</) { $0.output.uppercased() }
    }
    try workspace.write(Array(translated.utf8), xliff)
    try workspace.write(Array(Self.corrected.utf8), "a.md")
  }

  private func translate(_ source: String, as target: String, in name: String) throws {
    var text = try text(name)
    let pattern = try Regex("<source>\(source)</source>(\\s*)(<target[^>]*>\\s*</target>)?")
    #expect(text.contains(pattern), "\(text)")
    text.replace(pattern) { _ in "<source>\(source)</source><target>\(target)</target>" }
    try workspace.write(Array(text.utf8), name)
  }

  /// A block that stands elsewhere is a move, whatever was changed in those that it passes.
  @Test func tellsABlockThatMoved() throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk")
    try workspace.write(
      Array(
        """
        The bridge is closed.

        The river rose on Tuesday. Nobody was hurt.

        Schools stay [wide open](https://a.example).

        """.utf8), "a.md")
    let result = try l10n("update", xliff)
    #expect(result.output.contains("2 kept, 2 changed, 0 new, 0 deleted, 1 moved"), "\(result.output)\(result.errors)")
  }

  /// A paragraph that was translated as a whole keeps the sentences that stay.
  @Test(arguments: ["1.2", "2.0"])
  func keepsTheSentencesOfAParagraph(_ version: String) throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--xliff", version, "--units", "block")
    let source = "The river rose on Monday. Nobody was hurt.</source>"
    let translated = try text(xliff).replacing(
      source, with: source + "<target>Дүйсенбіде өзен көтерілді. Ешкім зардап шекпеді.</target>")
    try workspace.write(Array(translated.utf8), xliff)
    try workspace.write(Array(Self.article.replacing("Monday", with: "Tuesday").utf8), "a.md")
    let result = try l10n("update", xliff)
    #expect(result.output.contains("1 changed, 0 new, 0 deleted"), "\(result.output)\(result.errors)")
    let updated = try text(xliff)
    let kept = updated.firstMatch(
      of: /<source>Nobody was hurt\.<\/source>\s*<target[^>]*>Ешкім зардап шекпеді\.<\/target>/)
    #expect(kept != nil && !updated.contains("<target>Дүйсенбіде өзен көтерілді. Ешкім"), "\(updated)")
    #expect(try l10n("validate", xliff).status == 0)
  }

  /// Changed and new sentences are offered what the memory has, as those of a new article are.
  @Test(arguments: ["1.2", "2.0"])
  func offersWhatTheMemoryHas(_ version: String) throws {
    let tmx = """
      <tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Taxis are free!</seg></tuv>
      <tuv xml:lang="kk"><seg>Такси тегін!</seg></tuv></tu></body></tmx>
      """
    try workspace.write(Array(tmx.utf8), "m.tmx")
    try l10n("memory", "import", "m.tmx", "--memory", "m.sqlite")
    try translate(version)
    let before = try text(xliff)
    let result = try l10n("update", xliff, "--memory", "m.sqlite")
    #expect(result.status == 0, "\(result.errors)")
    let updated = try text(xliff)
    let offer = updated.firstMatch(of: /(match-quality="93%"|similarity="93").*\n.*\n.*Такси тегін!<\/target>/)
    #expect(offer != nil, "\(updated)")
    // What still holds is offered nothing, and stays.
    #expect(updated.contains("THE BRIDGE IS CLOSED.") && updated.split(separator: "Такси").count == 2, "\(before)")
    #expect(try l10n("validate", xliff).status == 0)
  }

  /// Sentences that are changed, new, or beside such a one say whom they name, as those that are extracted do.
  @Test(arguments: ["1.2", "2.0"])
  func namesWhomASentenceNames(_ version: String) throws {
    let glossary = "en,kk\nAlice Miller,Элис Миллер\nRobert Baker,Роберт Бейкер\n"
    try workspace.write(Array(glossary.utf8), "names.csv")
    let article = "Alice Miller came on Monday. Robert Baker did not.\n\nThe bridge is closed.\n"
    let corrected = article.replacing("Monday", with: "Tuesday").replacing(
      "is closed", with: "is closed by Robert Baker")
    try workspace.write(Array(article.utf8), "a.md")
    func extract(_ output: String) throws {
      try l10n(
        "extract", "a.md", "--from", "en", "--to", "kk", "--xliff", version, "--glossary", "names.csv", "-o", output)
    }
    func notes(_ name: String) throws -> [String] {
      try text(name).matches(of: /<note [^>]*>([^<]*)/).map {
        String($0.output.1).replacing(/\sThe source was changed.*?(?=$|\sNames:)/, with: "")
      }
    }
    try extract("a.xlf")
    try workspace.write(Array((corrected + "\nAlice Miller is back.\n").utf8), "a.md")
    try extract("new.xlf")
    let update = try l10n("update", "a.xlf", "--glossary", "names.csv")
    #expect(update.output.contains("1 kept, 2 changed, 1 new"), "\(update.output)\(update.errors)")
    #expect(try notes("a.xlf") == notes("new.xlf"))
  }

  @Test(arguments: ["1.2", "2.0"])
  func mergesAnOldXLIFFWithItsDelta(_ version: String) throws {
    try translate(version)
    let before = workspace.read(xliff)
    let update = try l10n("update", xliff, "--delta", "new.xlf")
    #expect(
      update.status == 0 && update.output.contains("3 kept, 1 changed, 1 new"), "\(update.output)\(update.errors)")
    #expect(workspace.read(xliff) == before)
    #expect(!(try text("new.xlf").contains("bridge")))
    #expect(try l10n("validate", "new.xlf").status == 0)
    // Not yet translated: nothing is written, and the delta is the one that says so.
    let early = try l10n("merge", xliff, "new.xlf")
    #expect(early.status == 1 && early.errors.contains("new.xlf:"), "\(early.errors)")
    try translate("The river rose on Tuesday.", as: "RIVER ON TUESDAY.", in: "new.xlf")
    try translate("Taxis are free.", as: "TAXIS.", in: "new.xlf")
    let merge = try l10n("merge", "new.xlf", xliff, "--verify", "--no-set-metadata")
    #expect(merge.status == 0, "\(merge.errors)")
    #expect(
      try text("localized/kk/a.md") == """
        RIVER ON TUESDAY. NOBODY WAS HURT.

        SCHOOLS STAY [OPEN](https://a.example).

        TAXIS.

        THE BRIDGE IS CLOSED.

        """)
    // A delta that somebody has worked on is not overwritten.
    #expect(try l10n("update", xliff, "--delta", "new.xlf").errors.contains("holds translations"))
  }

  @Test func writesNoDeltaOverWhatIsNoXLIFF() throws {
    try translate("1.2")
    try workspace.write(Array("my notes".utf8), "notes.txt")
    let update = try l10n("update", xliff, "--delta", "notes.txt")
    #expect(update.status == 2 && update.errors.contains("notes.txt: holds"), "\(update.errors)")
    #expect(try text("notes.txt") == "my notes")
  }

  @Test(arguments: ["1.2", "2.0"])
  func keepsTheOldTranslationWhereThatIsAskedFor(_ version: String) throws {
    try translate(version)
    #expect(try l10n("merge", xliff).status == 1)
    let refused = try l10n("merge", xliff, "--stale", "keep")
    #expect(refused.status == 1 && refused.errors.contains("is not translated"), "\(refused.errors)")
    let merge = try l10n("merge", xliff, "--stale", "keep", "--incomplete", "source", "--no-set-metadata")
    #expect(merge.status == 0, "\(merge.errors)")
    #expect(merge.errors.contains("warning: \(xliff): p1"), "\(merge.errors)")
    #expect(merge.errors.contains("its source was changed, and its old translation is kept"), "\(merge.errors)")
    #expect(
      try text("localized/kk/a.md") == """
        THE RIVER ROSE ON MONDAY. NOBODY WAS HURT.

        SCHOOLS STAY [OPEN](https://a.example).

        Taxis are free.

        THE BRIDGE IS CLOSED.

        """)
  }

  @Test func refusesTwoTranslationsOfOneUnit() throws {
    try translate("1.2")
    try workspace.write(Array(Self.article.utf8), "a.md")
    let other = try text(xliff).replacing("NOBODY", with: "NO ONE")
    try workspace.write(Array(other.utf8), "other.xlf")
    let result = try l10n("merge", xliff, "other.xlf")
    #expect(result.status == 1 && result.errors.contains("other.xlf:"), "\(result.errors)")
    #expect(
      result.errors.contains("p1.1: another XLIFF file of this article has another translation"), "\(result.errors)")
    try workspace.write(Array(try text(xliff).utf8), "other.xlf")
    #expect(try l10n("merge", xliff, "other.xlf").status == 0)
  }

  @Test func takesThePartsOfTwoTranslatorsTogether() throws {
    try translate("2.0")
    try workspace.write(Array(Self.article.utf8), "a.md")
    let whole = try text(xliff)
    try workspace.write(Array(whole.replacing("<target>THE BRIDGE IS CLOSED.</target>", with: "").utf8), xliff)
    try workspace.write(Array(whole.replacing(/<target>.*(SCHOOLS|HURT|MONDAY).*<\/target>/, with: "").utf8), "b.xlf")
    #expect(try l10n("merge", xliff).status == 1)
    #expect(try l10n("merge", xliff, "b.xlf").status == 0)
    #expect(
      try l10n("merge", xliff, "b.xlf", "-o", "-", "--no-set-metadata").output
        == Self.article.uppercased()
        .replacing("HTTPS://A.EXAMPLE", with: "https://a.example"))
  }
}
