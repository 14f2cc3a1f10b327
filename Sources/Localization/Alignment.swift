import Articles
import Units
import XLIFF

/// Where each segment of an XLIFF file stands in the article: found by content, so that nothing a tool may lose (ids,
/// order, segmentation) is needed.
struct Alignment {
  /// A segment and the range of a block's text that is its source.
  struct Placement {
    var unit: Int
    var segment: Int
    var range: Range<Int>
  }

  /// A range of a block's text that no segment has, and the segment that was expected there.
  struct Gap {
    var block: Int
    var range: Range<Int>
    fileprivate var expected: Int
  }

  /// For each block, its segments in the order of its text.
  private(set) var placements: [[Placement]] = []
  /// Text of the article that no segment has.
  private(set) var uncovered: [Gap] = []
  /// Segments whose source the article doesn't have (any more).
  private(set) var unplaced: [(unit: Int, segment: Int)] = []

  private let segments: [(unit: Int, segment: Int)]
  /// The text of each segment's source as an article has it.
  private let sources: [[UInt8]]
  /// The text with a line break at each code of which nothing is known, for segments that have such a code.
  private var alternatives: [Int: [UInt8]] = [:]
  private var isUsed: [Bool]
  private var unusedCount: Int
  /// The first segment behind the last one that was placed: tools keep the order, so it is nearly always the next.
  private var next = 0
  /// The segments by the first bytes of their source, for those that were moved: longer beginnings first.
  ///
  /// Made when the first one is missed: most files have none.
  private var byStart: [[UInt8]: Bucket]?
  private static let startLengths = [32, 8, 1]

  /// Segments that begin alike, in order; those before `first` are used.
  private struct Bucket {
    var indexes: [Int] = []
    var first = 0
  }

  init(_ article: Article, _ units: [Unit]) {
    segments = Self.segments(of: units)
    sources = segments.map { Self.text(of: units[$0.unit].segments[$0.segment].source) { $0.equivalent == "\n" } }
    for (index, place) in segments.enumerated() {
      let source = units[place.unit].segments[place.segment].source
      guard source.codes.contains(where: \.isUnknown) else { continue }
      alternatives[index] = Self.text(of: source) { $0.equivalent == "\n" || $0.isUnknown }
    }
    isUsed = Array(repeating: false, count: segments.count)
    unusedCount = segments.count
    placements = Array(repeating: [], count: article.blocks.count)
    // A site's menu may say what an article says: where furniture was not extracted, it takes what is left.
    let hasFurniture = units.contains { $0.role == .furniture }
    let isLast = article.blocks.indices.map { !hasFurniture && article.blocks[$0].role == .furniture }
    for index in isLast.indices where !isLast[index] { place(article.blocks[index].source.text, index) }
    for index in isLast.indices where isLast[index] {
      place(article.blocks[index].source.text, index, isOptional: true)
    }
    for (index, place) in segments.enumerated() where !isUsed[index] { unplaced.append(place) }
  }

  /// The segments that have any text to be found by.
  private static func segments(of units: [Unit]) -> [(unit: Int, segment: Int)] {
    var result: [(unit: Int, segment: Int)] = []
    for unit in units.indices {
      for index in units[unit].segments.indices where !units[unit].segments[index].isIgnorable {
        let text = units[unit].segments[index].source.text
        if Folding.skipSpace(text, 0) < text.count { result.append((unit, index)) }
      }
    }
    return result
  }

  /// Whether a segment that was not found is what the text was changed from.
  func isAccountedFor(_ gap: Gap) -> Bool { gap.expected < isUsed.count && !isUsed[gap.expected] }

  /// A line break separates words in the text of an article; other tools leave that to the code.
  private static func text(of source: Content, breaking isBreak: (Code) -> Bool) -> [UInt8] {
    guard source.codes.contains(where: isBreak) else { return source.text }
    var text: [UInt8] = []
    var at = 0
    for code in source.codes where isBreak(code) {
      text += source.text[at..<code.at.bytes] + [0x0A]
      at = code.at.bytes
    }
    return text + source.text[at...]
  }

