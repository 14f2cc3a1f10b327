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

  private let units: [Unit]
  private let segments: [(unit: Int, segment: Int)]
  private var isUsed: [Bool]
  /// The first segment behind the last one that was placed: tools keep the order, so it is nearly always the next.
  private var next = 0
  /// The segments by the first bytes of their source, for those that were moved.
  private var byStart: [[UInt8]: [Int]] = [:]

  init(_ article: Article, _ units: [Unit]) {
    self.units = units
    segments = units.indices.flatMap { unit in
      units[unit].segments.indices.lazy.filter { !units[unit].segments[$0].isIgnorable }.map { (unit, $0) }
    }
    isUsed = Array(repeating: false, count: segments.count)
    for (index, place) in segments.enumerated() {
      byStart[start(of: units[place.unit].segments[place.segment].source.text, from: 0), default: []].append(index)
    }
    placements = Array(repeating: [], count: article.blocks.count)
    // A site's menu may say what an article says: where furniture was not extracted, it takes what is left.
    let hasFurniture = units.contains { $0.role == .furniture }
    func isFirst(_ block: Block) -> Bool { hasFurniture || block.role != .furniture }
    for (index, block) in article.blocks.enumerated() where isFirst(block) { place(block, index) }
    for (index, block) in article.blocks.enumerated() where !isFirst(block) { place(block, index) }
    for (index, place) in segments.enumerated() where !isUsed[index] {
      let source = units[place.unit].segments[place.segment].source
      if !Folding.trimmed(source.text).isEmpty { unplaced.append(place) }
    }
  }

  /// Whether a segment that was not found is what the text was changed from.
  func isAccountedFor(_ gap: Gap) -> Bool { gap.expected < isUsed.count && !isUsed[gap.expected] }

  private mutating func place(_ block: Block, _ number: Int) {
    let text = block.source.text
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
    if block.role != .furniture || !found.isEmpty {
      uncovered += gaps
    }
    placements[number] = found
  }

  private mutating func take(_ index: Int, _ range: Range<Int>, into found: inout [Placement]) {
    isUsed[index] = true
    next = index + 1
    found.append(Placement(unit: segments[index].unit, segment: segments[index].segment, range: range))
  }

  /// The segment whose source stands at a place: the next one in order, or else the longest of all that are left.
  private func segment(in text: [UInt8], at: Int) -> (index: Int, end: Int)? {
    if next < segments.count, !isUsed[next], let end = end(of: next, in: text, at: at) { return (next, end) }
    var best: (index: Int, end: Int)?
    for index in byStart[start(of: text, from: at)] ?? [] where !isUsed[index] {
      if let end = end(of: index, in: text, at: at), end > best?.end ?? at { best = (index, end) }
    }
    return best
  }

  private func end(of index: Int, in text: [UInt8], at: Int) -> Int? {
    let source = units[segments[index].unit].segments[segments[index].segment].source.text
    guard let end = Folding.end(of: source, in: text, at: at), end > at else { return nil }
    return end
  }

  /// Where the next segments in order begin again, behind text that changed.
  private func nextPlace(in text: [UInt8], after at: Int) -> Int? {
    var best: Int?
    for index in next..<min(next + 8, segments.count) where !isUsed[index] {
      let source = units[segments[index].unit].segments[segments[index].segment].source.text
      if let range = Folding.range(of: source, in: text, from: at + 1), range.lowerBound < best ?? .max {
        best = range.lowerBound
      }
    }
    return best
  }

  /// The first bytes that are no white space and stay the same under normalization: ASCII.
  private func start(of text: [UInt8], from start: Int) -> [UInt8] {
    let at = Folding.skipSpace(text, start)
    let first = text[min(at, text.count)...].prefix(3)
    let isSolid = first.count == 3 && first.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    return isSolid ? Array(first) : first.prefix(1).filter { $0 < 0x80 }
  }

  private func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<range.lowerBound + Folding.trimmed(Array(text[range])).upperBound
  }
}
