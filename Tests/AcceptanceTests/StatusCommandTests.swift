import Foundation
import TestSupport
import Testing

/// `l10n status`: how far translations are, and what was corrected since.
struct StatusCommandTests {
  private let workspace: Workspace
  private static let article = "The river rose on Monday. Nobody was hurt.\n\nSchools stay open.\n"

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array(Self.article.utf8), "a.md")
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--quiet")
  }

  private let xliff = "translations/kk/a.md.kk.xlf"

  @discardableResult
  private func l10n(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(arguments, in: workspace.path)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(workspace.read(name)), as: UTF8.self)
  }

  private func edit(_ name: String, _ replacements: (String, String)...) throws {
    var text = try text(name)
    for (old, new) in replacements {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    try workspace.write(Array(text.utf8), name)
  }

  private func status() throws -> String { try l10n("status", "translations").output }

  @Test func saysHowFarATranslationIs() throws {
    #expect(try status() == "kk  a.md  untranslated  0 of 3 translated\n")
    try edit(
      xliff,
      ("<source>Schools stay open.</source>", "<source>Schools stay open.</source><target>Мектеп.</target>"),
      (
        "<source>Nobody was hurt.</source>",
        "<source>Nobody was hurt.</source><target state=\"needs-review-translation\">Ешкім.</target>"
      ))
    #expect(try status() == "kk  a.md  in work  1 of 3 translated, 1 in work\n")
    try l10n("pseudo", "--force", "translations")
    #expect(try status() == "kk  a.md  in work  2 of 3 translated, 1 in work\n")
    try edit(xliff, (" state=\"needs-review-translation\"", " state=\"final\""))
    #expect(try status() == "kk  a.md  translated  3 of 3 translated, 1 reviewed\n")
  }

  /// What is not to be translated is not counted, whatever a tool put there.
  @Test func leavesOutWhatIsNotToBeTranslated() throws {
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--quiet", "--xliff", "2.0", "--force")
    let source = "<source>Schools stay open.</source>"
    try edit(
      xliff, ("<unit id=\"p2\"", "<unit id=\"p2\" translate=\"no\""), (source, "\(source)<target>Мектеп.</target>"))
    #expect(try status() == "kk  a.md  untranslated  0 of 2 translated\n")
  }

  /// What counts as translated here does where a translation is merged.
  @Test(arguments: [
    ("1.2", "", true), ("1.2", " state=\"new\"", false), ("1.2", " state=\"translated\"", true),
    ("1.2", " state=\"translated\" state-qualifier=\"x-l10n-changed\"", true), ("2.0", "", false),
    ("2.0", " state=\"initial\"", false), ("2.0", " state=\"translated\"", true),
  ])
  func countsAsMergeDoes(_ version: String, _ state: String, _ isTranslated: Bool) throws {
    try workspace.write(Array("Schools stay open.\n".utf8), "a.md")
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--quiet", "--xliff", version)
    let source = "<source>Schools stay open.</source>"
    try edit(xliff, (source, "\(source)<target\(version == "1.2" ? state : "")>Мектеп.</target>"))
    if version == "2.0" { try edit(xliff, ("<segment id=\"s1\"", "<segment id=\"s1\"\(state)")) }
    let merge = try l10n("merge", "translations", "--min-state", "translated")
    #expect((merge.status == 0) == isTranslated, "\(merge.errors)")
    #expect(
      try status()
        == "kk  a.md  \(isTranslated ? "translated  1 of 1 translated" : "in work  0 of 1 translated, 1 in work")\n")
  }

  @Test func saysHowMuchOfTheArticleWasChanged() throws {
    try l10n("pseudo", "translations")
    #expect(try l10n("status", "translations", "--fail-on", "stale").status == 0)
    try edit("a.md", ("Monday", "Tuesday"), ("open.\n", "open.\n\nTaxis are free.\n"))
    let result = try l10n("status", "translations", "--fail-on", "stale")
    #expect(result.status == 1)
    // 26 and 15 of 76 bytes.
    #expect(
      result.output == "kk  a.md  stale  3 of 3 translated; since then 1 changed, 1 new: 54 % of the text\n")
    let json = try JSONSerialization.jsonObject(
      with: Data(try l10n("status", "translations", "--report", "json").output.utf8))
    let report = try #require(json as? [String: Any])
    let article = try #require((report["articles"] as? [[String: Any]])?.first)
    #expect(article["progress"] as? String == "stale" && article["changed"] as? Int == 1 && article["new"] as? Int == 1)
    #expect((report["summary"] as? [String: Int])?["stale"] == 1)
    // What moved is as good as it was.
    let paragraphs = Self.article.split(separator: "\n\n").map { $0.trimmingCharacters(in: .newlines) }
    try workspace.write(Array((paragraphs.reversed().joined(separator: "\n\n") + "\n").utf8), "a.md")
    #expect(try l10n("status", "translations").output.contains("stale") == false)
    // White space is no change.
    try workspace.write(Array(Self.article.replacing("rose on", with: "rose\non").utf8), "a.md")
    #expect(try l10n("status", "translations", "--fail-on", "stale").status == 0)
  }

  /// A sentence that was changed accounts for one of the places that are not as they were.
  @Test(arguments: [
    ("- 1,300 people left.\n- Two schools open.\n- Three bridges closed.\n", "1 changed, 1 new"),
    ("- 1,300 people left.\n- Two schools open.\n- Four bridges closed.\n", "2 changed, 1 new"),
    ("- 1,300 people left.\n- Four bridges closed.\n", "2 changed, 0 new"),
    ("- Three bridges closed.\n", "1 changed, 0 new"),
  ])
  func countsNewItems(_ corrected: String, _ counts: String) throws {
    try workspace.write(Array("- 1,200 people left.\n- Three bridges closed.\n".utf8), "a.md")
    try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--quiet")
    try workspace.write(Array(corrected.utf8), "a.md")
    let status = try status()
    #expect(status.contains("since then \(counts):"), "\(status)")
  }

  @Test func remembersASignOffWhateverAToolDoesToStates() throws {
    let refused = try l10n("status", "--set", "reviewed", xliff)
    #expect(refused.status == 1 && refused.errors.contains("3 segments are not translated"), "\(refused.errors)")
    #expect(workspace.read("\(xliff).reviewed") == nil)
    try l10n("pseudo", "translations")
    #expect(try l10n("merge", "translations", "--min-state", "reviewed").status == 1)
    #expect(
      try l10n("status", "--set", "reviewed", xliff).output == "kk  a.md  reviewed  3 of 3 translated, 3 reviewed\n")
    #expect(try l10n("merge", "translations", "--min-state", "reviewed").status == 0)
    // Another target, another translation: the others are still signed off.
    let edited = try text(xliff).replacing("</target>", with: "!</target>", maxReplacements: 1)
    try workspace.write(Array(edited.utf8), xliff)
    #expect(try status() == "kk  a.md  translated  3 of 3 translated, 2 reviewed\n")
  }

  @Test func namesWhatIsNoSignOff() throws {
    try workspace.write(Array("<xml/>\n".utf8), "\(xliff).reviewed")
    let result = try l10n("status", xliff)
    #expect(result.status == 2 && result.errors.contains("line 1 is no sign-off"), "\(result.errors)")
  }

  @Test func signsNothingOffThatIsNotNamed() throws {
    #expect(try l10n("status", "--set", "reviewed").errors.contains("name the XLIFF files"))
  }
}
