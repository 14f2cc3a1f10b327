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
private final class Validator: Receiver {
  private(set) var findings: [Finding] = []
  private var qualified: [(namespace: String, local: String)] = []
  private var names: ValidationNames?
  private var rules: [String: ElementRule] = [:]
  private var family = Version.Family.one
  private var open: [Frame] = []
  private var context = ValidationContext()
  private var ids = FileIds()
  /// How deep inside an element that the tables do not describe.
  private var foreign = 0

  private struct Frame {
    let node: ValidationNode
    var structure: StructureReader
    var sizeRestriction: String?
  }

  func number(namespace: String, local: String) -> Int {
    qualified.append((namespace, local))
    return qualified.count - 1
  }

  func start(_ number: Int, _ tag: borrowing StartTag) throws(XMLError) {
    let (namespace, local) = qualified[number]
    if names == nil { try begin(namespace, local, tag) }
    guard foreign == 0, let names else { return foreign += 1 }
    let at = tag.range.lowerBound
    let name = names.element(namespace: namespace, local: local)
    if let parent = open.last?.node.name, let clause = open.last?.structure.rule.clause,
      let problem = open[open.count - 1].structure.problem(ofChild: name, in: parent)
    {
      add(at, problem, rules[name]?.clause ?? clause)
    }
    guard let rule = rules[name] else {
      if name == ElementRule.extensionName {
        open.last?.node.children.append(ValidationNode(name: name, at: at, attributes: []))
      }
      return foreign += 1
    }
    let attributes = tag.all.map { (name: names.attribute($0.name), value: $0.value) }
    let modules = family == .two ? ElementRule.moduleAttributes2 : [:]
    for problem in StructureReader.problems(of: attributes, in: name, rule, modules: modules) {
      add(at, problem, rule.clause)
    }
    open.append(
      Frame(
        node: ValidationNode(name: name, at: at, attributes: attributes), structure: StructureReader(rule),
        sizeRestriction: open.last?.sizeRestriction))
    enter()
  }

  func end(_ number: Int, at range: Range<Int>) {
    if foreign > 0 {
      foreign -= 1
      return
    }
    guard let frame = open.popLast() else { return }
    let node = frame.node
    for problem in frame.structure.missing(in: node.name) { add(node.at, problem, frame.structure.rule.clause) }
    leave(node)
    // Units and what holds them are looked at once, and forgotten.
    if !Self.passing.contains(node.name) { open.last?.node.children.append(node) }
  }

  private static let passing: Set<String> = ["file", "group", "unit", "trans-unit", "bin-unit"]
  private static let listening: Set<String> = ["skeleton", "res:source", "res:target"]

  var wantsText: Bool { foreign == 0 }

  func text(at range: Range<Int>, replacement: [UInt8]?) {
    guard let node = open.last?.node else { return }
    if !ElementRule.withText.contains(node.name) {
      let isSpace = (replacement ?? Array(source[range])).allSatisfy { $0 <= 0x20 }
      if !isSpace {
        add(range.lowerBound, "text may not stand in \(node.name)", open.last?.structure.rule.clause ?? "")
      }
    } else if Self.listening.contains(node.name) || context.sizeProfile != nil {
      // Elsewhere no constraint looks at the text: an element may be empty there, or of any length.
      if let replacement { node.text += replacement } else { node.text += source[range] }
    }
  }

  private func begin(_ namespace: String, _ local: String, _ tag: borrowing StartTag) throws(XMLError) {
    guard local == "xliff", Namespace.family(of: namespace) != nil else {
      throw XMLError(problem: "not XLIFF: the root element is not xliff of an XLIFF namespace", offset: 0)
    }
    let version = tag["version"]
    family = (version ?? "1").hasPrefix("1") ? .one : .two
    guard version.map({ $0.hasPrefix("1.") || $0.hasPrefix("2.") }) ?? true else {
      throw XMLError(
        problem: "version \"\(version ?? "")\" of XLIFF is not known; versions 1.0 to 2.2 are",
        offset: tag.range.lowerBound)
    }
    rules = ElementRule.rules(version: version ?? "1.2", namespace: namespace)
    names = ValidationNames(core: namespace)
    if let version, let right = Namespace.ofVersion[version], !right.contains(namespace) {
      let expected = right.joined(separator: " or ")
      add(tag.range.lowerBound, "version \(version) has the namespace \(expected), not \"\(namespace)\"", "namespace")
    }
  }

  /// Takes from a start tag what is inside depends on.
  private func enter() {
    guard let node = open.last?.node else { return }
    switch (family, node.name) {
    case (.two, "xliff"):
      context.sourceLanguage = node["srcLang"]
      context.targetLanguage = node["trgLang"]
    case (_, "file"):
      context.file = node["id"]
      context.sizeProfile = nil
      take(ids.enterFile(node))
    case (.two, "slr:profiles"): context.sizeProfile = node["generalProfile"]
    default: take(ids.enter(node, family))
    }
    if let size = node["slr:sizeRestriction"] { open[open.count - 1].sizeRestriction = size }
  }

  /// Gives what has ended to the constraints.
  private func leave(_ node: ValidationNode) {
    switch (family, node.name) {
    case (.two, "unit"), (.two, "file"), (.two, "group"), (.two, "xliff"):
      context.sizeRestriction = open.last?.sizeRestriction
      var constraints = UnitConstraints(node, context)
      node.name == "unit" ? constraints.check() : constraints.checkModules(node)
      take(constraints.violations)
      if node.name == "unit" { ids.defer(constraints) }
      if node.name == "file" { take(ids.leaveFile()) }
    case (.two, "skeleton"):
      let hasContent = !node.children.isEmpty || node.text.contains { $0 > 0x20 }
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

  /// The document.
  private let source: [UInt8]

  init(_ source: [UInt8]) { self.source = source }
}
