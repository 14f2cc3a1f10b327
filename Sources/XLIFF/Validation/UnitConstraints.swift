import Units

/// The constraints of XLIFF 2.x that hold within one unit; each family of them is an extension in a file of its own.
struct UnitConstraints {
  let unit: ValidationNode
  let context: ValidationContext
  /// The segments and ignorables, in the order of the document.
  private(set) var parts: [ValidationNode] = []
  /// What stands beside them: notes, data, modules.
  private(set) var others: [ValidationNode] = []
  /// What stands in the sources, and what in the targets: codes, annotations and characters.
  private(set) var sources: [ValidationNode] = []
  private(set) var targets: [ValidationNode] = []
  private(set) var violations: [Violation] = []

  init(_ unit: ValidationNode, _ context: ValidationContext) {
    self.unit = unit
    self.context = context
    unit.forEachChild { child in
      guard child.name == "segment" || child.name == "ignorable" else { return others.append(child) }
      parts.append(child)
      sources += child.child("source")?.descendants ?? []
      targets += child.child("target")?.descendants ?? []
    }
  }

  /// The first of what stands beside the segments that has this name.
  func other(_ name: String) -> ValidationNode? { others.first { $0.name == name } }

  mutating func check() {
    checkLanguages()
    checkStates()
    checkOrder()
    checkIds()
    checkReferences()
    for side in [sources, targets] {
      checkPairs(side)
      checkHints(side)
    }
    checkKeptCodes()
    checkAnnotations()
    checkCharacters()
    checkModules()
    checkMatches()
    checkSizes()
  }

  mutating func add(_ node: ValidationNode, _ message: String, _ clause: String, severity: Finding.Severity = .error) {
    violations.append(Violation(at: node.at, message: message, clause: clause, severity: severity))
  }
}
