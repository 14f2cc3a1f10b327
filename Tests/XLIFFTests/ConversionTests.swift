import Foundation
import Testing
import Units
import XLIFF
import XML

struct ConversionTests {
  private static func convert(_ bytes: [UInt8], to version: Version) throws -> Conversion {
    try Conversion(of: DecodedText(bytes), to: version)
  }

  private func segments(_ bytes: [UInt8]) throws -> [Segment] {
    try Document(reading: bytes).files.flatMap(\.units).flatMap(\.segments)
  }

  /// The text of all sources and targets without white space, which tools indent.
  private func words(_ bytes: [UInt8]) throws -> String {
    let segments = try segments(bytes)
    let texts = segments.map(\.source.string) + segments.map { $0.target?.string ?? "" }
    return texts.joined().filter { !$0.isWhitespace }
  }

  private static let one = """
    <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a.html" source-language="en"
    target-language="kk" datatype="html" category="news"><header><note from="desk">Hurry.</note></header><body>
    <group id="g" restype="x-lead"><trans-unit id="a b" resname="key" maxwidth="90" size-unit="char" help-id="7">
    <source>One. Two.</source><seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></seg-source>
    <target state="needs-review-l10n"><mrk mtype="seg" mid="1">Бір.</mrk> <mrk mtype="seg" mid="2">Екі.</mrk></target>
    <note from="aigul" annotates="target" priority="2">Sure?</note><context-group><context context-type="linenumber">5</context>
    </context-group><alt-trans match-quality="80%" origin="tm"><source>One.</source><target>Бірінші.</target></alt-trans>
    </trans-unit></group><trans-unit id="c" approved="yes"><source>A <g id="1" ctype="bold">b</g> <bpt id="2" rid="7">&lt;i></bpt>c<ept
    id="3" rid="7">&lt;/i></ept><x id="4" ctype="lb"/></source><target state="final">Ә <g id="1" ctype="bold">б</g> <bpt id="2"
    rid="7">&lt;i></bpt>ц<ept id="3" rid="7">&lt;/i></ept><x id="4" ctype="lb"/></target></trans-unit></body></file></xliff>
    """

  private static let two = """
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="kk"
    xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0">
    <file id="f" original="a.html"><slr:profiles generalProfile="xliff:codepoints"/><notes><note category="desk">Hurry.</note></notes>
    <unit id="u" name="key" type="l10n:lead" canResegment="no" slr:sizeRestriction="5,90"><gls:glossary><gls:glossEntry ref="#m1">
    <gls:term>One</gls:term><gls:translation>Бір</gls:translation></gls:glossEntry></gls:glossary><notes><note appliesTo="target"
    priority="2">Sure?</note></notes><originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
    <segment id="x" state="reviewed" subState="desk:checked"><source><mrk id="m1" type="term">One</mrk> <sc id="1" dataRef="d1"/>a.</source>
    <target><mrk id="m1" type="term">Бір</mrk> <sc id="1" dataRef="d1"/>ә.</target></segment><ignorable id="i"><source> </source>
    </ignorable><segment id="y"><source>Two<ec startRef="1" dataRef="d2"/> <pc id="2" type="fmt" subType="xlf:i">c</pc>.</source></segment>
    </unit></file></xliff>
    """

