import Articles
import Units

/// What an editor changed in a localized article, as new targets of the XLIFF that it was merged from.
///
/// The article as merging writes it and the article as it is now are compared block by block; within a block, each
/// segment takes the words that stand now between those of its neighbours that are still there.
struct LocalizedEdit {
  /// A segment with the target that the editor gave it.
  struct Change {
    var unit: Int
    var segment: Int
    var target: Content
  }

  /// What has no place in the XLIFF, and where in the edited article it is.
  struct LeftOver {
    var at: Offset<File>
    var message: String
  }

  /// The targets that are other ones now, in the order of the article.
  private(set) var changes: [Change] = []
  /// What an XLIFF can't say.
  private(set) var leftOver: [LeftOver] = []

  private let merged: Article
  private let edited: Article

  /// Below this many percent of common words, two blocks have nothing to do with each other.
  private static let leastSimilarity = 40
  /// Articles of more blocks are compared at their places.
  private static let longest = 1_500

  /// `pieces` are, for each block of `merged`, the segments in it with their texts there, in order.
  init(pieces: [[BlockComposer.Piece]], merged: Article, edited: Article) {
    self.merged = merged
    self.edited = edited
    let texts = (merged.blocks.map(\.source.text), edited.blocks.map(\.source.text))
    var (left, right) = (0, 0)
    for gap in Self.gaps(texts.0, texts.1) {
      // The words are the same between two gaps; the links in them may not be.
      while left < gap.merged.lowerBound { compare(&left, &right, pieces) }
      for (old, new) in Self.pairs(gap.merged.map { texts.0[$0] }, gap.edited.map { texts.1[$0] }) {
        take(old.map { $0 + gap.merged.lowerBound }, new.map { $0 + gap.edited.lowerBound }, pieces)
      }
      (left, right) = (gap.merged.upperBound, gap.edited.upperBound)
    }
    while left < texts.0.count { compare(&left, &right, pieces) }
  }

  private mutating func compare(_ left: inout Int, _ right: inout Int, _ pieces: [[BlockComposer.Piece]]) {
    take(left, right, pieces)
    (left, right) = (left + 1, right + 1)
  }

