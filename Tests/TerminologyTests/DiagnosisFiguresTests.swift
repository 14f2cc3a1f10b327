import Foundation
import Locales
import Testing
import Units

@testable import Terminology

private let shared = ProcessInfo.processInfo.environment["L10N_SHARED"]

/// How often what is wrong with a wrong form is said rightly, and the right form with it.
@Suite(.enabled(if: shared != nil)) struct DiagnosisFiguresTests {
  typealias Row = InflectionFiguresTests.Row

  /// A kind of mistake in the given rows: what may be said of it, and whether the row tells the right form.
  private static let expected: [String: Set<Diagnosis.Reason?>] = [
    "homoglyph": [.lookalike], "case": [.capitals],
    "typo": [.spelling, .distantSpelling], "vowel": [.spelling, .distantSpelling, .ending],
    "translit": [.spelling, .distantSpelling, .ending],
    "kazakh-letter": [.spelling, .distantSpelling, .otherLanguage, .ending],
    "wrong-ending": [.ending], "gender": [.ending],
    // Another name is no misspelling of this one: nothing is replaced.
    "other-name": [nil, .spelling, .distantSpelling, .ending],
    "seed": [.lookalike, .capitals, .otherLanguage, .ending, .spelling, .distantSpelling],
  ]

  @Test func saysWhatIsWrong() throws {
    var table: [String: (right: Int, all: Int, failures: [String])] = [:]
    for row in try InflectionFiguresTests.rows("errors.jsonl") {
      guard let wrong = row.wrong, let category = row.category, let reasons = Self.expected[category] else { continue }
      // A row in the plural is of a family: an entry that has plurals.
      let isPlural = row.features?.contains("plur") == true
      let entry = InflectionFiguresTests.key(row, tag: row.tag ?? "")
        .replacingOccurrences(of: "{term:", with: isPlural ? "{number: both, term:" : "{term:")
      let locale = Locale(try #require(LanguageTag(row.lang)))
      let matcher = TermMatcher(try Glossary(yaml: Array("concepts: [{id: x, \(entry)}]".utf8)), locale)
      let wrap = { (form: String) in
        entry.contains("\"Ы ") ? "Ы \(form) Их" : entry.contains(" Их\"") ? form + " Их" : form
      }
      let text = Array(wrap(wrong).utf8)
      if matcher.matches(in: text).contains(where: { $0.range.bytes == text.indices }) { continue }
      let diagnosis = matcher.diagnose(0, in: text)
      // Forms that the entry does not have are no right forms to suggest.
      let right = row.right.flatMap { right in
        let text = Array(wrap(right).utf8)
        return matcher.matches(in: text).contains { $0.range.bytes == text.indices } ? wrap(right) : nil
      }
      if right == nil, row.right != "" { continue }
      let isRight =
        reasons.contains(diagnosis?.reason)
        && (row.right == "" || diagnosis?.replacement == right || diagnosis?.replacement == row.right)
      for name in [row.lang + " all", row.lang + " " + category] {
        var figures = table[name] ?? (0, 0, [])
        figures.all += 1
        if isRight {
          figures.right += 1
        } else {
          let said = diagnosis.map { "\($0.reason) \($0.replacement ?? "-")" } ?? "nothing"
          figures.failures.append("\(row.tag ?? "") \(row.lemma): \(wrong) → \(row.right ?? "") but \(said)")
        }
        table[name] = figures
      }
    }
    for (name, figures) in table.sorted(by: { $0.key < $1.key }) {
      let rate = figures.right * 1000 / max(1, figures.all)
      print(name, "diagnosed", figures.right, "of", figures.all, "=", Double(rate) / 10, "%")
      if name.hasSuffix("all") {
        #expect(rate >= 940, "\(name)")
        continue
      }
      for line in figures.failures.shuffled().prefix(12) { print("   ", line) }
    }
  }
}
