import Foundation
import Testing

/// The folder of the given XLIFF files; nil where there is none.
let sharedXLIFF = ProcessInfo.processInfo.environment["L10N_SHARED"].map { $0 + "/xliff" }

/// The conformance suite of other projects' files, with what each is expected to be.
enum ConformanceSuite {
  struct Row: CustomTestStringConvertible {
    var path: String
    var version: String
    var expected: String
    var confidence: String

    var testDescription: String { path }

    func bytes() throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(filePath: try #require(sharedXLIFF) + "/" + path)))
    }
  }

  static func rows() throws -> [Row] {
    let table = try String(contentsOfFile: try #require(sharedXLIFF) + "/suite.tsv", encoding: .utf8)
    return table.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(path: cells[0], version: cells[1], expected: cells[2], confidence: cells[3])
    }
  }
}
