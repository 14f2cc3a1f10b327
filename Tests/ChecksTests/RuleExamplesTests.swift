import Checks
import Locales
import Testing
import Units

struct RuleExamplesTests {
  @Test(arguments: CheckSuite.allRules().map(\.name))
  func examplesHold(of name: String) throws {
    let rule = try #require(CheckSuite.allRules().first { $0.name == name })
    var configuration = CheckConfiguration()
    configuration.select = [rule.name]
    let suite = CheckSuite(configuration)
    for example in rule.examples {
      var bitext = try Bitext(example.sourceLanguage, "", example.targetLanguage, "")
      bitext.units[0].segments = [Segment(source: example.sourceContent, target: example.targetContent)]
      let findings = suite.findings(in: bitext)
      #expect(
        findings.compactMap(\.inTarget) == example.found,
        "\(example.source) → \(example.target): \(findings.map(\.message))")
      #expect(findings.contains { $0.inTarget == nil } == example.findsSegment, "\(example.target)")
    }
  }
}
