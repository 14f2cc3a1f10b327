/// References to data, codes and other elements of the unit.
extension UnitConstraints {
  mutating func checkReferences() {
    let data = Set((other("originalData")?.children ?? []).compactMap { $0["id"] })
    let codes = Set((sources + targets).filter { $0.name != "mrk" && $0.name != "sm" }.compactMap { $0["id"] })
    for node in sources + targets {
      for attribute in ["dataRef", "dataRefStart", "dataRefEnd"] {
        if let id = node[attribute], !data.contains(id) {
          add(node, "\(attribute)=\"\(id)\" is no data of this unit", "2.1 4.3.1.9 \(attribute)")
        }
      }
      if let id = node["copyOf"], !codes.contains(id) {
        add(node, "copyOf=\"\(id)\" is no code of this unit", "2.1 4.3.1.8 copyOf")
      }
    }
  }

  /// Every reference of the unit that is a fragment identifier is well-formed, and what it names within the unit
  /// exists.
  mutating func checkFragments(_ node: ValidationNode, spanOnly: Bool, clause: String) {
    guard let reference = node["ref"] else { return }
    guard reference.hasPrefix("#") else {
      if spanOnly { add(node, "ref=\"\(reference)\" is no fragment identifier: write #\(reference)", clause) }
      return
    }
    let fragment: FragmentIdentifier
    do { fragment = try FragmentIdentifier(reference) } catch {
      return add(
        node, "ref=\"\(reference)\" is no fragment identifier: \(error.problem)", "2.1 3 fragment identification")
    }
    guard fragment.isInside(file: context.file, unit: unit["id"]) else {
      if spanOnly { add(node, "ref=\"\(reference)\" leads out of the unit", clause) }
      return
    }
    if !exists(fragment, spanOnly: spanOnly) {
      add(node, "ref=\"\(reference)\" leads to nothing in this unit", clause)
    }
  }

  private func exists(_ fragment: FragmentIdentifier, spanOnly: Bool) -> Bool {
    guard let leaf = fragment.leaf else { return !spanOnly }
    func has(_ nodes: [ValidationNode]) -> Bool { nodes.contains { $0["id"] == leaf.id } }
    switch leaf.prefix {
    case nil: return has(parts) || has(sources)
    case "t": return has(targets)
    case "n" where !spanOnly: return has(other("notes")?.children ?? [])
    case "d" where !spanOnly: return has(other("originalData")?.children ?? [])
    default: return !spanOnly
    }
  }
}
