/// The ids that hold for a whole file or document, and the references to them.
///
/// Of the ids of units, which may be millions, hashes are kept: by a secret key, so that no two are the same on
/// purpose.
struct FileIds {
  private var files: Set<String> = []
  private var units: Set<Int> = []
  private var groups: Set<Int> = []
  private var tools: Set<String> = []
  private var phases: Set<String> = []
  /// References to units, which may come later in the file.
  private var subFlows: [(at: Int, id: String)] = []

  mutating func enterFile(_ node: ValidationNode) -> [Violation] {
    (units, groups, tools, phases) = ([], [], [], [])
    guard let id = node["id"] else { return [] }
    return Self.taken(node, id, &files, in: "xliff", "2.1 4.3.1.21 id")
  }

  mutating func enter(_ node: ValidationNode, _ family: Version.Family) -> [Violation] {
    switch (family, node.name) {
    case (.two, "unit"): return Self.taken(node, &units, "2.1 4.3.1.21 id")
    case (.two, "group"): return Self.taken(node, &groups, "2.1 4.3.1.21 id")
    case (.one, "tool"):
      return node["tool-id"].map { Self.taken(node, $0, &tools, in: "file", "1.2 2.2.12 tool") } ?? []
    case (.one, "phase"):
      return node["phase-name"].map { Self.taken(node, $0, &phases, in: "file", "1.2 2.2.11 phase") } ?? []
    case (.one, "trans-unit"), (.one, "bin-unit"):
      return Self.taken(node, &units, "1.2 2.4.3 id") + missing(node)
    case (.one, "target"), (.one, "alt-trans"): return missing(node)
    default: return []
    }
  }

  /// A phase or a tool that the header does not have (1.2).
  private func missing(_ node: ValidationNode) -> [Violation] {
    var result: [Violation] = []
    if let phase = node["phase-name"], !phases.contains(phase) {
      result.append(
        Violation(at: node.at, message: "phase-name=\"\(phase)\" is no phase of the header", clause: "1.2 2.2.11 phase")
      )
    }
    if let tool = node["tool-id"], !tools.contains(tool) {
      result.append(
        Violation(at: node.at, message: "tool-id=\"\(tool)\" is no tool of the header", clause: "1.2 2.2.12 tool"))
    }
    return result
  }

  /// Keeps the references of a unit to others until the file has ended.
  mutating func `defer`(_ unit: UnitConstraints) {
    for node in unit.sources + unit.targets {
      for attribute in ["subFlows", "subFlowsStart", "subFlowsEnd"] {
        for id in node[attribute]?.split(separator: " ") ?? [] { subFlows.append((node.at, String(id))) }
      }
    }
  }

  mutating func leaveFile() -> [Violation] {
    defer { subFlows = [] }
    return subFlows.filter { !units.contains(ValidationTree.hash(Array($0.id.utf8)[...])) }.map {
      Violation(at: $0.at, message: "the sub-flow \"\($0.id)\" is no unit of this file", clause: "2.1 4.7.4 sub-flows")
    }
  }

  /// Whether the id of a unit or a group is another's, too.
  private static func taken(_ node: ValidationNode, _ ids: inout Set<Int>, _ clause: String) -> [Violation] {
    guard let hash = node.hash(of: "id"), !ids.insert(hash).inserted, let id = node["id"] else { return [] }
    return [taken(node, id, in: "file", clause)]
  }

  private static func taken(
    _ node: ValidationNode, _ id: String, _ ids: inout Set<String>, in scope: String, _ clause: String
  ) -> [Violation] {
    ids.insert(id).inserted ? [] : [taken(node, id, in: scope, clause)]
  }

  private static func taken(_ node: ValidationNode, _ id: String, in scope: String, _ clause: String) -> Violation {
    Violation(
      at: node.at, message: "id=\"\(id)\" is taken by another \(node.name) of the same \(scope): choose another",
      clause: clause)
  }
}
