import Articles
import TestSupport
import Testing
import Units
import XLIFF

@testable import Localization

/// What CAT tools do to XLIFF, and the same article comes out of it, or an error that says what is broken.
struct ToolHabitsTests {
  private static func one(_ body: String, root: String = "", file: String = "") -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <xliff \(root) version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en"
    target-language="kk-KZ" datatype="x-a" \(file)>\(body)</file></xliff>
    """
  }

  private static func two(_ segments: String, unit: String = "") -> String {
    """
    <xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="kk"><file id="f"
    original="a"><unit id="p1">\(unit)\(segments)</unit></file></xliff>
    """
  }

  private func merge(
    _ article: String, _ xliff: String, format: String = "text", _ change: (inout Merger.Options) -> Void = { _ in }
  ) throws -> (text: String?, problems: [String]) {
    var options = Merger.Options()
    options.setsMetadata = false
    change(&options)
    let merger = Merger(
      options: options, reader: Language(try #require(LanguageTag("en"))).reader,
      completeness: Completeness(joinsWithSpace: true, hasNothingToTranslate: { !$0.hasLetter }))
    let outcome = try merger.merge(
      Array(article.utf8), format: try #require(Formats.named(format)).init(),
      file: try #require(try Document(reading: Array(xliff.utf8)).files.first))
    return (
      outcome.bytes.map { String(decoding: $0, as: UTF8.self) },
      outcome.problems.map { $0.rule.isEmpty ? $0.message : "\($0.rule): \($0.message)" }
    )
  }

  /// The flavours of 1.2 that tools write for themselves, with what each says of the states.
  @Test(arguments: [
    (
      "Trados",
      "\u{FEFF}"
        + one(
          """
          <header><file-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><value key="v">text</value></file-info>
          <sdl:filetype-info><sdl:filetype-id>Plain v 1</sdl:filetype-id></sdl:filetype-info></header><body>
          <group><sdl:cxts><sdl:cxt id="1"/></sdl:cxts><trans-unit id="5d1c"><source>One is. Two is.</source>
          <seg-source>
            <mrk mtype="seg" mid="4">One is.</mrk>
            <mrk mtype="seg" mid="5">Two is.</mrk>
          </seg-source><target><mrk mtype="seg" mid="4">Бір.</mrk> <mrk mtype="seg" mid="5">Екі.</mrk></target>
          <sdl:seg-defs><sdl:seg id="4" conf="Translated" origin="tm" percent="100"><sdl:value key="k">v</sdl:value>
          </sdl:seg><sdl:seg id="5" conf="ApprovedSignOff" locked="true"/></sdl:seg-defs></trans-unit></group></body>
          """, root: #"xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" sdl:version="1.0""#),
      [Segment.State.translated, .final]
    ),
    (
      "memoQ",
      one(
        """
        <header><mq:docinformation mq:docname="a"/></header><body><trans-unit id="1" mq:status="ManuallyConfirmed"
        mq:segmentguid="7"><source xml:space="preserve">One is.</source><target xml:space="preserve">Бір.</target>
        <mq:minorversions><mq:historical-unit><source>Old</source></mq:historical-unit></mq:minorversions></trans-unit>
        <trans-unit id="2" mq:status="Proofread"><source>Two is.</source><target>Екі.</target></trans-unit></body>
        """, root: #"xmlns:mq="MQXliff""#), [.translated, .reviewed]
    ),
    (
      "Phrase",
      one(
        """
        <body><group id="0" m:para-id="0"><context-group><context context-type="x-key">k</context></context-group>
        <trans-unit id="j:0" m:confirmed="1" m:locked="false" xml:space="preserve"><source>One is.</source>
        <target>Бір.</target><alt-trans origin="memsource-tm"><target>Ескі</target></alt-trans></trans-unit>
        <trans-unit id="j:1" m:confirmed="0"><source>Two is.</source><target>Екі.</target><m:tunit-metadata/>
        </trans-unit></group></body>
        """, root: #"xmlns:m="http://www.memsource.com/mxlf/2.0" m:version="2.4""#), [.translated, .initial]
    ),
    (
      "WPML",
      one(
        """
        <header><phase-group><phase phase-name="shortcodes" process-name="p"/></phase-group></header><body>
        <trans-unit resname="title" restype="string" datatype="html" id="title"><source><![CDATA[One is.]]></source>
        <target state="translated"><![CDATA[Бір.]]></target></trans-unit><trans-unit id="body" restype="string">
        <source><![CDATA[Two is.]]></source><target state="needs-review-translation"><![CDATA[Екі.]]></target>
        </trans-unit></body>
        """), [.translated, .translated]
    ),
    (
      "Xcode",
      one(
        """
        <header><tool tool-id="com.apple.dt.xcode" tool-name="Xcode" tool-version="16.0" build-num="16A"/></header>
        <body><trans-unit id="One&#10;is." xml:space="preserve"><source>One is.</source><target>Бір.</target>
        </trans-unit><trans-unit id="Two" xml:space="preserve"><source>Two is.</source><target>Екі.</target>
        </trans-unit></body>
        """), [.initial, .initial]
    ),
  ])
  func readsTheFlavourOf(_ tool: String, _ xliff: String, _ states: [Segment.State]) throws {
    let merged = try merge("One is.  Two is.\n", xliff)
    #expect(merged.text == "Бір.  Екі.\n", "\(tool): \(merged.problems)")
    let file = try #require(try Document(reading: Array(xliff.utf8)).files.first)
    #expect(file.units.flatMap(\.segments).map(\.state) == states)
  }

  private static let page = "<p>One <b>is</b> here<br>now. Two is.</p>\n"

  /// What is done to inline codes and annotations without harm.
  @Test(arguments: [
    (
      "spans as two codes",
      two(
        """
        <segment><source>One <pc id="1">is</pc> here<ph id="2" equiv="&#10;"/>now. Two is.</source>
        <target>Бір <sc id="1"/>осында<ec startRef="1"/><ph id="2"/>енді. Екі.</target></segment>
        """)
    ),
    (
      "other numbers on both sides",
      two(
        """
        <segment><source>One <pc id="x7">is</pc> here<ph id="x8" subType="xlf:lb" type="fmt"/>now. Two is.</source>
        <target>Бір <pc id="x7">осында</pc><ph id="x8"/>енді. Екі.</target></segment>
        """)
    ),
    (
      "annotations of the tool's own, split in two",
      two(
        """
        <segment><source><mrk id="m1" type="term">One</mrk> <pc id="1">is</pc> here<ph id="2" dataRef="d"/>now.</source>
        <target><mrk id="m1" type="term">Бір</mrk> <pc id="1"><sm id="m9" type="my:x"/>осында</pc><ph id="2"/>енді.</target>
        </segment><segment><source>Two is.</source><target>Екі<em startRef="m9"/>.</target></segment>
        """, unit: #"<originalData><data id="d">&lt;br&gt;</data></originalData>"#)
    ),
    (
      "native codes, paired by rid",
      one(
        """
        <body><trans-unit id="1"><source>One <bpt id="1" rid="9">&lt;b&gt;</bpt>is<ept id="2" rid="9">&lt;/b&gt;</ept> here<ph
        id="3">&lt;br&gt;</ph>now. Two is.</source><target>Бір <bpt id="1" rid="9">&lt;b&gt;</bpt>осында<ept id="2"
        rid="9">&lt;/b&gt;</ept><ph id="3">&lt;br&gt;</ph>енді. Екі.</target></trans-unit></body>
        """)
    ),
    (
      "a code of which nothing is said",
      two(
        """
        <segment><source>
          <pc id="0">One <pc id="g1">is</pc> here<ph id="x2"/>now. Two is.</pc>
        </source><target>Бір <pc id="g1">осында</pc><ph id="x2"/>енді. Екі.</target></segment>
        """
      ).replacing("<pc id=\"0\">One", with: "One").replacing("is.</pc>", with: "is.")
    ),
  ])
  func takesCodesAsToolsWriteThem(_ what: String, _ xliff: String) throws {
    let merged = try merge(Self.page, xliff, format: "html")
    #expect(merged.text == "<p>Бір <b>осында</b><br>енді. Екі.</p>\n", "\(what): \(merged.problems)")
  }

  /// What was lost is named by what people know it by, and no option hides it.
  @Test(arguments: [
    (
      one(
        "<body><trans-unit id='1'><source>One <g id='1' ctype='bold'>is</g> here<x id='2' ctype='lb'/>now. Two is.</source><target>Бір.</target></trans-unit></body>"
      ), "bold, lb"
    ),
    (
      one(
        "<body><trans-unit id='1'><source>One <bpt id='1'>&lt;b&gt;</bpt>is<ept id='1'>&lt;/b&gt;</ept> here<ph id='2'>&lt;br&gt;</ph>now. Two is.</source><target>Бір<ph id='2'>&lt;br&gt;</ph>.</target></trans-unit></body>"
      ), "<b>"
    ),
    (
      two(
        "<segment><source>One <pc id='1' dataRefStart='d'>is</pc> here<ph id='2' disp='⏎' type='fmt' subType='xlf:lb'/>now. Two is.</source><target>Бір.</target></segment>",
        unit: "<originalData><data id='d'>[b]</data></originalData>"), "[b], ⏎"
    ),
    (
      two(
        "<segment><source>One <pc id='1'>is</pc> here<ph id='2'/>now. Two is.</source><target>Бір <pc id='1'>бар</pc>.</target></segment>"
      ), "code 2"
    ),
  ])
  func namesTheCodesThatWereLost(_ xliff: String, _ names: String) throws {
    for incomplete in Merger.Incomplete.allCases {
      let merged = try merge(Self.page, xliff, format: "html") { $0.incomplete = incomplete }
      #expect(merged.text == nil)
      #expect(merged.problems.contains { $0.contains("the target lost \(names); put them back") }, "\(merged.problems)")
    }
  }

  @Test func takesATargetWithoutMarkersForTheWholeUnit() throws {
    let marks = "<mrk mtype='seg' mid='1'>One is.</mrk> <mrk mtype='seg' mid='2'>Two is.</mrk>"
    let xliff = Self.one(
      "<body><trans-unit id='1'><source>One is. Two is.</source><seg-source>\(marks)</seg-source><target>Бір мен екі.</target></trans-unit></body>"
    )
    let merged = try merge("One is.  Two is.\n", xliff)
    #expect(merged.text == "Бір мен екі.\n" && merged.problems == [], "\(merged.problems)")
  }

  @Test func refusesTextBeforeTheMarkersOfSegments() throws {
    let marks = "<mrk mtype='seg' mid='1'>Бір.</mrk> <mrk mtype='seg' mid='2'>Екі.</mrk>"
    let source = marks.replacing("Бір.", with: "One is.").replacing("Екі.", with: "Two is.")
    let xliff = Self.one(
      "<body><trans-unit id='1'><source>One is. Two is.</source><seg-source>\(source)</seg-source><target>Жаңа.\(marks)</target></trans-unit></body>"
    )
    let merged = try merge("One is. Two is.\n", xliff)
    #expect(merged.text == nil && merged.problems.contains { $0.contains("outside of its segment markers") })
  }

  /// States of the other version, in the wrong place, or none at all.
  @Test(arguments: [
    ("", "", false), ("state='needs-review-translation'", "", true), ("state='signed-off'", "", true),
    ("state='reviewed'", "", true), ("state='new'", "", false), ("state='initial'", "", false),
    ("", "state='final'", false),
    ("state='my-own'", "", false),
  ])
  func readsStatesOfTheOtherVersion(_ segment: String, _ target: String, _ isTranslated: Bool) throws {
    let xliff = Self.two("<segment \(segment)><source>One is.</source><target \(target)>Бір.</target></segment>")
    #expect(try merge("One is.", xliff).text == "Бір.")
    let merged = try merge("One is.", xliff) { $0.minimumState = .translated }
    #expect((merged.text != nil) == isTranslated, "\(merged.problems)")
  }

  /// One that nobody touched is not translated; one whose neighbour holds both translations is left empty on purpose.
  @Test(arguments: [("Екеуі де бар, бірі де, екіншісі де.", true), ("Екеуі де бар.", false)])
  func tellsAJoinedTranslationFromALostOne(_ target: String, _ isJoined: Bool) throws {
    let xliff = Self.two(
      "<segment><source>One is here now.</source><target>\(target)</target></segment><segment><source>Two is there.</source></segment>"
    )
    let merged = try merge("One is here now. Two is there.", xliff)
    #expect((merged.text != nil) == isJoined, "\(merged.problems)")
    #expect(merged.problems.first?.hasPrefix(isJoined ? "segment-empty" : "untranslated") == true)
  }

  @Test func bringsTranslatorsNotesToTheEditor() throws {
    let segment = """
      <segment><source>One is.</source><target><mrk id="1" type="comment" value="Who is one?">Бір</mrk>.</target></segment>
      """
    let merged = try merge(
      "One is.", Self.two(segment, unit: "<notes><note category='l10n'>Lead.</note><note>Check it.</note></notes>"))
    #expect(merged.text == "Бір.")
    #expect(
      merged.problems == [
        "translator-note: p1: the translator notes: Check it.",
        "translator-note: p1: the translator notes: Who is one?",
      ])
  }

  /// Two articles in one file of another name, the language in other letters and with a region.
  @Test func mergesSeveralArticlesOfAFileThatWasRenamed() throws {
    let workspace = try Workspace()
    try workspace.write(Array("One is.\n".utf8), "news/a.txt")
    try workspace.write(Array("Two is.\n".utf8), "news/b.txt")
    let unit = { (source: String, target: String) in
      "<body><trans-unit id='1'><source>\(source)</source><target>\(target)</target></trans-unit></body>"
    }
    let file = { (original: String, body: String) in
      "<file original='\(original)' source-language='EN-us' target-language='kk-kz' datatype='plaintext'>\(body)</file>"
    }
    let xliff = """
      <xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'>
      \(file("news/b.txt", unit("Two is.", "Екі.")))\(file("news/a.txt", unit("One is.", "Бір.")))</xliff>
      """
    let path = try workspace.write(Array(xliff.utf8), "back/final (2).XLIFF")
    var options = MergeJob.Options()
    options.sourceRoot = workspace.path
    options.target = LanguageTag("kk")
    options.output = workspace("out/")
    let job = try MergeJob(options, Configuration(), writer: FileWriter())
    for input in try job.inputs(at: [path]) { #expect(job.run(input).messages.map(\.text) == []) }
    #expect(workspace.read("out/kk/news/a.txt") == Array("Бір.\n".utf8))
    #expect(workspace.read("out/kk/news/b.txt") == Array("Екі.\n".utf8))
  }
}
