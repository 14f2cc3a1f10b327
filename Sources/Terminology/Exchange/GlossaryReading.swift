public import Units
internal import YAML

/// What was read of a glossary's file, and all that is wrong with it: reading goes on after a problem.
public struct GlossaryReading: Sendable {
  /// What could be read.
  public var glossary = Glossary()
  /// What could not, in the order of the file.
  public var problems: [Malformed] = []

  /// The reading of a glossary in YAML: a mapping with the key `concepts`.
  public init(yaml: [UInt8]) {
    do {
      guard let root = try parse(yaml, eachOf: "concepts", { add($0) }) else { return }
      read(root)
    } catch {
      problems = [Malformed(at: Offset(error.offset), problem: "the glossary is not YAML: \(error.problem)")]
    }
    problems.sort { $0.at < $1.at }
  }

  /// A reading that another reader fills.
  init() {}

  private static let conceptKeys = ["id", "kind", "status", "severity", "source", "context", "note", "always"]
  private static let termKeys = [
    "term", "admitted", "deprecated", "abbreviation", "gender", "number", "inflect", "harmony", "stem", "case",
  ]

  private mutating func read(_ root: Node) {
    for (key, _) in root.entries { check(key, among: ["concepts"]) }
    guard let list = root["concepts"] else {
      return report(
        root, "no list of concepts in the glossary", "begin the file with concepts: and a list of entries")
    }
    // The entries of a list are there already; this is one that stands by itself.
    for entry in list.list + (list.entries.isEmpty ? [] : [list]) { add(entry) }
  }

  private mutating func add(_ entry: Node) {
    if let concept = concept(entry) { glossary.concepts.append(concept) }
  }

  private mutating func concept(_ node: Node) -> Concept? {
    guard let id = node["id"]?.string else {
      report(node, "an entry without id", "give it a short id: kazatomprom")
      return nil
    }
    var concept = Concept(id: id, at: Offset(node.offset))
    for (key, value) in node.entries {
      let name = key.string ?? ""
      switch name {
      case "id": break
      case "kind": concept.kind = choice(value) ?? .term
      case "status": concept.status = choice(value) ?? .approved
      case "note": concept.note = trimmed(value.string ?? "")
      case "source": concept.source = trimmed(value.string ?? "")
      case "context": concept.context = value.strings
      case "always": concept.always = value.bool ?? false
      case "severity":
        concept.severity = value.string
        if !Finding.Severity.allCases.contains(where: { $0.name == value.string }) {
          report(value, "unknown value \(value.string ?? "")", "one of: note, warning, error")
        }
      default:
        let subtag = name.prefix { $0 != "-" && $0 != "_" }.utf8.count
        guard subtag == 2 || subtag == 3, let tag = LanguageTag(name) else {
          check(key, among: Self.conceptKeys)
          continue
        }
        concept.terms[tag] = term(value, of: id)
        concept.places[tag] = Offset(value.offset)
      }
    }
    return concept
  }

  private mutating func term(_ node: Node, of id: String) -> Term? {
    if let text = node.string { return Term(text) }
    var term = Term("")
    var isNamed = false
    for (key, value) in node.entries {
      switch key.string ?? "" {
      case "term":
        isNamed = value.string != nil
        term.preferred = value.string ?? ""
      case "admitted": term.admitted = value.strings
      case "deprecated": term.deprecated = value.strings
      case "abbreviation": term.abbreviation = value.string
      case "gender": term.gender = choice(value)
      case "number": term.number = choice(value)
      case "inflect": term.inflect = value.string
      case "harmony": term.harmony = value.string
      case "stem": term.stem = value.string
      case "case":
        term.isCaseExact = value.string == "exact"
        if !term.isCaseExact { report(value, "case can only be exact", "leave the key out") }
      default: check(key, among: Self.termKeys)
      }
    }
    if isNamed { return term }
    report(node, "a name of \(id) without its text", "write the name itself or a mapping with the key term")
    return nil
  }

  private mutating func choice<Value: RawRepresentable & CaseIterable>(_ node: Node) -> Value?
  where Value.RawValue == String {
    if let value = node.string.flatMap(Value.init(rawValue:)) { return value }
    let known = Value.allCases.map(\.rawValue)
    report(node, "unknown value \(node.string ?? "")", "one of: " + known.joined(separator: ", "))
    return nil
  }

  /// Refuses a key that is not known, with the known key that is nearest.
  private mutating func check(_ key: Node, among known: [String]) {
    let name = key.string ?? ""
    if known.contains(name) { return }
    let scalars = Array(name.unicodeScalars)
    let distances = known.compactMap { key in
      editDistance(Array(key.unicodeScalars), scalars, atMost: 2).map { (key, $0) }
    }
    let near = distances.min { $0.1 < $1.1 }.map { "write \($0.0)" }
    report(key, "unknown key \(name)", near ?? "known keys: " + known.joined(separator: ", "))
  }

  private mutating func report(_ node: Node, _ problem: String, _ remedy: String) {
    problems.append(Malformed(at: Offset(node.offset), problem: problem, remedy: remedy))
  }
}
