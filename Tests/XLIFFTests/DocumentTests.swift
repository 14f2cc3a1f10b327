import Foundation
import Testing
import Units
import XLIFF

struct DocumentTests {
  /// Two blocks: a headline with a code in it, and a paragraph of two sentences, the first one translated.
  static func file() throws -> ResourceFile {
    var file = ResourceFile(
      original: "news/a&b.txt", sourceLanguage: try #require(LanguageTag("en")), targetLanguage: LanguageTag("kk"),
      format: "text", fingerprint: "fnv1a64-0123456789abcdef")
    let bold = [
      Code(at: Offset(0), kind: .open, ordinal: 1, display: "<b>"),
      Code(at: Offset(5), kind: .close, ordinal: 1, display: "</b>"),
      Code(at: Offset(9), kind: .standalone, ordinal: 2, display: "[image]"),
    ]
    let headline = Content(text: Array("Wheat < 5".utf8), codes: bold)
    file.units = [
      Unit(id: UnitID("title"), role: .headline, segments: [Segment(source: headline)], notes: ["Headline."]),
      Unit(
        id: UnitID("p1"), role: .lead,
        segments: [
          Segment(source: Content("One & two."), target: Content("Бір & екі."), state: .translated),
          Segment(source: Content(" "), isIgnorable: true),
          Segment(source: Content("Three  spaces."), notes: ["Names: Three = Үш."]),
        ], notes: ["Lead."]),
    ]
    return file
  }

  @Test(arguments: Version.writable)
  func readsBackWhatItWrote(_ version: Version) throws {
    let written = try Self.file().written(as: version)
    let document = try Document(reading: written)
    #expect(document.version == version)
    let file = try #require(document.files.first)
    #expect(file.original == "news/a&b.txt")
    #expect(file.sourceLanguage.bcp47 == "en" && file.targetLanguage?.bcp47 == "kk")
    #expect(file.format == "text" && file.fingerprint == "fnv1a64-0123456789abcdef")
    #expect(file.units.map(\.id.name) == ["title", "p1"])
    #expect(file.units.map(\.role) == [.headline, .lead])
    let title = try #require(file.units[0].segments.first)
    #expect(title.source.string == "Wheat < 5")
    #expect(title.source.codes.map(\.kind) == [.open, .close, .standalone])
    #expect(title.source.codes.map(\.ordinal) == [1, 1, 2])
    let sentences = file.units[1].segments.filter { !$0.isIgnorable }
    #expect(sentences.map(\.source.string) == ["One & two.", "Three  spaces."])
    #expect(sentences[0].target?.string == "Бір & екі." && sentences[0].state == .translated)
    #expect(sentences[1].target == nil)
    #expect(file.translatorNotes.isEmpty)
  }

  /// Old tools leave out the version: the namespace has it.
  @Test func takesTheVersionFromTheNamespace() throws {
    let bytes = Array(
      """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.1"><file target-language="be" source-language="en" original="a">
      <body><trans-unit><source>x</source></trans-unit></body></file></xliff>
      """.utf8)
    let document = try Document(reading: bytes)
    #expect(document.version.label == "1.1")
    #expect(document.files[0].units.flatMap(\.segments).map(\.source.string) == ["x"])
  }

  @Test(arguments: Version.writable)
  func writesWhatValidates(_ version: Version) throws {
    let findings = try validate(try Self.file().written(as: version))
    #expect(findings.map(\.message) == [])
  }

  /// A block that is one segment of its own name needs no group, and a limit comes back whatever it is written in.
  @Test(arguments: Version.writable)
  func keepsLimitsAndWholeBlocks(_ version: Version) throws {
    var file = try Self.file()
    file.units[0].maximumLength = 90
    file.units[0].segments[0].id = "title"
    file.units[1].maximumLength = 400
    let written = file.written(as: version)
    #expect(try validate(written).map(\.message) == [])
    let units = try Document(reading: written).files[0].units
    #expect(units.map(\.maximumLength) == [90, 400])
    #expect(units.map(\.role) == [.headline, .lead])
    let groups = String(decoding: written, as: UTF8.self).split(separator: "<group ").count - 1
    #expect(groups == (version == .v1_2 ? 1 : 0))
  }

