import Foundation
import TestSupport
import Testing

/// The shell that CI servers run.
struct IntegrationTests {
  private let workspace: Workspace
  private static let root = URL(filePath: Fixture.folder).deletingLastPathComponent().deletingLastPathComponent()

  init() throws {
    workspace = try Workspace()
    let text = """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="steel.txt" source-language="en" target-language="ru" datatype="plaintext"><body>
      <trans-unit id="p1"><source>It made 2,200 tons.</source><target>Выпущено 2300 тонн.</target></trans-unit>
      </body></file></xliff>
      """
    try workspace.write(Array(text.utf8), "translations/a.ru.xlf")
  }

  private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [Self.root.appending(path: "Integrations/check.sh").path] + arguments
    process.currentDirectoryURL = URL(filePath: workspace.path)
    process.environment = ["PATH": "/usr/bin:/bin", "L10N": Tool.path].merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test(arguments: ["gitlab", "sarif", "junit"])
  func writesTheReportAndShowsTheFindings(_ form: String) throws {
    let (status, log) = try run([form, "report"])
    #expect(status == 1)
    #expect(log.contains("translations/a.ru.xlf:3:") && log.contains("error[number-mismatch]"), "\(log)")
    #expect(String(decoding: workspace.read("report") ?? [], as: UTF8.self).contains("number-mismatch"))
  }

  @Test func failsOnWhatIsAskedFor() throws {
    #expect(try run(["gitlab", "report", "translations"], ["L10N_FAIL_ON": "never"]).0 == 0)
    #expect(try run(["gitlab", "report", "nowhere"]).0 == 2)
    #expect(try run(["gitlab"]).0 == 2)
  }

  @Test func installsWhatGoesWithTheTool() throws {
    let script = Self.root.appending(path: "Scripts/install").path
    let install = try Tool.other("sh", [script, Tool.path, workspace("usr")])
    #expect(install?.status == 0, "\(install?.errors ?? "no sh")")
    for name in ["Glossaries/kazakhstan.yaml", "Integrations/check.sh", "Integrations/gitlab/l10n.gitlab-ci.yml"] {
      let original = FileManager.default.contents(atPath: Self.root.appending(path: name).path)
      #expect(workspace.read("usr/share/l10n/\(name)") == original.map { Array($0) }, "\(name)")
    }
    #expect(FileManager.default.isExecutableFile(atPath: workspace("usr/share/l10n/Integrations/check.sh")))
    let started = try Tool.other("sh", ["-c", "cd \(workspace.path) && usr/bin/l10n init"])
    #expect(started?.status == 0)
    let glossary = workspace("usr/share/l10n/Glossaries/kazakhstan.yaml")
    #expect(started?.errors.contains("names to begin with, in place of Glossaries/names.yaml: \(glossary)\n") == true)
  }

  @Test(arguments: [
    ".pre-commit-hooks.yaml", "Integrations/github/action.yml", "Integrations/gitlab/l10n.gitlab-ci.yml",
  ])
  func theFilesOfTheIntegrationsCallWhatThereIs(_ name: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: name), encoding: .utf8)
    #expect(text.contains("check.sh") || text.contains("entry: l10n check"))
  }
}
