public import JSON
import Segmentation
public import Units

/// `l10n segment`: the sentences of a text, paragraph by paragraph.
public struct SegmentJob: Sendable {
  private let segmenter: SentenceSegmenter

  /// A job for texts of a language.
  public init(_ tag: LanguageTag) throws(Failure) { segmenter = try Language(tag).segmenter() }

  /// The sentences of a paragraph, a line each; with `explains`, behind each the rule that ended it.
  public func lines(_ paragraph: [UInt8], explains: Bool) -> [UInt8] {
    var result: [UInt8] = []
    forEachSentence(paragraph, explains) { range, rule in
      result += paragraph[range]
      if let rule { result += Array("\t\(rule)".utf8) }
      result.append(0x0A)
    }
    return result
  }

  /// The sentences of a paragraph as a line of JSON: `[{"start","end","text"}]`, in bytes; with `explains` also `rule`.
  public func json(_ paragraph: [UInt8], explains: Bool) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    forEachSentence(paragraph, explains) { range, rule in
      writer.beginObject()
      writer.member("start", range.lowerBound)
      writer.member("end", range.upperBound)
      writer.member("text", String(decoding: paragraph[range], as: UTF8.self))
      if let rule { writer.member("rule", rule) }
      writer.endObject()
    }
    writer.endArray()
    writer.endLine()
    return writer.drain()
  }

  private func forEachSentence(_ text: [UInt8], _ explains: Bool, _ body: (Range<Int>, String?) -> Void) {
    guard explains else { return segmenter.sentences(in: text).forEach { body($0, nil) } }
    var start = Folding.skipSpace(text, 0)
    for decision in segmenter.decisions(in: text) where decision.isEnd {
      body(start..<decision.offset, decision.rule.rawValue)
      start = Folding.skipSpace(text, decision.offset)
    }
  }
}

/// `l10n segment --as jsonl`: `{"id","lang","text"}` → `{"id","ends":[…]}`, ends in Unicode scalars.
public struct SegmentLines: LineJob {
  private let fallback: LanguageTag?
  private let languages = Languages()

  /// A job for the lines of a stream; a line's own `lang` beats `fallback`.
  public init(language fallback: LanguageTag?) { self.fallback = fallback }

  /// Adds `ends`.
  public func answer(_ request: LineRequest, into writer: inout JSONWriter) throws(Failure) {
    let segmenter = try languages.segmenter(try request.language("lang", or: fallback))
    let text = Array(try request.text("text").utf8)
    writer.key("ends")
    writer.beginArray()
    var at = 0
    var scalars = 0
    for sentence in segmenter.sentences(in: text) {
      while at < sentence.upperBound {
        if text[at] & 0xC0 != 0x80 { scalars += 1 }
        at += 1
      }
      writer.number(scalars)
    }
    writer.endArray()
  }
}
