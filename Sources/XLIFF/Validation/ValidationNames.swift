/// The names of elements and attributes as the tables have them.
struct ValidationNames {
  /// The namespace of the document's own elements.
  let core: String

  private static let modules: [String: String] = [
    "urn:oasis:names:tc:xliff:matches:2.0": "mtc", "urn:oasis:names:tc:xliff:glossary:2.0": "gls",
    "urn:oasis:names:tc:xliff:metadata:2.0": "mda", "urn:oasis:names:tc:xliff:resourcedata:2.0": "res",
    "urn:oasis:names:tc:xliff:validation:2.0": "val", "urn:oasis:names:tc:xliff:sizerestriction:2.0": "slr",
    "urn:oasis:names:tc:xliff:fs:2.0": "fs",
  ]
  /// Namespaces of the standard that have attributes for codes, and elements of no fixed place.
  private static let others: [String: String] = [
    "urn:oasis:names:tc:xliff:changetracking:2.0": "ctr", "http://www.w3.org/2005/11/its": "its",
    "urn:oasis:names:tc:xliff:itsm:2.1": "itsm", "urn:oasis:names:tc:xliff:pgs:1.0": "pgs",
    "http://www.w3.org/XML/1998/namespace": "xml",
  ]

  /// The name of an element; ``ElementRule/extensionName`` for what the tables do not describe.
  func element(namespace: String, local: String) -> String {
    if namespace == core { return local }
    return Self.modules[namespace].map { "\($0):\(local)" } ?? ElementRule.extensionName
  }

  /// The name of an attribute, which expat gives as its namespace, a line feed and its local name.
  func attribute(_ name: String) -> String {
    guard let end = name.utf8.firstIndex(of: 10) else { return name }
    let namespace = String(name[..<end])
    let local = name[name.utf8.index(after: end)...]
    return "\(Self.modules[namespace] ?? Self.others[namespace] ?? ElementRule.extensionName):\(local)"
  }
}
