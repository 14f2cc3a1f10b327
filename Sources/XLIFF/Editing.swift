public import Units
import XML

extension Document {
  /// A piece of a new target: text, or a code of the source by its place among the source's codes.
  public enum TargetPart: Hashable, Sendable {
    /// UTF-8 text.
    case text([UInt8])
    /// The code of this index in the source's codes.
    case code(Int)
  }

  /// The edit that gives a segment this target; everything else in the document stays as it is.
  ///
  /// Codes are copied from the source, bytes and all. The state stays as it was. Nil where a `mrk` of 1.2 has no
  /// counterpart in the target: such a target can only be written as a whole.
  public func settingTarget(_ parts: [TargetPart], file: Int, unit: Int, segment: Int) -> Splice? {
    var splice = Splice()
    let slot = files[file].slots[unit][segment]
    if slot.mid != nil, slot.target == nil { return nil }
    let content = rendered(parts, slot)
    if let target = slot.target, let tag = slot.targetTag {
      if target.isEmpty, isSelfClosing(tag) {
        let open = tag.bytes.upperBound - 2
        splice.replace(FileRange(bytes: open..<open + 2), with: Array(">".utf8) + content + closing(tag))
      } else {
        splice.replace(target, with: content)
      }
    } else {
      let prefix = self.prefix(ofElementEndingAt: slot.insertion.bytes)
      let element = Array("<\(prefix)target>".utf8) + content + Array("</\(prefix)target>".utf8)
      splice.replace(slot.insertion..<slot.insertion, with: Array(bytes[slot.indentation.bytes]) + element)
    }
    return splice
  }

  /// The edit that gives a segment this target, whose codes are the source's by ordinal and kind.
  ///
  /// Nil as for parts, and where the source does not have one of the codes.
  public func settingTarget(_ target: Content, file: Int, unit: Int, segment: Int) -> Splice? {
    var parts: [TargetPart] = []
    var at = 0
    for (code, index) in zip(target.codes, target.codeIndexes(in: files[file].units[unit].segments[segment].source)) {
      guard let index else { return nil }
      parts += [.text(Array(target.text[at..<code.at.bytes])), .code(index)]
      at = code.at.bytes
    }
    return settingTarget(parts + [.text(Array(target.text[at...]))], file: file, unit: unit, segment: segment)
  }

  /// The edit that says of a segment that it is translated, and no more than that, for who has given it another target.
  ///
  /// The state is nothing where 1.2 says nothing yet, and where the segment shares it with others (`mrk`); that the unit
  /// is approved (1.2) is taken back.
  public func settingTranslated(file: Int, unit: Int, segment: Int) -> Splice {
    let slot = files[file].slots[unit][segment]
    var splice = takingBackApproval(ofUnitAt: slot.unit)
    guard slot.mid == nil, let tag = slot.stateTag else { return splice }
    let state = Array(" state=\"translated\"".utf8)
    let old = attributes(of: tag.bytes, in: bytes).filter {
      ["state", "state-qualifier", "subState"].contains($0.name)
    }
    for (number, attribute) in old.enumerated() {
      splice.replace(FileRange(bytes: attribute.whole), with: number == 0 ? state : [])
    }
    if old.isEmpty, version.family == .two {
      let end = name(of: tag).endIndex
      splice.replace(FileRange(bytes: end..<end), with: state)
    }
    return splice
  }

  /// The edit that leaves out `approved` of a trans-unit: who approved it has seen another translation.
  private func takingBackApproval(ofUnitAt start: Offset<File>) -> Splice {
    var splice = Splice()
    guard version.family == .one else { return splice }
    for attribute in attributes(of: start.bytes..<bytes.count, in: bytes) where attribute.name == "approved" {
      splice.replace(FileRange(bytes: attribute.whole), with: [UInt8]())
    }
    return splice
  }

  /// The edit that puts other text in place of a stretch of a target.
  ///
  /// Nil where a code stands inside of the stretch, the target does not stand in this document, or in a CDATA section,
  /// which has no way to write every text.
  public func replacing(_ range: TextRange, with text: String, file: Int, unit: Int, segment: Int) -> Splice? {
    let slot = files[file].slots[unit][segment]
    let segment = files[file].units[unit].segments[segment]
    guard let target = segment.target, let place = segment.targetPlace, range.upperBound.bytes <= target.text.count,
      !target.codes.contains(where: { range.lowerBound < $0.at && $0.at < range.upperBound })
    else { return nil }
    var escaped: [UInt8] = []
    appendEscaped(Array(text.utf8).span, to: &escaped)
    let raw = place.raw(range.bytes)
    guard !isInCDATA(raw, from: slot.target?.lowerBound.bytes ?? raw.lowerBound) else { return nil }
    var splice = Splice()
    splice.replace(FileRange(bytes: raw), with: escaped)
    return splice
  }

  /// Whether a CDATA section between `start` and the end of a range touches the range.
  private func isInCDATA(_ range: Range<Int>, from start: Int) -> Bool {
    var at = start
    while let open = bytes[at..<max(at, range.upperBound)].firstRange(of: "<![CDATA[".utf8)?.upperBound {
      at = bytes[open...].firstRange(of: "]]>".utf8)?.upperBound ?? bytes.count
      if at > range.lowerBound { return true }
    }
    return false
  }

  private func rendered(_ parts: [TargetPart], _ slot: Slot) -> [UInt8] {
    parts.reduce(into: []) { result, part in
      switch part {
      case .text(let text): appendEscaped(text.span, to: &result)
      case .code(let index): result += bytes[slot.codes[index].bytes]
      }
    }
  }

  private func isSelfClosing(_ tag: FileRange) -> Bool { bytes[tag.bytes.upperBound - 2] == UInt8(ascii: "/") }

  /// The end tag of a start tag, prefix included.
  private func closing(_ tag: FileRange) -> [UInt8] {
    Array("</".utf8) + name(of: tag) + Array(">".utf8)
  }

  /// The name in a start tag, prefix included.
  private func name(of tag: FileRange) -> ArraySlice<UInt8> {
    bytes[tag.bytes].dropFirst().prefix { ![0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains($0) }
  }

  /// The prefix, colon included, of the end tag before an offset: a new element takes that of its neighbour.
  private func prefix(ofElementEndingAt end: Int) -> String {
    guard let open = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) else { return "" }
    let name = bytes[open..<end].drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return "" }
    return String(decoding: name[...colon], as: UTF8.self)
  }
}
