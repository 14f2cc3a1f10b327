import Units

/// Collects the text and the codes of one block, as a browser shows them: white space of any length is one space.
struct HTMLBlockBuilder {
  /// Why a text makes no block.
  enum Result {
    case block(Block)
    /// Nothing but codes, white space, digits and punctuation.
    case nothing
    /// The text holds a character that XLIFF can't.
    case control(Range<Int>)
    /// The text has figures, but no letter.
    case figures(Range<Int>)
    /// There are more codes than ``Block/mostCodes``.
    case overloaded(Range<Int>)
  }

  private struct Draft {
    var at: Int
    var raw: Range<Int>
    var kind: Code.Kind
    /// The index of the code that closes or opens it.
    var partner: Int?
    /// An open code of the same name that stands before it.
    var previous: Int?
    var display: String
    var equivalent: String
  }

  private let bytes: [UInt8]
  private var text: [UInt8] = []
  private var map = OffsetMap()
  private var drafts: [Draft] = []
  private var lastOpen: [HTMLName: Int] = [:]
  private var endsInSpace = true
  /// A line break stood where no white space is written.
  private var needsSpace = false
  /// What holds too many codes, so far; nothing of it is kept.
  private var overload: Range<Int>?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing was added.
  var isEmpty: Bool { text.isEmpty && drafts.isEmpty && overload == nil }

  /// Whether there are more codes than ``Block/mostCodes``.
  var isOverloaded: Bool { overload != nil }

  /// Whether the last thing added is a line break.
  private(set) var endsInLineBreak = false

