import Foundation
import TestSupport
import Testing

/// `l10n stats`: the table that a translator's invoice is made of.
struct StatsCommandTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write(
      Array("The bridge is closed.\n\nThe dam holds 79 million tons.\n\nRain goes on.\n\nRain goes on.\n".utf8),
      "a/a.md")
    try workspace.write(
      Array("The bridge is closed.\n\nThe dam holds 81 million tons.\n\nRain goes on.\n".utf8), "a/b.md")
    try l10n("extract", "a", "--from", "en", "--to", "kk")
    let path = "translations/kk/a.md.kk.xlf"
    let translated = try text(path).replacing(
      "The bridge is closed.</source>", with: "The bridge is closed.</source><target>Көпір жабық.</target>"
    ).replacing(
      "79 million tons.</source>",
      with: "79 million tons.</source><target state=\"signed-off\">Бөгет 79 миллион тонна сыйдырады.</target>")
    try workspace.write(Array(translated.utf8), path)
  }

  @discardableResult
  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(workspace.read(name)), as: UTF8.self)
  }

  /// The rows of the tables that are not empty, as `title segments words`.
  private func rows(_ output: String) -> [String] {
    output.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: " ")
      guard line.hasPrefix("  "), cells.count > 4, let segments = Int(cells[cells.count - 4]), segments > 0 else {
        return nil
      }
      return "\(cells.dropLast(4).joined(separator: " ")) \(segments) \(cells[cells.count - 3])"
    }
  }

  @Test func countsWhatIsDoneAndWhatIsLeft() throws {
    let result = try l10n("stats", "translations")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("translations/kk/a.md.kk.xlf (en → kk)\n"), "\(result.output)")
    #expect(
      rows(result.output) == [
        "reviewed 1 6", "translated 1 4", "repetitions 1 3", "new 1 3", "total 4 16",
        "repetitions 2 7", "new 1 6", "total 3 13",
        "reviewed 1 6", "translated 1 4", "repetitions 3 10", "new 2 9", "total 7 29",
      ], "\(result.output)")
    let again = try l10n("stats", "translations", "--jobs", "1")
    #expect(again.output == result.output)
  }

  @Test func looksInTheMemory() throws {
    #expect(try l10n("memory", "add", "translations", "--memory", "m.sqlite").status == 0)
    let result = try l10n("stats", "translations/kk/b.md.kk.xlf", "--memory", "m.sqlite")
    #expect(rows(result.output) == ["100 % 1 4", "95-99 % 1 6", "new 1 3", "total 3 13"], "\(result.output)")
    let before = try l10n("stats", "translations/kk/a.md.kk.xlf", "--memory", "m.sqlite", "--before")
    #expect(
      rows(before.output) == ["context matches 2 10", "repetitions 1 3", "new 1 3", "total 4 16"], "\(before.output)")
  }

  /// Without a memory what the file offers counts; with one it is told anew.
  @Test(arguments: ["1.2", "2.0"])
  func countsTheCandidatesInTheFile(_ version: String) throws {
    try l10n("memory", "add", "translations", "--memory", "m.sqlite")
    try l10n(
      "extract", "a/b.md", "--from", "en", "--to", "kk", "--xliff", version, "--memory", "m.sqlite", "-o", "b.xlf")
    let result = try l10n("stats", "b.xlf")
    #expect(rows(result.output) == ["100 % 1 4", "95-99 % 1 6", "new 1 3", "total 3 13"], "\(result.output)")
  }

  /// What tools write beside a source, and the row that it counts in.
  @Test(arguments: [
    ("match-quality=\"85.60\"", "", "85-94 %"), ("match-quality=\"101%\"", "", "context matches"),
    ("match-quality=\"40\"", "", "new"), ("", " state-qualifier=\"mt-suggestion\"", "new"), ("", "", "50-74 %"),
    ("match-quality=\"99\" alttranstype=\"rejected\"", "", "new"),
    ("match-quality=\"99\" alttranstype=\"reference\"", "", "new"),
    ("match-quality=\"99\" alttranstype=\"proposal\" xml:lang=\"kk-KZ\"", "", "95-99 %"),
    ("match-quality=\"99\" xml:lang=\"ru\"", "", "new"), ("match-quality=\"99\"", " xml:lang=\"ru\"", "new"),
  ])
  func knowsTheCandidatesOfTools(_ candidate: String, _ target: String, _ row: String) throws {
    let xliff = try text("translations/kk/b.md.kk.xlf").replacing(
      "Rain goes on.</source>",
      with: "Rain goes on.</source><alt-trans \(candidate)><source>Rain went on.</source><target\(target)>Ж</target>"
        + "</alt-trans>")
    try workspace.write(Array(xliff.utf8), "b.xlf")
    let rows = rows(try l10n("stats", "b.xlf").output)
    #expect(rows == (row == "new" ? [] : ["\(row) 1 3"]) + ["new \(row == "new" ? "3 13" : "2 10")", "total 3 13"])
  }

  /// `status` and `stats` call the same translated: a default state with a target is none in 2.x, and one in 1.2.
  @Test(arguments: ["1.2", "2.0"])
  func agreesWithStatus(_ version: String) throws {
    try l10n("extract", "a/a.md", "--from", "en", "--to", "kk", "--xliff", version, "-o", "a.xlf")
    let states = [
      "rain": "", "dam": version == "1.2" ? " state=\"needs-review-translation\"" : "",
      "bridge": version == "1.2" ? " state=\"translated\"" : "",
    ]
    var xliff = try text("a.xlf")
    for (word, state) in states {
      xliff = xliff.replacing(try Regex("(<source>[^<]*\(word)[^<]*</source>)").ignoresCase()) { match in
        "\(match.output[0].substring ?? "")<target\(state)>Т \(word)</target>"
      }
    }
    try workspace.write(Array(xliff.utf8), "a.xlf")
    let status = try l10n("status", "a.xlf", "--source-root", "a", "--report", "json").output
    let done = try #require(status.firstMatch(of: /"translated":(\d+)/)).output.1
    let stats = try l10n("stats", "a.xlf", "--report", "json").output
    #expect(stats.contains("\"translated\":{\"segments\":\(done),"), "\(status)\(stats)")
  }

  @Test func reportsJSON() throws {
    let result = try l10n("stats", "translations", "--report", "json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any], "\(result.output)")
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["article"] as? String } == ["a.md", "b.md"])
    let summary = try #require(report["summary"] as? [String: Any])
    let new = (summary["matches"] as? [String: [String: Int]])?["new"]
    #expect(new == ["segments": 2, "words": 9, "characters": 43, "charactersWithoutSpaces": 36])
    #expect((summary["total"] as? [String: Int])?["segments"] == 7)
  }

  @Test func answersAMistakeWithTheWayOut() throws {
    let result = try l10n("stats", "a/a.md")
    #expect(result.status == 2 && result.errors.contains("a/a.md:1:1: not well-formed XML"), "\(result.errors)")
    #expect(try l10n("stats", "translations", "--memory", "none.sqlite").errors.contains("none.sqlite: is not there"))
  }
}
