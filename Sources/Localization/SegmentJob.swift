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

  /// The sentences of a text whose lines are paragraphs, a line each; with `explains`, behind each the rule that ended
  /// it.
  public func lines(_ text: [UInt8], explains: Bool) throws(Failure) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 16)
    for part in segmenter.breaksAtLineFeeds ? [text] : Self.paragraphs(text) {
      if explains {
        for (range, rule) in try explained(part) {
          result += part[range]
          result += Array("\t\(rule)\n".utf8)
        }
      } else {
        for range in try sentences(part) {
          result += part[range]
          result.append(0x0A)
        }
      }
    }
    return result
  }

  /// The sentences of each paragraph of a text as a line of JSON: `[{"start","end","text"}]`, in bytes; with `explains`
  /// also `rule`.
  public func json(_ text: [UInt8], explains: Bool) throws(Failure) -> [UInt8] {
    var writer = JSONWriter()
    for paragraph in Self.paragraphs(text) {
      writer.beginArray()
      for (range, rule) in try explained(paragraph) {
        writer.beginObject()
        writer.member("start", range.lowerBound)
        writer.member("end", range.upperBound)
        writer.member("text", String(decoding: paragraph[range], as: UTF8.self))
        if explains { writer.member("rule", rule) }
        writer.endObject()
      }
      writer.endArray()
      writer.endLine()
    }
    return writer.drain()
  }

  private static func paragraphs(_ text: [UInt8]) -> [[UInt8]] {
    let lines = text.last == 0x0A ? text.dropLast() : text[...]
    return lines.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
  }

  private func sentences(_ text: [UInt8]) throws(Failure) -> [Range<Int>] {
    do { return try segmenter.sentences(in: text) } catch { throw Failure("\(error)") }
  }

  private func explained(_ text: [UInt8]) throws(Failure) -> [(range: Range<Int>, rule: String)] {
    do { return try segmenter.explained(text) } catch { throw Failure("\(error)") }
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
