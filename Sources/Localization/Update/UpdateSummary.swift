import Checks
import JSON

/// What a correction changed, for a person and for programs: what changes facts comes first.
struct UpdateSummary {
  private let changes: [Reviser.Change]
  private let kept: Int
  private let moved: Int

  init(_ revision: Reviser) {
    let isFactual = { (change: Reviser.Change) in !change.facts.isEmpty }
    changes = revision.changes.filter(isFactual) + revision.changes.filter { !isFactual($0) }
    kept = revision.keptCount
    moved = revision.movedCount
  }

  private func count(_ kind: Reviser.Change.Kind) -> Int { changes.count { $0.kind == kind } }

  /// A line with the counts, and one for each change.
  func text(for path: String) -> String {
    var text =
      "\(path): \(kept) kept, \(count(.changed)) changed, \(count(.new)) new, \(count(.deleted)) deleted,"
      + " \(moved) moved, \(count(.markup)) with other markup\n"
    for change in changes {
      let facts = change.facts.isEmpty ? "" : " (\(change.facts.map(\.rawValue).joined(separator: ", ")))"
      let difference = change.difference.flatMap { $0.isEmpty ? nil : $0 } ?? change.source
      text += "  \(change.kind.rawValue)\(facts) \(change.unit): \(difference)\n"
    }
    return text
  }

  /// An object on one line.
  func json(for path: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("file")
    writer.string(path)
    writer.key("changes")
    writer.beginArray()
    for change in changes { write(change, to: &writer) }
    writer.endArray()
    writer.key("summary")
    writer.beginObject()
    let counts = [
      ("kept", kept), ("changed", count(.changed)), ("new", count(.new)), ("deleted", count(.deleted)),
      ("moved", moved), ("markup", count(.markup)),
    ]
    for (name, number) in counts {
      writer.key(name)
      writer.number(number)
    }
    writer.endObject()
    writer.endObject()
    return writer.drain() + [0x0A]
  }

  private func write(_ change: Reviser.Change, to writer: inout JSONWriter) {
    writer.beginObject()
    let texts = [
      ("kind", change.kind.rawValue), ("unit", change.unit), ("source", change.source), ("was", change.old),
      ("difference", change.difference),
    ]
    for case (let name, let text?) in texts {
      writer.key(name)
      writer.string(text)
    }
    if !change.facts.isEmpty {
      writer.key("facts")
      writer.beginArray()
      for fact in change.facts { writer.string(fact.rawValue) }
      writer.endArray()
    }
    writer.endObject()
  }
}
