import TestSupport
import Testing
import Units

@testable import Localization

/// `formats` and `translators` of `l10n.yaml`, from extraction to merging.
struct FormatConfigurationTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func localized(_ name: String, _ text: String, _ options: String...) throws -> String {
    try workspace.write(Array(text.utf8), name)
    let extraction = try Tool.run(["extract", name, "--from", "en", "--to", "kk"], in: workspace.path)
    #expect(extraction.status == 0, "\(extraction.errors)")
    #expect(try Tool.run(["pseudo", "translations"], in: workspace.path).status == 0)
    let merging = try Tool.run(["merge", "translations", "--verify"] + options, in: workspace.path)
    #expect(merging.status == 0, "\(merging.errors)")
    return String(decoding: try #require(workspace.read("localized/kk/\(name)")), as: UTF8.self)
  }

  @Test func sayWhatIsTextByPath() throws {
    let configuration = """
      formats:
        front-matter: {translate: [note], keep: summary}
        html: {furniture: [".promo-box"], text: ["aside.fact"], protected: [".ticker"]}
      overrides:
        - files: "columns/**"
          formats: {front-matter: {translate: [summary], keep: [note]}}
      """
    try workspace.write(Array(configuration.utf8), "l10n.yaml")
    let text = "---\ntitle: One\nsummary: One\nnote: One\n---\n"
    let news = try localized("news/a.md", text).split(separator: "\n")
    #expect(news[2] == "summary: One" && !news.contains("note: One") && !news.contains("title: One"), "\(news)")
    let column = try localized("columns/a.md", text).split(separator: "\n")
    #expect(column[3] == "note: One" && !column.contains("summary: One"), "\(column)")
    let html = try localized("news/a.html", "<aside class=fact>One</aside><aside>One</aside><p class=promo-box>One</p>")
    #expect(
      html.hasSuffix("</aside><aside>One</aside><p class=promo-box>One</p>") && !html.contains("fact>One"), "\(html)")
  }

  @Test(arguments: [
    ("translator: Ann\n", "translator: А. Әбенов\n"), ("translator:\n", "translator: А. Әбенов\n"),
    ("translator: # to come\n", "translator: А. Әбенов # to come\n"),
    ("translator: \"\"\n", "translator: \"А. Әбенов\"\n"),
    ("translator: ~\r\n", "translator: А. Әбенов\r\n"), ("author: Ann\n", "author: Ann\n"),
  ])
  func nameTheTranslator(_ line: String, _ expected: String) throws {
    try workspace.write(Array("translators: {kk: А. Әбенов, ru: В. Ким}\n".utf8), "l10n.yaml")
    let article = "---\ndate: 2020\n\(line)---\n"
    #expect(try localized("a.md", article) == "---\ndate: 2020\n\(expected)---\n")
    #expect(try localized("a.md", article, "--no-set-metadata", "--force") == article)
    let named = try localized("a.md", article, "--translator", "Zed", "--force")
    #expect(named == "---\ndate: 2020\n\(expected.replacing("А. Әбенов", with: "Zed"))---\n")
  }
}
