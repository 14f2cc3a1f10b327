/// Where the stretches of a text stand in a later version of it, word by word.
struct TextMapping {
  /// Words, signs and ideographs, with their places.
  private let old: [Range<Int>]
  private let new: [Range<Int>]
  /// For each word of the old text, its place among those of the new one; nil where it is gone.
  private var kept: [Int?]
  private let text: [UInt8]

  /// More words than these are not compared.
  private static let longest = 1_500

  /// Nil for texts that are too long.
  init?(from before: [UInt8], to after: [UInt8]) {
    text = after
    (old, new) = (Self.words(of: before), Self.words(of: after))
    guard old.count <= Self.longest, new.count <= Self.longest else { return nil }
    kept = Array(repeating: nil, count: old.count)
    let difference = new.map { Array(after[$0]) }.difference(from: old.map { Array(before[$0]) })
    let (removed, inserted) = (difference.removedOffsets, difference.insertedOffsets)
    var right = 0
    for left in old.indices where !removed.contains(left) {
      while inserted.contains(right) { right += 1 }
      kept[left] = right
      right += 1
    }
  }

  /// The ranges of the new text that stand for stretches of the old one, which are in order.
  ///
  /// Each word of the new text is in one of them.
  func ranges(of stretches: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (index, stretch) in stretches.enumerated() {
      let end = index + 1 < stretches.count ? cut(between: stretch, and: stretches[index + 1], from: start) : new.count
      let last = result.last?.upperBound ?? 0
      result.append(start < end ? new[start].lowerBound..<new[end - 1].upperBound : last..<last)
      start = end
    }
    return result
  }

  /// The first word of the new text that belongs to the second of two stretches.
  private func cut(between first: Range<Int>, and second: Range<Int>, from start: Int) -> Int {
    let boundary = old.firstIndex { $0.lowerBound >= second.lowerBound } ?? old.count
    let before = old[..<boundary].indices.last { kept[$0] != nil }
    let after = old[boundary...].indices.first { kept[$0] != nil }
    let low = max(start, before.flatMap { kept[$0] }.map { $0 + 1 } ?? 0)
    let high = max(low, after.flatMap { kept[$0] } ?? new.count)
    let isGoneBefore = (before ?? -1) < boundary - 1
    let isGoneAfter = (after ?? old.count) > boundary
    // What was put in stands for what was left out on one side, or else continues the first.
    guard isGoneAfter else { return high }
    guard isGoneBefore else { return low }
    return (low..<high).first { Self.endsSentence(text[new[$0]]) }.map { $0 + 1 } ?? (low + high) / 2
  }

  private static func endsSentence(_ word: ArraySlice<UInt8>) -> Bool {
    [".", "!", "?", "…", "。", "！", "？"].contains { word.elementsEqual($0.utf8) }
  }

  /// Runs of letters and digits; every other sign but white space, and every ideograph, by itself.
  private static func words(of text: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var isOpen = false
    var at = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let end = at + UTF8.width(scalar)
      let properties = scalar.properties
      let isLetter = (properties.isAlphabetic || properties.numericType != nil) && !properties.isIdeographic
      if isOpen, isLetter {
        words[words.count - 1] = words[words.count - 1].lowerBound..<end
      } else if !properties.isWhitespace {
        words.append(at..<end)
      }
      isOpen = isLetter
      at = end
    }
    return words
  }
}