  /// What is said of every segment comes over, and back.
  @Test(arguments: [(one, Version.v2_0), (one, .v2_2), (two, .v1_2)])
  func keepsSegmentsBothWays(_ text: String, _ version: Version) throws {
    let bytes = Array(text.utf8)
    let converted = try Self.convert(bytes, to: version).bytes
    #expect(try validate(converted).map(\.message) == [], "\(String(decoding: converted, as: UTF8.self))")
    let back = try Self.convert(converted, to: version == .v1_2 ? .v2_0 : .v1_2).bytes
    #expect(try validate(back).map(\.message) == [], "\(String(decoding: back, as: UTF8.self))")
    let expected = try segments(bytes).filter { !$0.isIgnorable }
    for document in [converted, back] {
      let found = try segments(document).filter { !$0.isIgnorable }
      #expect(found.map(\.source.string) == expected.map(\.source.string))
      #expect(found.map { $0.target?.string } == expected.map { $0.target?.string })
      #expect(found.map(\.state) == expected.map(\.state))
      #expect(found.map { $0.source.codes.map(\.kind) } == expected.map { $0.source.codes.map(\.kind) })
    }
    // Once over and back, nothing is left to lose.
    let again = try Self.convert(try Self.convert(back, to: version).bytes, to: version == .v1_2 ? .v2_0 : .v1_2).bytes
    let lines = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self).split(separator: "\n") }
    #expect(lines(again).difference(from: lines(back)).isEmpty, "\(lines(again).difference(from: lines(back)))")
  }

  @Test(arguments: [
    (one, Version.v2_0, #"<note appliesTo="target" category="aigul" priority="2">Sure?</note>"#),
    (one, .v2_0, #"<note category="desk">Hurry.</note>"#),
    (one, .v2_0, #"subState="xliff1:needs-review-l10n""#), (one, .v2_0, #"slr:sizeRestriction="90""#),
    (one, .v2_0, #"<mda:meta type="help-id">7</mda:meta>"#), (one, .v2_0, #"type="l10n:lead""#),
    (one, .v2_0, #"<unit id="a_b" name="key""#), (one, .v2_0, ##"<mtc:match ref="#s1" similarity="80" origin="tm">"##),
    (one, .v2_0, #"<ignorable>"#), (one, .v2_0, #"<pc id="7" dataRefEnd="d2" dataRefStart="d1">c</pc>"#),
    (one, .v2_0, #"<pc id="1" type="fmt" subType="xlf:b">"#), (one, .v2_0, #"<segment id="s1" state="final">"#),
    (two, .v1_2, #"<group id="u" resname="key" restype="x-lead" maxwidth="90" minwidth="5" size-unit="char">"#),
    (two, .v1_2, #"<context context-type="x-xliff-2-canResegment">no</context>"#),
    (two, .v1_2, #"<trans-unit id="u.x" approved="yes">"#), (two, .v1_2, #"<target state="signed-off">"#),
    (two, .v1_2, #"<it id="1" pos="open" rid="1">&lt;b&gt;</it>"#), (two, .v1_2, #"<g id="2" ctype="italic">c</g>"#),
    (two, .v1_2, #"<note annotates="target" priority="2">Sure?</note>"#),
    (two, .v1_2, #"<trans-unit id="u.i" translate="no" restype="x-ignorable" xml:space="preserve">"#),
  ])
  func saysItInTheWordsOfTheOther(_ text: String, _ version: Version, _ expected: String) throws {
    let converted = String(decoding: try Self.convert(Array(text.utf8), to: version).bytes, as: UTF8.self)
    #expect(converted.contains(expected), "\(converted)")
  }

  /// What `l10n update` and `l10n extract --memory` say of a target, by a word that nobody but them writes.
  @Test(arguments: [
    (#"state="needs-review-translation" state-qualifier="x-l10n-changed""#, "Бір."),
    (#"state="needs-review-translation" state-qualifier="x-l10n-changed""#, ""),
    (#"state="needs-review-translation" state-qualifier="x-l10n-fuzzy""#, "Бір."),
    (#"state="new" state-qualifier="x-l10n-new""#, "Бір."), (#"state="new" state-qualifier="x-l10n-new""#, ""),
  ])
  func keepsWhatIsToBeDone(_ state: String, _ target: String) throws {
    let one = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en"
      target-language="kk" datatype="html"><body><trans-unit id="a"><source>One.</source><target \(state)>\(target)</target>
      </trans-unit></body></file></xliff>
      """
    let two = try Self.convert(Array(one.utf8), to: .v2_0).bytes
    let expected = try segments(Array(one.utf8)).map { "\($0.state) \($0.subState)" }
    #expect(try segments(two).map { "\($0.state) \($0.subState)" } == expected)
    // A tool may drop a target that holds nothing.
    for two in [
      two, Array(String(decoding: two, as: UTF8.self).replacing(/<target\/>|<target><\/target>/, with: "").utf8),
    ] {
      let back = String(decoding: try Self.convert(two, to: .v1_2).bytes, as: UTF8.self)
      #expect(back.contains("<target \(state)"), "\(String(decoding: two, as: UTF8.self))\n\(back)")
    }
  }

  @Test(arguments: [
    (one, "context-group", Conversion.Fate.kept), (two, "glossary", .kept),
    (one.replacing("<source>A ", with: "<source xml:lang=\"en\" ts=\"1\">A "), "ts of source", .lost),
    (one.replacing("ctype=\"lb\"", with: "xid=\"9\""), "xid of x", .lost),
    (one.replacing("<alt-trans", with: "<alt-trans alttranstype=\"rejected\""), "alttranstype of alt-trans", .kept),
    (one.replacing("<alt-trans", with: "<alt-trans mid=\"9\""), "mid of alt-trans", .lost),
    (inCandidate(of: one, "<target state=\"final\">"), "state of the target of alt-trans", .lost),
    (
      inCandidate(of: one, "<target state-qualifier=\"exact-match\">"), "state-qualifier of the target of alt-trans",
      .lost
    ),
    (one.replacing("</alt-trans>", with: "<note>Old.</note></alt-trans>"), "note of alt-trans", .lost),
    (two.replacing("type=\"fmt\"", with: "canReorder=\"no\" type=\"fmt\""), "canReorder of pc", .lost),
  ])
  func tellsWhatItCannotSay(_ text: String, _ what: String, _ fate: Conversion.Fate) throws {
    let version: Version = text.contains("document:1.2") ? .v2_0 : .v1_2
    let losses = try Self.convert(Array(text.utf8), to: version).losses
    #expect(losses.contains { $0.what == what && $0.fate == fate }, "\(losses.map { ($0.what, $0.fate) })")
  }

  /// The document with another tag of its candidate's target.
  private static func inCandidate(of document: String, _ tag: String) -> String {
    document.replacing(/(<alt-trans.*?)<target>/) { "\($0.output.1)\(tag)" }
  }

  /// What a conversion had kept may have been edited since: an id is one only where it can be, and is free.
  @Test func givesBackOnlyIDsThatAreFree() throws {
    func unit(_ id: String, _ kept: String) -> String {
      "<trans-unit id=\"\(id)\"><source>A</source><context-group purpose=\"information\">"
        + "<context context-type=\"x-xliff-2-id\">\(kept)</context></context-group></trans-unit>"
    }
    func file(_ kept: String, _ units: String) -> String {
      "<file original=\"a\" source-language=\"en\" target-language=\"kk\" datatype=\"html\"><header>"
        + "<note from=\"xliff-2:id\">\(kept)</note></header><body>\(units)</body></file>"
    }
    let text =
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">"
      + file("f", unit("1", "u") + unit("2", "u") + unit("3", "a b")) + file("f", unit("4", "")) + "</xliff>"
    let converted = try Self.convert(Array(text.utf8), to: .v2_0).bytes
    #expect(try validate(converted).filter { $0.severity == .error }.map(\.message) == [])
    let result = String(decoding: converted, as: UTF8.self)
    #expect(result.contains("<unit id=\"u\"") && result.contains("<unit id=\"a_b\""), "\(result)")
  }

  /// A candidate is of the segment that it names, a machine's stays one, and its kind comes back.
  @Test func keepsWhatACandidateIs() throws {
    let text = Self.one.replacing(
      "<alt-trans match-quality=\"80%\" origin=\"tm\"><source>One.</source><target>",
      with: "<alt-trans mid=\"2\" origin=\"m\" alttranstype=\"rejected\"><source>One.</source><target"
        + " state-qualifier=\"leveraged-mt\">")
    let two = try Self.convert(Array(text.utf8), to: .v2_0)
    let converted = String(decoding: two.bytes, as: UTF8.self)
    #expect(
      converted.contains(##"<mtc:match ref="#s2" origin="m" type="mt" subType="xliff1:rejected">"##), "\(converted)")
    let back = try Self.convert(two.bytes, to: .v1_2)
    let alternative = #"<alt-trans origin="m" alttranstype="rejected">"#
    let returned = String(decoding: back.bytes, as: UTF8.self)
    #expect(returned.contains(alternative), "\(returned)")
    #expect(returned.contains(#"<target state-qualifier="mt-suggestion">Бірінші.</target>"#), "\(returned)")
    #expect(!(two.losses + back.losses).contains { $0.what.hasPrefix("mid ") || $0.what == "type of match" })
  }

  /// A trans-unit that nobody translates has no segment that a candidate could be of.
  @Test func leavesOutCandidatesWithoutASegment() throws {
    let candidate = "<alt-trans><target>Ә</target></alt-trans></trans-unit></body>"
    let text = Self.one.replacing("id=\"c\"", with: "id=\"c\" restype=\"x-ignorable\"")
    let offered = text.replacing("</trans-unit></body>", with: candidate)
    let converted = try Self.convert(Array(offered.utf8), to: .v2_0)
    #expect(converted.losses.contains { $0.what == "alt-trans without a segment" }, "\(converted.losses)")
    #expect(!String(decoding: converted.bytes, as: UTF8.self).contains("ref=\"#\""))
  }

  /// What a document says was kept becomes attributes: only where that gives a document.
  @Test(arguments: ["a b", "", "target.", "xmlns", "target.xmlns", "x:y", "1a", "×", "x\"", "segment.a=b"])
  func takesNoNamesThatAreNone(_ type: String) throws {
    let escaped = type.replacing("\"", with: "&quot;")
    let metadata = """
      <mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup category="xliff-1.2">
      <mda:meta type="\(escaped)">1</mda:meta><mda:meta type="help-id">7</mda:meta></mda:metaGroup></mda:metadata>
      """
    let two = Self.two.replacing("<gls:glossary>", with: metadata + "<gls:glossary>")
    let context = "context-type=\"x-xliff-2-\(escaped)\""
    let one = Self.one.replacing("context-type=\"linenumber\"", with: context)
      .replacing("from=\"desk\"", with: "from=\"xliff-2:\(escaped)\"")
    for (text, version) in [(one, Version.v2_0), (two, .v1_2)] {
      let converted = try Self.convert(Array(text.utf8), to: version).bytes
      #expect(throws: Never.self, "\(String(decoding: converted, as: UTF8.self))") { try validate(converted) }
      #expect(version == .v2_0 || String(decoding: converted, as: UTF8.self).contains(#"help-id="7""#))
    }
  }

  /// A tool divides a trans-unit that has kept the id of its segment; a later one has kept the name that is next.
  @Test func givesEachSegmentItsOwnID() throws {
    let kept = { (id: String) in
      "<context-group><context context-type=\"x-xliff-2-segment\">\(id)</context></context-group>"
    }
    let unit = { (id: String, more: String) in "<trans-unit id=\"\(id)\"><source>A. B.</source>\(more)</trans-unit>" }
    let marks = "<seg-source><mrk mtype=\"seg\" mid=\"1\">A.</mrk> <mrk mtype=\"seg\" mid=\"2\">B.</mrk></seg-source>"
    let units = [unit("1", marks + kept("x")), unit("2", kept("s1")), unit("3", kept("s1")), unit("4", kept("a b"))]
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en"
      target-language="kk" datatype="html"><body><group id="u"><context-group purpose="information"><context
      context-type="x-xliff-2-unit">segments</context></context-group>\(units.joined())</group></body></file></xliff>
      """
    let converted = try Self.convert(Array(text.utf8), to: .v2_0).bytes
    #expect(try validate(converted).map(\.message) == [], "\(String(decoding: converted, as: UTF8.self))")
    let ids = String(decoding: converted, as: UTF8.self).matches(of: /<segment id="(\w+)"/).map { String($0.1) }
    #expect(ids == ["s2", "s3", "s1", "s4", "s5"])
  }

  /// One structure, another label: not a byte but of the label and the namespace is touched.
  @Test func changesTheLabelInPlace() throws {
    let commented = Self.two.replacing("<file id", with: "<!-- kept -->\r\n<file  id")
    let converted = try Self.convert(Array(commented.utf8), to: .v2_2)
    let expected = commented.replacing("document:2.0", with: "document:2.2").replacing(
      "version=\"2.0\"", with: "version=\"2.2\"")
    #expect(String(decoding: converted.bytes, as: UTF8.self) == expected)
    #expect(converted.losses == [])
    let old = Self.one.replacing(" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"", with: "").replacing(
      "version=\"1.2\"", with: "version=\"1.0\"")
    let modern = try Self.convert(Array(old.utf8), to: .v1_2).bytes
    #expect(try Document(reading: modern).version == .v1_2)
  }

  /// The namespace says what a document is; a label that is not there is written.
  @Test(arguments: [("<x:xliff xmlns:x=", "</x:xliff>", "x:"), ("<xliff xmlns=", "</xliff>", "")])
  func readsDocumentsWithoutALabel(_ start: String, _ end: String, _ prefix: String) throws {
    let text = """
      \(start)"urn:oasis:names:tc:xliff:document:1.2"><\(prefix)file original="a" source-language="en" datatype="html">
      <\(prefix)body/></\(prefix)file>\(end)
      """
    let relabelled = try Self.convert(Array(text.utf8), to: .v1_2).bytes
    #expect(try validate(relabelled).map(\.message) == [], "\(String(decoding: relabelled, as: UTF8.self))")
    #expect(try Document(reading: Self.convert(Array(text.utf8), to: .v2_0).bytes).version == .v2_0)
  }

  /// What the label's standard does not have is told where it stands in the document that was given.
  @Test func tellsWhatStandsAgainstTheLabel() throws {
    let text = Self.two.replacing("document:2.0", with: "document:2.2").replacing(
      "version=\"2.0\"", with: "version=\"2.2\""
    ).replacing("<note appliesTo", with: "<note ref=\"#x\" appliesTo")
    let loss = try #require(try Self.convert(Array(text.utf8), to: .v2_0).losses.first)
    #expect(loss.fate == .standing)
    let place = Array(text.utf8)[loss.at.bytes...].prefix(14)
    #expect(String(decoding: place, as: UTF8.self) == "<note ref=\"#x\"", "\(loss.what)")
  }

  /// A tool put its translation before the old one: publishing both, or either, would be a guess.
  @Test func refusesTextOutsideOfSegments() throws {
    let doubled = Self.one.replacing("l10n\"><mrk mtype", with: "l10n\">Жаңа мәтін<mrk mtype")
    #expect(throws: Malformed.self) { try Self.convert(Array(doubled.utf8), to: .v2_0) }
  }

  /// Tens of thousands of segments and candidates in one unit take no time to speak of, either way.
  @Test(.timeLimit(.minutes(1))) func takesLargeUnits() throws {
    let marks = (0..<20_000).map { "<mrk mtype=\"seg\" mid=\"\($0)\">x\($0)</mrk>" }.joined()
    let one = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en"
      target-language="kk" datatype="html"><body><trans-unit id="1"><source>x</source><seg-source>\(marks)</seg-source>
      <target>\(marks)</target></trans-unit></body></file></xliff>
      """
    let two = try Self.convert(Array(one.utf8), to: .v2_0).bytes
    #expect(try segments(two).count == 20_000)
    let back = try Self.convert(two, to: .v1_2).bytes
    #expect(try segments(back).map(\.source.string) == segments(two).map(\.source.string))
  }

  /// A text comes in as many pieces as it has references.
  @Test(.timeLimit(.minutes(1))) func takesLongTexts() throws {
    let source = String(repeating: "a&amp;", count: 600_000)
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en"
      datatype="html"><body><trans-unit id="1"><source>\(source)</source></trans-unit></body></file></xliff>
      """
    #expect(try Self.convert(Array(text.utf8), to: .v2_0).bytes.count > text.utf8.count)
  }

  @Test func refusesFilesInSeveralLanguages() throws {
    let file = #"<file original="b" source-language="en" target-language="ru" datatype="html"><body/></file></xliff>"#
    #expect(throws: Malformed.self) {
      try Self.convert(Array(Self.one.replacing("</xliff>", with: file).utf8), to: .v2_0)
    }
  }

  @Test(.enabled(if: sharedXLIFF != nil, "L10N_SHARED names no folder"))
  func everyValidFileOfTheSuiteConverts() throws {
    for row in try ConformanceSuite.rows() where row.expected == "valid" {
      let bytes = try row.bytes()
      let version: Version = row.path.hasPrefix("suite/1") ? .v2_0 : .v1_2
      let converted: Conversion
      do { converted = try Self.convert(bytes, to: version) } catch let error as Malformed {
        #expect(error.problem.contains("in other languages"), "\(row.path): \(error.problem)")
        continue
      }
      let problems = try validate(converted.bytes).map(\.message).filter { !$0.contains("xliff has no trgLang") }
      #expect(problems == [], "\(row.path)")
      // Characters that XML can't hold, and texts inside of native codes, are told as lost.
      guard !converted.losses.contains(where: { $0.what.contains("(cp)") || $0.what.contains("sub ") }) else {
        continue
      }
      // Reading 1.2 leaves out what stands between its segments; conversion does not.
      var rest = try words(bytes)[...]
      for character in try words(converted.bytes) where character == rest.first { rest.removeFirst() }
      #expect(rest.isEmpty, "\(row.path): \(rest)")
    }
  }
}
