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
    if block.coding.isWhole { return composeWhole(placements, order) }
    for (place, chosen) in zip(placements, order) {
      let range = raw(place.range)
      let isMoved = place.unit != chosen.unit || place.segment != chosen.segment
      switch what(stands: chosen) {
      case .source where !isMoved: break
      case .source: splice.replace(range, with: Array(article[raw(chosen.range).bytes]))
      case .nothing: splice.replace(withGap(place, placements), with: [UInt8]())
      case .target(let target):
        guard let parts = parts(of: target, chosen, at: place, article: article, problems: &problems) else { continue }
        let space = needsSpace(before: place, placements) ? [Splice.Part.bytes([0x20])] : []
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
    of target: Content, _ place: Placement, at replaced: Placement, article: [UInt8],
    problems: inout [Merger.Problem]
  ) -> [Splice.Part]? {
    let source = file.units[place.unit].segments[place.segment].source
    let here = Array(block.source.codeIndexes(in: place.range))
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
    let range = raw(replaced.range)
    var writer = TextWriter(coding: block.coding, breaks: lineBreaks(place.range, article: article))
    writer.before = byteBefore(range, article: article)
    var at = trimmed.lowerBound
    for (index, code) in zip(wanted, target.codes) {
      let to = min(max(code.at.bytes, at), trimmed.upperBound)
      let copied = index.map { block.codes[here[$0]] }
      writer.write(target.text[at..<to], before: copied.map { article[$0.bytes] })
      if let index, let copied {
        writer.write(
          copied, of: article, rewrite: block.rewrites[here[index]], isInside: range,
          endsLine: source.codes[index].equivalent == "\n")
      }
      at = to
    }
    writer.write(target.text[at..<trimmed.upperBound], after: byteAfter(range, article: article))
    return writer.parts
  }

  /// The bytes of a range of text with those of its codes, which may stand at its ends.
  private func raw(_ range: Range<Int>) -> FileRange {
    var raw = FileRange(bytes: block.map.raw(range))
    for code in block.source.codeIndexes(in: range).map({ block.codes[$0] }) {
      raw = min(raw.lowerBound, code.lowerBound)..<max(raw.upperBound, code.upperBound)
    }
    return raw
  }

  private func byteBefore(_ range: FileRange, article: [UInt8]) -> UInt8? {
    guard range.lowerBound > block.raw.lowerBound else { return nil }
    // From the last text on: a line end among what separates two sentences begins a line.
    let start = block.map.rawEnd(before: range.lowerBound.bytes)
    return article[start..<range.lowerBound.bytes].contains { $0 == 10 || $0 == 13 }
      ? 0x0A : article[range.lowerBound.bytes - 1]
  }

  private func byteAfter(_ range: FileRange, article: [UInt8]) -> UInt8? {
    range.upperBound < block.raw.upperBound ? article[range.upperBound.bytes] : nil
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

  /// A text whose parts can't be encoded by themselves: what is translated and what isn't, written in one piece.
  private func composeWhole(_ placements: [Placement], _ order: [Placement]) -> Splice {
    var text: [UInt8] = []
    var at = 0
    var isChanged = false
    for (place, chosen) in zip(placements, order) {
      text += block.source.text[at..<place.range.lowerBound]
      let isMoved = place.unit != chosen.unit || place.segment != chosen.segment
      isChanged = isChanged || isMoved
      switch what(stands: chosen) {
      case .source: text += block.source.text[chosen.range]
      case .nothing: isChanged = true
      case .target(let target):
        text += needsSpace(before: place, placements) ? [0x20] : []
        text += target.text[Folding.trimmed(target.text)]
        isChanged = true
      }
      at = place.range.upperBound
    }
    guard isChanged else { return Splice() }
    text += block.source.text[at...]
    var splice = Splice()
    splice.replace(block.raw, with: block.coding.encode(text[Folding.trimmed(text)]))
    return splice
  }

  private func lineBreaks(_ range: Range<Int>, article: [UInt8]) -> [[UInt8]] {
    range.filter { block.source.text[$0] == 0x0A }.map { Array(article[block.map.raw($0..<$0 + 1)]) }
  }

  /// A segment that leaves nothing behind takes the white space before it along; where nothing stands before it, that
  /// behind it.
  private func withGap(_ place: Placement, _ placements: [Placement]) -> FileRange {
    let index = placements.firstIndex { $0.range == place.range } ?? 0
    let isKeptBefore = placements[..<index].contains { if case .nothing = what(stands: $0) { false } else { true } }
    let own = raw(place.range)
    let low = isKeptBefore ? raw(placements[index - 1].range).upperBound : own.lowerBound
    let hasNext = !isKeptBefore && index + 1 < placements.count
    let high = hasNext ? raw(placements[index + 1].range).lowerBound : own.upperBound
    return low..<high
  }

  /// Sentences that touch in the source (as in Chinese) are set apart in a language that writes spaces.
  private func needsSpace(before place: Placement, _ placements: [Placement]) -> Bool {
    guard joinsWithSpace, let index = placements.firstIndex(where: { $0.range == place.range }), index > 0 else {
      return false
    }
    return placements[index - 1].range.upperBound == place.range.lowerBound
  }
}
