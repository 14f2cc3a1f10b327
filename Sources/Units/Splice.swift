/// Edits of a document, applied in one pass: the one way to write into bytes that exist.
///
/// Edits lie nested or apart, never across each other. A document with no edit is copied byte for byte.
public struct Splice: Hashable, Sendable {
  /// A piece of what stands in place of a range.
  public enum Part: Hashable, Sendable {
    /// New bytes, already encoded for their place.
    case bytes([UInt8])
    /// Bytes of the document with the edits inside them: an unchanged sentence, a moved link, its translated title.
    ///
    /// The range lies inside the range that is replaced.
    case copy(FileRange)
  }

  /// A range and what stands in its place.
  public struct Edit: Hashable, Sendable {
    /// What is replaced; empty to insert.
    public var range: FileRange
    /// What stands there instead.
    public var parts: [Part]
  }

  /// Two edits that can't both be done.
  public struct Conflict: Error, Hashable, Sendable {
    /// The range of the edit that comes first.
    public var first: FileRange
    /// The range of the edit, or of the copy in it, that doesn't fit.
    public var second: FileRange
  }

  /// The edits, in the order they were added.
  public private(set) var edits: [Edit] = []

  /// No edit.
  public init() {}

  /// Replaces a range with bytes and copies.
  public mutating func replace(_ range: FileRange, with parts: [Part]) {
    edits.append(Edit(range: range, parts: parts))
  }

  /// Replaces a range with bytes.
  public mutating func replace(_ range: FileRange, with bytes: [UInt8]) { replace(range, with: [.bytes(bytes)]) }

  /// Adds the edits of another splice of the same document.
  public mutating func append(_ other: Splice) { edits += other.edits }

  /// `original` with the edits done, in one pass into one buffer.
  ///
  /// - Throws: ``Conflict`` where edits cross, lie outside `original`, or copy from outside what they replace.
  public func applied(to original: [UInt8]) throws(Conflict) -> [UInt8] {
    if edits.isEmpty { return original }
    let sorted = try ordered(upTo: original.count)
    var result: [UInt8] = []
    result.reserveCapacity(original.count + original.count / 4)
    render(0..<original.count, of: original, edits: sorted, after: -1, into: &result)
    return result
  }

  /// The edits by place, an outer one before those inside it.
  private func ordered(upTo count: Int) throws(Conflict) -> [Edit] {
    let order = edits.indices.sorted { left, right in
      let (a, b) = (edits[left].range, edits[right].range)
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
      // An insertion comes before whatever begins where it stands.
      if a.isEmpty != b.isEmpty { return a.isEmpty }
      return a.upperBound != b.upperBound ? a.upperBound > b.upperBound : left < right
    }
    var open: [FileRange] = []
    for index in order {
      let edit = edits[index]
      while let last = open.last, last.upperBound <= edit.range.lowerBound { open.removeLast() }
      if let outer = open.last, edit.range.upperBound > outer.upperBound {
        throw Conflict(first: outer, second: edit.range)
      }
      if edit.range.upperBound.bytes > count { throw Conflict(first: edit.range, second: edit.range) }
      for case .copy(let source) in edit.parts
      where source.lowerBound < edit.range.lowerBound || source.upperBound > edit.range.upperBound {
        throw Conflict(first: edit.range, second: source)
      }
      open.append(edit.range)
    }
    return order.map { edits[$0] }
  }

  private func render(
    _ range: Range<Int>, of original: [UInt8], edits: [Edit], after outer: Int, into result: inout [UInt8]
  ) {
    var at = range.lowerBound
    var index = max(outer + 1, firstEdit(in: edits, from: range.lowerBound))
    while index < edits.count {
      let edit = edits[index]
      let low = edit.range.lowerBound.bytes
      // What is inserted at the very end belongs to the document, not to a copy that ends there.
      guard low < range.upperBound || (low == range.upperBound && outer < 0) else { break }
      defer { index += 1 }
      guard edit.range.lowerBound.bytes >= at, edit.range.upperBound.bytes <= range.upperBound else { continue }
      result += original[at..<edit.range.lowerBound.bytes]
      for part in edit.parts {
        switch part {
        case .bytes(let bytes): result += bytes
        case .copy(let source): render(source.bytes, of: original, edits: edits, after: index, into: &result)
        }
      }
      at = edit.range.upperBound.bytes
    }
    result += original[at..<range.upperBound]
  }

  private func firstEdit(in edits: [Edit], from offset: Int) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound.bytes >= offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