  /// What lies between the blocks that are the same.
  private static func gaps(_ old: [[UInt8]], _ new: [[UInt8]]) -> [(merged: Range<Int>, edited: Range<Int>)] {
    // What takes quadratic time is not done to what an editor can't have done.
    guard old.count < longest, new.count < longest else {
      return old.count == new.count
        ? old.indices.filter { old[$0] != new[$0] }.map { ($0..<$0 + 1, $0..<$0 + 1) }
        : [(old.indices, new.indices)]
    }
    let difference = new.difference(from: old)
    let (removed, inserted) = (difference.removedOffsets, difference.insertedOffsets)
    // Where blocks say the same, an edit of one looks as if another had gone: at their own places fewer may differ.
    let atPlace = old.indices.filter { old.count == new.count && old[$0] != new[$0] }
    if old.count == new.count, atPlace.count <= removed.count { return atPlace.map { ($0..<$0 + 1, $0..<$0 + 1) } }
    var gaps: [(merged: Range<Int>, edited: Range<Int>)] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let start = (left, right)
      while removed.contains(left) { left += 1 }
      while inserted.contains(right) { right += 1 }
      if start != (left, right) { gaps.append((start.0..<left, start.1..<right)) }
      (left, right) = (left + 1, right + 1)
    }
    return gaps
  }

  /// Which block was edited into which: one for one where they are as many, or else those that are alike, in order.
  private static func pairs(_ old: [[UInt8]], _ new: [[UInt8]]) -> [(Int?, Int?)] {
    if old.count == new.count { return old.indices.map { ($0, $0) } }
    var pairs: [(Int?, Int?)] = []
    let parts = (old.map { WordDifference.parts($0) }, new.map { WordDifference.parts($0) })
    var next = 0
    for index in old.indices {
      let match = new.indices[next...].prefix(64).first {
        WordDifference.similarity(parts.0[index], parts.1[$0]) >= leastSimilarity
      }
      if let match {
        pairs += (next..<match).map { (nil, $0) } + [(index, match)]
        next = match + 1
      } else {
        pairs.append((index, nil))
      }
    }
    return pairs + new.indices[next...].map { (nil, $0) }
  }

  private mutating func take(_ old: Int?, _ new: Int?, _ pieces: [[BlockComposer.Piece]]) {
    switch (old, new) {
    case (let old?, let new?):
      let (before, after) = (merged.blocks[old].source, edited.blocks[new].source)
      if before.text == after.text, before.codes.map(\.kind) == after.codes.map(\.kind) { return }
      let problem =
        pieces[old].isEmpty
        ? "is not translated text" : segments(pieces[old], before, after) ? nil : "can't be told apart by sentences"
      if let problem { leave("this text was edited, and \(problem); change it in the source article", new) }
    case (nil, let new?):
      leave("this block is the editor's, and has no source; write it into the source article", new)
    case (let old?, nil):
      // Furniture that merging left out was never anybody's.
      guard !pieces[old].isEmpty else { return }
      let text = merged.blocks[old].source.string.prefix(40)
      leftOver.append(
        LeftOver(at: Offset(0), message: "the block “\(text)” was removed; remove it from the source article"))
    case (nil, nil): break
    }
  }

  private mutating func leave(_ message: String, _ block: Int) {
    leftOver.append(LeftOver(at: edited.blocks[block].raw.lowerBound, message: message))
  }

  /// Takes the targets of a block's segments from its edited text; false where it does not have the segments' texts.
  private mutating func segments(_ pieces: [BlockComposer.Piece], _ before: Content, _ after: Content) -> Bool {
    var ranges: [Range<Int>] = []
    var at = 0
    for piece in pieces {
      let start = Folding.skipSpace(before.text, at)
      guard let end = Folding.end(of: piece.content.text, in: before.text, at: start) else { return false }
      ranges.append(start..<end)
      at = end
    }
    guard let moved = TextMapping(from: before.text, to: after.text)?.ranges(of: ranges) else { return false }
    let kinds = pieces.map { $0.content.codes.map(\.kind) }
    // What stands between two segments is neither's, or the second's, as the XLIFF has it.
    let isJoined = [false, true].first { isJoined in
      Self.slices(of: before, ranges, isJoined: isJoined).map { $0.codes.map(\.kind) } == kinds
    }
    guard let isJoined else { return false }
    let old = Self.slices(of: before, ranges, isJoined: isJoined)
    let new = Self.slices(of: after, moved, isJoined: isJoined)
    guard new.map({ $0.codes.map(\.kind) }) == kinds else { return false }
    var found: [Change] = []
    for (number, piece) in pieces.enumerated() {
      if old[number].text == new[number].text { continue }
      // Each code of the article is the target's code at its place.
      var target = new[number]
      for (index, code) in piece.content.codes.enumerated() {
        target.codes[index] = code
        target.codes[index].at = new[number].codes[index].at
      }
      found.append(Change(unit: piece.unit, segment: piece.segment, target: target))
    }
    changes += found
    return true
  }

  /// The contents of ranges that need not adjoin; with `isJoined`, the codes between two go to the second, and those
  /// behind the last to that.
  private static func slices(of content: Content, _ ranges: [Range<Int>], isJoined: Bool) -> [Content] {
    var slicer = content.slicer
    var at = 0
    return ranges.enumerated().map { index, range in
      if !isJoined, range.lowerBound > at {
        _ = slicer.slice(at..<range.lowerBound)
        at = range.lowerBound
      }
      let end = isJoined && index == ranges.count - 1 ? content.text.count : range.upperBound
      var slice = slicer.slice(at..<end)
      slice.text = Array(content.text[range])
      for code in slice.codes.indices {
        let place = slice.codes[code].at.bytes + at - range.lowerBound
        slice.codes[code].at = Offset(min(max(0, place), range.count))
      }
      at = range.upperBound
      return slice
    }
  }
}
