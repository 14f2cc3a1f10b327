import Foundation
import Testing
import Units
import XLIFF

struct ValidatorTests {
  private func one(_ body: String, file: String = #"original="a" source-language="en" datatype="plaintext""#) -> String
  {
    "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file \(file)><body>\(body)</body></file></xliff>"
  }
  private func two(_ body: String, root: String = "srcLang='en' trgLang='kk'") -> String {
    "<xliff version='2.0' xmlns='urn:oasis:names:tc:xliff:document:2.0' \(root)><file id='f'>\(body)</file></xliff>"
  }

  private func messages(_ text: String) throws -> String {
    try validate(Array(text.utf8)).map(\.message).joined(separator: "\n")
  }

  @Test(arguments: [
    ("<trans-unit><source>x</source></trans-unit>", "trans-unit has no id"),
    ("<trans-unit id='1'/>", "trans-unit holds no source"),
    (
      "<trans-unit id='1'><source>x</source></trans-unit><trans-unit id='1'><source>y</source></trans-unit>",
      "id=\"1\" is taken"
    ),
    ("<trans-unit id='1'><target>x</target><source>x</source></trans-unit>", "source stands too late"),
    ("<trans-unit id='1'><source><g>x</g></source></trans-unit>", "g has no id"),
    ("<source>x</source>", "source may not stand in body"),
    ("<trans-unit id='1'><source>x</source><source>y</source></trans-unit>", "more than one source"),
  ])
  func findsWhatBreaks1_2(_ body: String, _ message: String) throws {
    let found = try messages(one(body))
    #expect(found.contains(message), "found: \(found)")
  }

  @Test(arguments: [("1.2", "1.9"), ("2.0", "2.7"), ("1.2", "1.2"), ("2.0", "2.1")])
  func namesAVersionThatThereIsNot(_ right: String, _ version: String) throws {
    let text =
      right == "1.2"
      ? one("<trans-unit id='1'><source>x</source></trans-unit>")
      : two("<unit id='1'><segment><source>x</source></segment></unit>")
    let found = try messages(text.replacing("version='\(right)'", with: "version='\(version)'"))
    let isKnown = ["1.2", "2.1"].contains(version)
    #expect(
      found == (isKnown ? "" : "version \"\(version)\" of XLIFF is not known; versions 1.0 to 2.2 are (version)"))
  }

  @Test(arguments: [
    ("<unit id='1'/>", "unit holds no segment"),
    ("<unit><segment><source>x</source></segment></unit>", "unit has no id"),
    ("<unit id='a b'><segment><source>x</source></segment></unit>", "no NMTOKEN"),
    ("<unit id='1'><segment><target>x</target><source>x</source></segment></unit>", "source stands too late"),
    ("<unit id='1'><segment state='new'><source>x</source></segment></unit>", "state=\"new\""),
    ("<unit id='1'><segment state='final'><source>x</source></segment></unit>", "without a target"),
    (
      "<unit id='1'><segment id='s'><source>x</source></segment><ignorable id='s'><source> </source></ignorable></unit>",
      "id=\"s\" is taken"
    ),
    ("<unit id='1'><segment><source>x</source></segment><notes><note>n</note></notes></unit>", "notes stands too late"),
  ])
  func findsWhatBreaks2(_ body: String, _ message: String) throws {
    let found = try messages(two(body))
    #expect(found.contains(message), "found: \(found)")
  }

  /// What ITS and change tracking, which is a module of 2.0 alone, say in attributes.
  @Test(arguments: [
    ("its:mtConfidence='1.2'", "appliesTo='source'", "its:mtConfidence=\"1.2\" of mrk is no number from 0 to 1"),
    ("its:locQualityIssueType='typo'", "appliesTo='source'", "its:locQualityIssueType=\"typo\""),
    ("its:mtConfidence='0.7' its:locQualityIssueType='omission'", "appliesTo='source'", ""),
    ("", "appliesTo='a b'", "appliesTo=\"a b\" of ctr:revisions is no NMTOKEN"),
    ("", "", "ctr:revisions has no appliesTo"),
  ])
  func readsAttributesOfOtherModules(_ its: String, _ revisions: String, _ message: String) throws {
    let text = two(
      "<unit id='u'><ctr:changeTrack><ctr:revisions \(revisions)><ctr:revision><ctr:item property='content'>x</ctr:item>"
        + "</ctr:revision></ctr:revisions></ctr:changeTrack><segment><source><mrk id='m' type='generic' \(its)>x</mrk>"
        + "</source></segment></unit>",
      root: "srcLang='en' xmlns:its='http://www.w3.org/2005/11/its' "
        + "xmlns:ctr='urn:oasis:names:tc:xliff:changetracking:2.0'")
    let found = try messages(text)
    #expect(message.isEmpty ? found.isEmpty : found.contains(message), "found: \(found)")
    // In 2.1 it is an extension like any other.
    let later = try messages(text.replacing("version='2.0'", with: "version='2.1'"))
    #expect(later.contains("ctr:") == false, "found: \(later)")
  }

