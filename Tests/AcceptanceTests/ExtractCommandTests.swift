import Foundation
import TestSupport
import Testing

/// `l10n extract` where a translation is there already, and where what is asked for is hardly meant.
struct ExtractCommandTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array("The bridge is closed.\n".utf8), "a.txt")
  }

  @discardableResult
  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  /// Extracting a folder again adds what is new; what is translated is left, and told where its article was changed.
  @Test func keepsWhatIsTranslated() throws {
    try workspace.write(Array("One is.\n".utf8), "a/one.txt")
    try workspace.write(Array("Two is.\n".utf8), "a/two.txt")
    try l10n("extract", "a", "--from", "en", "--to", "kk")
    try l10n("pseudo", "translations")
    let before = ["one", "two"].map { workspace.read("translations/kk/\($0).txt.kk.xlf") }
    try workspace.write(Array("Two was.\n".utf8), "a/two.txt")
    try workspace.write(Array("Three is.\n".utf8), "a/three.txt")
    let refused = try l10n("extract", "a", "--from", "en", "--to", "kk")
    #expect(refused.status == 2 && refused.errors.contains("--keep leaves them"), "\(refused.errors)")
    let kept = try l10n("extract", "a", "--from", "en", "--to", "kk", "--keep")
    #expect(kept.status == 0, "\(kept.errors)")
    #expect(
      kept.errors.contains("one.txt.kk.xlf: holds translations and is left as it is\n")
        && kept.errors.contains("left as it is; its article was changed: run `l10n update`\n"), "\(kept.errors)")
    #expect(["one", "two"].map { workspace.read("translations/kk/\($0).txt.kk.xlf") } == before)
    #expect(workspace.read("translations/kk/three.txt.kk.xlf") != nil)
    // What is no XLIFF is nobody's translation, and in the way.
    try workspace.write(Array("notes".utf8), "translations/kk/three.txt.kk.xlf")
    #expect(try l10n("extract", "a", "--from", "en", "--to", "kk", "--keep").status == 2)
    #expect(try l10n("extract", "a", "--from", "en", "--to", "kk", "--keep", "--force").status == 2)
  }

  /// What 2.x has modules for: the names with their renderings, by unit, and what an article says of itself.
  @Test(arguments: ["2.0", "2.2"]) func writesNamesAndFactsAsModules(_ version: String) throws {
    try workspace.write(Array("en,ru\nAlice Miller,Элис Миллер\n".utf8), "names.csv")
    let article =
      "---\ntitle: A day\nauthor: \"A & B\"\ndate: 2026-01-02\nseo: {x: y}\n---\nAlice Miller came. Alice Miller left.\n"
    try workspace.write(Array(article.utf8), "b.md")
    try l10n(
      "extract", "b.md", "--from", "en", "--to", "ru", "--xliff", version, "--glossary", "names.csv", "-o", "b.xlf")
    let xliff = String(decoding: try #require(workspace.read("b.xlf")), as: UTF8.self)
    #expect(
      xliff.matches(of: /<mda:meta type="([^"]*)">([^<]*)</).map { "\($0.output.1)=\($0.output.2)" }
        == ["author=A &amp; B", "date=2026-01-02"], "\(xliff)")
    #expect(
      xliff.matches(of: /<gls:term>([^<]*)<\/gls:term>\s*<gls:translation>([^<]*)</).map {
        "\($0.output.1)=\($0.output.2)"
      }
        == ["Alice Miller=Элис Миллер"], "\(xliff)")
    #expect(try l10n("validate", "b.xlf").status == 0)
    // 1.2 has no words for them, and keeps them.
    try l10n("convert", "b.xlf", "--xliff", "1.2", "-o", "c.xlf")
    try l10n("convert", "c.xlf", "--xliff", version, "-o", "d.xlf")
    let back = String(decoding: try #require(workspace.read("d.xlf")), as: UTF8.self)
    #expect(back.contains("<gls:term>Alice Miller</gls:term>") && back.contains("type=\"date\">2026-01-02<"), "\(back)")
  }

  @Test func warnsOfWhatIsHardlyMeant() throws {
    let same = try l10n("extract", "a.txt", "--from", "en", "--to", "kk,en")
    #expect(same.status == 2 && same.errors.contains("en is the language of the articles"), "\(same.errors)")
    let unknown = try l10n("extract", "a.txt", "--from", "en", "--to", "tlh,kk", "-o", "t/")
    #expect(
      unknown.status == 0 && unknown.errors.contains("warning: no facts about tlh are known"), "\(unknown.errors)")
    #expect(unknown.errors.split(separator: "warning").count == 2, "\(unknown.errors)")
    try workspace.write(Array("concepts: []\n".utf8), "empty.yaml")
    for command in [["extract", "a.txt", "--from", "en", "--to", "ru", "-o", "t/"], ["check", "t/"]] {
      let result = try Tool.run(command + ["--glossary", "empty.yaml"], in: workspace.path)
      #expect(result.errors.contains("warning: empty.yaml: holds no name"), "\(result.errors)")
    }
  }
}
