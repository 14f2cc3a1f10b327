import Foundation
import Locales
import Testing
import Units

@testable import Terminology

private let shared = ProcessInfo.processInfo.environment["L10N_SHARED"]

/// Sentences with a name of the glossary, right and wrong.
@Suite(.enabled(if: shared != nil)) struct SegmentFiguresTests {
  struct Row: Decodable {
    var term: String
    var lang: String
    var expected: String
    var target: String
    var ok: Bool
  }

  @Test func judgesEverySentence() throws {
    let folder = try #require(shared)
    let file = URL(fileURLWithPath: folder + "/names/segments.jsonl")
    let glossary = try Glossary(yaml: Array(Data(contentsOf: GlossaryTests.shipped)))
    let english = TermMatcher(glossary, Locale(try #require(LanguageTag("en"))))
    for line in try Data(contentsOf: file).split(separator: 10) {
      let row = try JSONDecoder().decode(Row.self, from: line)
      let matcher = TermMatcher(glossary, Locale(try #require(LanguageTag(row.lang))))
      let concept = try #require(english.matches(in: Array(row.term.utf8)).first?.concept, "\(row.term)")
      let text = Array(row.target.utf8)
      let matches = matcher.matches(in: text)
      let isRight = matches.contains { $0.concept == concept && $0.status != .deprecated }
      let diagnosis = matcher.diagnose(concept, in: text, besides: matches)
      #expect(isRight == row.ok, "\(row.target)")
      if !row.ok {
        let bad = matches.first { $0.concept == concept && $0.status == .deprecated }
        print(
          row.target, "→", bad.map { matcher.preferredForm(of: $0, in: text) ?? "deprecated" } ?? "-",
          diagnosis.map { "\($0.found) → \($0.replacement ?? "?") \($0.reason)" } ?? "nothing")
      }
    }
  }
}
