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

  /// Gives `write` the sentences of a text whose lines are paragraphs, a line each; with `explains`, behind each the rule
  /// that ended it.
  ///
  /// - Throws: ``Failure`` where a rule takes too much time or memory, and what `write` throws.
  public func lines(_ text: [UInt8], explains: Bool, to write: ([UInt8]) throws -> Void) throws {
    try withoutActuallyEscaping(write) { write in
      var pieces = Pieces(of: text.count, write: write)
      do {
        try segmenter.forEachSentence(inLines: text.span) { range, ending in
          pieces.bytes += text[range]
          if explains { pieces.bytes += Array("\t\(ending)".utf8) }
          pieces.bytes.append(0x0A)
          if pieces.bytes.count > Pieces.size { pieces.flush() }
        }
      } catch { throw Failure("\(error)") }
      try pieces.finish()
    }
  }

  /// Gives `write` the sentences of each line of a text as a line of JSON: `[{"start","end","text"}]`, in bytes from the
  /// line's beginning; with `explains` also `rule`.
  ///
  /// - Throws: ``Failure`` where a rule takes too much time or memory, and what `write` throws.
  public func json(_ text: [UInt8], explains: Bool, to write: ([UInt8]) throws -> Void) throws {
    try withoutActuallyEscaping(write) { write in
      var pieces = Pieces(of: 0, write: write)
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
            if writer.count > Pieces.size { pieces.take(from: &writer) }
          }
        } catch { throw Failure("\(error)") }
        writer.endArray()
        writer.endLine()
      }
      pieces.take(from: &writer)
      try pieces.finish()
    }
  }
}

/// An answer that is written as it comes, so that it never lies in memory as a whole.
private struct Pieces {
  /// How much is written at once, in bytes, or a little more.
  static let size = 1 << 19

  let write: ([UInt8]) throws -> Void
  var bytes: [UInt8] = []
  private var failure: (any Error)?

  /// The pieces of an answer of about `count` bytes.
  init(of count: Int, write: @escaping ([UInt8]) throws -> Void) {
    self.write = write
    bytes.reserveCapacity(min(count + count / 16, Self.size) + 4096)
  }

  mutating func take(from writer: inout JSONWriter) {
    bytes = writer.drain()
    flush()
  }

  mutating func flush() {
    if failure == nil { do { try write(bytes) } catch { failure = error } }
    bytes.removeAll(keepingCapacity: true)
  }

  /// - Throws: What writing threw.
  mutating func finish() throws {
    if !bytes.isEmpty { flush() }
    if let failure { throw failure }
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
