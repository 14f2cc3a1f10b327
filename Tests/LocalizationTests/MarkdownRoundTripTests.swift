@testable import Articles
import Foundation
import Markdown
import Segmentation
import Testing
import Units
import XLIFF

@testable import Localization

/// Markdown from extraction to merging: identity is exact to the byte, and a translation changes the text alone.
struct MarkdownRoundTripTests {
  private static let shared = ProcessInfo.processInfo.environment["L10N_SHARED"]

  /// Variants of an article's bytes that other tools damage.
  private static let variants: [(name: String, change: @Sendable ([UInt8]) -> [UInt8])] = [
    ("as it is", { $0 }),
    ("CRLF", { $0.flatMap { $0 == 10 ? [13, 10] : [$0] } }),
    ("lone CR", { $0.map { $0 == 10 ? 13 : $0 } }),
    ("byte order mark", { [0xEF, 0xBB, 0xBF] + $0 }),
    ("trailing blanks", { $0.flatMap { $0 == 10 ? [0x20, 0x09, 10] : [$0] } }),
    ("no final newline", { $0.last == 10 ? $0.dropLast() : $0 }),
  ]

  /// Where md4c 0.4.8 reads the translation otherwise than cmark does, which reads it as it is meant.
  ///
  /// An underscore between a link and a bracket that is not ASCII, an address before `<` and such a letter, and blanks
  /// behind the address or the title of a definition. `merge --verify` refuses some of these, rightly.
  private static let misread =
    ["npm-1-0-link.md", "gfm-spec.txt, example 627"]
    + ["commonmark-spec.txt, example 195", "commonmark-spec.txt, example 197", "commonmark-spec.txt, example 212"]
    + ["gfm-spec.txt, example 162", "gfm-spec.txt, example 164", "gfm-spec.txt, example 179"]

  private let english = LanguageTag("en")

  private func merged(_ source: [UInt8], _ kind: PseudoJob.Kind) throws -> (bytes: [UInt8]?, problems: [String]) {
    let tag = try #require(english)
    let kazakh = try #require(LanguageTag("kk"))
    let language = Language(tag)
    let extractor = Extractor(
      source: tag, targets: [Extractor.Target(name: kazakh, tag: kazakh, names: { _ in [] })], version: .v2_0,
      includesFurniture: true, prefillsTargets: false, reader: language.reader,
      segmenter: .locale(try language.segmenter()))
    let xliff = try #require(try extractor.extract(source, format: MarkdownFormat(), original: "a").documents.first)
    let job = try PseudoJob(kind, replacesTargets: true, output: nil, Configuration(), writer: FileWriter())
    let translated = try Document(reading: job.fill(try Document(reading: xliff)).bytes)
    var options = Merger.Options()
    options.verifies = true
    options.allowsSourceCopies = true
    options.setsMetadata = false
    let merger = Merger(
      options: options, reader: language.reader,
      completeness: Completeness(joinsWithSpace: true, hasNothingToTranslate: { !$0.hasLetter }))
    let outcome = try merger.merge(source, format: MarkdownFormat(), file: try #require(translated.files.first))
    return (outcome.bytes, outcome.problems.map(\.message))
  }

  private func check(_ source: [UInt8], _ name: String) throws {
    for variant in Self.variants {
      let bytes = variant.change(source)
      let result = try merged(bytes, .source)
      #expect(result.bytes == bytes, "\(name), \(variant.name): \(result.problems)")
      if Self.misread.contains(where: { name.hasSuffix($0) }) { continue }
      let pseudo = try merged(bytes, .pseudo)
      guard let written = pseudo.bytes else {
        Issue.record("\(name), \(variant.name): \(pseudo.problems)")
        continue
      }
      let (before, after) = (try outline(of: bytes), try outline(of: written))
      if before != after {
        Issue.record(
          """
          \(name), \(variant.name): the pseudo translation has another structure
          \(String(decoding: bytes, as: UTF8.self).prefix(2000))
          ----
          \(String(decoding: written, as: UTF8.self).prefix(2000))
          """)
      }
    }
  }

  /// What a document is made of but for its text: its events, the text of code and the tags of HTML with them.
  private func outline(of bytes: [UInt8]) throws -> [String] {
    let (mask, events) = try MarkdownFormat.events(of: bytes)
    var result: [String] = []
    var html: [UInt8]?
    for event in events {
      switch event.kind {
      case .enterBlock(.html): html = []
      case .leaveBlock(.html):
        result += tags(in: html ?? [])
        html = nil
      case .text(.html) where html != nil: html?.append(contentsOf: event.range.map { mask[$0] } ?? [0x0A])
      case .text(.code), .text(.html):
        result.append(event.range.map { String(decoding: mask[$0], as: UTF8.self) } ?? "")
      // Lines are joined in a translation.
      case .text(.hardBreak): result.append("hard break")
      case .text: break
      default: result.append("\(event.kind) \(event.count)")
      }
    }
    return result
  }

  /// The names of the tags.
  private func tags(in html: [UInt8]) -> [String] {
    var tokenizer = HTMLTokenizer(html)
    var tags: [String] = []
    while let token = tokenizer.next() {
      if token.kind == .startTag || token.kind == .endTag {
        tags.append(String(decoding: html[token.name], as: UTF8.self))
      }
      if token.kind == .startTag { tokenizer.enter(HTMLElement.named(HTMLName(html[token.name])), named: token.name) }
    }
    return tags
  }

  @Test(
    .enabled(if: shared != nil), arguments: ["markdown", "markdown-pairs", "hugo", "mdx-pairs", "quarto"])
  func sampleFilesComeBack(_ folder: String) throws {
    let root = try #require(Self.shared) + "/news/samples/" + folder
    for name in try FileManager.default.contentsOfDirectory(atPath: root).sorted() {
      guard MarkdownFormat.extensions.contains(where: { name.hasSuffix("." + $0) }) else { continue }
      try check(Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + name))), name)
    }
  }

  @Test(.enabled(if: shared != nil), arguments: ["commonmark-spec.txt", "gfm-spec.txt"])
  func examplesOfTheSpecificationsComeBack(_ name: String) throws {
    let path = try #require(Self.shared) + "/markup/" + name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    let parts = text.components(separatedBy: fence)
    for part in stride(from: 1, to: parts.count, by: 2) {
      let lines = parts[part].split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      guard let dot = lines.firstIndex(of: ".") else { continue }
      let source = lines[..<dot].joined(separator: "\n").replacingOccurrences(of: "→", with: "\t") + "\n"
      try check(Array(source.utf8), "\(name), example \(part / 2 + 1)")
    }
  }
}
