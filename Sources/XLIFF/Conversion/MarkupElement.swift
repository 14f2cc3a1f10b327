import XML

/// The name of an element or an attribute: its namespace and its local name.
struct MarkupName: Hashable {
  var namespace: String
  var local: String

  init(_ local: String, in namespace: String = "") {
    self.namespace = namespace
    self.local = local
  }
}

/// An element as a tree, for documents that are made anew: conversion from one structure to the other.
///
/// Comments and processing instructions are not part of it.
struct MarkupElement {
  /// What stands inside an element.
  enum Child {
    case element(MarkupElement)
    case text(String)
  }

  var name: MarkupName
  var attributes: [(name: MarkupName, value: String)] = []
  var children: [Child] = []
  /// Where its start tag begins in the document that it was read from.
  var at = 0

  init(_ name: MarkupName, at: Int = 0) {
    self.name = name
    self.at = at
  }

  /// An element with attributes that have no namespace; those that are nil are left out.
  init(
    _ local: String, in namespace: String, _ attributes: [(String, String?)] = [], _ children: [MarkupElement] = [],
    text: String? = nil
  ) {
    name = MarkupName(local, in: namespace)
    self.attributes = attributes.compactMap { name, value in value.map { (MarkupName(name), $0) } }
    self.children = children.map { .element($0) }
    if let text { self.children.append(.text(text)) }
  }

  /// An element around content.
  init(_ local: String, in namespace: String, content: [Child]) {
    name = MarkupName(local, in: namespace)
    children = content
  }

  /// The elements right inside.
  var elements: [MarkupElement] {
    children.compactMap { child in
      if case .element(let element) = child { element } else { nil }
    }
  }

  /// All text inside, that of elements included.
  var text: String {
    children.reduce(into: "") { text, child in
      switch child {
      case .element(let element): text += element.text
      case .text(let own): text += own
      }
    }
  }

  /// The value of an attribute without a namespace.
  subscript(_ attribute: String) -> String? { self[MarkupName(attribute)] }

  /// The value of an attribute.
  subscript(_ attribute: MarkupName) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The element around other content.
  func with(_ content: [Child]) -> MarkupElement {
    var result = self
    result.children = content
    return result
  }

  /// Adds an attribute, or gives it another value.
  mutating func set(_ name: MarkupName, _ value: String) {
    if let index = attributes.firstIndex(where: { $0.name == name }) {
      attributes[index].value = value
    } else {
      attributes.append((name, value))
    }
  }

  /// The first element of this name in the same namespace, right inside.
  func child(_ local: String) -> MarkupElement? { children(local).first }

  /// The elements of this name in the same namespace, right inside.
  func children(_ local: String) -> [MarkupElement] {
    elements.filter { $0.name.local == local && $0.name.namespace == name.namespace }
  }
}

/// Builds the tree of a document.
final class MarkupReader: Receiver {
  private var names: [MarkupName] = []
  private var attributeNumbers = NameTable()
  private var open: [MarkupElement] = []
  private let bytes: [UInt8]
  private(set) var root: MarkupElement?
  let wantsText = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func number(namespace: String, local: String) -> Int {
    names.append(MarkupName(local, in: namespace))
    return names.count - 1
  }

  func start(_ element: Int, _ tag: borrowing StartTag) throws(XMLError) {
    var element = MarkupElement(names[element], at: tag.range.lowerBound)
    var index = 0
    while let number = tag.number(ofAttribute: index, by: &attributeNumbers, number) {
      element.attributes.append((names[number], tag.value(at: index)))
      index += 1
    }
    open.append(element)
  }

  func end(_ element: Int, at range: Range<Int>) throws(XMLError) {
    guard let last = open.popLast() else { return }
    if open.isEmpty { root = last } else { open[open.count - 1].children.append(.element(last)) }
  }

  func text(at range: Range<Int>, replacement: [UInt8]?) throws(XMLError) {
    guard let last = open.indices.last else { return }
    let text = replacement.map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: bytes[range], as: UTF8.self)
    if case .text(var before)? = open[last].children.last {
      // Out of the tree while it grows: else each piece would copy all of it.
      open[last].children.removeLast()
      before += text
      open[last].children.append(.text(before))
    } else {
      open[last].children.append(.text(text))
    }
  }
}