  private mutating func place(_ text: [UInt8], _ number: Int, isOptional: Bool = false) {
    var found: [Placement] = []
    var gaps: [Gap] = []
    var at = Folding.skipSpace(text, 0)
    while at < text.count {
      if let (index, end) = segment(in: text, at: at) {
        take(index, at..<end, into: &found)
        at = Folding.skipSpace(text, end)
      } else {
        let resumed = nextPlace(in: text, after: at)
        gaps.append(Gap(block: number, range: trimmed(text, at..<(resumed ?? text.count)), expected: next))
        at = resumed ?? text.count
      }
    }
    // Furniture that was not extracted is no change of the article.
    if !isOptional || !found.isEmpty { uncovered += gaps }
    placements[number] = found
  }

  private mutating func take(_ index: Int, _ range: Range<Int>, into found: inout [Placement]) {
    isUsed[index] = true
    unusedCount -= 1
    next = index + 1
    found.append(Placement(unit: segments[index].unit, segment: segments[index].segment, range: range))
  }

  /// The segment whose source stands at a place: the next one in order, or else the longest of all that are left.
  private mutating func segment(in text: [UInt8], at: Int) -> (index: Int, end: Int)? {
    if next < segments.count, !isUsed[next], let end = end(of: next, in: text, at: at) { return (next, end) }
    // Furniture that was not extracted comes last, and mostly finds nothing left.
    guard unusedCount > 0 else { return nil }
    if byStart == nil { byStart = segmentsByStart() }
    let start = solidStart(of: text, from: at)
    // A longer beginning is a longer source, or at least a better guess.
    for length in Self.startLengths where start.count >= length {
      let key = Array(start.prefix(length))
      guard var bucket = byStart?[key] else { continue }
      while bucket.first < bucket.indexes.count, isUsed[bucket.indexes[bucket.first]] { bucket.first += 1 }
      byStart?[key]?.first = bucket.first
      var best: (index: Int, end: Int)?
      for index in bucket.indexes[bucket.first...] where !isUsed[index] {
        if let end = end(of: index, in: text, at: at), end > best?.end ?? at { best = (index, end) }
      }
      if let best { return best }
    }
    return nil
  }

  private func end(of index: Int, in text: [UInt8], at: Int) -> Int? {
    let end =
      Folding.end(of: sources[index], in: text, at: at)
      ?? alternatives[index].flatMap { Folding.end(of: $0, in: text, at: at) }
    return end.flatMap { $0 > at ? $0 : nil }
  }

  /// Where the next segments in order begin again, behind text that changed.
  private func nextPlace(in text: [UInt8], after at: Int) -> Int? {
    var best: Int?
    for index in next..<min(next + 8, segments.count) where !isUsed[index] {
      if let range = Folding.range(of: sources[index], in: text, from: at + 1), range.lowerBound < best ?? .max {
        best = range.lowerBound
      }
    }
    return best
  }

  private func segmentsByStart() -> [[UInt8]: Bucket] {
    var result: [[UInt8]: Bucket] = [:]
    for (index, source) in sources.enumerated() {
      let start = solidStart(of: source, from: 0)
      let length = Self.startLengths.first { start.count >= $0 } ?? 0
      result[Array(start.prefix(length)), default: Bucket()].indexes.append(index)
    }
    return result
  }

  /// The first bytes from a place on that are no white space.
  private func solidStart(of text: [UInt8], from start: Int) -> [UInt8] {
    var result: [UInt8] = []
    var at = Folding.skipSpace(text, start)
    while at < text.count, result.count < 32 {
      result.append(text[at])
      at = Folding.skipSpace(text, at + 1)
    }
    return result
  }

  private func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<range.lowerBound + Folding.trimmed(Array(text[range])).upperBound
  }
}

extension Code {
  /// Whether the document says nothing of a code that stands alone but that it is there.
  fileprivate var isUnknown: Bool { kind == .standalone && display.isEmpty && equivalent.isEmpty }
}
