import Units
import XML

/// Builds units, or trans-units, one after the other, from the events inside them.
struct UnitReader {
  /// The unit that is being built, or was built last.
  private(set) var unit = Unit(id: UnitID(""), segments: [])
  private(set) var slots: [Slot] = []
  private(set) var defects: [Defect] = []
  /// What the unit says beside its segments.
  var words = UnitWords()
  /// Where the unit's tag begins.
  private(set) var start = 0
  private let bytes: [UInt8]
  private let places: Bool
  private var family = Version.Family.one
  private var isApproved = false
  private var numbers = CodeNumbers()

  /// The segment that is open (2.x), or the only one of a trans-unit.
  private var segment = SegmentTag()
  private var source: (content: ContentReader, end: Int)?
  private var target: (content: ContentReader, range: Range<Int>)?
  private var insertion = 0
  private var indentation = 0..<0

  /// 1.2 with `seg-source`: the segments by `mid`, and what stands between them.
  private var sourceMarks: [Mark] = []
  private var targetMarks: [Mark] = []
  private var openMark: (mark: Mark, depth: Int)?
  private var isSegmented = false

  private var kind = Element.other
  private var content: ContentReader?
  private var targetTag: Range<Int>?
  private var targetState: String?
  /// Inside a native code, whose text is markup; and the elements open inside the content.
  private var nativeDepth = 0
  private var native: (label: CodeLabel, text: [UInt8]) = (.none, [])
  private var open: [(element: Element, number: Int, start: Int)] = []

  var isInContent: Bool { content != nil }
  var wantsText: Bool { content != nil || words.isInData }

  /// A segment of 1.2.
  private struct Mark {
    var mid: String
    var content: ContentReader
    var tag: Range<Int>
    var end = 0
  }

  /// What the tag of a segment says, and its target's in 1.x.
  private struct SegmentTag {
    var id: String?
    var tag: Range<Int>?
    var isIgnorable = false
    var order: Int?
    var state: String?
    var subState: String?
    var isMachineTranslation = false
  }

  /// A reader of the units of a document; `places` says whether segments know where their texts lie.
  init(_ bytes: [UInt8], places: Bool) {
    self.bytes = bytes
    self.places = places
  }

  /// Begins the next unit: nothing of the one before is left.
  mutating func begin(_ tag: borrowing StartTag, family: Version.Family) {
    let id = tag["id"] ?? ""
    let role = (tag["type"] ?? tag["restype"]).flatMap { roleName(in: $0) }
    unit.id = UnitID(id)
    unit.role = role ?? .paragraph
    unit.isTranslatable = tag["translate"] != "no"
    unit.maximumLength = maximumLength(in: tag, family)
    if !unit.segments.isEmpty { unit.segments = [] }
    if !slots.isEmpty { slots = [] }
    if !defects.isEmpty { defects.removeAll() }
    if !words.isEmpty { words = UnitWords() }
    if family == .one { words.read(tag) }
    start = tag.range.lowerBound
    self.family = family
    isApproved = tag["approved"] == "yes"
    numbers = CodeNumbers()
    segment = SegmentTag()
    if family == .one {
      segment.id = id
      segment.isIgnorable = tag["restype"] == ignorableType
    }
    source = nil
    target = nil
    insertion = 0
    indentation = 0..<0
    if isSegmented {
      sourceMarks.removeAll()
      targetMarks.removeAll()
      openMark = nil
      isSegmented = false
    }
    targetTag = nil
    targetState = nil
    nativeDepth = 0
  }

  /// Gives the unit the name, the role and the limit of the group that it stands for.
  mutating func rename(_ id: UnitID, role: Role?, maximumLength: Int?) {
    unit.id = id
    if let role { unit.role = role }
    if let maximumLength { unit.maximumLength = maximumLength }
  }

  /// Gives the unit away, so that the next one does not share its segments.
  mutating func take() -> (unit: Unit, slots: [Slot]) {
    let built = (unit, slots)
    unit.segments = []
    slots = []
    return built
  }

  /// Gives the last segment away, to be another unit's.
  mutating func popSegment() -> (segment: Segment, slot: Slot)? {
    guard let segment = unit.segments.popLast(), let slot = slots.popLast() else { return nil }
    return (segment, slot)
  }

  mutating func beginSegment(_ tag: borrowing StartTag, isIgnorable: Bool) {
    segment = SegmentTag(
      id: tag["id"], tag: tag.range, isIgnorable: isIgnorable, state: tag["state"],
      subState: tag["subState"].map { CodeKinds.unprefixed($0) ?? $0 })
    source = nil
    target = nil
    targetTag = nil
  }

