/// Languages, states and the order of segments (2.1 4.2.2.12, 4.3.1.24, 4.3.1.31).
extension UnitConstraints {
  mutating func checkLanguages() {
    for part in parts {
      if let source = part.child("source") {
        checkLanguage(source, context.sourceLanguage, "srcLang", "2.1 4.2.2.12 source")
      }
      guard let target = part.child("target") else { continue }
      if context.targetLanguage == nil {
        add(target, "there is a target, and xliff has no trgLang", "2.1 4.2.2.1 xliff")
      }
      checkLanguage(target, context.targetLanguage, "trgLang", "2.1 4.2.2.13 target")
    }
  }

  mutating func checkLanguage(_ node: ValidationNode, _ expected: String?, _ name: String, _ clause: String) {
    guard let tag = node["xml:lang"], let expected, tag.lowercased() != expected.lowercased() else { return }
    add(node, "xml:lang=\"\(tag)\" of \(node.name) is not \(name)=\"\(expected)\"", clause)
  }

  mutating func checkStates() {
    for segment in parts where segment.name == "segment" {
      if let state = segment["state"], state != "initial", segment.child("target") == nil {
        add(segment, "state=\"\(state)\" without a target", "2.1 4.3.1.31 state")
      }
      guard let subState = segment["subState"] else { continue }
      if segment["state"] == nil { add(segment, "subState without state", "2.1 4.3.1.35 subState") }
      if subState.hasPrefix("xlf:") {
        add(segment, "subState=\"\(subState)\": the prefix xlf is the standard's own", "2.1 4.3.1.35 subState")
      }
    }
  }

  /// Every part has a place of its own: the one that `order` of its target gives, or its position.
  mutating func checkOrder() {
    var places: [Int: ValidationNode] = [:]
    guard parts.contains(where: { $0.child("target")?["order"] != nil }) else { return }
    for (index, part) in parts.enumerated() {
      let target = part.child("target") ?? part
      let place = target["order"].flatMap { Int($0) } ?? index + 1
      if place > parts.count {
        add(
          target, "order=\"\(place)\" is over the number of segments and ignorables, \(parts.count)",
          "2.1 4.3.1.24 order")
      }
      if places[place] != nil {
        add(
          target, "the place \(place) is taken by another segment or ignorable: give each target an order of its own",
          "2.1 4.8.2 segments order")
      }
      places[place] = target
    }
  }
}
