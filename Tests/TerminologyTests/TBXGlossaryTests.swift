import Terminology
import Testing
import Units

/// TBX as other tools write it: each way to say the same.
struct TBXGlossaryTests {
  static let styles = [
    """
    <tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
      <conceptEntry id="c5"><descrip type="subjectField">place</descrip>
        <langSec xml:lang="en"><termSec><term>Big &amp; Long Canal</term>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
        <langSec xml:lang="ru"><termSec><term>канава</term>
          <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
          <termSec><term>Канал</term><termNote type="grammaticalGender">masculine</termNote></termSec></langSec>
      </conceptEntry></body></text></tbx>
    """,
    """
    <tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
      xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
      <conceptEntry id="c5"><min:subjectField>place</min:subjectField>
        <langSec xml:lang="en"><termSec><term>Big &amp; Long Canal</term></termSec></langSec>
        <langSec xml:lang="ru"><termSec><term>канава</term>
          <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
          <termSec><term>Канал</term><basic:grammaticalGender>masculine</basic:grammaticalGender></termSec></langSec>
      </conceptEntry></body></text></tbx>
    """,
    """
    <martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
      <termEntry id="c5"><descripGrp><descrip type="subjectField">place</descrip></descripGrp>
        <langSet xml:lang="en"><tig><term>Big &amp; Long Canal</term></tig></langSet>
        <langSet xml:lang="ru"><ntig><termGrp><term>Канал</term>
          <termNote type="grammaticalGender">masculine</termNote></termGrp></ntig>
          <tig><term>канава</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
      </termEntry></body></text></martif>
    """,
  ]

  @Test(arguments: styles) func readsTheStyle(_ xml: String) throws {
    let reading = GlossaryReading(tbx: Array(xml.utf8))
    #expect(reading.problems == [])
    let concept = try #require(reading.glossary.concepts.first)
    #expect(concept.id == "c5")
    #expect(concept.kind == .place)
    #expect(concept.term(in: try #require(LanguageTag("en")))?.preferred == "Big & Long Canal")
    let tag = try #require(LanguageTag("ru"))
    let russian = try #require(concept.term(in: tag))
    #expect(russian.preferred == "Канал")
    #expect(russian.deprecated == ["канава"])
    #expect(russian.gender == .masculine)
  }

  @Test(arguments: [("<a/>", "not TBX"), ("<tbx>", "not well-formed"), ("concepts:", "not well-formed")])
  func refusesOtherFiles(_ text: String, _ problem: String) {
    #expect(GlossaryReading(tbx: Array(text.utf8)).problems.first?.problem.contains(problem) == true)
  }
}
