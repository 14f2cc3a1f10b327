import Articles
import Units
import XLIFF

/// Writes the targets of a block's segments into its bytes; what stands between the segments stays.
struct BlockComposer {
  typealias Placement = Alignment.Placement

  let block: Block
  let file: ResourceFile
  let states: [[Completeness.State]]
  let incomplete: Merger.Incomplete
  let joinsWithSpace: Bool

  func compose(_ placements: [Placement], article: [UInt8], problems: inout [Merger.Problem]) -> Splice {
    var splice = Splice()
    let order = targetOrder(placements)
    var isKept = false
    for (index, (place, chosen)) in zip(placements, order).enumerated() {
      let range = FileRange(bytes: block.map.raw(place.range))
      let isMoved = place.unit != chosen.unit || place.segment != chosen.segment
      let choice = what(stands: chosen)
      defer { if case .nothing = choice {} else { isKept = true } }
      switch choice {
      case .source where !isMoved: break
      case .source: splice.replace(range, with: Array(article[block.map.raw(chosen.range)]))
      case .nothing: splice.replace(withGap(index, placements, isKeptBefore: isKept), with: [UInt8]())
      case .target(let target):
        guard let parts = parts(of: target, chosen, article: article, problems: &problems) else { continue }
        let space = needsSpace(before: index, placements) ? [Splice.Part.bytes([0x20])] : []
        splice.replace(range, with: space + parts)
      }
    }
    return splice
  }

  private enum Choice {
    case source
    case nothing
    case target(Content)
  }

  private func what(stands place: Placement) -> Choice {
    let segment = file.units[place.unit].segments[place.segment]
    switch states[place.unit][place.segment] {
    case .emptyAmongTranslated: return .nothing
    case .missing: return incomplete == .omit ? .nothing : .source
    case .complete:
      guard let target = segment.target else { return .source }
      // The article's own bytes are the better copy of a source that a tool normalized.
      let isCopy = target.text == segment.source.text && target.codes == segment.source.codes
      return isCopy ? .source : .target(target)
    }
  }

  /// The placements whose targets stand at each place: a translator may turn the segments of a unit round (`order`).
  private func targetOrder(_ placements: [Placement]) -> [Placement] {
    var result = placements
    let units = Set(placements.map(\.unit))
    for unit in units {
      let segments = file.units[unit].segments
      guard segments.contains(where: { $0.order != nil }) else { continue }
      let places = placements.indices.filter { placements[$0].unit == unit }
      let sorted = places.map { placements[$0] }.sorted {
        (segments[$0.segment].order ?? $0.segment + 1, $0.segment) < (
          segments[$1.segment].order ?? $1.segment + 1, $1.segment
        )
      }
      for (place, chosen) in zip(places, sorted) { result[place] = chosen }
    }
    return result
  }

  /// The target as it is written here: its text encoded, its codes copied from the article.
  private func parts(
    of target: Content, _ place: Placement, article: [UInt8], problems: inout [Merger.Problem]
  ) -> [Splice.Part]? {
    let source = file.units[place.unit].segments[place.segment].source
    let here = block.source.codes.indices.filter { index in
      let at = block.source.codes[index].at.bytes
      return at >= place.range.lowerBound && at <= place.range.upperBound
    }
    let wanted = codeIndexes(of: target, in: source)
    let lost = Set(source.codes.indices).subtracting(wanted.compactMap { $0 })
    if wanted.contains(where: { $0 == nil }) || !lost.isEmpty || here.count < source.codes.count {
      let name = file.units[place.unit].name(ofSegment: place.segment)
      let names = lost.sorted().map { source.codes[$0].display }.filter { !$0.isEmpty }
      let what =
        names.isEmpty
        ? "the inline codes of the target are not those of its source"
        : "the target lost \(names.joined(separator: ", "))"
      problems.append(
        Merger.Problem(
          rule: "code-mismatch", severity: .error, isInArticle: false,
          at: file.slots[place.unit][place.segment].source.lowerBound,
          message: "\(name): \(what); put them back into the target"))
      return nil
    }
    let trimmed = Folding.trimmed(target.text)
    var breaks = lineBreaks(place.range, article: article)[...]
    var result: [Splice.Part] = []
    var at = trimmed.lowerBound
    for (index, code) in zip(wanted, target.codes) {
      let to = min(max(code.at.bytes, at), trimmed.upperBound)
      result += encoded(target.text[at..<to], breaks: &breaks)
      if let index { result.append(.bytes(Array(article[block.codes[here[index]].bytes]))) }
      at = to
    }
    return result + encoded(target.text[at..<trimmed.upperBound], breaks: &breaks)
  }

  /// For each code of the target, the index of the source's code that it is; nil for one that was invented.
  private func codeIndexes(of target: Content, in source: Content) -> [Int?] {
    var used: Set<Int> = []
    return target.codes.map { code in
      let index = source.codes.indices.first {
        source.codes[$0].ordinal == code.ordinal && source.codes[$0].kind == code.kind && !used.contains($0)
      }
      if let index { used.insert(index) }
      return index
    }
  }

  /// Encodes text; a line feed in it stands for the article's own line break, where the source has one there.
  private func encoded(_ text: ArraySlice<UInt8>, breaks: inout ArraySlice<[UInt8]>) -> [Splice.Part] {
    var result: [Splice.Part] = []
    var rest = text
    while !breaks.isEmpty, let line = rest.firstIndex(of: 0x0A), let lineBreak = breaks.popFirst() {
      result.append(.bytes(block.coding.encode(rest[..<line]) + lineBreak))
      rest = rest[(line + 1)...]
    }
    return result + [.bytes(block.coding.encode(rest))]
  }

  private func lineBreaks(_ range: Range<Int>, article: [UInt8]) -> [[UInt8]] {
    range.filter { block.source.text[$0] == 0x0A }.map { Array(article[block.map.raw($0..<$0 + 1)]) }
  }

  /// A segment that leaves nothing behind takes the white space before it along; where nothing stands before it, that
  /// behind it.
  private func withGap(_ index: Int, _ placements: [Placement], isKeptBefore: Bool) -> FileRange {
    let place = placements[index]
    let low = isKeptBefore ? placements[index - 1].range.upperBound : place.range.lowerBound
    let hasNext = !isKeptBefore && index + 1 < placements.count
    let high = hasNext ? placements[index + 1].range.lowerBound : place.range.upperBound
    return FileRange(bytes: block.map.raw(low..<high))
  }

  /// Sentences that touch in the source (as in Chinese) are set apart in a language that writes spaces.
  private func needsSpace(before index: Int, _ placements: [Placement]) -> Bool {
    joinsWithSpace && index > 0 && placements[index - 1].range.upperBound == placements[index].range.lowerBound
  }
}
