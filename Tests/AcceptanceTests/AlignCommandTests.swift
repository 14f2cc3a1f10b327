import Foundation
import TestSupport
import Testing

/// `l10n align`, and `l10n update` of a published pair.
struct AlignCommandTests {
  private let workspace: Workspace
  private static let source = """
    # The bridge at Semey

    The bridge over the Irtysh is 1,086 metres long. It was opened in 2000.

    Buses use [the old one](https://a.example/old).

    """
  private static let target = """
    # Мост в Семее

    Длина моста через Иртыш – 1086 метров. Его открыли в 2000 году.

    Автобусы ходят по [старому](https://a.example/old).

    """

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array(Self.source.utf8), "old.md")
    try workspace.write(Array(Self.target.utf8), "ru.md")
  }

  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(workspace.read(name)), as: UTF8.self)
  }

  @Test func anAlignedPairMergesToItsTranslation() throws {
    let result = try l10n("align", "old.md", "ru.md", "--from", "en", "--to", "ru", "-o", "a.xlf")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("sentences 1-1: 4; 4 of 4 pairs at least 70 % sure"), "\(result.errors)")
    #expect(try l10n("validate", "a.xlf").status == 0)
    #expect(try l10n("merge", "a.xlf", "-o", "-", "--no-set-metadata").output == Self.target)
  }

  @Test func writesTMX() throws {
    _ = try l10n("align", "old.md", "ru.md", "--from", "en", "--to", "ru", "-o", "a.tmx")
    let tmx = try text("a.tmx")
    #expect(
      tmx.contains(
        """
              <tuv xml:lang="en"><seg>It was opened in 2000.</seg></tuv>
              <tuv xml:lang="ru"><seg>Его открыли в 2000 году.</seg></tuv>
        """), "\(tmx)")
    #expect(tmx.contains(#"<seg>Buses use <bpt i="1" x="1">"#), "\(tmx)")
    #expect(tmx.contains(#"<prop type="x-l10n-confidence">"#))
    if let result = try Tool.other("xmllint", ["--noout", workspace("a.tmx")]) { #expect(result.status == 0) }
  }

  @Test func fillsAMemory() throws {
    let result = try l10n("align", "old.md", "ru.md", "--from", "en", "--to", "ru", "--memory", "m.sqlite")
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)\(result.output)")
    #expect(result.errors.contains("ru.md: 4 of 4 translations are new in m.sqlite"), "\(result.errors)")
    let found = try l10n(
      "memory", "find", "It was opened in 2000.", "--from", "en", "--to", "ru", "--memory", "m.sqlite")
    #expect(found.output.hasPrefix("100 % exact\n"), "\(found.output)")
  }

  @Test func updatesAPublishedPair() throws {
    let corrected = Self.source.replacing("1,086", with: "1,080").replacing("Buses", with: "Trams go.\n\nBuses")
    try workspace.write(Array(corrected.utf8), "new.md")
    let result = try l10n(
      "update", "--source-old", "old.md", "--source-new", "new.md", "--target", "ru.md", "--from", "en", "--to", "ru",
      "-o", "x.xlf")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("x.xlf: 3 kept, 1 changed, 1 new"), "\(result.output)")
    #expect(result.output.contains("changed (numbers) p1"), "\(result.output)")
    let merged = try l10n("merge", "x.xlf", "--incomplete", "source", "-o", "-", "--no-set-metadata")
    #expect(
      merged.output == """
        # Мост в Семее

        The bridge over the Irtysh is 1,080 metres long. Его открыли в 2000 году.

        Trams go.

        Автобусы ходят по [старому](https://a.example/old).

        """, "\(merged.errors)")
  }

  @Test(arguments: [
    (["update", "--source-old", "old.md"], "go together"),
    (["align", "old.md"], "TARGET"),
    (["align", "old.md", "ru.md", "--from", "en"], "does not say its language"),
    (["align", "old.md", "ru.md", "--min-confidence", "101"], "from 0 to 100"),
  ])
  func answersAMistakeWithTheWayOut(_ arguments: [String], _ expected: String) throws {
    let result = try Tool.run(arguments, in: workspace.path)
    #expect(result.status == 2 && result.errors.contains(expected), "\(result.errors)")
  }
}
