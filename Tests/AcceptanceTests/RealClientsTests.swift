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

  /// The Python that has translate-toolkit; nil where it is not installed.
  private static let python: String? = {
    let root = URL(filePath: Fixture.folder).deletingLastPathComponent().deletingLastPathComponent()
    let folder = ProcessInfo.processInfo.environment["L10N_CLIENTS"] ?? root.appending(path: ".build/clients").path
    let program = folder + "/bin/python"
    return FileManager.default.isExecutableFile(atPath: program) ? program : nil
  }()

  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  /// Weblate's engine: every sentence comes back translated, in the order of the article.
  @Test(
    .enabled(if: python != nil, "translate-toolkit is not installed; run make clients"),
    arguments: ["1.2", "2.0", "2.1", "2.2"], ["sentence", "block"])
  func translateToolkitTranslates(_ version: String, _ units: String) throws {
    _ = try l10n(
      "extract", "src/terminal.txt", "--from", "en", "--to", "kk", "--xliff", version, "--units", units, "-o", "a.xlf")
    let script = URL(filePath: Fixture.folder).deletingLastPathComponent().appending(
      path: "Clients/translate-toolkit.py")
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = [script.path, workspace("a.xlf"), workspace("b.xlf")]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    #expect(try l10n("validate", "b.xlf").status == 0)
    let merged = try l10n("merge", "b.xlf", "--source-root", "src", "-o", "out/", "--furniture", "drop")
    #expect(merged.status == 0, "\(merged.errors)")
    let text = String(decoding: try #require(workspace.read("out/kk/terminal.txt")), as: UTF8.self)
    let lines = text.split(separator: "\n")
    // A block may be several lines: what was said, and who said it.
    let translated = lines.count { $0.hasPrefix("Ә ") }
    #expect(lines.count > 5 && translated >= (units == "block" ? lines.count / 2 : lines.count), "\(text)")
  }
}
