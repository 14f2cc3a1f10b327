import TestSupport
import Testing

/// Reports that go to a file, document by document.
struct ReportFileTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    for (name, target) in [("a", "Выпущено 2300 тонн."), ("b", "Выпущено 2200 тонн."), ("c", "Выпущено 9 тонн.")] {
      let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
        <file original="\(name).txt" source-language="en" target-language="ru" datatype="plaintext"><body>
        <trans-unit id="p1"><source>It made 2,200 tons.</source><target>\(target)</target></trans-unit>
        </body></file>
        </xliff>
        """
      try workspace.write(Array(text.utf8), "ru/\(name).xlf")
    }
  }

  @Test(arguments: ["text", "json", "github", "sarif", "gitlab", "junit", "html"])
  func isWhatStandardOutputWouldBe(_ form: String) throws {
    let printed = try Tool.run(["check", "ru", "--report", form], in: workspace.path)
    let written = try Tool.run(["check", "ru", "--report", form, "-o", "out/report"], in: workspace.path)
    #expect(printed.status == 1 && written.status == 1 && written.output.isEmpty, "\(written)")
    #expect(printed.output.isEmpty == false)
    #expect(workspace.read("out/report").map { String(decoding: $0, as: UTF8.self) } == printed.output)
    #expect(workspace.files.filter { $0.hasPrefix("out") } == ["out/report"])
  }

  @Test func aPreviewOfNothingIsNoFile() throws {
    try workspace.write(Array("no XLIFF".utf8), "broken.xlf")
    let result = try Tool.run(["preview", "broken.xlf", "-o", "page.html"], in: workspace.path)
    #expect(result.status == 2, "\(result)")
    #expect(!workspace.files.contains { $0.contains("page.html") })
  }

  @Test func aFileThatCannotBeWrittenIsToldOnce() throws {
    try workspace.write([], "taken")
    let result = try Tool.run(["check", "ru", "-o", "taken/report"], in: workspace.path)
    #expect(result.status == 2 && result.output.isEmpty, "\(result)")
    #expect(result.errors.contains("taken"))
  }
}
