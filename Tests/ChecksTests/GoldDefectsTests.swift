import Foundation
import JSON
import Testing
import Units

@testable import Checks

/// Defects that people found in published translations, and rows that are right although they look wrong.
@Suite(.enabled(if: shared != nil))
struct GoldDefectsTests {
  struct Row {
    var kind: String
    var found: String
    var source: String
    var target: String
    var language: String
    var isRight: Bool
  }

  private func rows() throws -> [Row] {
    let path = try #require(shared) + "/news/parallel/gold-defects.tsv"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(
        kind: fields[3], found: fields[5], source: fields[7], target: fields[8], language: String(fields[2].prefix(2)),
        isRight: fields[6].contains("NOT"))
    }
  }

  /// Whether a finding of the row's segment lies where the defect is.
  private func isFound(_ row: Row) throws -> Bool {
    let findings = CheckSuite(CheckConfiguration()).findings(in: try Bitext("en", row.source, row.language, row.target))
    let place = row.target.range(of: row.found, options: .caseInsensitive)
    let range = place.map { row.target.utf8OffsetRange($0) }
    return findings.contains { finding in
      guard let range, let found = finding.inTarget?.bytes else { return !row.isRight && range == nil }
      return found.overlaps(range)
    }
  }

  @Test func everyWrongWeekdayIsFound() throws {
    let weekdays = try rows().filter { $0.kind == "weekday" }
    #expect(weekdays.count == 9)
    for row in weekdays { #expect(try isFound(row), "\(row.target)") }
  }

  @Test func wrongNumbersAndConversionsAreFound() throws {
    let numbers = try rows().filter { ["number", "unit-conversion"].contains($0.kind) }
    let found = try numbers.filter { try isFound($0) }
    print("numbers and conversions: \(found.count) of \(numbers.count) found")
    #expect(found.count >= numbers.count - 1, "\(numbers.map(\.found)) but found \(found.map(\.found))")
  }

  @Test func rightConversionsAreNotReported() throws {
    for row in try rows() where row.isRight { #expect(try !isFound(row), "\(row.target)") }
  }
}

extension String {
  fileprivate func utf8OffsetRange(_ range: Range<String.Index>) -> Range<Int> {
    utf8.distance(from: startIndex, to: range.lowerBound)..<utf8.distance(from: startIndex, to: range.upperBound)
  }
}
