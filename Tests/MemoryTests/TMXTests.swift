import Testing
import Units
import XML

@testable import Memory

/// TMX is read as tools write it, and written so that it is read back the same.
struct TMXTests {
  private func read(_ text: String) throws -> (entries: [MemoryEntry], skipped: Int) {
    var entries: [MemoryEntry] = []
    let reader = TMXReader { entries += $0 }
    // In small pieces, which part tags and letters.
    var rest = Array(text.utf8)[...]
    try reader.read {
      defer { rest = rest.dropFirst(7) }
      return rest.isEmpty ? nil : Array(rest.prefix(7))
    }
    return (entries, reader.skipped)
  }

  private func entry(_ from: String, _ to: String) throws -> MemoryEntry {
    let codes = [
      Code(at: Offset(0), kind: .open, ordinal: 1, display: "<b>"),
      Code(at: Offset(4), kind: .close, ordinal: 1, display: "</b>"),
      Code(at: Offset(4), kind: .standalone, ordinal: 2, display: "[x]", equivalent: "\n"),
      Code(at: Offset(4), kind: .open, ordinal: 3, display: "<i>"),
    ]
    return MemoryEntry(
      source: Content(text: Array("A & <b> ".utf8), codes: codes),
      target: Content(text: Array("Әә “»\u{A0}\r\n".utf8), codes: codes.dropLast()),
      sourceLanguage: try #require(LanguageTag(from)), targetLanguage: try #require(LanguageTag(to)), state: .reviewed,
      context: MemoryEntry.Context(before: -5, after: 7), properties: ["project": "a \"b\" <c>"])
  }

  @Test func readsWhatItWrote() throws {
    let entries = [try entry("en", "kk"), try entry("en-US", "ru-RU")]
    var writer = TMXWriter(sourceLanguage: nil)
    for entry in entries { writer.add(entry) }
    let text = String(decoding: writer.finish(), as: UTF8.self)
    #expect(try read(text).entries == entries, "\(text)")
  }

  @Test func readsWhatOtherToolsWrite() throws {
    let read = try read(
      """
      <?xml version="1.0"?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4"><header srclang="en-US" segtype="sentence" datatype="html"/><body>
      <tu tuid="1"><note>n</note><prop type="client">Orda</prop>
        <tuv xml:lang="ru-RU"><seg>Привет, <bpt i="1">&lt;b></bpt>мир<ept i="1">&lt;/b></ept>!</seg></tuv>
        <tuv xml:lang="en-US"><prop type="x">own</prop><seg>Hello <bpt i="1">&lt;b></bpt>world<ept i="1">&lt;/b></ept>!</seg></tuv>
        <tuv xml:lang="kk"><seg>Сәлем<hi>!</hi><ph>{<sub>x</sub>}</ph></seg></tuv>
      </tu>
      <tu><tuv lang="en"><seg>Alone</seg></tuv></tu>
      <tu srclang="*all*"><tuv lang="en"><seg>One</seg></tuv><tuv lang="ru"><seg>Один</seg></tuv></tu>
      </body></tmx>
      """)
    #expect(read.skipped == 1)
    #expect(
      read.entries.map { "\($0.sourceLanguage) \($0.source.string) → \($0.targetLanguage) \($0.target.string)" } == [
        "en-US Hello world! → ru-RU Привет, мир!", "en-US Hello world! → kk Сәлем!", "en One → ru Один",
      ])
    #expect(read.entries[0].properties == ["client": "Orda"])
    #expect(read.entries[0].source.codes.map(\.ordinal) == read.entries[0].target.codes.map(\.ordinal))
    #expect(read.entries[0].source.codes.map(\.display) == ["<b>", "</b>"])
    #expect(read.entries[1].target.codes.map(\.display) == ["{x}"])
  }

  @Test func readsUTF16() throws {
    var writer = TMXWriter(sourceLanguage: nil)
    writer.add(try entry("en", "kk"))
    let text = String(decoding: writer.finish(), as: UTF8.self).replacing("UTF-8", with: "UTF-16")
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    var pieces = [bytes]
    var entries: [MemoryEntry] = []
    try TMXReader { entries += $0 }.read { pieces.popLast() }
    #expect(entries == [try entry("en", "kk")])
  }

  @Test(arguments: [
    ("<xliff/>", "not TMX: the root element is not tmx"), ("<tmx><body><tu></body></tmx>", "mismatched tag"),
  ])
  func namesWhatIsNoTMX(_ text: String, _ problem: String) {
    let error = #expect(throws: XMLError.self) { try read(text) }
    #expect(error?.problem.contains(problem) == true && error?.position?.line == 1, "\(error?.problem ?? "")")
  }

  @Test func stopsWhereTheMemoryCantTakeMore() {
    struct Full: Error {}
    let text =
      "<tmx><header srclang=\"en\"/><body>"
      + String(repeating: "<tu><tuv lang=\"en\"><seg>a</seg></tuv><tuv lang=\"ru\"><seg>b</seg></tuv></tu>", count: 3)
      + "</body></tmx>"
    var pieces = [Array(text.utf8)]
    #expect(throws: Full.self) { try TMXReader(batch: 1) { _ in throw Full() }.read { pieces.popLast() } }
  }
}