  /// A unit of 2.x with a source and a target, and what stands before them.
  private func unit(_ source: String, _ target: String? = nil, before: String = "", segment: String = "") -> String {
    let target = target.map { "<target>\($0)</target>" } ?? ""
    return "<unit id='u'>\(before)<segment id='s'\(segment)><source>\(source)</source>\(target)</segment></unit>"
  }

  @Test(
    arguments: [
      ("a<sc id='1'/>b", nil, "sc id=\"1\" has no ec"),
      ("a<ec/>b", nil, "ec has no startRef"),
      ("a<ec startRef='9'/>b", nil, "follows no sc"),
      ("<sc id='1' canCopy='no'/>a<ec startRef='1' canCopy='yes'/>", nil, "is not what its sc has"),
      ("a<sm id='1'/>b", nil, "has no em"),
      ("a<ph id='1' dataRef='d'/>b", nil, "is no data of this unit"),
      ("a<ph id='1' copyOf='7'/>b", nil, "is no code of this unit"),
      ("a<ph id='1' canDelete='no'/>b", "c", "the target has lost ph id=\"1\""),
      ("a<ph id='1'/>b", "c<pc id='1'>d</pc>", "give what is new an id of its own"),
      ("a<ph id='1' canReorder='no' canCopy='no' canDelete='no'/>", nil, "firstNo"),
      ("a<ph id='1' canReorder='firstNo'/>", nil, "needs canCopy"),
      ("a<ph id='1' subType='my:x'/>", nil, "subType without type"),
      ("a<ph id='1' type='fmt' subType='xlf:x'/>", nil, "the standard's own"),
      ("a<cp hex='0041'/>", nil, "write the character itself"),
      ("<mrk id='1' type='comment'>a</mrk>", nil, "either value or ref"),
      ("<mrk id='1' ref='#u=u/f=f'>a</mrk>", nil, "is no fragment identifier"),
      ("<mrk id='1' ref='#n=n9'>a</mrk>", nil, "leads to nothing"),
      ("a<pc id='1' subFlowsStart='nowhere'>b</pc>", nil, "is no unit of this file"),
      ("a<ph id='1' my='x'/>", nil, "ph has no attribute my"),
    ] as [(String, String?, String)])
  func findsWhatBreaksCodes(_ source: String, _ target: String?, _ message: String) throws {
    let found = try messages(two(unit(source, target)))
    #expect(found.contains(message), "found: \(found)")
  }

  @Test(arguments: [
    (
      "<g:glossary xmlns:g='urn:oasis:names:tc:xliff:glossary:2.0'><g:glossEntry><g:term>a</g:term></g:glossEntry></g:glossary>",
      "holds no gls:translation or gls:definition"
    ),
    (
      "<m:metadata xmlns:m='urn:oasis:names:tc:xliff:metadata:2.0'><m:metaGroup><m:meta>a</m:meta></m:metaGroup></m:metadata>",
      "mda:meta has no type"
    ),
    (
      "<v:validation xmlns:v='urn:oasis:names:tc:xliff:validation:2.0'><v:rule isPresent='a' endsWith='b'/></v:validation>",
      "exactly one of"
    ),
    (
      "<c:matches xmlns:c='urn:oasis:names:tc:xliff:matches:2.0'><c:match ref='#none'><source>a</source><target>b</target></c:match></c:matches>",
      "leads to nothing"
    ),
  ])
  func findsWhatBreaksModules(_ module: String, _ message: String) throws {
    let found = try messages(two(unit("a", before: module)))
    #expect(found.contains(message), "found: \(found)")
  }

