import Articles
import Units
import XLIFF

/// Writes the targets of a block's segments into its bytes; what stands between the segments stays.
struct BlockComposer {
  typealias Placement = Alignment.Placement

  /// What stands in the XLIFF, the same for all blocks.
  final class Translation {
    let file: ResourceFile
    let states: [[Completeness.State]]
    let incomplete: Merger.Incomplete
    let joinsWithSpace: Bool
    /// For each unit, which of several XLIFF files it comes from; empty where there is one.
    let origins: [Int]

    init(
      file: ResourceFile, states: [[Completeness.State]], incomplete: Merger.Incomplete, joinsWithSpace: Bool,
      origins: [Int]
    ) {
      self.file = file
      self.states = states
      self.incomplete = incomplete
      self.joinsWithSpace = joinsWithSpace
      self.origins = origins
    }
  }

  let block: Block
  let translation: Translation

  private var file: ResourceFile { translation.file }

  func compose(_ placements: [Placement], article: [UInt8], problems: inout [Merger.Problem]) -> Splice {
    var splice = Splice()
    let order = targetOrder(placements)
    if block.coding.isWhole { return composeWhole(placements, order) }
    var isKept = false
    for (index, (place, chosen)) in zip(placements, order).enumerated() {
      let isMoved = place.unit != chosen.unit || place.segment != chosen.segment
      let range = extent(of: place)
      let choice = what(stands: chosen)
      defer { if case .nothing = choice {} else { isKept = true } }
      switch choice {
      case .source where !isMoved: break
      case .source: splice.replace(range, with: Array(article[extent(of: chosen).bytes]))
      case .nothing:
        splice.replace(withGap(index, placements, isKeptBefore: isKept), with: halves(of: place))
      case .target(let target):
        guard let parts = parts(of: target, chosen, in: range, article: article, problems: &problems) else { continue }
        let space = needsSpace(before: index, placements) ? [Splice.Part.bytes([0x20])] : []
        splice.replace(range, with: space + parts)
      }
    }
    return splice
  }

  /// A segment with what stands for it in the localized block.
  struct Piece {
    var unit: Int
    var segment: Int
    var content: Content
  }

  /// The segments that stand in the localized block, in its order.
  func pieces(_ placements: [Placement]) -> [Piece] {
    targetOrder(placements).compactMap { place in
      switch what(stands: place) {
      case .nothing: nil
      case .source:
        Piece(
          unit: place.unit, segment: place.segment, content: file.units[place.unit].segments[place.segment].source)
      case .target(let target): Piece(unit: place.unit, segment: place.segment, content: target)
      }
    }
  }

  private enum Choice {
    case source
    case nothing
    case target(Content)
  }

  private func what(stands place: Placement) -> Choice {
    switch translation.states[place.unit][place.segment] {
    case .emptyAmongTranslated: return .nothing
    case .missing, .unready: return translation.incomplete == .omit ? .nothing : .source
    case .complete:
      let segment = file.units[place.unit].segments[place.segment]
      // What needs no translation stays where nobody gave one.
      guard let target = segment.target, !segment.hasNoTarget else { return .source }
      // The article's own bytes are the better copy of a source that a tool normalized.
      return target == segment.source ? .source : .target(target)
    }
  }

