import Locales
import Segmentation
import Terminology
import Units

/// Joins the sentences of a paragraph that a tool left whole with those of its translation.
struct SentencePairs {
  private let segmenters: (source: Segmenter, target: Segmenter)
  private let press: PressSpelling
  private let expansion: Double
  /// Pairs of a paragraph in which one is less sure are not told.
  private static let leastConfidence = 0.7

  /// - Throws: ``Failure`` where a language has no segmenter.
  init(from source: Language, to target: Language, _ segmenters: Segmenters) throws(Failure) {
    self.segmenters = (try segmenters[source.locale.tag], try segmenters[target.locale.tag])
    press = PressSpelling(source.locale)
    expansion = target.locale.relativeLength / source.locale.relativeLength
  }

  /// The sentences of a text with those of its translation; none where it is one sentence, or it is not sure which
  /// belong together, or a code stands between two.
  func pairs(of source: Content, _ target: Content) -> [(source: Content, target: Content)] {
    guard let sentences = try? segmenters.source.sentences(in: source.text), sentences.count > 1,
      let translated = try? segmenters.target.sentences(in: target.text), translated.count > 1
    else { return [] }
    var anchors = AnchorTable(press)
    let features = [(source, sentences), (target, translated)].map { content, ranges in
      ranges.map { anchors.features(of: Array(content.text[$0]), role: .paragraph, codes: []) }
    }
    let beads = BeadSearch(
      features[0], features[1], anchors.weights, expansion: expansion, steps: BeadSearch.Step.sentences
    ).beads()
    guard beads.count > 1,
      beads.allSatisfy({ !$0.sources.isEmpty && !$0.targets.isEmpty && $0.confidence >= Self.leastConfidence })
    else { return [] }
    let pairs = Array(
      zip(
        source.slices(apart: beads.map { sentences.span(of: $0.sources) }),
        target.slices(apart: beads.map { translated.span(of: $0.targets) })))
    guard pairs.reduce(0, { $0 + $1.0.codes.count }) == source.codes.count,
      pairs.reduce(0, { $0 + $1.1.codes.count }) == target.codes.count
    else { return [] }
    let shape = { (content: Content) in Set(content.codes.map { "\($0.ordinal) \($0.kind)" }) }
    return pairs.allSatisfy { shape($0) == shape($1) } ? pairs : []
  }
}

extension Content {
  /// The contents of ranges that lie apart in ascending order; what stands between them is left out.
  fileprivate func slices(apart ranges: [Range<Int>]) -> [Content] {
    var slicer = slicer
    var at = 0
    return ranges.map { range in
      _ = slicer.slice(at..<range.lowerBound)
      at = range.upperBound
      return slicer.slice(range)
    }
  }
}

extension [Range<Int>] {
  /// From the beginning of the first to the end of the last of some neighbours, of which there is one at least.
  fileprivate func span(of neighbours: Range<Int>) -> Range<Int> {
    self[neighbours.lowerBound].lowerBound..<self[neighbours.upperBound - 1].upperBound
  }
}
