import XML

/// Writes a tree: UTF-8, two spaces a level, the same bytes for the same tree.
///
/// Inside an element that holds text nothing is indented.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []
  private var prefixes: [String: String] = ["": "", MarkupName.xml: "xml:"]
  /// The namespaces with prefixes of their own, in the order in which they are met.
  private var declared: [(prefix: String, namespace: String)] = []

  private static let usual = [
    "urn:oasis:names:tc:xliff:matches:2.0": "mtc", "urn:oasis:names:tc:xliff:glossary:2.0": "gls",
    "urn:oasis:names:tc:xliff:metadata:2.0": "mda", "urn:oasis:names:tc:xliff:resourcedata:2.0": "res",
    "urn:oasis:names:tc:xliff:validation:2.0": "val", Namespace.sizeRestriction: "slr",
    "urn:oasis:names:tc:xliff:fs:2.0": "fs", "http://www.w3.org/2005/11/its": "its",
  ]

  /// The whole document.
  static func document(_ root: MarkupElement) -> [UInt8] {
    var writer = MarkupWriter(root)
    writer.bytes += #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8
    writer.bytes.append(0x0A)
    writer.write(root, depth: 0, isRoot: true)
    writer.bytes.append(0x0A)
    return writer.bytes
  }

  /// An element on its own, on one line.
  static func fragment(_ element: MarkupElement) -> String {
    var writer = MarkupWriter(element)
    writer.write(element, depth: nil, isRoot: true)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private init(_ root: MarkupElement) {
    prefixes[root.name.namespace] = ""
    declare(in: root)
  }

  private mutating func declare(in element: MarkupElement) {
    declare(element.name.namespace)
    for attribute in element.attributes { declare(attribute.name.namespace) }
    for child in element.elements { declare(in: child) }
  }

  private mutating func declare(_ namespace: String) {
    guard prefixes[namespace] == nil else { return }
    let prefix = Self.usual[namespace] ?? "ns\(declared.count + 1)"
    prefixes[namespace] = prefix + ":"
    declared.append((prefix, namespace))
  }

  /// Writes an element; without a depth, all of it on one line.
  private mutating func write(_ element: MarkupElement, depth: Int?, isRoot: Bool = false) {
    let name = (prefixes[element.name.namespace] ?? "") + element.name.local
    bytes += "<\(name)".utf8
    if isRoot {
      if !element.name.namespace.isEmpty { attribute("xmlns", element.name.namespace) }
      for (prefix, namespace) in declared { attribute("xmlns:\(prefix)", namespace) }
    }
    for (name, value) in element.attributes { attribute((prefixes[name.namespace] ?? "") + name.local, value) }
    guard !element.children.isEmpty else { return bytes += "/>".utf8 }
    bytes.append(UInt8(ascii: ">"))
    let inner = element.isInline ? nil : depth.map { $0 + 1 }
    for child in element.children {
      if let inner { indent(inner) }
      switch child {
      case .element(let element): write(element, depth: inner)
      case .text(let text): appendEscaped(Array(text.utf8).span, to: &bytes)
      }
    }
    if inner != nil, let depth { indent(depth) }
    bytes += "</\(name)>".utf8
  }

  private mutating func attribute(_ name: String, _ value: String) {
    bytes += " \(name)=\"".utf8
    appendEscaped(Array(value.utf8).span, inAttribute: true, to: &bytes)
    bytes.append(0x22)
  }

  private mutating func indent(_ depth: Int) {
    bytes.append(0x0A)
    for _ in 0..<2 * depth { bytes.append(0x20) }
  }
}

extension MarkupElement {
  /// Whether white space inside would be part of the text.
  fileprivate var isInline: Bool {
    ["source", "target", "seg-source"].contains(name.local)
      || children.contains { if case .text = $0 { true } else { false } }
  }
}