  /// Adds text of the document; in an attribute's value, references are read in another way.
  mutating func text(_ range: Range<Int>, inAttribute: Bool = false) {
    if extendsOverload(range) { return }
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte.isHTMLSpace {
        at = space(at..<range.upperBound)
      } else if byte == UInt8(ascii: "&"),
        let reference = CharacterReferences.standard.reference(
          in: bytes[..<range.upperBound], at: at, inAttribute: inAttribute)
      {
        beginWord(at)
        map.append(
          .atom(text: text.count, textCount: reference.text.count, raw: at, rawCount: reference.length))
        text += reference.text
        at += reference.length
      } else {
        beginWord(at)
        var end = at + 1
        // A single space is written as it is read.
        while end < range.upperBound, bytes[end] != UInt8(ascii: "&") {
          if bytes[end].isHTMLSpace {
            guard bytes[end] == 0x20, end + 1 < range.upperBound, !bytes[end + 1].isHTMLSpace else { break }
          }
          end += 1
        }
        if bytes[end - 1] == 0x20 { end -= 1 }
        map.append(.verbatim(text: text.count, raw: at, count: end - at))
        text += bytes[at..<end]
        at = end
      }
    }
  }

  private mutating func space(_ range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end].isHTMLSpace { end += 1 }
    if endsInSpace { return end }
    let count = end - range.lowerBound
    map.append(
      count == 1 && bytes[range.lowerBound] == 0x20
        ? .verbatim(text: text.count, raw: range.lowerBound, count: 1)
        : .atom(text: text.count, textCount: 1, raw: range.lowerBound, rawCount: count))
    text.append(0x20)
    endsInSpace = true
    needsSpace = false
    return end
  }

  private mutating func beginWord(_ at: Int) {
    if needsSpace, !endsInSpace {
      map.append(.atom(text: text.count, textCount: 1, raw: drafts.last?.raw.upperBound ?? at, rawCount: 0))
      text.append(0x20)
    }
    needsSpace = false
    endsInSpace = false
    endsInLineBreak = false
  }

  private mutating func extendsOverload(_ raw: Range<Int>) -> Bool {
    guard let range = overload else { return false }
    endsInLineBreak = false
    overload = range.lowerBound..<raw.upperBound
    return true
  }

  private mutating func add(_ draft: Draft) {
    if extendsOverload(draft.raw) { return }
    drafts.append(draft)
    guard drafts.count > Block.mostCodes else { return }
    let start = min(drafts[0].raw.lowerBound, text.isEmpty ? draft.raw.lowerBound : map.raw(0..<1).lowerBound)
    reset()
    overload = start..<draft.raw.upperBound
  }

  /// Adds a code that is no span; white space on both sides of one that is seen stays white space.
  mutating func standalone(_ raw: Range<Int>, display: String, isSeen: Bool) {
    add(Draft(at: text.count, raw: raw, kind: .standalone, display: display, equivalent: ""))
    guard isSeen else { return }
    endsInSpace = text.isEmpty
    needsSpace = false
    endsInLineBreak = false
  }

  /// Adds a line break, which is white space to whoever reads the text without codes.
  mutating func lineBreak(_ raw: Range<Int>) {
    add(Draft(at: text.count, raw: raw, kind: .standalone, display: "<br>", equivalent: "\n"))
    needsSpace = true
    endsInLineBreak = true
  }

  mutating func open(_ name: HTMLName, _ raw: Range<Int>, display: String) {
    add(Draft(at: text.count, raw: raw, kind: .standalone, previous: lastOpen[name], display: display, equivalent: ""))
    if !isOverloaded { lastOpen[name] = drafts.count - 1 }
  }

  mutating func close(_ name: HTMLName, _ raw: Range<Int>, display: String) {
    var draft = Draft(at: text.count, raw: raw, kind: .standalone, display: display, equivalent: "")
    // Spans cross as authors write them; only one that has both ends is a span.
    if let open = lastOpen[name] {
      draft.kind = .close
      draft.partner = open
      drafts[open].kind = .open
      drafts[open].partner = drafts.count
      lastOpen[name] = drafts[open].previous
    }
    add(draft)
  }

  /// The block of what was added since the last one; its kind of place is `syntax`.
  mutating func finish(coding: CodingChain, syntax: String, role: Role) -> Result {
    defer { reset() }
    if let overload { return .overloaded(overload) }
    guard !text.isEmpty else { return .nothing }
    let range = Folding.trimmed(text)
    guard text.hasLetter(in: range) else {
      return text[range].contains(where: \.isASCIIDigit) ? .figures(map.raw(range)) : .nothing
    }
    let isWhole = range == 0..<text.count
    let content = isWhole ? text : Array(text[range])
    let contentMap = isWhole ? map : map.slice(range)
    let whole = contentMap.raw(0..<content.count)
    if content.holdsControl { return .control(whole) }
    for index in drafts.indices {
      drafts[index].at = min(max(drafts[index].at, range.lowerBound), range.upperBound) - range.lowerBound
    }
    let kept = innerCodes(count: content.count)
    own(gapsAround: kept, contentMap, count: content.count)
    var raw = whole
    if let first = kept.first, drafts[first].at == 0 { raw = drafts[first].raw.lowerBound..<raw.upperBound }
    if let last = kept.last, drafts[last].at == content.count { raw = raw.lowerBound..<drafts[last].raw.upperBound }
    let source = Content(text: content, codes: codes(kept))
    return .block(
      Block(
        source: source, raw: FileRange(bytes: raw), map: contentMap, coding: coding,
        codes: kept.map { FileRange(bytes: drafts[$0].raw) }, syntax: syntax, role: role))
  }

  private mutating func reset() {
    text.removeAll(keepingCapacity: true)
    map = OffsetMap()
    drafts.removeAll(keepingCapacity: true)
    if !lastOpen.isEmpty { lastOpen.removeAll(keepingCapacity: true) }
    endsInSpace = true
    needsSpace = false
    endsInLineBreak = false
    overload = nil
  }

  /// The codes without those at the edges of the text, which no translator needs: a span is left out whole or not.
  private func innerCodes(count: Int) -> Range<Int> {
    var low = drafts.firstIndex { $0.at > 0 } ?? drafts.count
    var high = (drafts.lastIndex { $0.at < count } ?? -1) + 1
    // What is kept keeps its partner, and everything between the two.
    var (lowDone, highDone) = (low, low)
    while lowDone > low || highDone < high {
      let index: Int
      if highDone < high {
        index = highDone
        highDone += 1
      } else {
        lowDone -= 1
        index = lowDone
      }
      guard let partner = drafts[index].partner else { continue }
      low = min(low, partner)
      high = max(high, partner + 1)
    }
    return low..<max(low, high)
  }

  /// Gives the bytes between a code and its neighbours that are in no text (white space that is not shown) to the code,
  /// so that a copy of codes and text copies them.
  private mutating func own(gapsAround kept: Range<Int>, _ map: OffsetMap, count: Int) {
    for index in kept {
      let at = drafts[index].at
      let before =
        index > kept.lowerBound && drafts[index - 1].at == at
        ? drafts[index - 1].raw.upperBound : at > 0 ? map.raw(at - 1..<at).upperBound : drafts[index].raw.lowerBound
      let after =
        index + 1 < kept.upperBound && drafts[index + 1].at == at
        ? drafts[index + 1].raw.lowerBound : at < count ? map.raw(at..<at + 1).lowerBound : drafts[index].raw.upperBound
      let raw = drafts[index].raw
      drafts[index].raw = min(before, raw.lowerBound)..<max(after, raw.upperBound)
    }
  }

  private func codes(_ kept: Range<Int>) -> [Code] {
    var ordinals: [Int: Int] = [:]
    var next = 0
    return kept.map { index in
      let draft = drafts[index]
      let ordinal: Int
      if draft.kind == .close, let partner = draft.partner, let opened = ordinals[partner] {
        ordinal = opened
      } else {
        next += 1
        ordinal = next
        if draft.kind == .open { ordinals[index] = next }
      }
      return Code(
        at: Offset(draft.at), kind: draft.kind, ordinal: ordinal, display: draft.display,
        equivalent: draft.equivalent)
    }
  }
}

extension [UInt8] {
  /// Whether a letter of any script stands in a range.
  func hasLetter(in range: Range<Int>) -> Bool {
    for index in range where self[index].isASCIILetter { return true }
    guard self[range].contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: self[range], as: UTF8.self).unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Whether there is a character that XML can't hold.
  var holdsControl: Bool {
    for index in indices {
      let byte = self[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return true }
      if byte == 0xEF, index + 2 < count, self[index + 1] == 0xBF, self[index + 2] >= 0xBE { return true }
    }
    return false
  }
}
