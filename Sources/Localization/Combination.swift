import Articles
import Units
import XLIFF

/// Several XLIFF files of one article and language as one: an old one and the delta of an update, or parts that two
/// translators did.
///
/// They are taken together unit by unit: each block of the article has the units of the file that has all of its text,
/// translated where one is. Two different translations of a block are nobody's to choose between.
struct Combination {
  /// The units that count.
  private(set) var file: ResourceFile
  /// For each unit of ``file``, which of the files it comes from.
  private(set) var origins: [Int] = []
  /// Blocks that two files translate differently.
  private(set) var conflicts: [Merger.Problem] = []

  /// How good what a file has for a block is.
  private enum Quality: Int, Comparable {
    case missing, partial, untranslated, stale, translated

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// `files` are one at least; `states` says of each unit of each how far it is.
  init(_ files: [ResourceFile], _ article: Article, states: [[[Completeness.State]]]) {
    let alignments = files.map { Alignment(article, $0.units) }
    let gaps = alignments.map { Set($0.uncovered.map(\.block)) }
    file = files[0]
    var chosen: [Set<Int>] = files.map { _ in [] }
    for block in article.blocks.indices {
      let qualities = files.indices.map { index in
        Self.quality(
          alignments[index].placements[block], isWhole: !gaps[index].contains(block), files[index], states[index])
      }
      guard let best = qualities.max(), best > .missing, let winner = qualities.firstIndex(of: best) else { continue }
      let placements = alignments[winner].placements[block]
      for place in placements { chosen[winner].insert(place.unit) }
      guard best == .translated else { continue }
      for other in files.indices where other != winner && qualities[other] == .translated {
        let theirs = alignments[other].placements[block]
        guard Self.text(theirs, files[other]) != Self.text(placements, files[winner]), let place = theirs.first else {
          continue
        }
        conflicts.append(Self.conflict(place, in: files[other], number: other))
      }
    }
    take(chosen, of: files)
  }

  private mutating func take(_ chosen: [Set<Int>], of files: [ResourceFile]) {
    file.units = []
    file.slots = []
    file.extents = []
    for (number, units) in chosen.enumerated() {
      for unit in units.sorted() {
        file.units.append(files[number].units[unit])
        file.slots.append(files[number].slots[unit])
        origins.append(number)
      }
    }
  }

  private static func quality(
    _ placements: [Alignment.Placement], isWhole: Bool, _ file: ResourceFile, _ states: [[Completeness.State]]
  ) -> Quality {
    guard !placements.isEmpty else { return .missing }
    guard isWhole else { return .partial }
    var quality = Quality.translated
    for place in placements {
      if states[place.unit][place.segment].isMissing { return .untranslated }
      if file.units[place.unit].segments[place.segment].subState == SubState.stale { quality = .stale }
    }
    return quality
  }

  private static func text(_ placements: [Alignment.Placement], _ file: ResourceFile) -> [UInt8] {
    Folding.solid(
      placements.reduce(into: []) { text, place in
        let segment = file.units[place.unit].segments[place.segment]
        text += segment.target?.text ?? segment.source.text
      })
  }

  private static func conflict(_ place: Alignment.Placement, in file: ResourceFile, number: Int) -> Merger.Problem {
    let name = file.units[place.unit].name(ofSegment: place.segment)
    var problem = Merger.Problem(
      rule: "", severity: .error, isInArticle: false, at: file.slots[place.unit][place.segment].source.lowerBound,
      message: "\(name): another XLIFF file of this article has another translation; make them equal, or leave one out")
    problem.input = number
    return problem
  }
}
