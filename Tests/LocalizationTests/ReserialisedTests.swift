import Articles
import Foundation
import Testing
import Units
import XLIFF

@testable import Localization

private let sharedXLIFF = ProcessInfo.processInfo.environment["L10N_SHARED"].map { $0 + "/xliff" }

/// Files that real tools wrote back, merged with the article that they are of.
struct ReserialisedTests {
  /// What merging each is to say; nil is a whole article.
  private static let expected: [(name: String, problem: String?)] = [
    ("reserialised/in_12.xlf", nil), ("reserialised/translate-toolkit_resave_12.xlf", nil),
    ("reserialised/openxliff_12to21.xlf", nil), ("broken/good12.xlf", nil),
    ("reserialised/translate-toolkit_retranslate_12.xlf", "outside of its segment markers"),
    ("reserialised/in_21.xlf", "p1/s2 is not translated"), ("broken/good21.xlf", "p1/s2 is not translated"),
    ("reserialised/crlf.xlf", "p1/s2 is not translated"), ("reserialised/enc_utf8_bom.xlf", "p1/s2 is not translated"),
    ("reserialised/enc_utf16be_bom.xlf", "p1/s2 is not translated"),
    ("reserialised/enc_utf16le_bom.xlf", "p1/s2 is not translated"),
    ("reserialised/enc_windows1251.xlf", "p1/s2 is not translated"),
    ("reserialised/prefixed_ns0.xlf", "p1/s2 is not translated"),
    ("reserialised/trglang_case.xlf", "p1/s2 is not translated"),
    ("reserialised/translate-toolkit_resave_21.xlf", "the target lost <b>, <br/>"),
    ("reserialised/translate-toolkit_retranslate_21.xlf", "the target lost <b>, <br/>"),
    ("broken/b05_undeletable_code_missing_final.xlf", "the target lost <b>, <br/>"),
    ("reserialised/enc_utf16_declared_utf8_bytes.xlf", "declares the encoding UTF-16, and its bytes are not"),
    ("reserialised/openxliff_21to12.xlf", "unbound prefix"),
  ]

  private func document(_ name: String) throws -> Document {
    try Document(reading: [UInt8](Data(contentsOf: URL(filePath: try #require(sharedXLIFF) + "/" + name))))
  }

  /// The text of both of a unit's sides as HTML: its spans in `b`, what stands alone a `br`.
  private func html(_ contents: [Content]) -> String {
    let blocks = contents.map { content in
      var (text, at) = ("", 0)
      for code in content.codes {
        text += String(decoding: content.text[at..<code.at.bytes], as: UTF8.self)
        text += code.kind == .open ? "<b>" : code.kind == .close ? "</b>" : "<br/>"
        at = code.at.bytes
      }
      return text + String(decoding: content.text[at...], as: UTF8.self)
    }
    return "<h1>\(blocks[0])</h1>\n<p>\(blocks[1...].joined(separator: " "))</p>\n"
  }

  @Test(.enabled(if: sharedXLIFF != nil)) func mergeOrSayWhatIsBroken() throws {
    let segments = try document("reserialised/in_12.xlf").files[0].units.flatMap(\.segments)
    let article = html(segments.map(\.source))
    let translated = html(segments.compactMap(\.target))
    var options = Merger.Options()
    options.setsMetadata = false
    let reader = Language(try #require(LanguageTag("en"))).reader
    for (name, problem) in Self.expected {
      let completeness = Completeness(joinsWithSpace: true, hasNothingToTranslate: { !$0.hasLetter })
      do {
        let merged = try Merger(options: options, reader: reader, completeness: completeness).merge(
          Array(article.utf8), format: try #require(Formats.named("html")).init(), file: try document(name).files[0])
        let errors = merged.problems.filter { $0.severity == .error }.map(\.message)
        #expect(
          merged.bytes.map { String(decoding: $0, as: UTF8.self) } == (problem == nil ? translated : nil),
          "\(name): \(errors)")
        if let problem { #expect(errors.count == 1 && errors[0].contains(problem), "\(name): \(errors)") }
      } catch let error as Malformed {
        #expect(problem.map { error.problem.contains($0) } == true, "\(name): \(error.problem)")
      }
    }
  }
}