  @Test(arguments: Version.writable)
  func setsOneTargetAndNothingElse(_ version: Version) throws {
    let bytes = try Self.file().written(as: version)
    let document = try Document(reading: bytes)
    let segment = try #require(document.files[0].units[1].segments.indices.last)
    let edit = try #require(
      document.settingTarget([.text(Array("Үш <орын>".utf8))], file: 0, unit: 1, segment: segment))
    let edited = try edit.applied(to: bytes)
    let before = String(decoding: bytes, as: UTF8.self)
    let after = String(decoding: edited, as: UTF8.self)
    let element = "<target>Үш &lt;орын&gt;</target>"
    #expect(after.contains(element))
    let added = after.split(separator: "\n").filter { !before.split(separator: "\n").contains($0) }
    #expect(added.map { $0.trimmingPrefix { $0 == " " } } == [element[...]])
    #expect(try validate(edited).map(\.message) == [])
    let again = try Document(reading: edited)
    #expect(again.files[0].units[1].segments[segment].target?.string == "Үш <орын>")
    #expect(again.files[0].units[0].segments.map(\.source) == document.files[0].units[0].segments.map(\.source))
  }

  @Test func copiesCodesIntoATargetByTheirBytes() throws {
    let bytes = try Self.file().written(as: .v1_2)
    let document = try Document(reading: bytes)
    let parts: [Document.TargetPart] = [.code(2), .code(0), .text(Array("Бидай".utf8)), .code(1)]
    let edit = try #require(document.settingTarget(parts, file: 0, unit: 0, segment: 0))
    let edited = try Document(reading: edit.applied(to: bytes))
    let target = try #require(edited.files[0].units[0].segments[0].target)
    #expect(target.codes.map(\.kind) == [.standalone, .open, .close])
    #expect(target.codes.map(\.ordinal) == [2, 1, 1])
  }

  @Test(arguments: ["<target/>", "<target></target>", "<target state=\"new\" />", "<target>old</target>"])
  func fillsATargetThatIsThere(_ target: String) throws {
    let bytes = Array(
      """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en"
       target-language="kk" datatype="plaintext"><body><trans-unit id="1"><source>x</source>\(target)<note>n</note></trans-unit>
      </body></file></xliff>
      """.utf8)
    let document = try Document(reading: bytes)
    let edit = try #require(document.settingTarget([.text(Array("жаңа".utf8))], file: 0, unit: 0, segment: 0))
    let edited = try Document(reading: edit.applied(to: bytes))
    #expect(edited.files[0].units[0].segments[0].target?.string == "жаңа")
  }

  /// What CAT tools do to a file, and the same segments come out of it.
  @Test(arguments: [
    // Other prefixes, another order of attributes, single quotes.
    """
    <?xml version='1.0'?>
    <ns0:xliff version='1.2' xmlns:ns0='urn:oasis:names:tc:xliff:document:1.2'><ns0:file datatype='plaintext'
    target-language='kk-KZ' source-language='EN' original='a.txt'><ns0:body><ns0:trans-unit id='p1.1'><ns0:source>One &amp; two.</ns0:source>
    <ns0:target state='translated'>Бір.</ns0:target></ns0:trans-unit></ns0:body></ns0:file></ns0:xliff>
    """,
    // CDATA, a comment, a processing instruction, character references.
    """
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" source-language="en"
    target-language="kk" datatype="x"><body><trans-unit id="p1.1"><source>One <!-- c --><![CDATA[& two]]>&#46;<?pi x?></source>
    <target state="translated">Бір<![CDATA[.]]></target></trans-unit></body></file></xliff>
    """,
    // A candidate whose source and target are not the unit's.
    """
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" source-language="en"
    target-language="kk" datatype="x"><body><trans-unit id="p1.1"><source>One &amp; two.</source><alt-trans><source>Old</source>
    <target>Ескі</target></alt-trans><target state="translated">Бір.</target></trans-unit></body></file></xliff>
    """,
    // 1.2 segmented by a tool.
    """
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" source-language="en"
    target-language="kk" datatype="x"><body><trans-unit id="p1.1"><source>One &amp; two.</source>
    <seg-source><mrk mtype="seg" mid="0">One &amp; two.</mrk></seg-source>
    <target state="translated"><mrk mtype="seg" mid="0">Бір.</mrk></target></trans-unit></body></file></xliff>
    """,
    // 2.1 with a module, an annotation and a byte order mark.
    "\u{FEFF}"
      + """
      <x:xliff version="2.1" srcLang="en" trgLang="kk" xmlns:x="urn:oasis:names:tc:xliff:document:2.0"
      xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><x:file id="f" original="a.txt"><x:unit id="p1"><mtc:matches>
      <mtc:match ref="#m"><x:source>Old</x:source><x:target>Ескі</x:target></mtc:match></mtc:matches><x:segment state="translated">
      <x:source><x:mrk id="m" type="term">One</x:mrk> &amp; two.</x:source><x:target>Бір.</x:target></x:segment></x:unit></x:file></x:xliff>
      """,
  ])
  func readsWhatToolsWrite(_ text: String) throws {
    let document = try Document(reading: Array(text.utf8))
    let segments = document.files.flatMap(\.units).flatMap(\.segments)
    #expect(segments.map(\.source.string) == ["One & two."])
    #expect(segments.map { $0.target?.string } == ["Бір."])
    #expect(segments.map(\.state) == [.translated])
  }

  @Test(arguments: [
    ("", "not well-formed XML: no element found"),
    ("<html/>", "not XLIFF"),
    ("<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='9.9'/>", "version \"9.9\""),
    ("<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file", "not well-formed"),
    ("<!DOCTYPE x [<!ENTITY a 'b'>]><xliff version='1.2'>&a;</xliff>", "declares entities"),
    ("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><xliff version='1.2'>&a;</xliff>", "declares entities"),
    ("<!DOCTYPE x SYSTEM 'x.dtd'><xliff version='1.2'>&eacute;</xliff>", "&eacute; is not defined"),
    (String(repeating: "<xliff version='1.2'>", count: 2_000), "nested over"),
    ("<xliff version='1.2'><file original='a'/></xliff>", "no source language"),
  ])
  func refusesWithAReason(_ text: String, _ reason: String) {
    let error = #expect(throws: Malformed.self) { try Document(reading: Array(text.utf8)) }
    #expect(error?.problem.contains(reason) == true, "\(error?.problem ?? "nothing")")
  }

  /// A 1.2 unit segmented by a tool, with this target.
  private func segmented(_ target: String, source: String = "<mrk mtype='seg' mid='0'>One.</mrk>") throws
    -> ResourceFile
  {
    let text = """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" source-language="en"
      target-language="kk" datatype="x"><body><trans-unit id="7"><source>One.</source>
      <seg-source>\(source)</seg-source><target>\(target)</target></trans-unit></body></file></xliff>
      """
    return try #require(try Document(reading: Array(text.utf8)).files.first)
  }

  @Test(arguments: [
    ("Жаңа<mrk mtype='seg' mid='0'>Бір.</mrk>", "outside of its segment markers"),
    ("<mrk mtype='seg' mid='5'>Бір.</mrk>", "mid=\"5\" that the source has not"),
    ("<mrk mtype='seg' mid='0'>Бір.</mrk><mrk mtype='seg' mid='0'>Екі.</mrk>", "used by two segments"),
  ])
  func tellsWhatAToolDidToSegmentMarkers(_ target: String, _ message: String) throws {
    let defects = try segmented(target).defects.map(\.message)
    #expect(defects.count == 1 && defects[0].contains(message) && defects[0].hasPrefix("7: "), "\(defects)")
  }

  @Test func takesMarkersWithoutASegmentedSourceForText() throws {
    let text = """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" source-language="en"
      target-language="kk" datatype="x"><body><trans-unit id="7"><source>One.</source>
      <target><mrk mtype="seg" mid="0">Бір.</mrk></target></trans-unit></body></file></xliff>
      """
    let segments = try Document(reading: Array(text.utf8)).files[0].units[0].segments
    #expect(segments.map { $0.target?.string } == ["Бір."])
  }

  @Test func readsManyCodesInLinearTime() throws {
    let codes = (0..<50_000).map { "<x id=\"\($0)\"/>" }.joined()
    let text =
      "<xliff version='1.2'><file original='a' source-language='en' datatype='x'><body><trans-unit id='1'><source>\(codes)</source></trans-unit></body></file></xliff>"
    #expect(try Document(reading: Array(text.utf8)).files[0].units[0].segments[0].source.codes.count == 50_000)
  }

  /// A machine's candidates are found by the segment's name, or by its text, not one after the other.
  @Test(.timeLimit(.minutes(1)), arguments: [true, false]) func readsManyCandidates(_ isNamed: Bool) throws {
    let matches = (0..<15_000).map { number in
      let place = isNamed ? " mid=\"\(number)\"" : ""
      return "<alt-trans\(place)><target state-qualifier=\"mt-suggestion\">b  \(number)</target></alt-trans>"
    }
    let marks = { (word: String) in
      (0..<15_000).map { "<mrk mtype=\"seg\" mid=\"\($0)\">\(word) \($0)</mrk>" }.joined()
    }
    let text = """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en"
      target-language="kk" datatype="x"><body><trans-unit id="1"><source>a</source><seg-source>\(marks("a"))</seg-source>
      <target>\(marks("b"))</target>\(matches.joined())</trans-unit></body></file></xliff>
      """
    let segments = try Document(reading: Array(text.utf8), candidates: true).files[0].units[0].segments
    #expect(segments.count == 15_000)
    #expect(segments.allSatisfy { $0.candidates.count == (isNamed ? 1 : 15_000) })
    #expect(segments.allSatisfy { $0.isMachineTranslation })
    // Who does not ask for them learns no more than that.
    let others = try Document(reading: Array(text.utf8)).files[0].units[0].segments
    #expect(others.allSatisfy { $0.candidates.isEmpty && $0.isMachineTranslation })
  }

  /// A term, a text for reference and one in another language translate nothing.
  @Test(arguments: [
    ("type=\"tm\"", "", 1), ("", "", 1), ("", " xml:lang=\"kk-KZ\"", 1), ("type=\"tb\"", "", 0),
    ("reference=\"yes\"", "", 0), ("", " xml:lang=\"ru\"", 0),
  ])
  func readsProposalsAlone(_ attributes: String, _ language: String, _ count: Int) throws {
    let text = """
      <xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="kk"
      xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><file id="f" original="a"><unit id="p1"><mtc:matches>
      <mtc:match ref="#s1" \(attributes)><source>One.</source><target\(language)>Бір.</target></mtc:match></mtc:matches>
      <segment id="s1"><source>One.</source></segment></unit></file></xliff>
      """
    let segments = try Document(reading: Array(text.utf8), candidates: true).files[0].units[0].segments
    #expect(segments.map(\.candidates.count) == [count])
  }

  @Test func tellsATranslatorsNoteFromTheExtractors() throws {
    let text = """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" source-language="en"
      target-language="kk" datatype="x"><body><trans-unit id="p1.1"><source>One.</source><note from="l10n">Lead.</note>
      <note from="Aigul">Is this one or the first?</note></trans-unit></body></file></xliff>
      """
    let file = try #require(try Document(reading: Array(text.utf8)).files.first)
    #expect(file.translatorNotes.map(\.text) == ["Is this one or the first?"])
    #expect(file.units[0].notes == [], "our own notes tell nothing new")
  }
}
