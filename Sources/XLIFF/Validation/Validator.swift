public import Units
public import XML

/// The rule name of everything that validation finds.
public let validationRule = "xliff-invalid"

/// What is wrong with a document by the standard of its version: its structure, and every constraint that a file alone
/// can break.
///
/// - Throws: ``Units/Malformed`` where `text` is not well-formed or not XLIFF at all.
public func validate(_ text: DecodedText) throws(Malformed) -> [Finding] {
  let validator = Validator(text.bytes)
  do { try parse(text, receiver: validator) } catch { throw malformed(error, in: text.bytes) }
  return validator.findings.sorted { $0.at.lowerBound < $1.at.lowerBound }
}

/// What is wrong with the bytes of a file in any encoding; places are in its decoded text.
///
/// - Throws: ``Units/Malformed`` where they are not well-formed or not XLIFF at all.
public func validate(_ file: [UInt8]) throws(Malformed) -> [Finding] { try validate(DecodedText(file)) }

/// Reads a document against the tables of ``ElementRule``, and gives each unit to the constraints as it ends.
///
/// Events come one at a time, so that accesses to what they change can't overlap and need no check at run time.
private final class Validator: Receiver {
  @exclusivity(unchecked) private(set) var findings: [Finding] = []
  private let source: [UInt8]
  @exclusivity(unchecked) private var names = ValidationNames()
  @exclusivity(unchecked) private var table: RuleTable?
  @exclusivity(unchecked) private var tree: ValidationTree?
  @exclusivity(unchecked) private var family = Version.Family.one
  @exclusivity(unchecked) private var open: [Frame] = []
  @exclusivity(unchecked) private var context = ValidationContext()
  @exclusivity(unchecked) private var ids = FileIds()
  /// How deep inside an element that the tables do not describe.
  @exclusivity(unchecked) private var foreign = 0
  @exclusivity(unchecked) private(set) var wantsText = false

  private struct Frame {
    let name: Int
    /// The element in the tree.
    let node: Int
    var structure: StructureReader
    var sizeRestriction: String?

    var rule: NumberedRule { structure.rule }
  }

  init(_ source: [UInt8]) { self.source = source }

  static let ignoresBlankText = true

  func number(namespace: String, local: String) -> Int { names.number(ofElement: local, in: namespace) }

  func start(_ number: Int, _ tag: borrowing StartTag) throws(XMLError) {
    if table == nil { try begin(tag) }
    guard foreign == 0, let table, let tree else {
      foreign += 1
      return
    }
    let at = tag.range.lowerBound
    if let last = open.indices.last {
      let problem = open[last].structure.problem(
        ofChild: number, named: names.elements[number], in: names.elements[open[last].name])
      if let problem { add(at, problem, rule(number)?.clause ?? open[last].rule.clause) }
    }
    guard tree.count < Self.limit else {
      throw XMLError(problem: "a unit holds over \(Self.limit) elements, which is refused", offset: at)
    }
    guard let rule = rule(number) else {
      if number == RuleTable.foreign { tree.begin(number, at: at) }
      wantsText = false
      return foreign += 1
    }
    let node = tree.count
    tree.begin(number, at: at)
    readAttributes(of: tag, number, rule, table, tree)
    open.append(
      Frame(
        name: number, node: node, structure: StructureReader(rule),
        sizeRestriction: open.indices.last.flatMap { open[$0].sizeRestriction }))
    enter(ValidationNode(tree, node), rule)
    listen()
  }

  func end(_ number: Int, at range: Range<Int>) {
    if foreign > 0 {
      foreign -= 1
      if foreign == 0 { listen() }
      return
    }
    guard let frame = open.popLast(), let tree else { return }
    for problem in frame.structure.missing(in: names.elements[frame.name]) {
      add(tree.at(frame.node), problem, frame.rule.clause)
    }
    tree.end(frame.node)
    leave(ValidationNode(tree, frame.node), frame.rule)
    // Units and what holds them are looked at once, and forgotten.
    if frame.rule.traits.contains(.passing) { tree.forget(from: frame.node) }
    listen()
  }

  /// Most text is no matter to any constraint.
  private func listen() {
    guard let last = open.indices.last else { return wantsText = false }
    let traits = open[last].rule.traits
    wantsText = !traits.contains(.text) || traits.contains(.heard) || context.sizeProfile != nil
  }

  func text(at range: Range<Int>, replacement: [UInt8]?) {
    guard let frame = open.last else { return }
    if !frame.rule.traits.contains(.text) {
      add(range.lowerBound, "text may not stand in \(names.elements[frame.name])", frame.rule.clause)
    } else if let replacement {
      tree?.add(text: replacement, to: frame.node)
    } else {
      tree?.add(text: source[range], to: frame.node)
    }
  }

  private func rule(_ number: Int) -> NumberedRule? {
    table.flatMap { number < $0.rules.count ? $0.rules[number] : nil }
  }

