import Glibc

/// Some stretches of one text and those of another that stand for each other: 1-1, 1-2, 2-1, 2-2, or alone.
struct Bead: Hashable {
  var sources: Range<Int>
  var targets: Range<Int>
  /// How sure it is, from 0 to 1.
  var confidence: Double
}

/// Joins two texts that are translations of each other, stretch by stretch, in order.
///
/// The way of least cost through all beads, by dynamic programming near the diagonal (Gale and Church 1993), where a
/// bead costs what its lengths, its anchors and its roles make unlikely.
struct BeadSearch {
  private let sources: [AlignmentFeatures]
  private let targets: [AlignmentFeatures]
  private let sourcePairs: [AlignmentFeatures]
  private let targetPairs: [AlignmentFeatures]
  private let weights: [Double]
  /// How much longer the target is than the source.
  private let expansion: Double
  private let steps: [Step]

  /// How many stretches of each side a bead has, and what it costs to be of that kind.
  struct Step: Hashable, Sendable {
    var sources: Int
    var targets: Int
    var cost: Double

    /// Sentences: a translator joins and parts them.
    static let sentences = [
      Step(sources: 1, targets: 1, cost: 0), Step(sources: 1, targets: 2, cost: 2.2),
      Step(sources: 2, targets: 1, cost: 2.2), Step(sources: 2, targets: 2, cost: 4.5),
      Step(sources: 1, targets: 0, cost: 4), Step(sources: 0, targets: 1, cost: 4),
    ]
    /// Blocks where a counterpart is one block, or none.
    static let singleBlocks = blocks.filter { $0.sources < 2 && $0.targets < 2 }
    /// Blocks: mostly one for one.
    static let blocks = [
      Step(sources: 1, targets: 1, cost: 0), Step(sources: 1, targets: 2, cost: 4),
      Step(sources: 2, targets: 1, cost: 4), Step(sources: 1, targets: 0, cost: 3.5),
      Step(sources: 0, targets: 1, cost: 3.5),
    ]
  }

  /// `weights` are those of the anchors; `expansion` is how much longer texts of the target language are as a rule.
  init(
    _ sources: [AlignmentFeatures], _ targets: [AlignmentFeatures], _ weights: [Double], expansion: Double,
    steps: [Step]
  ) {
    self.sources = sources
    self.targets = targets
    self.weights = weights
    self.steps = steps
    let joined = { (all: [AlignmentFeatures]) in zip(all, all.dropFirst()).map { $0.followed(by: $1) } }
    sourcePairs = joined(sources)
    targetPairs = joined(targets)
    // What the texts themselves say beats what is so as a rule, the more the longer they are.
    let lengths = (sources.reduce(0) { $0 + $1.length }, targets.reduce(0) { $0 + $1.length })
    let own = (lengths.1 + 500 * expansion) / (lengths.0 + 500)
    self.expansion = min(max(own, expansion / 1.5), expansion * 1.5)
  }

  /// The beads, in order.
  func beads() -> [Bead] {
    var rows: [Row] = []
    for row in 0...sources.count { rows.append(self.row(row, after: rows)) }
    var beads: [Bead] = []
    var (row, column) = (sources.count, targets.count)
    while row > 0 || column > 0 {
      guard let step = rows[row].step(column) else { break }
      let bead = (row - step.sources..<row, column - step.targets..<column)
      beads.append(Bead(sources: bead.0, targets: bead.1, confidence: confidence(bead.0, bead.1, step)))
      (row, column) = (row - step.sources, column - step.targets)
    }
    return beads.reversed()
  }

  /// What the cheapest ways to a row cost, for the columns near the diagonal.
  private struct Row {
    var first: Int
    var costs: [Double]
    var steps: [Step?]

    func cost(_ column: Int) -> Double { costs.indices.contains(column - first) ? costs[column - first] : .infinity }
    func step(_ column: Int) -> Step? { steps.indices.contains(column - first) ? steps[column - first] : nil }
  }

  private func row(_ row: Int, after rows: [Row]) -> Row {
    let reach = min(500, 40 + abs(sources.count - targets.count)) + targets.count / max(1, sources.count)
    let center = sources.isEmpty ? 0 : row * targets.count / sources.count
    let band = max(0, center - reach)...min(targets.count, center + reach)
    var result = Row(first: band.lowerBound, costs: [], steps: [])
    for column in band {
      var best = row == 0 && column == 0 ? 0 : Double.infinity
      var chosen: Step?
      for step in steps where step.sources <= row && step.targets <= column {
        let before =
          step.sources == 0 ? result.cost(column - step.targets) : rows[row - step.sources].cost(column - step.targets)
        guard before < best else { continue }
        let cost = before + self.cost(row - step.sources..<row, column - step.targets..<column, step)
        if cost < best { (best, chosen) = (cost, step) }
      }
      result.costs.append(best)
      result.steps.append(chosen)
    }
    return result
  }

  private func cost(_ sources: Range<Int>, _ targets: Range<Int>, _ step: Step) -> Double {
    guard !sources.isEmpty, !targets.isEmpty else { return step.cost }
    return step.cost + unlikeness(sources, targets)
  }

  /// What speaks against two stretches standing for each other, at best less than nothing.
  private func unlikeness(_ sources: Range<Int>, _ targets: Range<Int>) -> Double {
    let source = sources.count == 1 ? self.sources[sources.lowerBound] : sourcePairs[sources.lowerBound]
    let target = targets.count == 1 ? self.targets[targets.lowerBound] : targetPairs[targets.lowerBound]
    let expected = source.length * expansion
    // The variance that Gale and Church measured, and a little for what is short.
    let deviation = (target.length - expected) / (6.8 * (expected + target.length) / 2 + 30).squareRoot()
    var cost = min(6, deviation * deviation / 2)
    if source.role != target.role { cost += 1 }
    let (shared, least) = common(source.anchors, target.anchors)
    // Few anchors say little; the more they are worth, the more they say.
    if least > 0 { cost += 4 * (0.4 - shared / least) * min(1, least / 4) }
    return cost
  }

  /// What the anchors that both have are worth, and all of the side that has less.
  private func common(_ left: [Int32], _ right: [Int32]) -> (shared: Double, least: Double) {
    var (shared, own, others) = (0.0, 0.0, 0.0)
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      if j == right.count || (i < left.count && left[i] < right[j]) {
        own += weights[Int(left[i])]
        i += 1
      } else if i == left.count || right[j] < left[i] {
        others += weights[Int(right[j])]
        j += 1
      } else {
        shared += weights[Int(left[i])]
        (i, j) = (i + 1, j + 1)
      }
    }
    return (shared, shared + min(own, others))
  }

  private func confidence(_ sources: Range<Int>, _ targets: Range<Int>, _ step: Step) -> Double {
    guard !sources.isEmpty, !targets.isEmpty else { return 0 }
    let value = 1 / (1 + exp(cost(sources, targets, step) - 2))
    return (value * 100).rounded() / 100
  }
}
