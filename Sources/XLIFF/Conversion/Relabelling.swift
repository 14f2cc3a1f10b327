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
    for finding in try validate(bytes) where !before.contains(finding.message) {
      losses.add(finding.message, at: finding.at.lowerBound.bytes, isKept: true)
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
    var hasNamespace = false
    for attribute in attributes(of: tag.range, in: bytes) {
      let value = String(decoding: bytes[attribute.value], as: UTF8.self)
      if isRoot, attribute.name == "version" {
        splice.replace(FileRange(bytes: attribute.value), with: Array(version.label.utf8))
      } else if attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:"), !value.isEmpty,
        Namespace.family(of: value) != nil
      {
        splice.replace(FileRange(bytes: attribute.value), with: Array(version.namespace.utf8))
        hasNamespace = true
      }
    }
    // 1.0 had no namespace.
    if isRoot, !hasNamespace, let name = bytes[tag.range].firstRange(of: "xliff".utf8) {
      let at = FileRange(bytes: name.upperBound..<name.upperBound)
      splice.replace(at, with: Array(" xmlns=\"\(version.namespace)\"".utf8))
    }
  }
}