  private func begin(_ tag: borrowing StartTag) throws(XMLError) {
    let namespace = names.core
    guard names.hasRoot, Namespace.family(of: namespace) != nil else {
      throw XMLError(problem: "not XLIFF: the root element is not xliff of an XLIFF namespace", offset: 0)
    }
    let version = tag["version"]
    family = (version ?? "1").hasPrefix("1") ? .one : .two
    guard version.map({ $0.hasPrefix("1.") || $0.hasPrefix("2.") }) ?? true else {
      throw XMLError(
        problem: "version \"\(version ?? "")\" of XLIFF is not known; versions 1.0 to 2.2 are",
        offset: tag.range.lowerBound)
    }
    let isKnown = version.map { $0 == "1.0" || Namespace.ofVersion[$0] != nil } ?? true
    let table = RuleTable.table(
      version: isKnown ? version ?? "1.2" : family == .one ? "1.2" : Version.v2_1.label, namespace: namespace)
    self.table = table
    tree = ValidationTree(table)
    names.use(table, family)
    if let version, !isKnown {
      let message = "version \"\(version)\" of XLIFF is not known; versions 1.0 to 2.2 are"
      add(tag.range.lowerBound, message, "version")
    } else if let version, let right = Namespace.ofVersion[version], !right.contains(namespace) {
      let expected = right.joined(separator: " or ")
      add(tag.range.lowerBound, "version \(version) has the namespace \(expected), not \"\(namespace)\"", "namespace")
    }
  }

  private func readAttributes(
    of tag: borrowing StartTag, _ number: Int, _ rule: NumberedRule, _ table: RuleTable, _ tree: ValidationTree
  ) {
    var missing = rule.required.indices.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    var index = 0
    while let attribute = names.number(ofAttribute: index, of: tag) {
      // What the tables do not describe is no matter to any constraint but whether it is there.
      if attribute < table.attributes.count {
        tree.add(attribute: attribute, tag, index)
      } else if names.attributes[attribute].hasPrefix(ElementRule.extensionName) {
        tree.noteForeignAttribute()
      }
      for required in rule.required.indices where rule.required[required].number == attribute {
        missing &= ~(1 << UInt64(required))
      }
      let problem = rule.problem(
        ofAttribute: attribute, named: names.attributes[attribute], in: names.elements[number]
      ) { tag.value(at: index) }
      if let problem { add(tag.range.lowerBound, problem, rule.clause) }
      index += 1
    }
    for required in rule.required.indices where missing & 1 << UInt64(required) != 0 {
      add(tag.range.lowerBound, "\(names.elements[number]) has no \(rule.required[required].name)", rule.clause)
    }
  }

  /// Takes from a start tag what is inside depends on.
  private func enter(_ node: ValidationNode, _ rule: NumberedRule) {
    if node.hasModuleAttributes, let size = node["slr:sizeRestriction"] { open[open.count - 1].sizeRestriction = size }
    if rule.traits.contains(.named) { return take(ids.enter(node, family)) }
    guard rule.traits.contains(.scope) else { return }
    switch (family, node.name) {
    case (.two, "xliff"):
      context.sourceLanguage = node["srcLang"]
      context.targetLanguage = node["trgLang"]
    case (_, "file"):
      context.file = node["id"]
      context.sizeProfile = nil
      take(ids.enterFile(node))
    case (.two, "slr:profiles"): context.sizeProfile = node["generalProfile"]
    default: break
    }
  }

  /// Gives what has ended to the constraints.
  private func leave(_ node: ValidationNode, _ rule: NumberedRule) {
    guard rule.traits.contains(.passing) || rule.traits.contains(.heard) else { return }
    switch (family, node.name) {
    case (.two, "unit"), (.two, "file"), (.two, "group"), (.two, "xliff"):
      context.sizeRestriction = open.last?.sizeRestriction
      var constraints = UnitConstraints(node, context)
      node.name == "unit" ? constraints.check() : constraints.checkModules()
      take(constraints.violations)
      if node.name == "unit" { ids.defer(constraints) }
      if node.name == "file" { take(ids.leaveFile()) }
    case (.two, "skeleton"):
      let hasContent = !node.children.isEmpty || !node.text.isEmpty
      if (node["href"] != nil) == hasContent {
        add(node.at, "skeleton has either href or content", "2.1 4.2.2.3 skeleton")
      }
    case (.one, "trans-unit"):
      var constraints = TransUnitConstraints(node)
      constraints.check()
      take(constraints.violations)
    default: break
    }
  }

  private func take(_ violations: [Violation]) {
    for violation in violations { add(violation.at, violation.message, violation.clause, violation.severity) }
  }

  private func add(_ at: Int, _ message: String, _ clause: String, _ severity: Finding.Severity = .error) {
    findings.append(
      Finding(
        rule: validationRule, severity: severity, message: "\(message) (\(clause))", at: FileRange(bytes: at..<at)))
  }

  /// How many elements a unit may hold, what is around it included.
  private static let limit = 1_000_000
}
