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
    do {
      try segmenter.forEachSentence(inLines: text.span) { range, ending in
        result += text[range]
        if explains { result += Array("\t\(ending)".utf8) }
        result.append(0x0A)
      }
    } catch { throw Failure("\(error)") }
    return result
  }

  /// The sentences of each line of a text as a line of JSON: `[{"start","end","text"}]`, in bytes from the line's
  /// beginning; with `explains` also `rule`.
  public func json(_ text: [UInt8], explains: Bool) throws(Failure) -> [UInt8] {
    var writer = JSONWriter()
    let lines = text.last == 0x0A ? text.dropLast() : text[...]
    for line in lines.split(separator: 0x0A, omittingEmptySubsequences: false) {
      writer.beginArray()
      do {
        try segmenter.forEachSentence(in: text.span.extracting(line.indices)) { range, ending in
          let sentence = line[line.startIndex + range.lowerBound..<line.startIndex + range.upperBound]
          writer.beginObject()
          writer.member("start", range.lowerBound)
          writer.member("end", range.upperBound)
          writer.member("text", String(decoding: sentence, as: UTF8.self))
          if explains { writer.member("rule", "\(ending)") }
          writer.endObject()
        }
      } catch { throw Failure("\(error)") }
      writer.endArray()
      writer.endLine()
    }
    return writer.drain()
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
