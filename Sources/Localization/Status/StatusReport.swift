import JSON
import Units

/// The statuses of many articles, for a person and for programs.
public struct StatusReport: Sendable {
  private let statuses: [ArticleStatus]

  /// A report on these, in their order.
  public init(_ statuses: [ArticleStatus]) { self.statuses = statuses }

  /// Whether an article was changed since it was extracted.
  public var hasStale: Bool { statuses.contains(where: \.isStale) }

  /// A line for each article and language.
  public var text: String {
    let rows = statuses.map { status in
      [status.language?.bcp47 ?? "?", status.article, status.progress.rawValue, Self.details(status)]
    }
    return columns(rows).map { "\($0)\n" }.joined()
  }

  private static func details(_ status: ArticleStatus) -> String {
    let done = status.translated + status.reviewed
    var details = "\(done) of \(status.segments) translated"
    if status.inWork > 0 { details += ", \(status.inWork) in work" }
    if status.reviewed > 0 { details += ", \(status.reviewed) reviewed" }
    if status.isStale {
      details += "; since then \(status.changed) changed, \(status.new) new: \(status.stalePercent) % of the text"
    }
    return details
  }

  /// One document: an object for each article and language, and the sums.
  ///
  /// A segment is counted once: as `untranslated`, `inWork`, `translated` or `reviewed`.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("articles")
    writer.beginArray()
    for status in statuses {
      writer.beginObject()
      writer.member("file", status.path)
      writer.member("article", status.article)
      if let language = status.language { writer.member("language", language.bcp47) }
      writer.member("progress", status.progress.rawValue)
      Self.write([status], to: &writer)
      writer.member("changed", status.changed)
      writer.member("new", status.new)
      writer.member("stalePercent", status.stalePercent)
      writer.endObject()
    }
    writer.endArray()
    writer.key("summary")
    writer.beginObject()
    writer.member("articles", statuses.count)
    Self.write(statuses, to: &writer)
    writer.member("stale", statuses.count(where: \.isStale))
    writer.endObject()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  private static func write(_ statuses: [ArticleStatus], to writer: inout JSONWriter) {
    let counts: [(String, KeyPath<ArticleStatus, Int>)] = [
      ("segments", \.segments), ("untranslated", \.untranslated), ("inWork", \.inWork), ("translated", \.translated),
      ("reviewed", \.reviewed),
    ]
    for (name, count) in counts { writer.member(name, statuses.reduce(0) { $0 + $1[keyPath: count] }) }
  }
}
