public import Units
public import XML

extension Document {
  /// Reads an XLIFF document of any version, leniently: by namespace, never by prefix, in any order of attributes.
  ///
  /// Without `places`, segments don't know where their texts lie, which reports on them and edits of them ask for; with
  /// `candidates`, they have those that the document offers translators.
  ///
  /// - Throws: ``Units/Malformed``, at a place in the decoded text, where it is not well-formed XML, not XLIFF, or
  ///   lacks what no reader can do without.
  public init(reading text: DecodedText, places: Bool = true, candidates: Bool = false) throws(Malformed) {
    let reader = Reader(text.bytes, places: places, candidates: candidates)
    do { try parse(text, receiver: reader) } catch { throw malformed(error, in: text.bytes) }
    guard let version = reader.model.version else {
      throw Malformed(at: Offset(0), problem: "not XLIFF", remedy: "give a file whose root element is xliff")
    }
    self.init(text: text, version: version, files: reader.model.files)
  }

  /// Reads the bytes of a file in any encoding.
  ///
  /// - Throws: ``Units/Malformed`` as for its decoded text.
  public init(reading file: [UInt8], places: Bool = true, candidates: Bool = false) throws(Malformed) {
    try self.init(reading: DecodedText(file), places: places, candidates: candidates)
  }
}

/// What is wrong with a document that is not well-formed: bytes that are no UTF-8 are named as such, which expat calls
/// an invalid token.
func malformed(_ error: XMLError, in bytes: [UInt8]) -> Malformed {
  if let invalid = bytes.firstInvalidUTF8, invalid <= error.offset + 4 {
    return Malformed(
      at: Offset(invalid), problem: "not UTF-8: byte \(invalid) begins no character", remedy: "save the file as UTF-8")
  }
  return Malformed(at: Offset(error.offset), problem: error.problem)
}

/// Hands the XML reader's events on to the model: one access to the class for each, none within another.
private final class Reader: Receiver {
  @exclusivity(unchecked) private(set) var model: ModelReader
  var wantsText: Bool { model.wantsText }
  static let usualNames = NameTable(Element.usual.map { ($0.namespace, $0.local, $0.element.rawValue) })

  init(_ bytes: [UInt8], places: Bool, candidates: Bool) {
    model = ModelReader(bytes, places: places, candidates: candidates)
  }

  func number(namespace: String, local: String) -> Int { Element(namespace: namespace, local: local).rawValue }

  func start(_ number: Int, _ tag: borrowing StartTag) throws(XMLError) {
    try model.start(Element(rawValue: number) ?? .other, tag)
  }

  func end(_ number: Int, at range: Range<Int>) throws(XMLError) {
    try model.end(Element(rawValue: number) ?? .other, at: range)
  }

  func text(at range: Range<Int>, replacement: [UInt8]?) { model.text(at: range, replacement: replacement) }
}

/// Builds the model from the XML reader's events.
private struct ModelReader {
  let bytes: [UInt8]
  private(set) var version: Version?
  private(set) var files: [ResourceFile] = []
  private var languages: (source: LanguageTag?, target: LanguageTag?)
  /// How deep inside a subtree that is not read.
  private var skipped = 0
  /// The open groups.
  private var groups: [Group] = []
  /// The unit that is open, or the last one.
  private var unit: UnitReader
  private var isInUnit = false
  private var note: (text: [UInt8], start: Int)?
  private let keepsCandidates: Bool
  private var candidate: CandidateReader?

  /// A group, and what it says of the block that it may be.
  private struct Group {
    var id: String
    var role: Role?
    var maximumLength: Int?
    /// The unit that its trans-units are joined in.
    var block: Int?
    var start: Int
  }

  init(_ bytes: [UInt8], places: Bool, candidates: Bool) {
    self.bytes = bytes
    keepsCandidates = candidates
    unit = UnitReader(bytes, places: places)
  }

  /// Only sources, targets and notes hold text that is read.
  var wantsText: Bool { skipped == 0 && (unit.wantsText || note != nil || candidate?.wantsText == true) }

