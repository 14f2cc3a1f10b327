import TestSupport
import Testing

/// `l10n memory fill`: what repeats is translated once.
struct MemoryFillTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array("Rain *goes* on.\n\nSchools stay open.\n\nRain *goes* on.\n".utf8), "a/a.md")
    try workspace.write(Array("Rain *goes* on.\n\nBuses run.\n\nTrams do not.\n".utf8), "a/b.md")
    try l10n("extract", "a", "--from", "en", "--to", "kk")
    try change("translations/kk/a.md.kk.xlf") { text in
      guard let first = text.firstMatch(of: /<source>(Rain .*)<\/source>/) else { return text }
      let target = first.output.1.replacing("Rain", with: "Жаңбыр").replacing(">goes<", with: ">жауып<")
        .replacing("on.", with: "тұр.")
      return text.replacing(first.output.0, with: "\(first.output.0)<target>\(target)</target>", maxReplacements: 1)
    }
  }

  @discardableResult
  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  private func change(_ name: String, _ body: (String) -> String) throws {
    let text = String(decoding: try #require(workspace.read(name)), as: UTF8.self)
    try workspace.write(Array(body(text).utf8), name)
  }

  private func merged(_ name: String) throws -> String {
    try l10n("merge", "translations/kk/\(name).kk.xlf", "--source-root", "a", "--incomplete", "source", "-o", "-")
      .output
  }

  @Test func fillsWithinAndAcrossFiles() throws {
    let result = try l10n("memory", "fill", "translations")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("a.md.kk.xlf: 1 segments filled"), "\(result.errors)")
    #expect(try merged("a.md") == "Жаңбыр *жауып* тұр.\n\nSchools stay open.\n\nЖаңбыр *жауып* тұр.\n")
    #expect(try merged("b.md") == "Жаңбыр *жауып* тұр.\n\nBuses run.\n\nTrams do not.\n")
    #expect(try l10n("memory", "fill", "translations").errors.contains("0 files written"))
    #expect(workspace.files.filter { $0.hasSuffix("sqlite") } == [])
  }

  @Test func fillsFromTheMemory() throws {
    try workspace.write(
      Array(
        """
        <tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Buses run.</seg></tuv>
        <tuv xml:lang="kk"><seg>Автобустар жүреді.</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>Trams do run.</seg></tuv><tuv xml:lang="kk"><seg>Трамвайлар жүреді.</seg></tuv></tu>
        </body></tmx>
        """.utf8), "m.tmx")
    try l10n("memory", "import", "m.tmx", "--memory", "m.sqlite")
    #expect(try l10n("memory", "fill", "translations", "--memory", "m.sqlite").status == 0)
    // A like text is not the same.
    #expect(try merged("b.md") == "Жаңбыр *жауып* тұр.\n\nАвтобустар жүреді.\n\nTrams do not.\n")
  }
}
