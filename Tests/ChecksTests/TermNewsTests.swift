import Foundation
import Locales
import Terminology
import Testing
import Units

@testable import Checks

/// What the term rules say of news that professionals translated, with the glossary that is shipped.
@Suite(.enabled(if: shared != nil)) struct TermNewsTests {
  private static let glossary = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Glossaries/kazakhstan.yaml")

  /// Such translators render most names as the glossary does: of the segments with a name of it, few have an error.
  ///
  /// Whether an error is a false one is for a person to judge; with `L10N_SHOW` each is printed with its segment.
  @Test(arguments: ["ru", "kk", "en"]) func fewErrors(in language: String) throws {
    var glossary = try Glossary(yaml: Array(Data(contentsOf: Self.glossary)))
    if ProcessInfo.processInfo.environment["L10N_SHOW"] == "all" {
      for index in glossary.concepts.indices { glossary.concepts[index].status = .approved }
    }
    var configuration = CheckConfiguration()
    configuration.terms = TermMatchers(glossary)
    configuration.select = Set(TermCheck.allRules.map(\.name))
    let suite = CheckSuite(configuration)
    var segments = 0
    var counts: [String: Int] = [:]
    var shown: [String] = []
    for news in ParallelNews.all where news.target == language && !["ru_wmt19", "kk_wmt19"].contains(news.targetKey) {
      let source = TermMatcher(glossary, Locale(try #require(LanguageTag(news.source))))
      for article in try news.articles() where !article.isEmpty {
        segments += article.count { !source.matches(in: Array($0.source.utf8)).isEmpty }
        let bitext = try Bitext(news.source, language, units: article.map { [$0] })
        for finding in suite.findings(in: bitext) {
          counts["\(finding.severity.name)[\(finding.rule)]", default: 0] += 1
          guard finding.severity == .error else { continue }
          let segment = bitext.units.first { $0.id == finding.unit }?.segments[finding.segment ?? 0]
          shown.append(
            "  \(news.file) \(finding.rule): \(finding.message)\n    \(segment?.source.string ?? "")\n    "
              + (segment?.target?.string ?? ""))
        }
      }
    }
    print("\(language): \(segments) segments with a name of the glossary, \(counts.sorted { $0 < $1 })")
    if ProcessInfo.processInfo.environment["L10N_SHOW"] != nil { print(shown.joined(separator: "\n")) }
    // The names that are really absent, or really rendered in another way, are among them.
    #expect(shown.count * 20 <= segments, "\(shown.prefix(10).joined(separator: "\n"))")
  }
}