  mutating func start(_ element: Element, _ tag: borrowing StartTag) throws(XMLError) {
    guard skipped == 0 else { return skipped += 1 }
    if version == nil { return try root(element, tag) }
    if note != nil { return }
    if candidate != nil { return candidate?.start(element, tag) ?? () }
    if unit.isInContent { return unit.inline(element, tag) }
    switch element {
    case .file: try file(tag)
    case .group:
      let role = (tag["type"] ?? tag["restype"]).flatMap { roleName(in: $0) }
      groups.append(
        Group(
          id: tag["id"] ?? "", role: role, maximumLength: maximumLength(in: tag, version?.family ?? .one),
          start: tag.range.lowerBound))
    case .unit, .transUnit:
      guard !files.isEmpty else { throw XMLError(problem: "a unit outside of a file", offset: tag.range.lowerBound) }
      unit.begin(tag, family: element == .unit ? .two : .one)
      isInUnit = true
    case .segment, .ignorable: if isInUnit { unit.beginSegment(tag, isIgnorable: element == .ignorable) }
    case .source, .segSource, .target: if isInUnit { unit.beginContent(element, tag) }
    case .note:
      let isOurs = tag.has("from", toolName) || tag.has("category", toolName)
      // Ours in a unit says what the model says; another's that is in no unit has no place in it.
      if isOurs == isInUnit { skipped = 1 } else { note = ([], tag.range.lowerBound) }
    case .candidate:
      if isInUnit, let file = files.last {
        candidate = CandidateReader(tag, in: file, keepsTexts: keepsCandidates)
      } else {
        skipped = 1
      }
    case .data: unit.words.beginData(tag)
    case .confirmation: unit.words.confirm(tag)
    case .container, .xliff: break
    default: skipped = 1
    }
  }

  mutating func end(_ element: Element, at range: Range<Int>) throws(XMLError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if note != nil {
      if element == .note { endNote(at: range) }
      return
    }
    if let isOpen = candidate?.end() {
      if !isOpen { unit.words.add(candidate.take()) }
      return
    }
    if unit.isInContent {
      if element == .source || element == .segSource || element == .target {
        unit.endContent(element, at: range)
      } else {
        unit.endInline(element, at: range)
      }
      return
    }
    switch element {
    case .data: unit.words.endData()
    case .segment, .ignorable: if isInUnit { unit.endSegment(at: range) }
    case .unit, .transUnit: endUnit(at: range)
    case .group: endGroup(at: range)
    case .file: groups.removeAll()
    default: break
    }
  }

  mutating func text(at range: Range<Int>, replacement: [UInt8]?) {
    guard skipped == 0 else { return }
    if note != nil {
      note?.text += replacement ?? Array(bytes[range])
    } else if candidate != nil {
      candidate?.text(replacement ?? Array(bytes[range]))
    } else {
      unit.text(at: range, replacement: replacement)
    }
  }

  private mutating func root(_ element: Element, _ tag: borrowing StartTag) throws(XMLError) {
    guard element == .xliff else {
      throw XMLError(problem: "not XLIFF: the root element is not xliff of an XLIFF namespace", offset: 0)
    }
    let label = tag["version"] ?? self.label(ofNamespaceIn: tag.range)
    // 2.x has its languages on the root, 1.x on each file: that also tells documents without a namespace apart.
    let family: Version.Family = label.hasPrefix("1") ? .one : .two
    version = Version(family: family, label: label)
    languages = (tag["srcLang"].flatMap { LanguageTag($0) }, tag["trgLang"].flatMap { LanguageTag($0) })
    guard label.hasPrefix("1.") || label.hasPrefix("2.") else {
      throw XMLError(
        problem: "version \"\(label)\" of XLIFF is not known; versions 1.0 to 2.2 are", offset: tag.range.lowerBound)
    }
  }

  /// The number of the version at the end of the namespace, for a document that does not say it otherwise.
  private func label(ofNamespaceIn tag: Range<Int>) -> String {
    guard let prefix = bytes[tag].firstRange(of: "xliff:document:".utf8) else { return "" }
    return String(decoding: bytes[prefix.upperBound...].prefix { $0 == 0x2E || $0 &- 48 < 10 }, as: UTF8.self)
  }

