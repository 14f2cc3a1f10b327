import Units

/// What the modules ask for (2.1 5), in a unit and, where they stand there, in files and groups.
extension UnitConstraints {
  /// The modules in the unit, or in what is around units.
  mutating func checkModules() {
    for child in others {
      switch child.name {
      case "notes":
        checkUnique(child.children, in: "notes")
        for note in child.children { checkFragments(note, spanOnly: false, clause: "2.2 note") }
      case "gls:glossary": checkGlossary(child)
      case "mda:metadata": checkUnique([child] + child.descendants, in: "metadata")
      case "res:resourceData": checkResources(child)
      case "val:validation": for rule in child.children { checkRule(rule) }
      default: break
      }
    }
    for below in unit.extended { checkModuleAttributes(below) }
  }

  private mutating func checkGlossary(_ glossary: ValidationNode) {
    let entries = glossary.children
    checkUnique(entries + entries.flatMap { $0.children("gls:translation") }, in: "glossary")
    for entry in entries {
      checkFragments(entry, spanOnly: false, clause: "2.1 5.2.5.2 ref")
      for translation in entry.children("gls:translation") {
        checkFragments(translation, spanOnly: false, clause: "2.1 5.2.5.2 ref")
      }
    }
  }

  mutating func checkMatches() {
    for matches in others where matches.name == "mtc:matches" {
      checkUnique(matches.children, in: "matches")
      for match in matches.children {
        checkFragments(match, spanOnly: true, clause: "2.1 5.1.5.9 ref")
        if match["subType"] != nil, match["type"] == nil { add(match, "subType without type", "2.1 5.1.5.11 subType") }
        if let source = match.child("source") {
          checkLanguage(source, context.sourceLanguage, "srcLang", "2.1 5.1.4.2 match")
        }
        if let target = match.child("target"), match["reference"] != "yes" {
          checkLanguage(target, context.targetLanguage, "trgLang", "2.1 5.1.4.2 match")
        }
      }
    }
  }

  private mutating func checkResources(_ data: ValidationNode) {
    checkUnique(data.children, in: "resourceData")
    for side in data.children.flatMap(\.children) where side.name == "res:source" || side.name == "res:target" {
      if side["href"] != nil, !side.children.isEmpty || side.text.contains(where: { $0 > 0x20 }) {
        add(side, "\(side.name) has both href and content: keep one", "2.1 5.5.5.3 href")
      }
    }
  }

  private mutating func checkRule(_ rule: ValidationNode) {
    let clause = "2.1 5.8.4.2 rule"
    let kinds = ["isPresent", "isNotPresent", "startsWith", "endsWith"].filter { rule[$0] != nil }
    if kinds.count > 1 || kinds.isEmpty && !rule.hasForeignAttributes {
      add(rule, "a rule has exactly one of isPresent, isNotPresent, startsWith and endsWith", clause)
    }
    if rule["existsInSource"] != nil, kinds == ["isNotPresent"] || kinds.isEmpty {
      add(rule, "existsInSource goes with isPresent, startsWith or endsWith only", clause)
    }
    if rule["occurs"] != nil, kinds != ["isPresent"] {
      add(rule, "occurs goes with isPresent only", clause, severity: .warning)
    }
  }

  private mutating func checkModuleAttributes(_ node: ValidationNode) {
    let isHeldEnd = node.name == "ec" && node["isolated"] != "yes"
    if node["fs:subFs"] != nil, node["fs:fs"] == nil { add(node, "fs:subFs without fs:fs", "2.1 5.3.3.2 subFs") }
    if isHeldEnd, node["fs:fs"] != nil {
      add(node, "fs:fs on an ec that is not isolated: write it on its sc", "2.1 5.3.3.1 fs")
    }
    if node["slr:sizeInfo"] != nil, node["slr:sizeInfoRef"] != nil {
      add(node, "sizeInfo and sizeInfoRef: keep one", "2.1 5.7.7 sizeInfo")
    }
    if isHeldEnd, node["slr:sizeInfo"] != nil || node["slr:sizeInfoRef"] != nil {
      add(node, "size information on an ec that is not isolated: write it on its sc", "2.1 5.7.7 sizeInfo")
    }
  }
}
