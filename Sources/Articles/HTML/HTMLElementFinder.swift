/// Finds the elements that hold a stretch of a document.
struct HTMLElementFinder {
  private struct Open {
    var name: HTMLName
    var start: Int
    /// From the first to the last thing in it that touches the stretch.
    var touching: Range<Int>?
  }

  private let range: Range<Int>
  private var open: [Open] = []
  private var counts: [HTMLName: Int] = [:]
  private var result: Range<Int>?

  /// The smallest run of whole elements, side by side, that the stretch lies in.
  static func wholeElements(around range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var finder = HTMLElementFinder(range)
    var tokenizer = HTMLTokenizer(bytes)
    while finder.result == nil, let token = tokenizer.next() {
      let name = HTMLName(bytes[token.name])
      switch token.kind {
      case .startTag:
        let traits = HTMLElement.named(name)
        tokenizer.enter(traits, named: token.name)
        if traits.contains(.void) || token.isSelfClosing {
          finder.note(token.range)
        } else {
          finder.open.append(Open(name: name, start: token.range.lowerBound))
          finder.counts[name, default: 0] += 1
        }
      case .endTag: finder.close(name, token.range)
      default: finder.note(token.range)
      }
    }
    while finder.result == nil, finder.open.count > 1 { finder.closeLast(at: bytes.count) }
    return finder.result ?? finder.open.first?.touching ?? range
  }

  private init(_ range: Range<Int>) {
    self.range = range
    open = [Open(name: HTMLName(""), start: 0)]
  }

  private mutating func close(_ name: HTMLName, _ tag: Range<Int>) {
    guard counts[name, default: 0] > 0 else { return note(tag) }
    while result == nil, let last = open.last, open.count > 1 {
      closeLast(at: last.name == name ? tag.upperBound : tag.lowerBound)
      if last.name == name { return }
    }
  }

  private mutating func closeLast(at end: Int) {
    guard let element = open.popLast() else { return }
    counts[element.name, default: 1] -= 1
    let extent = element.start..<max(end, element.start)
    if extent.lowerBound <= range.lowerBound, extent.upperBound >= range.upperBound {
      result = extent == range ? range : element.touching
    } else {
      note(extent)
    }
  }

  private mutating func note(_ extent: Range<Int>) {
    guard extent.overlaps(range) else { return }
    let touching = open[open.count - 1].touching ?? extent
    open[open.count - 1].touching =
      min(touching.lowerBound, extent.lowerBound)..<max(touching.upperBound, extent.upperBound)
  }
}
