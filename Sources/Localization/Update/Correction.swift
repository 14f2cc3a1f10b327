import Units

/// Where the units of a corrected article come from: units and sentences of the old one, joined by content.
///
/// Whole units first, so that what a tool made of their segmentation stays; then sentences that stand in the old
/// version wherever they stand now; then sentences that are much alike, for a translator to start from.
struct Correction {
  /// A segment of the old units.
  struct Place: Hashable {
    var unit: Int
    var segment: Int
  }

  /// Where a segment of the corrected article comes from.
  enum Origin: Hashable {
    /// White space between sentences.
    case space
    case kept(Place)
    case changed(Place)
    case new
  }

  /// A unit of the corrected article: an old one as it is, or ranges of its text with their origins.
  enum Successor {
    case whole(Int)
    case pieces([(range: Range<Int>, origin: Origin)])
  }

  /// For each unit of the corrected article, in order; nil for furniture that was not extracted before either.
  private(set) var successors: [Successor?]
  /// Segments that the corrected article no longer has, in order.
  private(set) var deleted: [Place] = []

  private let old: [Unit]
  private let new: [Unit]
  private let texts: [[UInt8]]
  private var isTaken: [[Bool]]

  /// Below this many percent of common words, two sentences have nothing to do with each other.
  private static let leastSimilarity = 40
  /// How many sentences around the expected place are compared with a changed one.
  private static let window = 64

  /// `new` are the units of the corrected article as they are extracted, `texts` the whole texts of their blocks.
  init(from old: [Unit], to new: [Unit], texts: [[UInt8]]) {
    self.old = old
    self.new = new
    self.texts = texts
    successors = Array(repeating: nil, count: new.count)
    isTaken = old.map { Array(repeating: false, count: $0.segments.count) }
    joinUnits()
    joinSentences()
    joinAlike()
    for unit in old.indices {
      for segment in sentences(of: old[unit]) where !isTaken[unit][segment] {
        deleted.append(Place(unit: unit, segment: segment))
      }
    }
  }

  private func sentences(of unit: Unit) -> [Int] {
    unit.segments.indices.filter { !unit.segments[$0].isIgnorable && !unit.segments[$0].source.isEmpty }
  }

  /// The ranges of a text that old segments have, one behind the other; nil where the text is another one.
  private func ranges(of segments: [Int], _ unit: Int, in text: [UInt8], _ range: Range<Int>) -> [Range<Int>]? {
    var at = Folding.skipSpace(text, range.lowerBound)
    var result: [Range<Int>] = []
    for segment in segments {
      guard let end = Folding.end(of: old[unit].segments[segment].source.text, in: text, at: at) else { return nil }
      result.append(at..<end)
      at = Folding.skipSpace(text, end)
    }
    return at >= range.upperBound ? result : nil
  }

  private func key(_ text: [UInt8]) -> String { String(decoding: Folding.solid(text), as: UTF8.self) }

  private func key(_ unit: Int, _ segments: some Sequence<Int>) -> String {
    key(segments.reduce(into: []) { $0 += old[unit].segments[$1].source.text })
  }

  private mutating func joinUnits() {
    let oldKeys = old.indices.map { key($0, sentences(of: old[$0])) }
    let newKeys = texts.map { key($0) }
    var limits = (start: 0, oldEnd: old.count, newEnd: new.count)
    while limits.start < min(old.count, new.count), oldKeys[limits.start] == newKeys[limits.start],
      keep(limits.start, as: limits.start)
    {
      limits.start += 1
    }
    while limits.oldEnd > limits.start, limits.newEnd > limits.start,
      oldKeys[limits.oldEnd - 1] == newKeys[limits.newEnd - 1], keep(limits.oldEnd - 1, as: limits.newEnd - 1)
    {
      limits.oldEnd -= 1
      limits.newEnd -= 1
    }
    var queues: [String: [Int]] = [:]
    for unit in (limits.start..<limits.oldEnd).reversed() { queues[oldKeys[unit], default: []].append(unit) }
    let middle = limits.start..<limits.newEnd
    // A site's menu may say what an article says: the article comes first.
    for index in middle.filter({ new[$0].role != .furniture }) + middle.filter({ new[$0].role == .furniture }) {
      if let unit = queues[newKeys[index]]?.last, keep(unit, as: index) { queues[newKeys[index]]?.removeLast() }
    }
  }

  private mutating func keep(_ unit: Int, as index: Int) -> Bool {
    let segments = sentences(of: old[unit])
    guard ranges(of: segments, unit, in: texts[index], 0..<texts[index].count) != nil else { return false }
    successors[index] = .whole(unit)
    for segment in segments { isTaken[unit][segment] = true }
    return true
  }

