public import Units

/// What stands at a unit's place after a file was rewritten.
public enum RewrittenUnit: Sendable {
  /// A unit of the document, byte for byte.
  case kept(Int)
  /// A unit in place of one of the document, or an added one; `kept` are the segments that are copied from the one it
  /// replaces, by their index there; `notes` are elements of the document that go along with a segment.
  case written(Unit, replacing: Int?, kept: [Int: Int], notes: [Int: [FileRange]])

  /// The unit of the document that it is, or stands in place of; nil for an added one.
  public var predecessor: Int? {
    switch self {
    case .kept(let index): index
    case .written(_, let index, _, _): index
    }
  }
}

extension Document {
  /// The edit that leaves a file with these units, in this order; units that stay where they are are not touched.
  ///
  /// Nil where units lie inside each other, or there is none to show where others go.
  public func rewriting(file number: Int, as units: [RewrittenUnit]) -> Splice? {
    let extents = files[number].extents
    guard let first = extents.first, zip(extents, extents.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound })
    else { return nil }
    let order = longestAscending(units.map(\.predecessor))
    var splice = Splice()
    guard !order.isEmpty else {
      splice.replace(first, with: joined(units, number))
      for extent in extents.dropFirst() { splice.replace(withSpaceBefore(extent), with: [UInt8]()) }
      return splice
    }
    let stays = Set(order.compactMap { units[$0].predecessor })
    for (index, extent) in extents.enumerated() where !stays.contains(index) {
      splice.replace(withSpaceBefore(extent), with: [UInt8]())
    }
    var last = 0
    for (place, index) in order.enumerated() {
      guard let predecessor = units[index].predecessor else { continue }
      let added = Array(units[last..<index])
      // What is added follows the unit before it; only what comes first stands before the one behind it.
      if !added.isEmpty, place == 0 {
        let at = extents[predecessor].lowerBound
        splice.replace(at..<at, with: joined(added, number) + lineBreak(number))
      } else {
        append(added, behind: extents, units, order, place - 1, number, to: &splice)
      }
      if case .written = units[index] { splice.replace(extents[predecessor], with: rendered(units[index], number)) }
      last = index + 1
    }
    append(Array(units[last...]), behind: extents, units, order, order.count - 1, number, to: &splice)
    return splice
  }

  private func append(
    _ added: [RewrittenUnit], behind extents: [FileRange], _ units: [RewrittenUnit], _ order: [Int], _ place: Int,
    _ number: Int, to splice: inout Splice
  ) {
    guard !added.isEmpty, let predecessor = units[order[place]].predecessor else { return }
    let at = extents[predecessor].upperBound
    splice.replace(at..<at, with: lineBreak(number) + joined(added, number))
  }

  private func joined(_ units: [RewrittenUnit], _ number: Int) -> [UInt8] {
    Array(units.map { rendered($0, number) }.joined(separator: lineBreak(number)))
  }

  private func rendered(_ unit: RewrittenUnit, _ number: Int) -> [UInt8] {
    let file = files[number]
    switch unit {
    case .kept(let index): return Array(bytes[file.extents[index].bytes])
    case .written(let unit, let replaced, let kept, let notes):
      let notes = notes.mapValues { $0.map { Array(bytes[$0.bytes]) } }
      var writer = Writer(capacity: 1_000, depth: lineBreak(number).count / 2)
      let namespace = usesPrefix(number) ? version.namespace : nil
      switch version.family {
      case .one:
        var written: [Int: [UInt8]] = [:]
        for (segment, old) in kept {
          guard let replaced, file.slots[replaced].indices.contains(old),
            let element = file.slots[replaced][old].element
          else { continue }
          written[segment] = Array(bytes[element.bytes])
        }
        writer.group(unit, namespace: namespace, written: written, notes: notes)
      case .two: writer.unit(unit, namespace: namespace, notes: unit.segments.indices.flatMap { notes[$0] ?? [] })
      }
      let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A }
      return Array(writer.bytes.drop(while: isSpace).dropLast())
    }
  }

  /// A line feed with the indentation of the file's first unit.
  private func lineBreak(_ number: Int) -> [UInt8] {
    guard let start = files[number].extents.first?.lowerBound.bytes else { return [0x0A] }
    let indentation = bytes[..<start].reversed().prefix { $0 == 0x20 }
    return [0x0A] + indentation
  }

  private func usesPrefix(_ number: Int) -> Bool {
    guard let start = files[number].extents.first?.lowerBound.bytes else { return false }
    return bytes[start...].prefix { ![0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains($0) }.contains(UInt8(ascii: ":"))
  }

  private func withSpaceBefore(_ range: FileRange) -> FileRange {
    var start = range.lowerBound.bytes
    while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start - 1]) { start -= 1 }
    return FileRange(bytes: start..<range.upperBound.bytes)
  }

  /// The edit that notes the fingerprint of the article that a file now belongs to, where it notes one.
  public func settingFingerprint(_ fingerprint: Fingerprint, file number: Int) -> Splice {
    var splice = Splice()
    guard let old = files[number].fingerprint.map({ Array($0.utf8) }), let first = old.first,
      let end = files[number].extents.first?.lowerBound.bytes
    else { return splice }
    var at = files[number].at.bytes
    while at + old.count <= end {
      if bytes[at] == first, bytes[at..<at + old.count].elementsEqual(old) {
        splice.replace(FileRange(bytes: at..<at + old.count), with: Array(fingerprint.description.utf8))
        break
      }
      at += 1
    }
    return splice
  }
}

/// The indexes of a longest ascending subsequence; elements that are nil are left out.
public func longestAscending(_ values: [Int?]) -> [Int] {
  var ends: [Int] = []
  var before: [Int?] = Array(repeating: nil, count: values.count)
  for (index, value) in values.enumerated() {
    guard let value else { continue }
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if let end = values[ends[middle]], end < value { low = middle + 1 } else { high = middle }
    }
    before[index] = low > 0 ? ends[low - 1] : nil
    if low == ends.count { ends.append(index) } else { ends[low] = index }
  }
  var result: [Int] = []
  var at = ends.last
  while let index = at {
    result.append(index)
    at = before[index]
  }
  return result.reversed()
}
