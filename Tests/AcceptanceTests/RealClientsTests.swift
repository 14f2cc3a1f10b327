import Foundation
import TestSupport
import Testing

/// Clients that translators work with, opening, translating and saving our files; `make clients` installs them.
struct RealClientsTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write(try Fixture.bytes("articles/terminal.txt"), "src/terminal.txt")
  }

  /// A program of the clients' folder; nil where it is not installed.
  private static func client(_ name: String) -> String? {
    let root = URL(filePath: Fixture.folder).deletingLastPathComponent().deletingLastPathComponent()
    let folder = ProcessInfo.processInfo.environment["L10N_CLIENTS"] ?? root.appending(path: ".build/clients").path
    return FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") ? "\(folder)/\(name)" : nil
  }

  private func run(_ program: String?, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(program))
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let script = URL(filePath: Fixture.folder).deletingLastPathComponent().appending(
    path: "Clients/translate-toolkit.py"
  ).path

  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  /// Weblate's engine: every sentence comes back translated, in the order of the article.
  @Test(
    .enabled(if: client("bin/python") != nil, "translate-toolkit is not installed; run make clients"),
    arguments: ["1.2", "2.0", "2.1", "2.2"], ["sentence", "block"])
  func translateToolkitTranslates(_ version: String, _ units: String) throws {
    _ = try l10n(
      "extract", "src/terminal.txt", "--from", "en", "--to", "kk", "--xliff", version, "--units", units, "-o", "a.xlf")
    try run(Self.client("bin/python"), [Self.script, workspace("a.xlf"), workspace("b.xlf")])
    #expect(try l10n("validate", "b.xlf").status == 0)
    let merged = try l10n("merge", "b.xlf", "--source-root", "src", "-o", "out/", "--furniture", "drop")
    #expect(merged.status == 0, "\(merged.errors)")
    let text = String(decoding: try #require(workspace.read("out/kk/terminal.txt")), as: UTF8.self)
    let lines = text.split(separator: "\n")
    // A block may be several lines: what was said, and who said it.
    let translated = lines.count { $0.hasPrefix("Ә ") }
    #expect(lines.count > 5 && translated >= (units == "block" ? lines.count / 2 : lines.count), "\(text)")
  }

  /// Our TMX read by its reader: what comes back of it is what the memory has.
  @Test(.enabled(if: client("bin/python") != nil, "translate-toolkit is not installed; run make clients"))
  func translateToolkitReadsTMX() throws {
    try workspace.write(Array("One & <two> are *here*.\n\nThree  is not.\n".utf8), "a.md")
    _ = try l10n("extract", "a.md", "--from", "en", "--to", "kk", "-o", "a.xlf")
    _ = try l10n("pseudo", "a.xlf")
    _ = try l10n("memory", "add", "a.xlf", "--memory", "m.sqlite")
    _ = try l10n("memory", "export", "--memory", "m.sqlite", "-o", "m.tmx")
    try run(Self.client("bin/python"), [Self.script, workspace("m.tmx"), workspace("n.tmx")])
    #expect(try l10n("memory", "import", "n.tmx", "--memory", "n.sqlite").errors.contains("2 of 2 translations"))
    for text in ["One & <two> are *here.", "Three is not."] {
      let arguments = ["memory", "find", text, "--from", "en", "--to", "kk", "--memory", "n.sqlite"]
      let found = try Tool.run(arguments, in: workspace.path)
      #expect(found.output.hasPrefix("100 % exact\n"), "\(found.output)\(found.errors)")
    }
  }

  private static let project = """
    <?xml version="1.0" encoding="UTF-8"?>
    <omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
    <dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>en</source_lang><target_lang>kk</target_lang>
    <sentence_seg>false</sentence_seg></project></omegat>

    """

  /// A project with half of the article in its memory, which is our TMX: what nobody translated is refused; then the rest,
  /// with codes as OmegaT shows them.
  @Test(.enabled(if: client("omegat/run") != nil, "OmegaT is not installed; run make clients"))
  func omegaTTranslates() throws {
    let plain = [("The bridge", "Көпір"), ("Schools stay open.", "Мектептер ашық.")]
    let article = "# The bridge\n\nNobody was *hurt*, it says.\n\nSchools stay open.\n"
    try workspace.write(Array(article.utf8), "src/a.md")
    _ = try l10n("extract", "src/a.md", "--from", "en", "--to", "kk", "--for", "omegat", "-o", "p/source/a.xlf")
    var xliff = String(decoding: try #require(workspace.read("p/source/a.xlf")), as: UTF8.self)
    for (source, target) in plain { xliff = xliff.replacing("<target>\(source)<", with: "<target>\(target)<") }
    try workspace.write(Array(xliff.utf8), "half.xlf")
    for folder in ["tm/auto", "omegat", "target", "glossary", "dictionary"] {
      try workspace.write([], "p/\(folder)/.keep")
    }
    _ = try l10n("memory", "add", "half.xlf", "--memory", "m.sqlite")
    #expect(try l10n("memory", "export", "--memory", "m.sqlite", "-o", "p/tm/auto/m.tmx").status == 0)
    try workspace.write(Array(Self.project.utf8), "p/omegat.project")
    let arguments = [workspace("p"), "--mode=console-translate", "--config-dir=" + workspace("home")]
    try run(Self.client("omegat/run"), arguments)
    let half = try l10n("merge", "p/target/a.xlf", "--source-root", "src", "-o", "-")
    #expect(half.status == 1 && half.errors.contains("p/target/a.xlf: 1 untranslated"), "\(half.errors)")

    let own = """
      <tmx version="1.1"><header creationtool="OmegaT" creationtoolversion="3" segtype="paragraph" srclang="en"/><body>
      <tu><tuv lang="en"><seg>Nobody was &lt;g0&gt;hurt&lt;/g0&gt;, it says.</seg></tuv>
      <tuv lang="kk"><seg>Ешкім &lt;g0&gt;зардап&lt;/g0&gt; шекпеді.</seg></tuv></tu></body></tmx>
      """
    try workspace.write(Array(own.utf8), "p/omegat/project_save.tmx")
    try run(Self.client("omegat/run"), arguments)
    #expect(try l10n("validate", "p/target/a.xlf").status == 0)
    let merged = try l10n("merge", "p/target/a.xlf", "--source-root", "src", "-o", "-")
    #expect(merged.output == "# Көпір\n\nЕшкім *зардап* шекпеді.\n\nМектептер ашық.\n", "\(merged.errors)")
  }
}
