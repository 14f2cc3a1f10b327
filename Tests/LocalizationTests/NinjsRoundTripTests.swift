import Foundation
import TestSupport
import Testing
import Units
import XLIFF

@testable import Articles
@testable import Localization

/// ninjs all the way: extracted, translated, merged.
struct NinjsRoundTripTests {
  private let roundTrip: RoundTrip

  init() throws { roundTrip = try RoundTrip("ninjs") }

  /// The paths of everything in a document but what says its language, its name and its origin, with the texts.
  private func strings(_ value: Any, _ path: String = "") -> [String: String] {
    if let object = value as? [String: Any] {
      return object.reduce(into: [:]) { $0.merge(strings($1.value, "\(path).\($1.key)")) { $1 } }
    }
    if let list = value as? [Any] {
      return list.enumerated().reduce(into: [:]) { $0.merge(strings($1.element, "\(path).\($1.offset)")) { $1 } }
    }
    return [path: "\(value)"]
  }

  @Test func translatesTextsAndNothingElse() throws {
    let source =
      #"{"uri": "u", "language": "en", "headlines": [{"role": "main", "value": "One \"two\""}], "#
      + #""bodies": [{"contentType": "text/html", "charCount": 9, "value": "<p>A <a href=\"x\">b<\/a>.<\/p>"}]}"#
    let merged = String(decoding: try roundTrip.translated(Array(source.utf8), .pseudo), as: UTF8.self)
    #expect(
      merged.hasPrefix(#"{"uri": "u-kk", "altids": [{"role": "translationOf", "value": "u"}], "language": "kk", "#))
    #expect(merged.contains(#"<a href=\"x\">"#) && merged.contains(#"<\/a>"#) && !merged.contains("charCount"))
    #expect(merged.contains(#"\"#) && merged.contains("⟦"))
    _ = try JSONSerialization.jsonObject(with: Data(merged.utf8))
  }

  @Test(.enabled(if: sharedFolder != nil, "L10N_SHARED is not set"))
  func keepsRealArticles() throws {
    let folder = "\(try #require(sharedFolder))/news/samples/ninjs"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let source = Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(file)")))
      roundTrip.expectIdentity(source, file)
      let lines = String(decoding: source, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for end in ["\n", "\r\n", "\r"] {
        roundTrip.expectIdentity(Array(lines.joined(separator: end).utf8), "\(file) with \(end)")
      }
      roundTrip.expectIdentity([0xEF, 0xBB, 0xBF] + source + Array(" \n\n".utf8), "\(file) with a mark and blanks")
      let merged = try roundTrip.translated(source, .pseudo)
      let after = strings(try JSONSerialization.jsonObject(with: Data(merged)))
      let before = strings(try JSONSerialization.jsonObject(with: Data(source)))
      for (path, text) in before where after[path] != text {
        let isOwn = path == ".uri" || path.hasSuffix(".language") || path.lowercased().hasSuffix("count")
        #expect(isOwn || path.hasPrefix(".alt") || after[path]?.contains("⟦") ?? false, "\(file): \(path) was \(text)")
      }
    }
  }

  @Test(.enabled(if: sharedFolder != nil, "L10N_SHARED is not set"))
  func agreesWithTheGivenCasesOfJSON() throws {
    let folder = "\(try #require(sharedFolder))/markup/json-parsing"
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".json") {
      // As a value of a document.
      let value = Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(file)")))
      let bytes = Array("{\"uri\":\"u\",\"x\":".utf8) + value + Array("}".utf8)
      let reads = (try? NinjsFormat().read(bytes)) != nil
      if file.hasPrefix("y_") { #expect(reads, "\(file) should be read") }
      // What is wrong only as a whole document may be right inside of one.
      let isWholeOnly = file.contains("structure") || file.contains("trailing")
      if file.hasPrefix("n_"), !isWholeOnly { #expect(!reads, "\(file) should be refused") }
      count += 1
    }
    #expect(count > 300)
  }
}