  @Test func findsTranslationsThatAreTooLong() throws {
    let profile = "<slr:profiles generalProfile='xliff:codepoints'/>"
    let namespace = "srcLang='en' trgLang='kk' xmlns:slr='urn:oasis:names:tc:xliff:sizerestriction:2.0'"
    let body = unit("five", "тоғызыншы", segment: " state='final'")
      .replacingOccurrences(of: "id='u'", with: "id='u' slr:sizeRestriction='8'")
    #expect(try messages(two(profile + body, root: namespace)).contains("has 9 characters, 8 are allowed"))
  }

  @Test func findsTargetsInOnePlace() throws {
    let part = "<segment><source>a</source><target order='2'>b</target></segment>"
    #expect(try messages(two("<unit id='u'>\(part)\(part)</unit>")).contains("the place 2 is taken"))
  }

  @Test(arguments: [
    ("<source>a<bpt id='1'>x</bpt></source>", "bpt \"1\" has no ept"),
    (
      "<source>a</source><seg-source><mrk mtype='seg' mid='1'>a</mrk><mrk mtype='seg' mid='2'>b</mrk></seg-source><target><mrk mtype='seg' mid='1'>c</mrk></target>",
      "no mrk for the segment mid=\"2\""
    ),
    ("<source>a</source><target state='done'>b</target>", "state=\"done\""),
    (
      "<source>a</source><seg-source><mrk mtype='seg' mid='1'>a</mrk></seg-source><target>new<mrk mtype='seg' mid='1'>c</mrk></target>",
      "text in the target outside of its segments"
    ),
    ("<source>a</source><target phase-name='p'>b</target>", "no phase of the header"),
    ("<source>a</source>text", "text may not stand in trans-unit"),
  ])
  func findsWhatBreaksTransUnits(_ content: String, _ message: String) throws {
    let found = try messages(one("<trans-unit id='1'>\(content)</trans-unit>"))
    #expect(found.contains(message), "found: \(found)")
  }

  @Test func findsMissingLanguages() throws {
    let unit = "<unit id='1'><segment><source>x</source><target>y</target></segment></unit>"
    #expect(try messages(two(unit, root: "")).contains("no srcLang"))
    #expect(try messages(two(unit, root: "srcLang='en'")).contains("no trgLang"))
    #expect(try messages(two(unit, root: "srcLang='en' trgLang='kazakh language'")).contains("no BCP 47"))
    #expect(try messages(one("", file: "original='a' datatype='plaintext'")).contains("no source-language"))
  }

  @Test func givesThePlace() throws {
    let text = one("<trans-unit id='1'/>")
    let finding = try #require(try validate(Array(text.utf8)).first)
    let start = try #require(text.range(of: "<trans-unit")).lowerBound
    #expect(finding.at.lowerBound.bytes == text.utf8.distance(from: text.startIndex, to: start))
  }

  @Test func acceptsExtensionsAndModules() throws {
    let body = """
      <unit id='1' xmlns:my='urn:x' my:a='b'><my:data><segment/></my:data><notes><note>n</note></notes>
      <segment><source>x<ph id='1'/></source></segment></unit>
      """
    #expect(try messages(two(body)) == "")
  }

  /// What the elements of one unit cost is forgotten with it; names that no standard has are not kept either.
  @Test func validatesManyUnitsAndNames() throws {
    let units = (0..<3_000).map {
      "<unit id='u\($0)'><my:e\($0) xmlns:my='urn:x' my:a\($0)=''/><segment><source a\($0)=''>x</source></segment></unit>"
    }
    let found = try validate(Array(two(units.joined()).utf8))
    #expect(found.count == 3_000)
    #expect(found.last?.message.contains("source has no attribute a2999 ") == true, "\(found.last?.message ?? "")")
  }

  @Test func refusesAUnitWithoutEnd() {
    let codes = String(repeating: "<ph/>", count: 1_000_001)
    let error = #expect(throws: Malformed.self) {
      try validate(Array(two("<unit id='u'><segment><source>\(codes)</source></segment></unit>").utf8))
    }
    #expect(error?.problem.contains("over 1000000 elements") == true, "\(error?.problem ?? "")")
  }
}
