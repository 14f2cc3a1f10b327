import Articles
import Units
import XLIFF

/// What the XLIFF of an article lost since extraction: text of an article that is as it was then, which no unit has.
///
/// It counts as untranslated, by the names that extraction gave it.
struct LostUnits {
  /// The units, made anew.
  private(set) var units: [Unit] = []
  /// Where the text of each begins in the article.
  private(set) var places: [Offset<File>] = []

  static let state = Completeness.State.missing(
    "is not in the XLIFF: it was lost there since extraction; put it back, or extract the article again")

  /// What `files`, which are of an article with these bytes, lost; nothing where the article was changed, so that the
  /// text may be new.
  init(_ files: [ResourceFile], _ article: Article, _ alignment: Alignment) {
    let gaps = alignment.uncovered.filter { files.count > 1 || !alignment.isAccountedFor($0) }
    guard !gaps.isEmpty else { return }
    let fingerprint = Fingerprint(article.bytes).description
    guard files.contains(where: { $0.fingerprint == fingerprint }) else { return }
    let names = UnitNames.names(of: article, withFurniture: files.contains { $0.hasFurniture })
    let isNumbered = files.contains { $0.numbersSentences }
    for gap in gaps {
      guard let name = names[gap.block] else { continue }
      let block = article.blocks[gap.block]
      let number = alignment.placements[gap.block].count { $0.range.lowerBound < gap.range.lowerBound } + 1
      let own = isNumbered ? "\(name).\(number)" : number > 1 ? "\(name)/s\(number)" : name.name
      units.append(
        Unit(id: UnitID(own), role: block.role, segments: [Segment(source: block.source.slices([gap.range])[0])]))
      places.append(Offset(block.map.raw(gap.range).lowerBound))
    }
  }
}

extension ResourceFile {
  /// Whether the site's furniture was extracted, too.
  fileprivate var hasFurniture: Bool { units.contains { $0.role == .furniture } }

  /// Whether each sentence has a name of its own behind that of its block: `p3.2`, as in XLIFF 1.2.
  fileprivate var numbersSentences: Bool {
    units.contains { unit in unit.segments.contains { $0.id?.hasPrefix("\(unit.id).") ?? false } }
  }
}
