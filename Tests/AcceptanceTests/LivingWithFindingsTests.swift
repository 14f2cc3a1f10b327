import Foundation
import TestSupport
import Testing

/// Waivers, baselines, severities by path and fixes: what a desk does with findings.
struct LivingWithFindingsTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func xliff(_ target: String, note: String = "", source: String = "It made 2,200 tons.") -> [UInt8] {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="steel.txt" source-language="en" target-language="ru" datatype="plaintext"><body>
      <trans-unit id="p1">
        <source>\(source)</source>
        <target>\(target)</target>\(note.isEmpty ? "" : "<note>\(note)</note>")
      </trans-unit>
      </body></file>
      </xliff>

      """
    return Array(text.utf8)
  }

  private func check(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["check"] + arguments, in: workspace.path)
  }

  @Test func aBaselineLeavesOutWhatWasThere() throws {
    try workspace.write(xliff("Выпущено 2300 тонн."), "ru/a.xlf")
    let written = try check("ru", "--write-baseline", "baseline.yaml")
    #expect(written.status == 0, "\(written.errors)")
    let clean = try check("ru", "--baseline", "baseline.yaml")
    #expect(clean.status == 0 && clean.output == "nothing found in 1 file\n", "\(clean)")
    // Another mistake in the same unit is new.
    try workspace.write(xliff("Выпущено 2400 тонн."), "ru/a.xlf")
    #expect(try check("ru", "--baseline", "baseline.yaml").status == 1)
  }

  @Test func aBaselineSurvivesMovedLines() throws {
    try workspace.write(xliff("Выпущено 2300 тонн."), "ru/a.xlf")
    _ = try check("ru", "--write-baseline", "baseline.yaml")
    let moved = String(decoding: xliff("Выпущено 2300 тонн."), as: UTF8.self)
      .replacingOccurrences(of: "<body>", with: "<body>\n\n\n")
    try workspace.write(Array(moved.utf8), "ru/a.xlf")
    #expect(try check("ru", "--baseline", "baseline.yaml").status == 0)
  }

  @Test func aWaiverThatWaivesNothingIsReported() throws {
    try workspace.write(xliff("Выпущено 2300 тонн."), "ru/a.xlf")
    _ = try check("ru", "--write-baseline", "l10n-waivers.yaml")
    #expect(try check("ru").status == 0)
    try workspace.write(xliff("Выпущено 2200 тонн."), "ru/a.xlf")
    let result = try check("ru")
    #expect(result.status == 0)
    #expect(result.output.contains("l10n-waivers.yaml:2:3: warning[waiver-unused]"), "\(result.output)")
    #expect(try check("ru", "--select", "weekday-mismatch").output == "nothing found in 1 file\n")
  }

  @Test func aWaiverOfNoRuleIsReported() throws {
    try workspace.write(xliff("Выпущено 2300 тонн."), "ru/a.xlf")
    _ = try check("ru", "--write-baseline", "l10n-waivers.yaml")
    let waivers = String(decoding: try #require(workspace.read("l10n-waivers.yaml")), as: UTF8.self)
    let misspelled = waivers.replacing("number-mismatch", with: "nomber-mismatch")
    try workspace.write(Array(misspelled.utf8), "l10n-waivers.yaml")
    let result = try check("ru")
    #expect(result.output.contains("nomber-mismatch is no rule; did you mean number-mismatch?"), "\(result.output)")
  }

  @Test(arguments: [
    ("l10n: ignore number-mismatch: the mill said so", 0, ""),
    ("l10n: ignore number-mismatch:", 1, "waives nothing without a reason"),
    ("l10n: ignore weekday-mismatch: a reason", 1, "weekday-mismatch is not found any more"),
    ("l10n: ignore unit-nomber: a reason", 1, "unit-nomber is no rule; did you mean unit-number-mismatch?"),
    ("l10n: ignore nothing-at-all:", 1, "nothing-at-all is no rule; `l10n check --list` lists the rules"),
    ("ignore number-mismatch: a reason", 1, ""),
  ])
  func notesWaive(_ note: String, _ status: Int32, _ message: String) throws {
    try workspace.write(xliff("Выпущено 2300 тонн.", note: note), "ru/a.xlf")
    let result = try check("ru")
    #expect(result.status == status, "\(result.output)")
    #expect(message.isEmpty || result.output.contains(message), "\(result.output)")
  }

  @Test func severitiesDifferByPath() throws {
    try workspace.write(xliff("Выпущено 2300 тонн."), "ru/a.xlf")
    try workspace.write(xliff("Выпущено 2300 тонн."), "old/b.xlf")
    let configuration = """
      rules: {number-mismatch: warning}
      overrides:
        - files: "old/**"
          rules: {number-mismatch: off}
      """
    try workspace.write(Array(configuration.utf8), "l10n.yaml")
    let result = try check("ru", "old")
    #expect(result.status == 0)
    #expect(result.output.contains("ru/a.xlf:6:20: warning[number-mismatch]"), "\(result.output)")
    #expect(!result.output.contains("old/b.xlf"))
    #expect(try check("ru", "--fail-on", "warning").status == 1)
    #expect(try check("ru", "--fail-on", "never").status == 0)
  }

  @Test func fixesAreSplicedIntoTheBytes() throws {
    let before = xliff("Выпущено  2300 тонн &amp; проката.", source: "It made 2,200 tons &amp; rolled.")
    try workspace.write(before, "ru/a.xlf")
    let diff = try check("ru", "--fix", "--diff")
    #expect(diff.status == 1)
    #expect(diff.output.hasPrefix("--- a/ru/a.xlf\n+++ b/ru/a.xlf\n@@ -3,7 +3,7 @@\n"), "\(diff.output)")
    #expect(diff.output.contains("+  <target>Выпущено 2200 тонн &amp; проката.</target>\n"), "\(diff.output)")
    #expect(workspace.read("ru/a.xlf") == before)
    let fixed = try check("ru", "--fix")
    #expect(fixed.status == 0, "\(fixed.output)")
    #expect(fixed.errors.contains("2 findings mended"))
    let mended = xliff("Выпущено 2200 тонн &amp; проката.", source: "It made 2,200 tons &amp; rolled.")
    #expect(workspace.read("ru/a.xlf") == mended)
    #expect(try check("ru", "--fix", "--diff").output == "")
  }

  @Test(arguments: [
    ("- {file: a, unit: b}", "an entry without hash"),
    ("- {file: a, unit: b, rule: c, hash: x, reason: y}", "the hash is none"),
    ("- [", "did not find expected"),
  ])
  func refusesABrokenFileOfWaivers(_ text: String, _ message: String) throws {
    try workspace.write(xliff("Выпущено 2200 тонн."), "ru/a.xlf")
    try workspace.write(Array(text.utf8), "l10n-waivers.yaml")
    let result = try check("ru")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("l10n: l10n-waivers.yaml:") && result.errors.contains(message), "\(result.errors)")
  }
}
