import Units

/// An element as the constraints see it: those of a unit are looked at together, then forgotten.
final class ValidationNode {
  /// Its name as the tables have it.
  let name: String
  /// Where its start tag begins, in bytes.
  let at: Int
  /// By the names of the tables.
  let attributes: [(name: String, value: String)]
  var children: [ValidationNode] = []
  /// Its own text without that of its children; kept where a constraint looks at it.
  var text: [UInt8] = []

  init(name: String, at: Int, attributes: [(name: String, value: String)]) {
    self.name = name
    self.at = at
    self.attributes = attributes
  }

  subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  func child(_ name: String) -> ValidationNode? { children.first { $0.name == name } }

  func children(_ name: String) -> [ValidationNode] { children.filter { $0.name == name } }

  /// All elements below, in the order of the document.
  var descendants: [ValidationNode] {
    var result: [ValidationNode] = []
    var waiting = Array(children.reversed())
    while let node = waiting.popLast() {
      result.append(node)
      waiting += node.children.reversed()
    }
    return result
  }
}

/// What is wrong, as a constraint tells it.
struct Violation {
  var at: Int
  var message: String
  var clause: String
  var severity = Finding.Severity.error
}

/// What the elements around a unit say that its constraints depend on.
struct ValidationContext {
  var sourceLanguage: String?
  var targetLanguage: String?
  var file: String?
  /// The size restriction that a unit without its own has.
  var sizeRestriction: String?
  /// The profile by which sizes are counted (`slr:profiles`).
  var sizeProfile: String?
}
