import JSON
import Memory
public import Units

/// `l10n memory find`, `export` and `stats`: what is in the memory.
public struct MemoryFindJob: Sendable {
  private let configuration: Configuration
  private let memory: MemoryFile
  private let names: Names
  private let writer: FileWriter

  /// A job for the memory at `path`, or else the configured one; texts may differ in the names of the `glossaries`, or
  /// else of the configured ones.
  ///
  /// - Throws: ``Failure`` where there is no memory, or it can't be opened, or a glossary can't be read.
  public init(memory path: String?, glossaries: [String] = [], _ configuration: Configuration, writer: FileWriter)
    throws(Failure)
  {
    self.configuration = configuration
    self.writer = writer
    memory = try MemoryFile(path, configuration, creates: false)
    names = try Names(configuration, glossaries, Languages())
  }

  /// What the memory has for a text, the best first: a line for each match, or a JSON document.
  ///
  /// - Throws: ``Failure`` where a language is missing, or the memory can't be read.
  public func find(
    _ text: String, from: LanguageTag?, to: LanguageTag?, least: Int, limit: Int, json: Bool
  ) throws(Failure) -> [UInt8] {
    guard let from = from ?? configuration.source else {
      throw Failure("no source language is given", remedy: "say it with --from en, or with source: in l10n.yaml")
    }
    guard let to = to ?? configuration.onlyTarget else {
      throw Failure("no target language is given", remedy: "say it with --to kk")
    }
    let matches = try memory.use { (memory) throws(MemoryError) in
      try memory.matches(
        for: Content(text), from: from, to: to, least: least, limit: limit,
        names: names.exchange(Array(text.utf8), from: from, to: to))
    }
    guard json else {
      let lines = matches.map { match in
        "\(match.similarity) % \(match.kind)\n  \(match.entry.source.string)\n  \(match.entry.target.string)\n"
      }
      return Array(lines.joined().utf8)
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("matches")
    writer.beginArray()
    for match in matches {
      writer.beginObject()
      writer.member("similarity", match.similarity)
      writer.member("kind", match.kind.rawValue)
      writer.member("source", match.entry.source.string)
      writer.member("target", match.entry.target.string)
      writer.member("state", match.entry.state.name)
      if let original = match.entry.properties["x-l10n-original"] { writer.member("original", original) }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  /// The memory as TMX 1.4b, of the languages that are asked for: to a file, or piece by piece to `print`, which says
  /// whether it takes more.
  public func export(
    from: LanguageTag?, to: LanguageTag?, output: String?, print: ([UInt8]) -> Bool
  ) -> Outcome {
    do throws(Failure) {
      var outcome = Outcome()
      guard let output, output != "-" else {
        outcome.segments = try write(from, to, print)
        return outcome
      }
      var count = 0
      let isWritten = try writer.write(to: output, under: Path.folder(output), isDurable: true) {
        (append) throws(Failure) in
        count = try write(from, to, append)
        return true
      }
      (outcome.segments, outcome.written) = (count, isWritten ? 1 : 0)
      return outcome
    } catch { return Outcome(error) }
  }

  /// Hands over the memory as TMX in pieces; the number of entries.
  private func write(_ from: LanguageTag?, _ to: LanguageTag?, _ append: ([UInt8]) -> Bool) throws(Failure) -> Int {
    var tmx = TMXWriter(sourceLanguage: from)
    return try memory.use { (memory) throws(MemoryError) in
      var count = 0
      try memory.forEach { entry in
        guard from.map({ $0.matches(entry.sourceLanguage) }) ?? true,
          to.map({ $0.matches(entry.targetLanguage) }) ?? true
        else { return true }
        tmx.add(entry)
        count += 1
        return tmx.count < Self.pieceSize || append(tmx.drain())
      }
      _ = append(tmx.finish())
      return count
    }
  }

  private static let pieceSize = 1 << 20

  /// How many entries there are for each pair of languages: a line for each, or a JSON document.
  ///
  /// - Throws: ``Failure`` where the memory can't be read.
  public func stats(json: Bool) throws(Failure) -> [UInt8] {
    let counts = try memory.use { (memory) throws(MemoryError) in try memory.counts() }
    guard json else {
      let rows = counts.map { [$0.source.bcp47, $0.target.bcp47, "\($0.count)"] }
      return Array(columns(rows).map { "\($0)\n" }.joined().utf8)
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("pairs")
    writer.beginArray()
    for count in counts {
      writer.beginObject()
      writer.member("source", count.source.bcp47)
      writer.member("target", count.target.bcp47)
      writer.member("entries", count.count)
      writer.endObject()
    }
    writer.endArray()
    writer.member("entries", counts.reduce(0) { $0 + $1.count })
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }
}
