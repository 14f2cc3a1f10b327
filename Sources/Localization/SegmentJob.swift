public import JSON
import Segmentation
public import Units

/// `l10n segment`: the sentences of a text, paragraph by paragraph.
public struct SegmentJob: Sendable {
  private let segmenter: Segmenter

  /// A job for texts of a language, by the rules in the SRX file at `srx` if there is one.
  public init(_ tag: LanguageTag, srx: String? = nil) throws(Failure) {
    segmenter = try Language(tag).segmenter(srx: srx)
  }

  /// The sentences of a paragraph, a line each; with `explains`, behind each the rule that ended it.
  public func lines(_ paragraph: [UInt8], explains: Bool) throws(Failure) -> [UInt8] {
    var result: [UInt8] = []
    for (range, rule) in try sentences(paragraph, explains) {
      result += paragraph[range]
      if let rule { result += Array("\t\(rule)".utf8) }
      result.append(0x0A)
    }
    return result
  }

  /// The sentences of a paragraph as a line of JSON: `[{"start","end","text"}]`, in bytes; with `explains` also `rule`.
  public func json(_ paragraph: [UInt8], explains: Bool) throws(Failure) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for (range, rule) in try sentences(paragraph, explains) {
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

  private func sentences(_ text: [UInt8], _ explains: Bool) throws(Failure) -> [(Range<Int>, String?)] {
    do {
      guard explains else { return try segmenter.sentences(in: text).map { ($0, nil) } }
      return try segmenter.explained(text).map { ($0.range, $0.rule) }
    } catch { throw Failure("\(error)") }
  }
}

/// `l10n segment --as jsonl`: `{"id","lang","text"}` → `{"id","ends":[…]}`, ends in Unicode scalars.
public struct SegmentLines: LineJob {
  private let fallback: LanguageTag?
  private let segmenters: Segmenters

  /// A job for the lines of a stream; a line's own `lang` beats `fallback`.
  ///
  /// The rules are those in the SRX file at `srx` if there is one.
  public init(language fallback: LanguageTag?, srx: String? = nil) throws(Failure) {
    self.fallback = fallback
    segmenters = try Segmenters(srx: srx)
  }

  /// Adds `ends`.
  public func answer(_ request: LineRequest, into writer: inout JSONWriter) throws(Failure) {
    let segmenter = try segmenters[try request.language("lang", or: fallback)]
    let text = Array(try request.text("text").utf8)
    writer.key("ends")
    writer.beginArray()
    var at = 0
    var scalars = 0
    let sentences: [Range<Int>]
    do { sentences = try segmenter.sentences(in: text) } catch { throw Failure("\(error)") }
    for sentence in sentences {
      while at < sentence.upperBound {
        if text[at] & 0xC0 != 0x80 { scalars += 1 }
        at += 1
      }
      writer.number(scalars)
    }
    writer.endArray()
  }
}
