import Articles
import Units

/// Names units for people: `title`, `credit1`, `p1`, `p2`.
struct UnitNames {
  private var counts: [(prefix: String, count: Int)] = []

  /// The name of the unit of each block of an article; nil for furniture, where that is left out.
  static func names(of article: Article, withFurniture: Bool) -> [UnitID?] {
    var names = UnitNames()
    return article.blocks.map { withFurniture || $0.role != .furniture ? names.next(for: $0.role) : nil }
  }

  private mutating func next(for role: Role) -> UnitID {
    let prefix: String
    switch role {
    case .headline: prefix = "title"
    case .credit: prefix = "credit"
    case .byline: prefix = "byline"
    case .caption: prefix = "caption"
    case .furniture: prefix = "furniture"
    default: prefix = "p"
    }
    let index = counts.indices.first { counts[$0].prefix == prefix } ?? counts.count
    if index == counts.count { counts.append((prefix, 0)) }
    counts[index].count += 1
    let count = counts[index].count
    return UnitID(role == .headline && count == 1 ? prefix : prefix + String(count))
  }
}
