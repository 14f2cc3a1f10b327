import Articles
import Units

/// Proves of a localized article, read again, that nothing outside of the translated text was changed, and that what
/// was text is text and nothing else is.
struct Verification {
  private let source: [UInt8]
  /// The article's blocks that lie in no other, in order, with the number of codes in each.
  private var places: [(range: Range<Int>, codes: Int)] = []
  /// The edits of the blocks, and those of what the article says of itself.
  private let translations: Splice
  private let metadata: Splice

  init(_ article: Article, translations: Splice, metadata: Splice, leavesOut: (Block) -> Bool) {
    source = article.bytes
    self.translations = translations
    self.metadata = metadata
    let blocks = article.blocks.filter { !leavesOut($0) }.sorted {
      ($0.raw.lowerBound, $1.raw.upperBound) < ($1.raw.lowerBound, $0.raw.upperBound)
    }
    for block in blocks {
      if let last = places.last, block.raw.upperBound.bytes <= last.range.upperBound {
        places[places.count - 1].codes += block.source.codes.count
      } else {
        places.append((block.raw.bytes, block.source.codes.count))
      }
    }
  }

  /// What is wrong with a localized article: where in the source, and what; nil where nothing is.
  func problem(
    in localized: [UInt8], _ format: any ArticleFormat
  ) throws(Splice.Conflict) -> (at: Int, message: String)? {
    var targets: [Range<Int>] = []
    var at = 0
    var gapStart = 0
    let edits = edits()
    for index in 0...places.count {
      let gap = gapStart..<(index < places.count ? places[index].range.lowerBound : source.count)
      let expected = try edits.gaps[index].applied(to: Array(source[gap]))
      guard localized[min(at, localized.count)...].starts(with: expected) else {
        return (gap.lowerBound, "the localized article differs behind this, outside of the translated text")
      }
      at += expected.count
      guard index < places.count else { break }
      let place = places[index].range
      let count = try edits.places[index].applied(to: Array(source[place])).count
      targets.append(at..<at + count)
      at += count
      gapStart = place.upperBound
    }
    guard at == localized.count else { return (source.count, "the localized article has more than the source") }
    return reading(localized, format, targets)
  }

  /// What the localized article reads as: every block in a translated text, and no code that the source hasn't.
  private func reading(
    _ localized: [UInt8], _ format: any ArticleFormat, _ targets: [Range<Int>]
  ) -> (at: Int, message: String)? {
    let article: Article
    do { article = try format.read(localized) } catch {
      return (0, "the localized article can't be read: \(error.problem)")
    }
    var codes = Array(repeating: 0, count: targets.count)
    var isText = Array(repeating: false, count: targets.count)
    for block in article.blocks {
      let raw = block.raw.bytes
      var (low, high) = (0, targets.count)
      while low < high {
        let middle = (low + high) / 2
        if targets[middle].upperBound < raw.upperBound { low = middle + 1 } else { high = middle }
      }
      guard low < targets.count, targets[low].lowerBound <= raw.lowerBound else {
        let near = places.isEmpty ? 0 : places[max(0, low - 1)].range.lowerBound
        return (near, "in the localized article, text reaches out of its place near this: “\(excerpt(block))”")
      }
      codes[low] += block.source.codes.count
      isText[low] = true
    }
    for index in targets.indices {
      let place = places[index].range
      if codes[index] > places[index].codes {
        return (place.lowerBound, "the translation of this has markup that the source has not")
      }
      let isSame = localized[targets[index]] == source[place]
      if !isText[index], !isSame, Array(localized[targets[index]]).hasLetter, codes[index] == places[index].codes {
        return (place.lowerBound, "the translation of this is no text in the localized article")
      }
    }
    return nil
  }

  private func excerpt(_ block: Block) -> String { String(block.source.string.prefix(40)) }

  /// The edits of each gap and of each place, counted from its start.
  ///
  /// What lies across an edge belongs to none, so that it shows as a difference.
  private func edits() -> (gaps: [Splice], places: [Splice]) {
    var gaps = Array(repeating: Splice(), count: places.count + 1)
    var inside = Array(repeating: Splice(), count: places.count)
    for (splice, isMetadata) in [(translations, false), (metadata, true)] {
      for edit in splice.edits {
        let range = edit.range.bytes
        // The first place that ends behind the edit's start.
        var (low, high) = (0, places.count)
        while low < high {
          let middle = (low + high) / 2
          let end = places[middle].range.upperBound
          if end < range.lowerBound || (isMetadata && end == range.lowerBound) {
            low = middle + 1
          } else {
            high = middle
          }
        }
        if low < places.count, places[low].range.lowerBound <= range.lowerBound,
          range.upperBound <= places[low].range.upperBound,
          !isMetadata || places[low].range.lowerBound < range.lowerBound
        {
          inside[low].replace(edit, movedBy: -places[low].range.lowerBound)
        } else if isMetadata {
          gaps[low].replace(edit, movedBy: -(low == 0 ? 0 : places[low - 1].range.upperBound))
        }
      }
    }
    return (gaps, inside)
  }
}

extension Splice {
  /// Adds an edit of a longer document, all its places moved.
  fileprivate mutating func replace(_ edit: Edit, movedBy bytes: Int) {
    func moved(_ range: FileRange) -> FileRange {
      FileRange(bytes: range.lowerBound.bytes + bytes..<range.upperBound.bytes + bytes)
    }
    let parts = edit.parts.map { part in
      if case .copy(let range) = part { return Part.copy(moved(range)) }
      return part
    }
    replace(moved(edit.range), with: parts)
  }
}