  mutating func beginContent(_ element: Element, _ tag: borrowing StartTag) {
    kind = element
    content = ContentReader(start: tag.range.upperBound, keepsMap: places)
    if element == .source {
      var start = tag.range.lowerBound
      while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start - 1]) { start -= 1 }
      indentation = start..<tag.range.lowerBound
    }
    guard element == .target else { return }
    targetTag = tag.range
    targetState = tag["state"]
    segment.order = tag["order"].flatMap { Int($0) }
    guard let qualifier = tag["state-qualifier"] else { return }
    segment.subState = SubState.read(qualifier: qualifier)
    segment.isMachineTranslation = SubState.isMachine(qualifier: qualifier)
  }

  mutating func text(at range: Range<Int>, replacement: [UInt8]?) {
    guard content != nil else {
      words.add(data: replacement ?? Array(bytes[range]))
      return
    }
    if nativeDepth > 0 {
      if native.text.count < 100 { native.text += replacement ?? Array(bytes[range]) }
      return
    }
    if openMark != nil {
      openMark?.mark.content.text(at: range, replacement: replacement, in: bytes)
    } else {
      content?.text(at: range, replacement: replacement, in: bytes)
    }
  }

  mutating func inline(_ element: Element, _ tag: borrowing StartTag) {
    var number = 0
    switch element {
    case .mrk where tag["mtype"] == "seg" && openMark == nil && (kind == .segSource || isSegmented):
      // Without `seg-source` a marker says nothing that the unit itself does not: its text is the unit's.
      let content = ContentReader(start: tag.range.upperBound, keepsMap: places)
      openMark = (Mark(mid: tag["mid"] ?? "", content: content, tag: tag.range), open.count)
      isSegmented = true
    case .spanning:
      number = numbers.number(of: tag["id"] ?? "")
      add(.open, number, tag)
    case .standalone:
      add(.standalone, numbers.number(of: tag["id"] ?? ""), tag)
    case .opening: add(.open, numbers.number(of: tag["rid"] ?? tag["id"] ?? ""), tag)
    case .closing: add(.close, numbers.number(of: tag["startRef"] ?? tag["rid"] ?? tag["id"] ?? ""), tag)
    case .nativeOpening, .nativeClosing, .nativeStandalone, .nativeIsolated:
      nativeDepth += 1
      let number = numbers.number(of: tag["rid"] ?? tag["id"] ?? "")
      let closes = element == .nativeClosing || (element == .nativeIsolated && tag["pos"] == "close")
      let opens = element == .nativeOpening || (element == .nativeIsolated && !closes)
      if nativeDepth == 1 {
        native = (CodeLabel(tag, data: words.data), [])
        add(closes ? .close : opens ? .open : .standalone, number, tag)
      }
    case .cp:
      if let hex = tag["hex"], let value = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(value) {
        text(at: tag.range, replacement: Array(String(scalar).utf8))
        if kind == .target { addDefect("the target holds a control character (cp)", at: tag.range.lowerBound) }
      }
    case .mrk where kind == .target:
      words.comment(tag)
    default: break
    }
    open.append((element, number, tag.range.lowerBound))
  }

  mutating func endInline(_ element: Element, at range: Range<Int>) {
    guard let last = open.popLast() else { return }
    switch last.element {
    case .spanning:
      // `<g id="1"/>` is one tag: the code that closes it has no bytes of its own.
      let bytes = range.lowerBound == last.start ? range.upperBound..<range.upperBound : range
      addCode(.close, last.number, .none, at: bytes)
    case .nativeOpening, .nativeClosing, .nativeStandalone, .nativeIsolated:
      nativeDepth -= 1
      guard nativeDepth == 0 else { break }
      native.label.add(native: native.text)
      endLastCode(at: range.upperBound, native.label)
    case .standalone, .opening, .closing:
      // `<x id="1"></x>` has an end tag.
      if !range.isEmpty { endLastCode(at: range.upperBound) }
    case .mrk:
      guard var mark = openMark?.mark, openMark?.depth == open.count else { return }
      openMark = nil
      mark.end = max(mark.content.start, range.lowerBound)
      if kind == .target { targetMarks.append(mark) } else { sourceMarks.append(mark) }
    default: break
    }
  }

  mutating func endContent(_ element: Element, at range: Range<Int>) {
    guard let content = content.take() else { return }
    if !open.isEmpty { open.removeAll() }
    switch element {
    case .source:
      source = (content, max(content.start, range.lowerBound))
      insertion = range.upperBound
    case .segSource:
      insertion = range.upperBound
    default:
      // `<target/>` is one tag: what goes into it replaces the tag.
      target = (content, content.start..<max(content.start, range.lowerBound))
      if isSegmented, !targetMarks.isEmpty, Folding.trimmed(content.content.text).isEmpty == false {
        addDefect(
          "text in the target outside of its segment markers (mrk); a tool put its translation before the old one:"
            + " delete the one that is wrong", at: content.start)
      }
    }
  }

  mutating func endSegment(at range: Range<Int>) {
    guard let source = source.take() else { return }
    append(
      source: source.content, sourceEnd: source.end, target: target.take(), id: segment.id,
      stateWord: segment.state, mid: nil, targetTag: targetTag,
      element: segment.tag.map { FileRange(bytes: $0.lowerBound..<range.upperBound) })
  }

  /// Builds the segments of a trans-unit, which has no tags of its own for them.
  ///
  /// The unit's element ends at `end`.
  mutating func finish(at end: Int) {
    guard family == .one, let source = source.take() else { return }
    // A target without markers is the translation of the whole unit.
    let isWhole = targetMarks.isEmpty && target?.content.content.isEmpty == false
    guard isSegmented, !sourceMarks.isEmpty, !isWhole else {
      return append(
        source: source.content, sourceEnd: source.end, target: target.take(), id: unit.id.name,
        stateWord: targetState, mid: nil, targetTag: targetTag, element: FileRange(bytes: start..<end))
    }
    let mids = sourceMarks.map(\.mid)
    let known = Set(mids)
    let targets = Dictionary(targetMarks.map { ($0.mid, $0) }, uniquingKeysWith: { first, _ in first })
    for mark in targetMarks where !known.contains(mark.mid) {
      addDefect("the target has a segment mid=\"\(mark.mid)\" that the source has not", at: mark.content.start)
    }
    if known.count < mids.count || targets.count < targetMarks.count {
      addDefect("a mid is used by two segments (mrk)", at: source.content.start)
    }
    for mark in sourceMarks {
      let match = targets[mark.mid]
      append(
        source: mark.content, sourceEnd: mark.end, target: match.map { ($0.content, $0.content.start..<$0.end) },
        id: "\(unit.id).\(mark.mid)", stateWord: targetState, mid: mark.mid,
        targetTag: match?.tag)
    }
  }

  private mutating func append(
    source: ContentReader, sourceEnd: Int, target: (content: ContentReader, range: Range<Int>)?, id: String?,
    stateWord: String?, mid: String?, targetTag: Range<Int>?, element: FileRange? = nil
  ) {
    let word = words.state(ofSegment: mid) ?? stateWord
    var (state, subState) = word.map { States.read($0) } ?? (.initial, "")
    if isApproved, target != nil { state = max(state, .reviewed) }
    if let own = segment.subState { subState = own }
    if family == .one {
      let isEmpty = target?.content.content.isEmpty != false
      (state, subState) = States.settled1(state, subState, word: stateWord, isEmpty: isEmpty)
    }
    let isStateOpen = family == .one && word == nil && subState.isEmpty
    let last = unit.segments.count
    unit.segments.append(
      Segment(
        id: id, source: source.content, target: target?.content.content, state: state, subState: subState,
        order: segment.order, isIgnorable: segment.isIgnorable, sourcePlace: places ? source.place : nil,
        targetPlace: places ? target?.content.place : nil))
    unit.segments[last].isStateOpen = isStateOpen
    unit.segments[last].isMachineTranslation = segment.isMachineTranslation
    if !words.isEmpty { words.addCandidates(to: &unit.segments[last], mid: mid) }
    slots.append(
      Slot(
        element: element, unit: Offset(start), source: FileRange(bytes: source.start..<sourceEnd),
        codes: source.codeRanges,
        target: target.map { FileRange(bytes: $0.range) },
        targetTag: target.flatMap { _ in targetTag.map { FileRange(bytes: $0) } }, insertion: Offset(insertion),
        stateTag: (family == .two ? segment.tag : self.targetTag).map { FileRange(bytes: $0) }, mid: mid,
        indentation: FileRange(bytes: indentation)))
  }

  private mutating func add(_ kind: Code.Kind, _ number: Int, _ tag: borrowing StartTag) {
    addCode(kind, number, CodeLabel(tag, data: words.data), at: tag.range)
  }

  private mutating func addCode(_ kind: Code.Kind, _ number: Int, _ label: CodeLabel, at range: Range<Int>) {
    if openMark != nil {
      openMark?.mark.content.code(kind, ordinal: number, label, at: range)
    } else {
      content?.code(kind, ordinal: number, label, at: range)
    }
  }

  private mutating func endLastCode(at end: Int, _ label: CodeLabel? = nil) {
    if openMark != nil {
      openMark?.mark.content.endLastCode(at: end, label)
    } else {
      content?.endLastCode(at: end, label)
    }
  }

  private mutating func addDefect(_ message: String, at offset: Int) {
    defects.append(Defect(message: "\(unit.id): \(message)", at: Offset(offset)))
  }
}

/// The role that a `restype` (1.2, `x-lead`) or a `type` (2.x, `l10n:lead`) names.
func roleName(in type: String) -> Role? {
  let count = type.utf8.starts(with: "x-".utf8) ? 2 : type.utf8.starts(with: "l10n:".utf8) ? 5 : 0
  return count > 0 ? Role(String(Substring(type.utf8.dropFirst(count)))) : nil
}

/// The most characters that a text may have: `maxwidth` of 1.2, where it counts characters, or the size restriction of
/// 2.x, `[minimum,]maximum`.
func maximumLength(in tag: borrowing StartTag, _ family: Version.Family) -> Int? {
  switch family {
  case .one: tag["size-unit"] == "char" ? tag["maxwidth"].flatMap { Int($0) } : nil
  case .two:
    tag[namespaced: "urn:oasis:names:tc:xliff:sizerestriction:2.0\nsizeRestriction"].flatMap { restriction in
      restriction.split(separator: ",").last.flatMap { Int($0) }
    }
  }
}
