import Foundation
import Testing
import Units

@testable import Checks

/// Defects that people found in published translations, and rows that are right although they look wrong.
@Suite(.enabled(if: shared != nil))
struct GoldDefectsTests {
  /// A line of the table: where, what is wrong there, and what it should be.
  struct Row {
    var document: String
    var column: String
    var kind: String
    var found: String
    var source: String
    var target: String
    /// What must not be reported.
    var isRight: Bool

    init(_ line: Substring) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      (document, column, kind, found) = (fields[0], fields[2], fields[3], fields[5])
      (isRight, source, target) = (fields[6].contains("NOT"), fields[7], fields[8])
    }

    /// The bytes of the target that are wrong; nil where the table describes them only.
    var place: Range<Int>? { target.range(of: found, options: .caseInsensitive).map { target.utf8OffsetRange($0) } }
  }

  private func rows() throws -> [Row] {
    let path = try #require(shared) + "/news/parallel/gold-defects.tsv"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map(Row.init)
  }

  /// The findings of each row's segment where the defect is, its whole article looked at.
  private func findings() throws -> [(row: Row, findings: [Finding])] {
    var configuration = CheckConfiguration()
    configuration.enabled = ["name-inconsistent"]
    let suite = CheckSuite(configuration)
    let rows = try rows()
    var news: [String: [String: [(source: String, target: String)]]] = [:]
    for column in Set(rows.map(\.column)) {
      news[column] = try ParallelNews("ntrex", "en", "en", String(column.prefix(2)), column).documents()
    }
    return try rows.map { row in
      let language = String(row.column.prefix(2))
      let article = try #require(news[row.column]?[row.document], "\(row.document) is not in the news")
      let bitext = try Bitext("en", language, units: article.map { [$0] })
      let unit = try #require(bitext.units.first { $0.segments[0].target?.string == row.target }, "\(row.target)")
      let found = suite.findings(in: bitext).filter { finding in
        guard finding.unit == unit.id, finding.severity >= .warning else { return false }
        guard let place = row.place, let range = finding.inTarget?.bytes else { return row.place == nil }
        return range.overlaps(place)
      }
      return (row, found)
    }
  }

  @Test func defectsThatPeopleFoundAreFound() throws {
    let all = try findings()
    for (row, findings) in all {
      let rules = findings.isEmpty ? "–" : findings.map(\.rule).joined(separator: ", ")
      print("\(row.isRight ? "right " : "defect") \(row.document) \(row.column) \(row.kind) [\(row.found)]: \(rules)")
    }
    let defects = all.filter { !$0.row.isRight }
    let found = defects.filter { !$0.findings.isEmpty }
    print("\(found.count) of \(defects.count) defects found")
    #expect(found.count >= defects.count - 3)
    #expect(defects.filter { $0.row.kind == "weekday" }.allSatisfy { !$0.findings.isEmpty })
    for (row, findings) in all where row.isRight { #expect(findings.isEmpty, "\(row.target)") }
  }
}

extension String {
  fileprivate func utf8OffsetRange(_ range: Range<String.Index>) -> Range<Int> {
    utf8.distance(from: startIndex, to: range.lowerBound)..<utf8.distance(from: startIndex, to: range.upperBound)
  }
}
