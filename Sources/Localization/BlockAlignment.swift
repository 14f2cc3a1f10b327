import Articles
import Units

/// Joins the blocks of two published articles that are translations of each other.
///
/// Blocks stay in order; each is joined with one of about its length, its role and its figures, or with none. The way
/// of least cost is found by dynamic programming near the diagonal, so a long article costs no more per block.
struct BlockAlignment {
  /// The indexes of a source block and of its translation; nil where there is none.
  typealias Pair = (source: Int?, target: Int?)

  private struct Features {
    var length: Double
    var role: Role
    var figures: Set<[UInt8]>
  }

  private static let gap = 1.2
  private let sources: [Features]
  private let targets: [Features]

  /// The pairs, in order.
  static func pairs(_ sources: [Block], _ targets: [Block]) -> [Pair] {
    BlockAlignment(sources: sources.map(features), targets: targets.map(features)).pairs()
  }

  private static func features(_ block: Block) -> Features {
    let figures = block.source.text.split { $0 &- 48 >= 10 }.map(Array.init)
    let length = block.source.text.count { $0 & 0xC0 != 0x80 }
    return Features(length: Double(max(1, length)), role: block.role, figures: Set(figures))
  }

  private func cost(_ source: Features, _ target: Features) -> Double {
    let ratio = target.length / source.length
    var cost = min(1.5, abs(ratio > 1 ? ratio - 1 : 1 / ratio - 1) * 0.7)
    if source.role != target.role { cost += 0.4 }
    let all = source.figures.union(target.figures)
    if !all.isEmpty {
      let common = source.figures.intersection(target.figures).count
      cost += 0.8 * (0.5 - Double(common) / Double(all.count))
    }
    return cost
  }

  private enum Step { case none, target, source, both }

  /// What the cheapest ways to a row cost, for the columns near the diagonal.
  private struct Row {
    var first: Int
    var costs: [Double]
    var steps: [Step]

    func cost(_ column: Int) -> Double { costs.indices.contains(column - first) ? costs[column - first] : .infinity }
  }

  private func pairs() -> [Pair] {
    guard !sources.isEmpty, !targets.isEmpty else {
      return sources.indices.map { ($0, nil) } + targets.indices.map { (nil, $0) }
    }
    var table: [Row] = []
    for row in 0...sources.count { table.append(self.row(row, below: table.last)) }
    return way(back: table)
  }

  private func row(_ row: Int, below above: Row?) -> Row {
    let columns = targets.count
    let reach = min(500, 40 + abs(sources.count - columns)) + columns / sources.count
    let center = row * columns / sources.count
    let band = max(0, center - reach)...min(columns, center + reach)
    var result = Row(first: band.lowerBound, costs: [], steps: [])
    for column in band {
      var best = (cost: row == 0 && column == 0 ? 0 : Double.infinity, step: Step.none)
      func consider(_ cost: Double, _ step: Step) {
        if cost < best.cost { best = (cost, step) }
      }
      if column > 0 { consider(result.cost(column - 1) + Self.gap, .target) }
      if let above {
        consider(above.cost(column) + Self.gap, .source)
        if column > 0 { consider(above.cost(column - 1) + cost(sources[row - 1], targets[column - 1]), .both) }
      }
      result.costs.append(best.cost)
      result.steps.append(best.step)
    }
    return result
  }

  private func way(back table: [Row]) -> [Pair] {
    var pairs: [Pair] = []
    var (row, column) = (sources.count, targets.count)
    while row > 0 || column > 0 {
      switch table[row].steps[column - table[row].first] {
      case .both:
        pairs.append((row - 1, column - 1))
        (row, column) = (row - 1, column - 1)
      case .source:
        pairs.append((row - 1, nil))
        row -= 1
      case .target, .none:
        pairs.append((nil, column - 1))
        column -= 1
      }
    }
    return pairs.reversed()
  }
}
