import JSON
import Memory
import Units
import XLIFF

/// What a machine made of sentences, offered to translators beside what people made of like ones; never a target.
struct Pretranslation: Sendable {
  /// The translations by their sources; on the disk, however many they are.
  private let found: MemoryFile
  private static let batch = 10_000
  private static let origin = "x-l10n-origin"
  private static let usualOrigin = "machine translation"

  /// What a file of JSON Lines holds: `{"source","target"}`, with `to` where there are several `targets`, and `from` and
  /// `origin` where one likes.
  ///
  /// - Throws: ``Failure`` with the line where something else stands.
  init(reading path: String, from source: LanguageTag, to targets: [LanguageTag]) throws(Failure) {
    found = try MemoryFile()
    var reader = try LineReader(path)
    var entries: [MemoryEntry] = []
    var number = 0
    while let lines = try reader.next() {
      for line in lines {
        number += 1
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        do throws(Failure) {
          entries.append(try Self.entry(line, from: source, to: targets.count == 1 ? targets.first : nil))
        } catch {
          throw Failure(
            path: path, "line \(number): \(error.message)",
            remedy: #"each line is {"source": "…", "target": "…", "to": "kk"}"#)
        }
      }
      if entries.count >= Self.batch { try add(&entries) }
    }
    try add(&entries)
  }

  private func add(_ entries: inout [MemoryEntry]) throws(Failure) {
    let added = entries
    _ = try found.use { (memory) throws(MemoryError) in try memory.add(added) }
    entries.removeAll(keepingCapacity: true)
  }

  private static func entry(_ line: [UInt8], from: LanguageTag, to: LanguageTag?) throws(Failure) -> MemoryEntry {
    let value: JSONValue
    do { value = try JSONValue(parsing: line) } catch {
      throw Failure("not JSON at byte \(error.offset): \(error.problem)")
    }
    let request = LineRequest(value: value)
    return MemoryEntry(
      source: Content(try request.text("source")), target: Content(try request.text("target")),
      sourceLanguage: try request.language("from", or: from), targetLanguage: try request.language("to", or: to),
      properties: [origin: value["origin"]?.string ?? usualOrigin])
  }

  /// Gives the segments of an article the candidates that the machine has for them.
  ///
  /// - Throws: ``Failure`` where what was read can't be looked up.
  func apply(to units: inout [Unit], from source: LanguageTag, to target: LanguageTag) throws(Failure) {
    for unit in units.indices where units[unit].isTranslatable {
      for segment in units[unit].segments.indices where !units[unit].segments[segment].isIgnorable {
        let content = units[unit].segments[segment].source
        guard content.text.hasLetter else { continue }
        let matches = try found.use { (memory) throws(MemoryError) in
          try memory.matches(for: content, from: source, to: target, least: 100, limit: 1)
        }
        guard let entry = matches.first?.entry else { continue }
        units[unit].segments[segment].candidates.append(
          MatchCandidate(
            source: entry.source, target: entry.target, similarity: nil,
            origin: entry.properties[Self.origin] ?? Self.usualOrigin, kind: .machine))
      }
    }
  }
}
