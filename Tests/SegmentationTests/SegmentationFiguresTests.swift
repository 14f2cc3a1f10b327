import Foundation
import JSON
import Locales
import Testing
import Units

import Segmentation

/// The folder of the given material; nil where tests run without it.
let shared = ProcessInfo.processInfo.environment["L10N_SHARED"]

/// A paragraph with the ends that people gave it, in scalars.
struct AnnotatedParagraph {
  var name: String
  var language: String
  var scalars: [Unicode.Scalar]
  var ends: Set<Int>

  init?(_ json: JSONValue) {
    guard let language = json["lang"]?.string, let text = json["text"]?.string else { return nil }
    name = json["id"]?.string ?? ""
    self.language = language
    scalars = Array(text.unicodeScalars)
    if let ends = json["ends"]?.array {
      self.ends = Set(ends.compactMap(\.int))
    } else {
      ends = []
      var at = text.startIndex
      for sentence in json["sentences"]?.array ?? [] {
        guard let found = text.range(of: sentence.string ?? "", options: .literal, range: at..<text.endIndex) else {
          return nil
        }
        at = found.upperBound
        ends.insert(text.unicodeScalars.distance(from: text.startIndex, to: at))
      }
    }
    ends = Set(ends.map(withoutSpace))
  }

  private func withoutSpace(_ end: Int) -> Int {
    var end = min(end, scalars.count)
    while end > 0, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return end
  }

  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Whether each end but the last follows a terminator and stands before white space: others no rule can find.
  var isClean: Bool {
    guard let last = ends.max() else { return false }
    return ends.subtracting([last]).allSatisfy { end in
      var at = end
      while at > 0, "\"'»”“’)]」』".unicodeScalars.contains(scalars[at - 1]) { at -= 1 }
      guard at > 0, end - at < 8, ".!?…。！？".unicodeScalars.contains(scalars[at - 1]) else { return false }
      return end < scalars.count && scalars[end].properties.isWhitespace
        || "。！？”」』".unicodeScalars.contains(scalars[end - 1])
    }
  }

  func found(by segmenter: SentenceSegmenter) -> Set<Int> {
    let bytes = Array(text.utf8)
    var scalarsBefore = [0]
    for byte in bytes { scalarsBefore.append(scalarsBefore[scalarsBefore.count - 1] + (byte & 0xC0 == 0x80 ? 0 : 1)) }
    // A continuation byte belongs to the scalar before it, so an end counts whole scalars.
    return Set(segmenter.sentences(in: bytes).map { scalarsBefore[$0.upperBound] })
  }

  /// The text with ⟦EXTRA⟧ and ⟦MISSED⟧ where `found` differs.
  func marked(_ found: Set<Int>) -> String {
    var text = ""
    for (offset, scalar) in scalars.enumerated() {
      if found.contains(offset) != ends.contains(offset) { text += ends.contains(offset) ? "⟦MISSED⟧" : "⟦EXTRA⟧" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  static func load(_ folder: String, where accepts: (String) -> Bool) throws -> [Self] {
    let root = try #require(shared) + "/segmentation/" + folder
    let names = try FileManager.default.contentsOfDirectory(atPath: root).filter(accepts).sorted()
    return try names.flatMap { name in
      try String(contentsOfFile: root + "/" + name, encoding: .utf8).split(separator: "\n").compactMap {
        Self(try JSONValue(parsing: Array($0.utf8)))
      }
    }
  }
}

@Suite(.enabled(if: shared != nil, "needs L10N_SHARED")) struct SegmentationFiguresTests {
  /// F1 in per cent of ends inside paragraphs that may not be lost again.
  static let ratchet: [(String, Double)] = [
    ("en", 99.4), ("ru", 99.8), ("kk", 99.8), ("uk", 99.7), ("uz", 99.9), ("ky", 99.9), ("tr", 97.7), ("de", 99.9),
    ("fr", 99.6), ("zh", 99.7),
  ]

  @Test(arguments: ratchet)
  func keepsItsQuality(_ language: String, _ atLeast: Double) throws {
    let segmenter = try SentenceSegmenter(language: language)
    var (right, extra, missed) = (0, 0, 0)
    var report = ""
    for paragraph in try AnnotatedParagraph.load("ud", where: { $0.hasPrefix(language + "_") }) where paragraph.isClean
    {
      let last: Set = [paragraph.ends.max() ?? 0]
      let gold = paragraph.ends.subtracting(last)
      let all = paragraph.found(by: segmenter)
      let found = all.subtracting(last)
      right += found.intersection(gold).count
      extra += found.subtracting(gold).count
      missed += gold.subtracting(found).count
      if all != paragraph.ends { report += paragraph.name + "\t" + paragraph.marked(all) + "\n" }
    }
    let quality = 200 * Double(right) / Double(2 * right + extra + missed)
    let rounded = (quality * 100).rounded() / 100
    print("sentences \(language): F1i \(rounded) %, \(right) right, \(extra) extra, \(missed) missed")
    if let folder = ProcessInfo.processInfo.environment["L10N_FAILURES"] {
      try report.write(toFile: "\(folder)/sentences-\(language).txt", atomically: true, encoding: .utf8)
    }
    #expect(quality >= atLeast)
  }

  @Test(arguments: ratchet.map(\.0))
  func segmentsNews(_ language: String) throws {
    let segmenter = try SentenceSegmenter(language: language)
    for paragraph in try AnnotatedParagraph.load("golden", where: { $0 == "news_\(language).jsonl" }) {
      let found = paragraph.found(by: segmenter)
      #expect(found == paragraph.ends, "\(paragraph.name): \(paragraph.marked(found))")
    }
  }
}
