import Units
import XML

extension Conversion {
  /// Versions of one structure differ by their label and their namespace: everything else stays, byte for byte.
  ///
  /// What the label's standard does not allow is told as a loss: it is left as it is.
  init(relabelling text: DecodedText, as version: Version) throws(Malformed) {
    let labels = Labels(text.bytes, version)
    do { try parse(text, receiver: labels) } catch { throw malformed(error, in: text.bytes) }
    let bytes: [UInt8]
    do { bytes = text.encoded(try labels.splice.applied(to: text.bytes)) } catch {
      throw Malformed(at: Offset(0), problem: "a namespace is declared twice in one tag")
    }
    let before = Set(try validate(text).map(\.message))
    var losses = Losses()
    let origins = labels.splice.origins(in: text.bytes.count)
    for finding in try validate(bytes) where !before.contains(finding.message) {
      let at = finding.at.lowerBound.bytes
      losses.add(finding.message, at: origins.raw(at..<at).lowerBound, .standing)
    }
    self.init(bytes: bytes, losses: losses.all)
  }
}

/// Finds where a document says which version it is.
private final class Labels: Receiver {
  private let bytes: [UInt8]
  private let version: Version
  private(set) var splice = Splice()
  private var isInRoot = false
  let wantsText = false

  init(_ bytes: [UInt8], _ version: Version) {
    self.bytes = bytes
    self.version = version
  }

  func number(namespace: String, local: String) -> Int { 0 }
  func end(_ element: Int, at range: Range<Int>) {}
  func text(at range: Range<Int>, replacement: [UInt8]?) {}

  func start(_ element: Int, _ tag: borrowing StartTag) throws(XMLError) {
    let isRoot = !isInRoot
    isInRoot = true
    guard isRoot || bytes[tag.range].contains(UInt8(ascii: ":")) || bytes[tag.range].count > 20 else { return }
    var (hasNamespace, hasVersion) = (false, false)
    for attribute in attributes(of: tag.range, in: bytes) {
      let value = String(decoding: bytes[attribute.value], as: UTF8.self)
      if isRoot, attribute.name == "version" {
        splice.replace(FileRange(bytes: attribute.value), with: Array(version.label.utf8))
        hasVersion = true
      } else if attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:"), !value.isEmpty,
        Namespace.family(of: value) != nil
      {
        splice.replace(FileRange(bytes: attribute.value), with: Array(version.namespace.utf8))
        hasNamespace = true
      }
    }
    guard isRoot else { return }
    // 1.0 had no namespace.
    var missing = hasNamespace ? "" : " xmlns=\"\(version.namespace)\""
    if !hasVersion { missing += " version=\"\(version.label)\"" }
    let end = bytes[tag.range].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
    if let end, !missing.isEmpty { splice.replace(FileRange(bytes: end..<end), with: Array(missing.utf8)) }
  }
}

extension Splice {
  /// Where what stands in the edited document stood in the one of `count` bytes; its edits lie apart and copy nothing.
  fileprivate func origins(in count: Int) -> OffsetMap {
    var map = OffsetMap()
    var (text, raw) = (0, 0)
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let range = edit.range.bytes
      map.append(.verbatim(text: text, raw: raw, count: range.lowerBound - raw))
      text += range.lowerBound - raw
      for case .bytes(let bytes) in edit.parts {
        map.append(.atom(text: text, textCount: bytes.count, raw: range.lowerBound, rawCount: range.count))
        text += bytes.count
      }
      raw = range.upperBound
    }
    map.append(.verbatim(text: text, raw: raw, count: count - raw))
    return map
  }
}