  /// The placements whose targets stand at each place: a translator may turn the segments of a unit round (`order`).
  private func targetOrder(_ placements: [Placement]) -> [Placement] {
    var result = placements
    var previous = -1
    var units: Set<Int> = []
    for place in placements where place.unit != previous {
      previous = place.unit
      if file.units[previous].segments.contains(where: { $0.order != nil }) { units.insert(previous) }
    }
    for unit in units {
      let segments = file.units[unit].segments
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

  /// The codes of the article that a segment's source has: those inside of its text, and as many at its edges as the
  /// source has there.
  ///
  /// Nil where the source has other codes than the article.
  private func codes(of place: Placement) -> Range<Int>? {
    let source = file.units[place.unit].segments[place.segment].source
    let (codes, range) = (block.source.codes, place.range)
    if codes.isEmpty && source.codes.isEmpty { return 0..<0 }
    let text = Folding.trimmed(source.text)
    let leading = source.codes.count { $0.at.bytes <= text.lowerBound }
    let trailing = source.codes.count { $0.at.bytes > text.lowerBound && $0.at.bytes >= text.upperBound }
    let first = codes.partition { $0.at.bytes >= range.lowerBound }
    let inner = codes.partition { $0.at.bytes > range.lowerBound }
    let outer = codes.partition { $0.at.bytes >= range.upperBound }
    let last = codes.partition { $0.at.bytes > range.upperBound }
    guard inner - first >= leading, last - outer >= trailing,
      leading + outer - inner + trailing == source.codes.count
    else { return nil }
    return inner - leading..<outer + trailing
  }

  /// The bytes of a segment with its codes.
  private func extent(of place: Placement) -> FileRange {
    let text = FileRange(bytes: block.map.raw(place.range))
    guard let codes = codes(of: place), let first = codes.first, let last = codes.last else { return text }
    return min(text.lowerBound, block.codes[first].lowerBound)..<max(text.upperBound, block.codes[last].upperBound)
  }

  /// The codes in the text of a segment whose other half is elsewhere, which stay when the segment goes.
  private func halves(of place: Placement) -> [Splice.Part] {
    let inside = block.source.codes.indices.filter {
      let at = block.source.codes[$0].at.bytes
      return at > place.range.lowerBound && at < place.range.upperBound && block.source.codes[$0].kind != .standalone
    }
    let counts = Dictionary(inside.map { (block.source.codes[$0].ordinal, 1) }, uniquingKeysWith: +)
    return inside.filter { counts[block.source.codes[$0].ordinal] == 1 }.map { .copy(block.codes[$0]) }
  }

  /// The target as it is written here: its text encoded, its codes copied from the article with the edits in them.
  private func parts(
    of target: Content, _ place: Placement, in range: FileRange, article: [UInt8],
    problems: inout [Merger.Problem]
  ) -> [Splice.Part]? {
    let source = file.units[place.unit].segments[place.segment].source
    let wanted = target.codeIndexes(in: source)
    let lost = Set(source.codes.indices).subtracting(wanted.compactMap { $0 })
    guard let here = codes(of: place), lost.isEmpty, !wanted.contains(where: { $0 == nil }) else {
      problems.append(codeMismatch(place, lost: lost.sorted().map { source.codes[$0] }))
      return nil
    }
    let trimmed = Folding.trimmed(target.text)
    var writer = TextWriter(coding: block.coding, breaks: lineBreaks(place.range, article: article))
    writer.before = byteBefore(range, article: article)
    var at = trimmed.lowerBound
    for (index, code) in zip(wanted, target.codes) {
      let to = min(max(code.at.bytes, at), trimmed.upperBound)
      let number = index.map { here.lowerBound + $0 }
      writer.write(target.text[at..<to], before: number.map { article[block.codes[$0].bytes] })
      if let index, let number {
        writer.write(
          block.codes[number], of: article, rewrite: block.rewrites[number], isInside: range,
          endsLine: source.codes[index].equivalent == "\n")
      }
      at = to
    }
    writer.write(target.text[at..<trimmed.upperBound], after: byteAfter(range, article: article))
    return writer.parts
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

  private func codeMismatch(_ place: Placement, lost: [Code]) -> Merger.Problem {
    let name = file.units[place.unit].name(ofSegment: place.segment)
    // A pair is one loss, and mostly only what opens it has a name.
    let names = lost.filter { code in
      code.kind != .close
        || (!code.display.isEmpty && !lost.contains { $0.kind == .open && $0.ordinal == code.ordinal })
    }.map { $0.display.isEmpty ? "code \($0.ordinal)" : $0.display }
    let what =
      names.isEmpty
      ? "the inline codes of the target are not those of its source"
      : "the target lost \(names.joined(separator: ", "))"
    var problem = Merger.Problem(
      rule: "code-mismatch", severity: .error, isInArticle: false,
      at: file.slots[place.unit][place.segment].source.lowerBound,
      message: "\(name): \(what); put them back into the target")
    problem.input = translation.origins.isEmpty ? 0 : translation.origins[place.unit]
    return problem
  }

  /// A text whose parts can't be encoded by themselves: what is translated and what isn't, written in one piece.
  private func composeWhole(_ placements: [Placement], _ order: [Placement]) -> Splice {
    var text: [UInt8] = []
    var at = 0
    var isChanged = false
    for (index, (place, chosen)) in zip(placements, order).enumerated() {
      text += block.source.text[at..<place.range.lowerBound]
      let isMoved = place.unit != chosen.unit || place.segment != chosen.segment
      isChanged = isChanged || isMoved
      switch what(stands: chosen) {
      case .source: text += block.source.text[chosen.range]
      case .nothing: isChanged = true
      case .target(let target):
        text += needsSpace(before: index, placements) ? [0x20] : []
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
  private func withGap(_ index: Int, _ placements: [Placement], isKeptBefore: Bool) -> FileRange {
    let place = placements[index]
    let low = isKeptBefore ? placements[index - 1].range.upperBound : place.range.lowerBound
    let hasNext = !isKeptBefore && index + 1 < placements.count
    let high = hasNext ? placements[index + 1].range.lowerBound : place.range.upperBound
    return FileRange(bytes: block.map.raw(low..<high))
  }

  /// Sentences that touch in the source (as in Chinese) are set apart in a language that writes spaces.
  private func needsSpace(before index: Int, _ placements: [Placement]) -> Bool {
    translation.joinsWithSpace && index > 0
      && placements[index - 1].range.upperBound == placements[index].range.lowerBound
  }
}

extension [Code] {
  /// The index of the first code that fits; codes are ascending by place.
  fileprivate func partition(_ fits: (Code) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
