import Articles
import Terminology
import Units

/// A published article and its translation, joined block by block and, within those, sentence by sentence.
struct TranslationPair {
  /// An article with the units that its blocks are extracted as, one for each.
  typealias Side = (article: Article, units: [Unit])

  /// A unit for each block of the source, its segments translated where the translation has a counterpart.
  private(set) var units: [Unit] = []
  /// For each segment of each unit, how sure its translation is, from 0 to 1; nil where there is none.
  private(set) var confidences: [[Double?]] = []
  /// How many beads of sentences there are of each kind.
  private(set) var counts: [String: Int] = [:]
  /// The beads of blocks, by their indexes among those that are no furniture.
  private(set) var blocks: [Bead] = []

  /// A sentence: the block it stands in, and where in its text.
  private struct Sentence {
    var block: Int
    var range: Range<Int>
    var features: AlignmentFeatures
  }

  private var weights: [Double] = []
  private let expansion: Double
  private let source: Side
  private let target: Side

  /// `expansion` is how much longer texts of the target language are as a rule.
  init(_ source: Side, _ target: Side, _ press: PressSpelling, expansion: Double) {
    self.expansion = expansion
    (self.source, self.target) = (Self.withoutFurniture(source), Self.withoutFurniture(target))
    var anchors = AnchorTable(press)
    let features = (Self.features(of: self.source, &anchors), Self.features(of: self.target, &anchors))
    let sentences = (Self.sentences(of: self.source, &anchors), Self.sentences(of: self.target, &anchors))
    weights = anchors.weights
    blocks = BeadSearch(features.0, features.1, weights, expansion: expansion, steps: BeadSearch.Step.blocks).beads()
    for bead in blocks {
      join(bead.sources, Array(sentences.0[bead.sources].joined()), Array(sentences.1[bead.targets].joined()))
    }
  }

  /// The beads of the blocks of two articles, each at most one for one.
  static func singleBlocks(
    _ source: Article, _ target: Article, _ press: PressSpelling, expansion: Double
  ) -> [Bead] {
    var anchors = AnchorTable(press)
    let features = (Self.features(of: (source, []), &anchors), Self.features(of: (target, []), &anchors))
    return BeadSearch(
      features.0, features.1, anchors.weights, expansion: expansion, steps: BeadSearch.Step.singleBlocks
    ).beads()
  }

  /// Joins the sentences of some blocks with those of their counterpart.
  private mutating func join(_ blocks: Range<Int>, _ sources: [Sentence], _ targets: [Sentence]) {
    let beads = BeadSearch(
      sources.map(\.features), targets.map(\.features), weights, expansion: expansion, steps: BeadSearch.Step.sentences
    ).beads()
    for bead in beads { counts["\(bead.sources.count)-\(bead.targets.count)", default: 0] += 1 }
    var rest = Self.withAdditions(beads)[...]
    for block in blocks {
      var pieces: [Piece] = []
      while let bead = rest.first, let first = bead.sources.first, sources[first].block == block {
        // What is joined over the end of a block stays with its beginning.
        let last = bead.sources.last { sources[$0].block == block } ?? first
        let translation = bead.targets.isEmpty ? nil : content(of: Array(targets[bead.targets]))
        pieces.append(
          Piece(
            range: sources[first].range.lowerBound..<sources[last].range.upperBound, translation: translation,
            confidence: translation == nil ? nil : bead.confidence))
        rest.removeFirst()
        if let next = bead.sources.first(where: { sources[$0].block != block }) {
          rest.insert(Bead(sources: next..<bead.sources.upperBound, targets: 0..<0, confidence: 0), at: rest.startIndex)
        }
      }
      add(block, pieces)
    }
  }

  /// A stretch of a block with its translation.
  private struct Piece {
    var range: Range<Int>
    var translation: Content?
    var confidence: Double?
  }

  private mutating func add(_ block: Int, _ pieces: [Piece]) {
    let content = source.article.blocks[block].source
    var all: [(range: Range<Int>, piece: Piece?)] = []
    var at = 0
    for piece in pieces {
      if piece.range.lowerBound > at { all.append((at..<piece.range.lowerBound, nil)) }
      all.append((piece.range, piece))
      at = piece.range.upperBound
    }
    if at < content.text.count || all.isEmpty { all.append((at..<content.text.count, nil)) }
    var unit = source.units[block]
    unit.segments = zip(content.slices(all.map(\.range)), all).map { slice, part in
      guard let piece = part.piece else { return Segment(source: slice, isIgnorable: true) }
      guard var translation = piece.translation else { return Segment(source: slice) }
      translation.codes = CodeMapping(from: translation, to: slice).mapped(translation.codes)
      return Segment(source: slice, target: translation, state: .translated)
    }
    units.append(unit)
    confidences.append(all.map { $0.piece?.confidence })
  }

  /// The text of sentences of the translation, with what stands between them.
  private func content(of sentences: [Sentence]) -> Content {
    var result = Content()
    for block in Set(sentences.map(\.block)).sorted() {
      let own = sentences.filter { $0.block == block }.map(\.range)
      guard let first = own.first, let last = own.last else { continue }
      let whole = target.article.blocks[block].source
      let ranges = [0..<first.lowerBound, first.lowerBound..<last.upperBound, last.upperBound..<whole.text.count]
      var part = whole.slices(ranges)[1]
      let highest = result.codes.map(\.ordinal).max() ?? 0
      if !result.isEmpty { result.text.append(0x20) }
      for index in part.codes.indices {
        part.codes[index].ordinal += highest
        part.codes[index].at = Offset(part.codes[index].at.bytes + result.text.count)
      }
      result.text += part.text
      result.codes += part.codes
    }
    return result
  }

  /// What stands in the translation alone is kept, with the sentence before it.
  private static func withAdditions(_ beads: [Bead]) -> [Bead] {
    var result: [Bead] = []
    var start: Int?
    for var bead in beads {
      if bead.sources.isEmpty {
        guard var last = result.popLast() else {
          start = start ?? bead.targets.lowerBound
          continue
        }
        last.targets = (last.targets.isEmpty ? bead.targets : last.targets.lowerBound..<bead.targets.upperBound)
        last.confidence /= 2
        result.append(last)
        continue
      }
      if let first = start.take() {
        bead.targets = first..<max(bead.targets.upperBound, first + 1)
        bead.confidence /= 2
      }
      result.append(bead)
    }
    return result
  }

  private static func withoutFurniture(_ side: Side) -> Side {
    var (article, units) = side
    let kept = article.blocks.indices.filter { article.blocks[$0].role != .furniture && $0 < units.count }
    units = kept.map { units[$0] }
    article.blocks = kept.map { article.blocks[$0] }
    return (article, units)
  }

  private static func features(of side: Side, _ anchors: inout AnchorTable) -> [AlignmentFeatures] {
    side.article.blocks.map { block in
      let codes = block.codes.map { Array(side.article.bytes[$0.bytes]) }
      return anchors.features(of: block.source.text, role: block.role, codes: codes)
    }
  }

  private static func sentences(of side: Side, _ anchors: inout AnchorTable) -> [[Sentence]] {
    side.units.enumerated().map { block, unit in
      var at = 0
      var sentences: [Sentence] = []
      for segment in unit.segments {
        let range = at..<at + segment.source.text.count
        at = range.upperBound
        guard !segment.isIgnorable, !range.isEmpty else { continue }
        let features = anchors.features(of: segment.source.text, role: unit.role, codes: [])
        sentences.append(Sentence(block: block, range: range, features: features))
      }
      return sentences
    }
  }
}
