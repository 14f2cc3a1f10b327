import Foundation
import Testing
import Units
import XLIFF

struct ValidatorTests {
  private func one(_ body: String, file: String = #"original="a" source-language="en" datatype="x""#) -> String {
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

  @Test func findsMissingLanguages() throws {
    let unit = "<unit id='1'><segment><source>x</source><target>y</target></segment></unit>"
    #expect(try messages(two(unit, root: "")).contains("no srcLang"))
    #expect(try messages(two(unit, root: "srcLang='en'")).contains("no trgLang"))
    #expect(try messages(two(unit, root: "srcLang='en' trgLang='kazakh language'")).contains("no BCP 47"))
    #expect(try messages(one("", file: "original='a' datatype='x'")).contains("no source-language"))
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
}
