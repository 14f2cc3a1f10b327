import XML

/// The names of a document by numbers: those of the tables first, then others as they come.
struct ValidationNames {
  /// The names of the elements, as the tables have them.
  private(set) var elements = ["xliff"]
  /// The names of the attributes, as the tables have them.
  private(set) var attributes: [String] = []
  /// The namespace of the document's own elements.
  private(set) var core = ""
  /// Whether the first element was asked for, and is `xliff`.
  private(set) var hasRoot = false
  private var elementNumbers: [String: Int] = [:]
  private var attributeNumbers: [String: Int] = [:]
  private var isTwo = false
  private var attributeNames = NameTable()
  private var isBegun = false
  /// Enough for every name that the XML module remembers; others are asked for each time, and share the last number.
  private static let limit = 1_000

  private static let modules: [String: String] = [
    "urn:oasis:names:tc:xliff:matches:2.0": "mtc", "urn:oasis:names:tc:xliff:glossary:2.0": "gls",
    "urn:oasis:names:tc:xliff:metadata:2.0": "mda", "urn:oasis:names:tc:xliff:resourcedata:2.0": "res",
    "urn:oasis:names:tc:xliff:validation:2.0": "val", "urn:oasis:names:tc:xliff:sizerestriction:2.0": "slr",
    "urn:oasis:names:tc:xliff:fs:2.0": "fs",
  ]
  /// Namespaces of the standard that have attributes for codes, and elements that some versions describe.
  private static let others: [String: String] = [
    "urn:oasis:names:tc:xliff:changetracking:2.0": "ctr", "http://www.w3.org/2005/11/its": "its",
    "urn:oasis:names:tc:xliff:itsm:2.1": "itsm", "urn:oasis:names:tc:xliff:pgs:1.0": "pgs",
    "http://www.w3.org/XML/1998/namespace": "xml",
  ]

  /// Takes on the names of a version.
  mutating func use(_ table: RuleTable, _ family: Version.Family) {
    elements = table.elements
    attributes = table.attributes
    elementNumbers = Dictionary(uniqueKeysWithValues: elements.enumerated().map { ($1, $0) })
    attributeNumbers = Dictionary(uniqueKeysWithValues: attributes.enumerated().map { ($1, $0) })
    isTwo = family == .two
  }

  /// The number of an element; ``RuleTable/foreign`` for what the tables do not describe.
  mutating func number(ofElement local: String, in namespace: String) -> Int {
    guard isBegun else {
      isBegun = true
      core = namespace
      hasRoot = local == "xliff"
      return RuleTable.xliff
    }
    let module = namespace == core ? "" : isTwo ? Self.modules[namespace].map { $0 + ":" } : nil
    guard let module else {
      let other = isTwo ? Self.others[namespace].flatMap { elementNumbers["\($0):\(local)"] } : nil
      return other ?? RuleTable.foreign
    }
    return elementNumbers[module + local] ?? Self.append(module + local, to: &elements)
  }

  /// The number of a tag's attribute; nil behind the last one.
  mutating func number(ofAttribute index: Int, of tag: borrowing StartTag) -> Int? {
    tag.number(ofAttribute: index, by: &attributeNames) { namespace, local in
      let prefix = Self.modules[namespace] ?? Self.others[namespace] ?? ElementRule.extensionName
      let name = namespace.isEmpty ? local : "\(prefix):\(local)"
      return attributeNumbers[name] ?? Self.append(name, to: &attributes)
    }
  }

  private static func append(_ name: String, to names: inout [String]) -> Int {
    if names.count < limit { names.append(name) } else { names[limit - 1] = name }
    return names.count - 1
  }
}
