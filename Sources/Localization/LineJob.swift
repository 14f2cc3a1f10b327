public import JSON
internal import Synchronization
import Units

/// A job whose input and output are JSON Lines: one object a line, answers in order, the stream goes on after errors.
public protocol LineJob: Sendable {
  /// Adds the members of the answer, behind `id`.
  ///
  /// - Throws: ``Failure``; then the answer is `{"id", "error"}`.
  func answer(_ request: LineRequest, into writer: inout JSONWriter) throws(Failure)
}

/// One line of input.
public struct LineRequest: Sendable {
  let value: JSONValue

  /// The text of a member.
  ///
  /// - Throws: ``Failure`` where it is missing or no string.
  func text(_ key: String) throws(Failure) -> String {
    guard let text = value[key]?.string else { throw Failure("\"\(key)\" is missing or no string") }
    return text
  }

  /// A language tag, or `fallback` where the member is missing.
  func language(_ key: String, or fallback: LanguageTag?) throws(Failure) -> LanguageTag {
    guard value[key] != nil else {
      if let fallback { return fallback }
      throw Failure("\"\(key)\" is missing", remedy: "write a language tag such as kk")
    }
    guard let tag = LanguageTag(try text(key)) else {
      throw Failure("\"\(key)\" is no language tag", remedy: "write one such as kk")
    }
    return tag
  }
}

extension LineJob {
  /// The answer to one line, with its line feed, and whether it went well.
  public func answer(_ line: [UInt8]) -> (bytes: [UInt8], isDone: Bool) {
    var id: String?
    var writer = JSONWriter()
    do throws(Failure) {
      let value: JSONValue
      do { value = try JSONValue(parsing: line) } catch {
        throw Failure("not JSON at byte \(error.offset): \(error.problem)")
      }
      guard case .object = value else { throw Failure("not a JSON object") }
      id = value["id"]?.rawScalar
      guard let id else { throw Failure("\"id\" is missing, or no string or number") }
      writer.beginObject()
      writer.key("id")
      writer.raw(id)
      try answer(LineRequest(value: value), into: &writer)
      writer.endObject()
      writer.endLine()
      return (writer.drain(), true)
    } catch {
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("id")
      writer.raw(id ?? "null")
      writer.member("error", error.message)
      writer.endObject()
      writer.endLine()
      return (writer.drain(), false)
    }
  }
}

/// `l10n extract --jsonl`: `{"id","format","text","from","to"}` → `{"id","xliff"}`.
public final class ExtractLines: LineJob {
  private let options: ExtractJob.Options
  private let configuration: Configuration
  private let jobs = Mutex<[[LanguageTag]: ExtractJob]>([:])

  /// A job by the options of the command; a line's own languages beat them.
  public init(_ options: ExtractJob.Options, _ configuration: Configuration) {
    self.options = options
    self.configuration = configuration
  }

  /// Adds the members of the answer.
  public func answer(_ request: LineRequest, into writer: inout JSONWriter) throws(Failure) {
    let from = try request.language("from", or: options.source ?? configuration.source)
    let to = try request.language("to", or: options.targets.first ?? configuration.targets.first)
    let format = request.value["format"] == nil ? options.format ?? "text" : try request.text("format")
    let text = try request.text("text")
    let job = try job(from: from, to: to)
    let original =
      request.value["original"]?.string ?? request.value["id"]?.string ?? request.value["id"]?.rawScalar ?? ""
    guard original.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
      throw Failure("\"id\" holds a control character, which XLIFF can't hold", remedy: "give \"original\", too")
    }
    let xliff = try job.extract(Array(text.utf8), format: format, original: original)
    writer.member("xliff", String(decoding: xliff, as: UTF8.self))
  }

  private func job(from: LanguageTag, to: LanguageTag) throws(Failure) -> ExtractJob {
    if let job = jobs.withLock({ $0[[from, to]] }) { return job }
    var options = options
    options.source = from
    options.targets = [to]
    let job = try ExtractJob(options, configuration, writer: FileWriter())
    jobs.withLock { $0[[from, to]] = job }
    return job
  }
}

/// `l10n merge --jsonl`: `{"id","format","text","xliff"}` → `{"id","text"}`.
public struct MergeLines: LineJob {
  private let job: MergeJob
  private let format: String?

  /// A job by the options of the command.
  public init(_ options: MergeJob.Options, _ configuration: Configuration) throws(Failure) {
    var options = options
    // No file is written, so no folder is looked into.
    options.output = "-"
    job = try MergeJob(options, configuration, writer: FileWriter())
    format = options.format
  }

  /// Adds the members of the answer.
  public func answer(_ request: LineRequest, into writer: inout JSONWriter) throws(Failure) {
    let format = request.value["format"] == nil ? self.format ?? "text" : try request.text("format")
    let text = Array(try request.text("text").utf8)
    let xliff = Array(try request.text("xliff").utf8)
    let merged = try job.merge(text, format: format, xliff: xliff)
    writer.member("text", String(decoding: merged, as: UTF8.self))
  }
}
