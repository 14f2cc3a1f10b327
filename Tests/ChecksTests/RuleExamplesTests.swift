import Locales
import Testing
import Units

@testable import Checks

struct RuleExamplesTests {
  /// Every rule about a translation; those about a run of many have no examples.
  static let rules = CheckSuite.allRules().map(\.name).filter { !aboutRuns.contains($0) }
  private static let aboutRuns = CheckSuite.fileRules.map(\.name) + [NameUnlisted.name]

  @Test(arguments: rules)
  func everyRuleShowsWhereItFiresAndWhereNot(_ name: String) throws {
    let rule = try #require(CheckSuite.allRules().first { $0.name == name })
    #expect(rule.examples.contains { $0.findsSegment || !$0.found.isEmpty })
    #expect(rule.examples.contains { !$0.findsSegment && $0.found.isEmpty })
  }

  /// The rules of names need a glossary: their examples are tested in TermChecksTests.
  @Test(arguments: rules.filter { !$0.hasPrefix("term-") })
  func examplesHold(of name: String) throws {
    let rule = try #require(CheckSuite.allRules().first { $0.name == name })
    var configuration = CheckConfiguration()
    configuration.select = [rule.name]
    configuration.options["length-limit"] = ["paragraph": "30"]
    let suite = CheckSuite(configuration)
    for example in rule.examples {
      var bitext = try Bitext(example.sourceLanguage, "", example.targetLanguage, "")
      bitext.units = [example.unit]
      let findings = suite.findings(in: bitext)
      let places = findings.compactMap { finding in
        finding.inTarget.map { Example.Place(segment: finding.segment ?? -1, range: $0) }
      }
      #expect(places == example.found, "\(example.source) → \(example.target): \(findings.map(\.message))")
      #expect(findings.contains { $0.inTarget == nil } == example.findsSegment, "\(example.target)")
    }
  }
}
