import Locales
import TestSupport
import Testing
import Units

import Segmentation

/// Paragraphs as news has them, written for this: `Fixtures/sentences/LANG.txt`, one a line, `|` where sentences meet.
@Suite struct NewsSentencesTests {
  static let languages = ["de", "en", "es", "fr", "kk", "ky", "ru", "tr", "uk", "uz", "zh"]

  /// A line's text and its sentences.
  struct Paragraph {
    var text: String
    var sentences: [String]

    init(_ line: String) {
      sentences = line.split(separator: "|").map { String($0).trimmed }
      text = line.replacing(" | ", with: " ").replacing("|", with: "")
    }
  }

  static func paragraphs(_ language: String) throws -> [Paragraph] {
    let text = String(decoding: try Fixture.bytes("sentences/\(language).txt"), as: UTF8.self)
    return text.split(separator: "\n").map { Paragraph(String($0)) }
  }

  static func sentences(_ text: String, by segmenter: SentenceSegmenter) -> [String] {
    let bytes = Array(text.utf8)
    return segmenter.sentences(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: languages)
  func segments(_ language: String) throws {
    let segmenter = try SentenceSegmenter(language: language)
    for paragraph in try Self.paragraphs(language) {
      #expect(Self.sentences(paragraph.text, by: segmenter) == paragraph.sentences)
    }
  }

  @Test(arguments: languages)
  func takesNoBreakSpaceForSpace(_ language: String) throws {
    let segmenter = try SentenceSegmenter(language: language)
    for paragraph in try Self.paragraphs(language) {
      let found = Self.sentences(paragraph.text.replacing(" ", with: "\u{A0}"), by: segmenter)
      #expect(found == paragraph.sentences.map { $0.replacing(" ", with: "\u{A0}") })
    }
  }

  /// Lines together, as a stream brings them, have the sentences that each has alone.
  @Test(arguments: languages)
  func segmentsLinesTogetherAsAlone(_ language: String) throws {
    let segmenter = try SentenceSegmenter(language: language)
    let texts = try Self.paragraphs(language).map(\.text)
    for separator in ["\n", "\r\n", "\n\n", "\u{2029}"] {
      let found = Self.sentences(texts.joined(separator: separator), by: segmenter)
      #expect(found == texts.flatMap { Self.sentences($0, by: segmenter) }, "\(separator.debugDescription)")
    }
  }
}