  private mutating func file(_ tag: borrowing StartTag) throws(XMLError) {
    let source = tag["source-language"].flatMap { LanguageTag($0) } ?? languages.source
    guard let source else {
      let name = version?.family == .one ? "source-language" : "srcLang"
      throw XMLError(
        problem: "no source language, or one that is no language tag (\(name))", offset: tag.range.lowerBound)
    }
    var file = ResourceFile(
      original: tag["original"] ?? "", sourceLanguage: source,
      targetLanguage: tag["target-language"].flatMap { LanguageTag($0) } ?? languages.target,
      format: tag["datatype"].flatMap { formatName(ofDatatype: $0) }, at: Offset(tag.range.lowerBound))
    // Most articles have some ten paragraphs.
    file.units.reserveCapacity(16)
    file.slots.reserveCapacity(16)
    file.extents.reserveCapacity(16)
    files.append(file)
  }

  private mutating func endNote(at range: Range<Int>) {
    guard let note else { return }
    self.note = nil
    guard !files.isEmpty else { return }
    let text = String(decoding: note.text, as: UTF8.self)
    if !isInUnit {
      read(fileNote: text)
    } else if !text.allSatisfy(\.isWhitespace) {
      let place = FileRange(bytes: note.start..<range.upperBound)
      files[files.count - 1].translatorNotes.append(TranslatorNote(unit: unit.unit.id, text: text, at: place))
    }
  }

  /// What the extractor wrote about the article: `format: text; source: fnv1a64-…`.
  private mutating func read(fileNote text: String) {
    for part in Array(text.utf8).split(separator: UInt8(ascii: ";")) {
      let pair = part.split(separator: UInt8(ascii: ":"), maxSplits: 1).map {
        String(decoding: $0.drop { $0 == 0x20 }, as: UTF8.self)
      }
      guard pair.count == 2 else { continue }
      if pair[0] == "format" { files[files.count - 1].format = pair[1] }
      if pair[0] == "source" { files[files.count - 1].fingerprint = pair[1] }
    }
  }

  /// A group whose trans-units are named after it (`p3`: `p3.1`, `p3.2`) is one block, written as 1.2 wants it.
  private mutating func endUnit(at range: Range<Int>) {
    guard isInUnit else { return }
    isInUnit = false
    unit.finish(at: range.upperBound)
    let file = files.count - 1
    if !unit.defects.isEmpty { files[file].defects += unit.defects }
    for comment in unit.words.comments {
      files[file].translatorNotes.append(
        TranslatorNote(unit: unit.unit.id, text: comment.text, at: FileRange(bytes: comment.at)))
    }
    var start = unit.start
    if let group = groups.last, isPart(of: group.id) {
      if let block = group.block {
        guard let (segment, slot) = unit.popSegment() else { return }
        files[file].units[block].segments.append(segment)
        files[file].slots[block].append(slot)
        if unit.unit.isTranslatable { files[file].units[block].isTranslatable = true }
        return
      }
      groups[groups.count - 1].block = files[file].units.count
      unit.rename(UnitID(group.id), role: group.role, maximumLength: group.maximumLength)
      start = group.start
    }
    let built = unit.take()
    files[file].units.append(built.unit)
    files[file].slots.append(built.slots)
    files[file].extents.append(FileRange(bytes: start..<range.upperBound))
  }

  private func isPart(of group: String) -> Bool {
    guard version?.family == .one, !group.isEmpty, unit.unit.segments.count == 1 else { return false }
    let name = unit.unit.id.name
    guard name.utf8.count > group.utf8.count, name.utf8.starts(with: group.utf8) else { return false }
    return name.utf8[name.utf8.index(name.startIndex, offsetBy: group.utf8.count)] == UInt8(ascii: ".")
  }

  /// A block's group ends where its tag does.
  private mutating func endGroup(at range: Range<Int>) {
    guard let group = groups.popLast(), let block = group.block else { return }
    files[files.count - 1].extents[block] = FileRange(bytes: group.start..<range.upperBound)
  }
}

/// Who wrote a note, where the extractor did.
let toolName = "l10n"

/// The format's name for a 1.2 `datatype`, where the two are one and the same.
private func formatName(ofDatatype datatype: String) -> String? {
  switch datatype {
  case "plaintext": "text"
  case "html": "html"
  default: datatype.hasPrefix("x-") ? String(datatype.dropFirst(2)) : nil
  }
}