  /// Runs of segments by their text: a tool may have split a sentence, or joined two.
  private func runs() -> [String: [(unit: Int, segments: ArraySlice<Int>)]] {
    var result: [String: [(unit: Int, segments: ArraySlice<Int>)]] = [:]
    for unit in old.indices {
      let sentences = sentences(of: old[unit])
      for length in 1...3 where length <= sentences.count {
        for start in 0...sentences.count - length {
          let run = sentences[start..<start + length]
          guard !run.contains(where: { isTaken[unit][$0] }) else { continue }
          result[key(unit, run), default: []].append((unit, run))
        }
      }
    }
    // The first of those that say the same is taken first.
    return result.mapValues { $0.reversed() }
  }

  private mutating func joinSentences() {
    var runs = runs()
    let hasFurniture = old.contains { $0.role == .furniture }
    for index in new.indices where successors[index] == nil && (hasFurniture || new[index].role != .furniture) {
      let sentences = pieces(of: new[index]).filter { !$0.isSpace }.map(\.range)
      var found: [(range: Range<Int>, origin: Origin)] = []
      var at = 0
      while at < sentences.count {
        let end = take(sentences[at...], of: index, from: &runs, into: &found)
        if end == at { found.append((sentences[at], .new)) }
        at = max(end, at + 1)
      }
      successors[index] = .pieces(found)
    }
  }

  /// Takes the old segments that one to three sentences come from; the index behind the last of those.
  private mutating func take(
    _ sentences: ArraySlice<Range<Int>>, of index: Int,
    from runs: inout [String: [(unit: Int, segments: ArraySlice<Int>)]],
    into found: inout [(range: Range<Int>, origin: Origin)]
  ) -> Int {
    guard let first = sentences.first else { return sentences.startIndex }
    for (count, last) in sentences.prefix(3).enumerated() {
      let range = first.lowerBound..<last.upperBound
      let key = key(Array(texts[index][range]))
      while let run = runs[key]?.last {
        guard !run.segments.contains(where: { isTaken[run.unit][$0] }) else {
          runs[key]?.removeLast()
          continue
        }
        guard let ranges = ranges(of: Array(run.segments), run.unit, in: texts[index], range) else { break }
        runs[key]?.removeLast()
        for (range, segment) in zip(ranges, run.segments) {
          isTaken[run.unit][segment] = true
          found.append((range, .kept(Place(unit: run.unit, segment: segment))))
        }
        return sentences.startIndex + count + 1
      }
    }
    return sentences.startIndex
  }

  private func pieces(of unit: Unit) -> [(range: Range<Int>, isSpace: Bool)] {
    var at = 0
    return unit.segments.map { segment in
      defer { at += segment.source.text.count }
      return (at..<at + segment.source.text.count, segment.isIgnorable)
    }
  }

  /// Pairs new sentences with old ones that are gone, the most alike first, near their place.
  private mutating func joinAlike() {
    let gone = old.indices.flatMap { unit in
      sentences(of: old[unit]).filter { !isTaken[unit][$0] }.map { Place(unit: unit, segment: $0) }
    }
    guard !gone.isEmpty else { return }
    let goneParts = gone.map { WordDifference.parts(old[$0.unit].segments[$0.segment].source.text) }
    var pairs: [(similarity: Int, distance: Int, index: Int, piece: Int, gone: Int)] = []
    var expected = 0
    for index in new.indices {
      switch successors[index] {
      case .whole(let unit)?: expected = first(behind: Place(unit: unit, segment: .max), in: gone)
      case .pieces(let pieces)?:
        for (number, piece) in pieces.enumerated() {
          if case .kept(let place) = piece.origin { expected = first(behind: place, in: gone) }
          guard piece.origin == .new else { continue }
          let parts = WordDifference.parts(Array(texts[index][piece.range]))
          for other in max(0, expected - Self.window)..<min(gone.count, expected + Self.window) {
            let similarity = WordDifference.similarity(goneParts[other], parts)
            guard similarity >= Self.leastSimilarity else { continue }
            pairs.append((similarity, abs(other - expected), index, number, other))
          }
        }
      case nil: break
      }
    }
    pairs.sort { ($1.similarity, $0.distance, $0.index, $0.piece) < ($0.similarity, $1.distance, $1.index, $1.piece) }
    for pair in pairs {
      let place = gone[pair.gone]
      guard !isTaken[place.unit][place.segment], case .pieces(var pieces)? = successors[pair.index],
        pieces[pair.piece].origin == .new
      else { continue }
      isTaken[place.unit][place.segment] = true
      pieces[pair.piece].origin = .changed(place)
      successors[pair.index] = .pieces(pieces)
    }
  }

  /// The index of the first place behind another, by bisection.
  private func first(behind place: Place, in places: [Place]) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if (places[middle].unit, places[middle].segment) <= (place.unit, place.segment) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
