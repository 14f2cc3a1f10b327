import Foundation
import Testing
import Units
import XLIFF

/// The conformance suite of other projects' files: what each row expects, and what validation says.
struct ConformanceSuiteTests {

  /// The errors that validation finds; a file that it refuses is found, too.
  private func findings(_ path: String) throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: try #require(sharedXLIFF) + "/" + path)))
    do { return try validate(bytes).filter { $0.severity == .error }.map(\.message) } catch {
      return ["refused: \(error.problem)"]
    }
  }

  @Test(.enabled(if: sharedXLIFF != nil)) func tellsValidFromInvalid() throws {
    var counts: [String: (right: Int, all: Int)] = [:]
    var wrong: [String] = []
    for row in try ConformanceSuite.rows() where row.expected == "valid" || row.expected == "invalid" {
      let found = try findings(row.path)
      let isRight = found.isEmpty == (row.expected == "valid")
      let key = "\(row.version) \(row.expected) \(row.confidence)"
      counts[key, default: (0, 0)].all += 1
      if isRight { counts[key]?.right += 1 }
      if !isRight, row.confidence == "firm" { wrong.append("\(row.expected) \(row.path): \(found.prefix(2))") }
    }
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) { print("\(key): \(count.right) of \(count.all)") }
    #expect(wrong.filter { $0.hasPrefix("valid") } == [])
    let invalid = counts.filter { $0.key.hasSuffix("invalid firm") }.values
    let share = Double(invalid.reduce(0) { $0 + $1.right }) / Double(invalid.reduce(0) { $0 + $1.all })
    #expect(share >= 0.99, "\(wrong.joined(separator: "\n"))")
  }

  @Test(.enabled(if: sharedXLIFF != nil)) func catchesWhatIsBrokenOnPurpose() throws {
    let folder = try #require(sharedXLIFF)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/broken").sorted()
    where name.hasSuffix(".xlf") {
      let found = try findings("broken/" + name)
      #expect(found.isEmpty == name.hasPrefix("good"), "\(name): \(found)")
    }
  }
}
