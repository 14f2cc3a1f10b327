import Units

/// The constraints of XLIFF 2.x that hold within one unit; each family of them is an extension in a file of its own.
struct UnitConstraints {
  let unit: ValidationNode
  let context: ValidationContext
  /// The segments and ignorables, in the order of the document.
  let parts: [ValidationNode]
  /// What stands in the sources, and what in the targets: codes, annotations and characters.
  let sources: [ValidationNode]
  let targets: [ValidationNode]
  private(set) var violations: [Violation] = []

  init(_ unit: ValidationNode, _ context: ValidationContext) {
    self.unit = unit
    self.context = context
    parts = unit.children.filter { $0.name == "segment" || $0.name == "ignorable" }
    sources = parts.flatMap { $0.child("source")?.descendants ?? [] }
    targets = parts.flatMap { $0.child("target")?.descendants ?? [] }
  }

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
    checkModules(unit)
    checkMatches()
    checkSizes()
  }

  mutating func add(_ node: ValidationNode, _ message: String, _ clause: String, severity: Finding.Severity = .error) {
    violations.append(Violation(at: node.at, message: message, clause: clause, severity: severity))
  }
}
