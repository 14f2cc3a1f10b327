/// Pairs of codes and of markers (2.1 4.2.3.4, 4.2.3.5, 4.2.3.8), and what may be done with codes (4.7.2).
extension UnitConstraints {
  /// Within the sources, or within the targets, of the unit.
  mutating func checkPairs(_ side: [ValidationNode]) {
    var openings: [String: ValidationNode] = [:]
    var markers: [String: ValidationNode] = [:]
    var closed: Set<String> = []
    for node in side {
      switch node.name {
      case "sc": if let id = node["id"] { openings[id] = node }
      case "sm": if let id = node["id"] { markers[id] = node }
      case "ec":
        checkEnd(node, openings)
        if let start = node["startRef"] { closed.insert(start) }
      case "em":
        guard let start = node["startRef"] else { break }
        if markers[start] == nil {
          add(node, "em startRef=\"\(start)\" follows no sm of this id in the same unit", "2.1 4.2.3.8 em")
        }
        closed.insert(start)
      default: break
      }
    }
    for (id, node) in openings where node["isolated"] != "yes" && !closed.contains(id) {
      add(node, "sc id=\"\(id)\" has no ec in this unit: add it, or write isolated=\"yes\"", "2.1 4.2.3.4 sc")
    }
    for (id, node) in markers where !closed.contains(id) {
      add(node, "sm id=\"\(id)\" has no em in this unit", "2.1 4.2.3.7 sm")
    }
  }

  private mutating func checkEnd(_ node: ValidationNode, _ openings: [String: ValidationNode]) {
    let clause = "2.1 4.2.3.5 ec"
    let isIsolated = node["isolated"] == "yes"
    guard let start = node["startRef"] else {
      if !isIsolated { add(node, "ec has no startRef: name its sc, or write isolated=\"yes\" and an id", clause) }
      if isIsolated, node["id"] == nil { add(node, "ec with isolated=\"yes\" has no id", clause) }
      return
    }
    if isIsolated { add(node, "ec has both startRef and isolated=\"yes\": keep one", clause) }
    if node["id"] != nil { add(node, "ec has both startRef and id: without isolated=\"yes\" it has no id", clause) }
    guard let opening = openings[start] else {
      return add(node, "ec startRef=\"\(start)\" follows no sc of this id in the same unit", clause)
    }
    if opening["isolated"] == "yes" {
      add(opening, "sc id=\"\(start)\" has isolated=\"yes\", and its ec is in the same unit", "2.1 4.2.3.4 sc")
    }
    for (attribute, standard) in [
      ("canCopy", "yes"), ("canDelete", "yes"), ("canOverlap", "yes"), ("canReorder", "yes"), ("dir", ""),
      ("type", ""), ("subType", ""), ("copyOf", ""),
    ] {
      // The first of a fixed sequence is its start; its end is one of those that follow.
      let expected = opening[attribute].map { $0 == "firstNo" ? "no" : $0 } ?? standard
      if let value = node[attribute], value != expected, !expected.isEmpty || attribute == "dir" {
        add(node, "\(attribute)=\"\(value)\" of ec is not what its sc has (\"\(expected)\")", clause)
      }
    }
  }

  mutating func checkHints(_ side: [ValidationNode]) {
    let copyable = Dictionary(
      (sources + targets).compactMap { node in node["id"].map { ($0, node) } }, uniquingKeysWith: { first, _ in first })
    var hasBegun = false
    for node in side {
      if let original = node["copyOf"].flatMap({ copyable[$0] }) {
        if original["canCopy"] == "no" {
          add(node, "a code with canCopy=\"no\" was copied", "2.1 4.7.2.4 canCopy")
        }
      }
      if let subType = node["subType"] { checkSubType(node, subType) }
      guard let order = node["canReorder"], order != "yes" else { continue }
      if node["canCopy"] != "no" || node["canDelete"] != "no" {
        add(
          node, "canReorder=\"\(order)\" needs canCopy=\"no\" and canDelete=\"no\"", "2.1 4.3.1.5 canReorder")
      }
      if order == "no", !hasBegun {
        add(node, "canReorder=\"no\" follows no code with canReorder=\"firstNo\"", "2.1 4.7.2.6 editing hints")
      }
      hasBegun = true
    }
  }

  private mutating func checkSubType(_ node: ValidationNode, _ subType: String) {
    let clause = "2.1 4.3.1.36 subType"
    guard let type = node["type"] else { return add(node, "subType without type", clause) }
    let format: Set = ["xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u"]
    if subType.hasPrefix("xlf:"), subType != "xlf:var", !format.contains(subType) {
      add(node, "subType=\"\(subType)\": the prefix xlf is the standard's own", clause)
    } else if format.contains(subType) && type != "fmt" || subType == "xlf:var" && type != "ui" {
      add(node, "subType=\"\(subType)\" does not go with type=\"\(type)\"", clause)
    }
  }

  /// Codes that may not be deleted are in the targets, wherever there is one.
  mutating func checkKeptCodes() {
    let kept = Set(targets.compactMap { $0["id"] ?? $0["startRef"] })
    for part in parts where part.child("target") != nil {
      for node in part.child("source")?.descendants ?? [] where node["canDelete"] == "no" {
        guard let id = node["id"], !kept.contains(id), let target = part.child("target") else { continue }
        add(
          target, "the target has lost \(node.name) id=\"\(id)\", which may not be deleted (canDelete=\"no\")",
          "2.1 4.7.2.6 editing hints")
      }
    }
  }

  mutating func checkAnnotations() {
    for node in sources + targets where node.name == "mrk" || node.name == "sm" {
      if node["type"] == "comment", (node["value"] == nil) == (node["ref"] == nil) {
        add(node, "a comment has either value or ref", "2.1 4.7.3.1.3 comment annotation")
      }
      checkFragments(node, spanOnly: false, clause: "2.1 4.3.1.29 ref")
    }
  }

  mutating func checkCharacters() {
    for node in sources + targets + (other("originalData")?.children.flatMap(\.children) ?? [])
    where node.name == "cp" {
      guard let hex = node["hex"], let value = UInt32(hex, radix: 16) else { continue }
      let clause = "2.1 4.2.3.1 cp"
      if value > 0x10FFFF { add(node, "hex=\"\(hex)\" is over 10FFFF, the last code point", clause) }
      let isControl = value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D
      let isExcluded = isControl || 0xD800...0xDFFF ~= value || value == 0xFFFE || value == 0xFFFF
      if value <= 0x10FFFF, !isExcluded {
        add(node, "cp stands for U+\(hex), which XML can hold: write the character itself", clause)
      }
    }
  }
}
