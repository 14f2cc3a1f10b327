import Checks
import Locales
import Testing
import Units

struct RuleExamplesTests {
  @Test(arguments: CheckSuite.allRules())
  func examplesHold(of rule: Rule) throws {
    var configuration = CheckConfiguration()
    configuration.select = [rule.name]
    let suite = CheckSuite(configuration)
    for example in rule.examples {
      let expected = MarkedText(example.target)
      let bitext = try Bitext(example, target: expected.text)
      let findings = suite.findings(in: bitext)
      let places = findings.compactMap(\.inTarget).map(\.bytes)
      #expect(
        places == expected.ranges, "\(example.source) → \(example.target): \(findings.map(\.message))")
      #expect(findings.contains { $0.inTarget == nil } == example.findsSegment, "\(example.target)")
    }
  }
}
