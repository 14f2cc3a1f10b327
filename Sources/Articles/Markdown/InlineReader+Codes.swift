import Markdown
import Units

/// What stays as it is and stands in the text as one code: code, addresses, tags.
extension InlineReader {
  mutating func readCode() throws(Unaccountable) {
    let bytes = document.masked
    let start = at
    func run(_ from: Int) -> Int {
      var end = from
      while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
      return end - from
    }
    let length = run(start)
    guard length > 0 else { throw Unaccountable() }
    try skipSpan()
    // The run that closes stands behind the last text, which may be a line end without a place.
    var end = start + length
    while true {
      while end < bytes.count, bytes[end] != UInt8(ascii: "`") { end += 1 }
      guard end < bytes.count else { throw Unaccountable() }
      let closing = run(end)
      end += closing
      if closing == length { break }
    }
    guard end <= limit, lastText <= end - length, end > lastText else { throw Unaccountable() }
    builder.append(code: start..<end, display: display(start..<end), isLoose: false)
    at = end
  }

  mutating func readAutolink() throws(Unaccountable) {
    let start = at
    guard peek(0) == UInt8(ascii: "<") else { throw Unaccountable() }
    try skipSpan()
    guard lastText < document.masked.count, document.masked[lastText] == UInt8(ascii: ">") else {
      throw Unaccountable()
    }
    let end = lastText + 1
    guard end > start, end <= limit else { throw Unaccountable() }
    builder.append(code: start..<end, display: display(start..<end), isLoose: false)
    at = end
  }

  /// Goes to the event that leaves the span just entered.
  private mutating func skipSpan() throws(Unaccountable) {
    var depth = 1
    lastText = at
    while depth > 0 {
      index += 1
      guard index < events.endIndex else { throw Unaccountable() }
      switch events[index].kind {
      case .enterSpan: depth += 1
      case .leaveSpan: depth -= 1
      default:
        if let range = events[index].range, !range.isEmpty {
          guard range.lowerBound >= lastText else { throw Unaccountable() }
          lastText = range.upperBound
        }
      }
    }
  }

  /// A tag, which the parser gives line by line.
  mutating func readTag() throws(Unaccountable) {
    guard let first = events[index].range, first.lowerBound == at, peek(0) == UInt8(ascii: "<") else {
      throw Unaccountable()
    }
    var end = first.upperBound
    while index + 1 < events.endIndex, case .text(.html) = events[index + 1].kind {
      if let range = events[index + 1].range, !range.isEmpty {
        // The next tag begins where this one ends; a line of the same tag, behind a line end.
        if range.lowerBound == end { break }
        guard range.lowerBound > end else { throw Unaccountable() }
        end = range.upperBound
      }
      index += 1
    }
    let tag = HTMLTag(document.masked[first.lowerBound..<end])
    if tag.isProtected { end = try protectedEnd(tag.name) ?? end }
    let shown = display(first.lowerBound..<end)
    if tag.name == Array("br".utf8) {
      builder.append(code: at..<end, display: shown, equivalent: "\n", isLoose: true)
      builder.append(atom: [0x20], for: end..<end)
    } else if tag.isPaired, !tag.isProtected {
      builder.append(tag: at..<end, name: tag.name, isEnd: tag.isEnd, display: shown)
    } else {
      builder.append(code: at..<end, display: shown, isLoose: !tag.isProtected)
    }
    at = end
  }

  /// The end of the element whose start tag was read, which is not text; nil where it doesn't end in the same span.
  private mutating func protectedEnd(_ name: [UInt8]) throws(Unaccountable) -> Int? {
    guard !unended.contains(name) else { return nil }
    var depth = 0
    for next in (index + 1)..<max(index + 1, events.endIndex) {
      switch events[next].kind {
      case .enterSpan: depth += 1
      case .leaveSpan: depth -= 1
      case .text(.html):
        guard depth == 0, let range = events[next].range else { continue }
        let tag = HTMLTag(document.masked[range])
        guard tag.isEnd, tag.name == name else { continue }
        index = next
        return range.upperBound
      default: continue
      }
      if depth < 0 { return nil }
    }
    unended.insert(name)
    return nil
  }
}
