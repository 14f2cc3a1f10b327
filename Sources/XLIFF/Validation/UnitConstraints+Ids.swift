/// Ids: one space of them for the parts, codes and annotations of a unit (2.1 4.3.1.21).
extension UnitConstraints {
  private static let clause = "2.1 4.3.1.21 id"
  private static let identified: Set<String> = ["ph", "pc", "sc", "ec", "mrk", "sm"]

  mutating func checkIds() {
    var inSource: [String: ValidationNode] = [:]
    for node in parts { take(node, &inSource) }
    for node in sources where Self.identified.contains(node.name) { take(node, &inSource) }
    var inTarget: [String: ValidationNode] = [:]
    for node in targets where Self.identified.contains(node.name) {
      take(node, &inTarget)
      guard let id = node["id"], let twin = inSource[id] else { continue }
      if Self.kind(of: node) != Self.kind(of: twin) {
        add(
          node,
          "\(node.name) id=\"\(id)\" of the target is a \(twin.name) in the source: give what is new an id of its own",
          Self.clause)
      }
    }
    checkUnique(other("originalData")?.children ?? [], in: "originalData")
  }

  mutating func checkUnique(_ nodes: [ValidationNode], in scope: String) {
    var seen: [String: ValidationNode] = [:]
    for node in nodes { take(node, &seen, in: scope) }
  }

  private mutating func take(_ node: ValidationNode, _ seen: inout [String: ValidationNode], in scope: String = "unit")
  {
    guard let id = node["id"] else { return }
    if let first = seen[id] {
      add(node, "id=\"\(id)\" is taken by another \(first.name) of the same \(scope): choose another", Self.clause)
    } else {
      seen[id] = node
    }
  }

  /// `pc` may become `sc` and `ec`, `mrk` `sm` and `em`; `ph` stays what it is.
  private static func kind(of node: ValidationNode) -> String {
    switch node.name {
    case "pc", "sc", "ec": "spanning code"
    case "mrk", "sm": "annotation"
    default: node.name
    }
  }
}
