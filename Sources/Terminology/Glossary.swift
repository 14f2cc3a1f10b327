public import Units
internal import YAML

/// The names that editors agreed on, in all languages.
public struct Glossary: Sendable {
  /// The entries, in the order of the file.
  public var concepts: [Concept]

  /// A glossary of these concepts.
  public init(_ concepts: [Concept] = []) { self.concepts = concepts }

  /// The glossary in `yaml`: a mapping with the key `concepts`.
  ///
  /// - Throws: ``Malformed`` with the byte where something is wrong: not YAML, an unknown key, a missing id.
  public init(yaml: [UInt8]) throws(Malformed) {
    let root: Node?
    do { root = try parse(yaml) } catch {
      throw Malformed(at: Offset(error.offset), problem: "the glossary is not YAML: \(error.problem)")
    }
    guard let root else {
      self.init()
      return
    }
    for (key, _) in root.entries { try check(key, among: ["concepts"]) }
    guard let list = root["concepts"] else {
      throw Malformed(
        at: Offset(root.offset), problem: "no list of concepts in the glossary",
        remedy: "begin the file with concepts: and a list of entries")
    }
    var concepts: [Concept] = []
    for entry in list.list + (list.entries.isEmpty ? [] : [list]) { concepts.append(try read(entry)) }
    self.init(concepts)
  }

  /// The languages that any concept has a name in.
  public var languages: Set<LanguageTag> { Set(concepts.flatMap(\.terms.keys)) }

  /// The concept of this id.
  public func concept(id: String) -> Concept? { concepts.first { $0.id == id } }
}

private let conceptKeys = ["id", "kind", "status", "severity", "source", "context", "note", "always"]
private let termKeys = [
  "term", "admitted", "deprecated", "abbreviation", "gender", "number", "inflect", "harmony", "stem", "case",
]

private func read(_ node: Node) throws(Malformed) -> Concept {
  guard let id = node["id"]?.string else {
    throw Malformed(at: Offset(node.offset), problem: "an entry without id", remedy: "give it a short id: kazatomprom")
  }
  var terms: [LanguageTag: Term] = [:]
  for (key, value) in node.entries {
    let name = key.string ?? ""
    if conceptKeys.contains(name) { continue }
    let subtag = name.prefix { $0 != "-" && $0 != "_" }.utf8.count
    guard subtag == 2 || subtag == 3, let tag = LanguageTag(name) else {
      try check(key, among: conceptKeys)
      continue
    }
    terms[tag] = try term(value, of: id)
  }
  return Concept(
    id: id, kind: try choice(node["kind"], or: .term), status: try choice(node["status"], or: .approved), terms: terms,
    note: node["note"]?.string ?? "", source: node["source"]?.string ?? "", context: node["context"]?.strings ?? [],
    severity: node["severity"]?.string, always: node["always"]?.bool ?? false, at: Offset(node.offset))
}

private func term(_ node: Node, of id: String) throws(Malformed) -> Term {
  if let text = node.string { return Term(text) }
  guard let text = node["term"]?.string else {
    throw Malformed(
      at: Offset(node.offset), problem: "a name of \(id) without its text",
      remedy: "write the name itself or a mapping with the key term")
  }
  for (key, _) in node.entries { try check(key, among: termKeys) }
  var term = Term(text)
  term.admitted = node["admitted"]?.strings ?? []
  term.deprecated = node["deprecated"]?.strings ?? []
  term.abbreviation = node["abbreviation"]?.string
  term.gender = try choice(node["gender"])
  term.number = try choice(node["number"])
  term.inflect = node["inflect"]?.string
  term.harmony = node["harmony"]?.string
  term.stem = node["stem"]?.string
  if let value = node["case"] {
    guard value.string == "exact" else {
      throw Malformed(at: Offset(value.offset), problem: "case can only be exact", remedy: "leave the key out")
    }
    term.isCaseExact = true
  }
  return term
}

private func choice<Value: RawRepresentable & CaseIterable>(_ node: Node?) throws(Malformed) -> Value?
where Value.RawValue == String {
  guard let node else { return nil }
  if let value = node.string.flatMap(Value.init(rawValue:)) { return value }
  let known = Value.allCases.map(\.rawValue)
  throw Malformed(
    at: Offset(node.offset), problem: "unknown value \(node.string ?? "")",
    remedy: "one of: " + known.joined(separator: ", "))
}

private func choice<Value: RawRepresentable & CaseIterable>(_ node: Node?, or other: Value) throws(Malformed) -> Value
where Value.RawValue == String {
  try choice(node) ?? other
}

/// Refuses a key that is not known, with the known key that is nearest.
private func check(_ key: Node, among known: [String]) throws(Malformed) {
  let name = key.string ?? ""
  if known.contains(name) { return }
  let nearest = known.min { distance($0, name) < distance($1, name) } ?? ""
  let isNear = distance(nearest, name) <= 2
  throw Malformed(
    at: Offset(key.offset), problem: "unknown key \(name)",
    remedy: isNear ? "write \(nearest)" : "known keys: " + known.joined(separator: ", "))
}

private func distance(_ left: String, _ right: String) -> Int {
  editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars), atMost: 9) ?? 10
}
