import XML

/// The elements that constraints look at, in flat arrays: those of the open unit, and of what is around it.
///
/// Only the validator changes it, between two looks of the constraints: nothing is checked at run time.
final class ValidationTree {
  private struct Element {
    var name: Int16
    /// Whether it has attributes of other namespaces.
    var isExtended = false
    var at: Int32
    /// The first of its attributes; they end where those of the next element begin.
    var firstAttribute: Int32
    /// The element behind all that is inside of it.
    var end: Int32
  }

  private struct Attribute {
    var name: Int16
    var value: Range<Int32>
  }

  private let table: RuleTable
  @exclusivity(unchecked) private var elements: [Element] = []
  @exclusivity(unchecked) private var attributes: [Attribute] = []
  /// The values of all attributes, one behind the other.
  @exclusivity(unchecked) private var values: [UInt8] = []
  @exclusivity(unchecked) private var texts: [Int: [UInt8]] = [:]
  /// The elements that have attributes of modules, ascending.
  @exclusivity(unchecked) private var extended: [Int] = []
  /// For each attribute of the table, whether it is a module's.
  private let isOfModule: [Bool]

  init(_ table: RuleTable) {
    self.table = table
    isOfModule = table.attributes.map { $0.utf8.contains(UInt8(ascii: ":")) && !$0.hasPrefix("xml:") }
  }

  /// A place to come back to, with ``forget(from:)``.
  var count: Int { elements.count }

  /// Adds an element without attributes; it is inside of all that are open.
  func begin(_ name: Int, at: Int) {
    elements.append(
      Element(
        name: Int16(name), at: Int32(at), firstAttribute: Int32(attributes.count), end: Int32(elements.count + 1)))
  }

  /// Gives the last element an attribute.
  func add(attribute name: Int, _ tag: borrowing StartTag, _ index: Int) {
    let start = Int32(values.count)
    tag.appendValue(of: index, to: &values)
    attributes.append(Attribute(name: Int16(name), value: start..<Int32(values.count)))
    if isOfModule[name], extended.last != elements.count - 1 { extended.append(elements.count - 1) }
  }

  /// Notes that the last element has an attribute of another namespace.
  func noteForeignAttribute() { elements[elements.count - 1].isExtended = true }

  /// Notes that all elements that were added since an element are inside of it.
  func end(_ element: Int) { elements[element].end = Int32(elements.count) }

  /// Takes out an element and all that was added since.
  func forget(from element: Int) {
    guard element < elements.count else { return }
    let first = Int(elements[element].firstAttribute)
    if first < attributes.count {
      values.removeSubrange(Int(attributes[first].value.lowerBound)...)
      attributes.removeSubrange(first...)
    }
    elements.removeSubrange(element...)
    while let last = extended.last, last >= element { extended.removeLast() }
    if !texts.isEmpty { texts = texts.filter { $0.key < element } }
  }

  func add(text: some Sequence<UInt8>, to element: Int) { texts[element, default: []] += text }

  // What a node asks

  fileprivate func name(of element: Int) -> String { table.elements[Int(elements[element].name)] }
  func at(_ element: Int) -> Int { Int(elements[element].at) }
  fileprivate func isExtended(_ element: Int) -> Bool { elements[element].isExtended }
  fileprivate func end(of element: Int) -> Int { Int(elements[element].end) }
  fileprivate func text(of element: Int) -> [UInt8] { texts[element] ?? [] }

  fileprivate func value(of name: String, in element: Int) -> String? {
    let end = element + 1 < elements.count ? Int(elements[element + 1].firstAttribute) : attributes.count
    for index in Int(elements[element].firstAttribute)..<end
    where table.attributes[Int(attributes[index].name)] == name {
      return value(attributes[index])
    }
    return nil
  }

  /// Whether the last element has attributes of modules.
  fileprivate func isOfModules(_ element: Int) -> Bool { extended.last == element }

  /// The elements from one on that have attributes of modules.
  fileprivate func extended(from element: Int) -> ArraySlice<Int> {
    var first = extended.endIndex
    while first > 0, extended[first - 1] >= element { first -= 1 }
    return extended[first...]
  }

  /// What the value of an attribute hashes to; nil where it is not there.
  fileprivate func hash(of name: String, in element: Int) -> Int? {
    let end = element + 1 < elements.count ? Int(elements[element + 1].firstAttribute) : attributes.count
    for index in Int(elements[element].firstAttribute)..<end
    where table.attributes[Int(attributes[index].name)] == name {
      let range = attributes[index].value
      return Self.hash(values[Int(range.lowerBound)..<Int(range.upperBound)])
    }
    return nil
  }

  /// What a value hashes to.
  static func hash(_ value: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    value.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  private func value(_ attribute: Attribute) -> String {
    String(decoding: values[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)], as: UTF8.self)
  }
}

/// An element as the constraints see it.
struct ValidationNode {
  let tree: ValidationTree
  fileprivate let index: Int

  init(_ tree: ValidationTree, _ index: Int) {
    self.tree = tree
    self.index = index
  }

  /// Its name as the tables have it.
  var name: String { tree.name(of: index) }
  /// Where its start tag begins, in bytes.
  var at: Int { tree.at(index) }
  /// Its own text without that of its children; kept where a constraint looks at it.
  var text: [UInt8] { tree.text(of: index) }

  /// Whether it has attributes of other namespaces.
  var hasForeignAttributes: Bool { tree.isExtended(index) }

  /// Whether it has attributes of modules; asked as it begins.
  var hasModuleAttributes: Bool { tree.isOfModules(index) }

  /// The value of an attribute that the tables describe.
  subscript(_ attribute: String) -> String? { tree.value(of: attribute, in: index) }

  func child(_ name: String) -> ValidationNode? {
    var at = index + 1
    while at < tree.end(of: index) {
      if tree.name(of: at) == name { return ValidationNode(tree, at) }
      at = tree.end(of: at)
    }
    return nil
  }

  var children: [ValidationNode] {
    var result: [ValidationNode] = []
    forEachChild { result.append($0) }
    return result
  }

  func children(_ name: String) -> [ValidationNode] { children.filter { $0.name == name } }

  /// The element itself and those below that have attributes of modules.
  var extended: [ValidationNode] { tree.extended(from: index).map { ValidationNode(tree, $0) } }

  /// What the value of an attribute hashes to, so that many are kept in little space; nil where it is not there.
  func hash(of attribute: String) -> Int? { tree.hash(of: attribute, in: index) }

  /// Calls `body` with each child.
  func forEachChild(_ body: (ValidationNode) -> Void) {
    var at = index + 1
    while at < tree.end(of: index) {
      body(ValidationNode(tree, at))
      at = tree.end(of: at)
    }
  }

  /// All elements below, in the order of the document.
  var descendants: [ValidationNode] { (index + 1..<tree.end(of: index)).map { ValidationNode(tree, $0) } }
}
