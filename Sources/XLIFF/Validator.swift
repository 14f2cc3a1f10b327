public import Units
import XML

/// The rule name of everything that validation finds.
public let validationRule = "xliff-invalid"

/// What is wrong with a document by the standard of its version: structure, required attributes, ids, languages.
///
/// - Throws: ``Units/Malformed`` where `bytes` are not well-formed or not XLIFF at all.
public func validate(_ bytes: [UInt8]) throws(Malformed) -> [Finding] {
  let validator = Validator()
  do { try parse(bytes, receiver: validator) } catch { throw malformed(error, in: bytes) }
  return validator.findings.sorted { $0.at.lowerBound < $1.at.lowerBound }
}

/// Reads a document against the tables of ``ElementRule``.
private final class Validator: Receiver {
  private(set) var findings: [Finding] = []
  private var names: [(namespace: String, local: String)] = []
  private var open: [Frame] = []
  private var family = Version.Family.one
  private var rules: [String: ElementRule] = [:]
  private var ids: [[String: Int]] = []
  private var targetLanguageIsKnown = false
  /// Inside an element of another namespace, where anything goes.
  private var foreign = 0

  private struct Frame {
    var name: String
    var at: Int
    var children: [String: Int] = [:]
    /// How far in the order of its children the element is.
    var rank = 0
    /// The ids of each scope that this element is, and of the codes in it.
    var ids: [String: Int] = [:]
    var state: String?
  }

  func number(namespace: String, local: String) -> Int {
    names.append((namespace, local))
    return names.count - 1
  }

  func start(_ number: Int, _ tag: borrowing StartTag) throws(XMLError) {
    let (namespace, local) = names[number]
    let at = tag.range.lowerBound
    if open.isEmpty { return try root(namespace, local, tag) }
    guard foreign == 0, Namespace.family(of: namespace) == family, open.count > 0 else { return foreign += 1 }
    let rule = rules[local]
    if let rule { check(local, rule, tag) }
    if local == "xliff" { add(at, "xliff stands inside xliff", clause: "root element") }
    note(child: local, at: at)
    open.append(Frame(name: local, at: at, state: local == "segment" ? tag["state"] : nil))
    checkLanguages(local, tag)
    if family == .two { checkState(local, tag) }
  }

  func end(_ number: Int, at range: Range<Int>) {
    if foreign > 0 {
      foreign -= 1
      return
    }
    guard let frame = open.popLast() else { return }
    for alternatives in rules[frame.name]?.needs ?? []
    where !alternatives.contains(where: { frame.children[$0] != nil }) {
      let names = alternatives.joined(separator: " or ")
      add(frame.at, "\(frame.name) holds no \(names)", clause: rules[frame.name]?.clause ?? "")
    }
    if frame.name == "segment", let state = frame.state, state != "initial", frame.children["target"] == nil {
      add(frame.at, "state=\"\(state)\" without a target", clause: "2.1 4.3.1.31 state")
    }
  }

  var wantsText: Bool { false }

  func text(at range: Range<Int>, replacement: [UInt8]?) {}

  private func root(_ namespace: String, _ local: String, _ tag: borrowing StartTag) throws(XMLError) {
    guard local == "xliff", Namespace.family(of: namespace) != nil else {
      throw XMLError(problem: "not XLIFF: the root element is not xliff of an XLIFF namespace", offset: 0)
    }
    let version = tag["version"]
    family = (version ?? "1").hasPrefix("1") ? .one : .two
    rules = family == .one ? ElementRule.version1 : ElementRule.version2
    open.append(Frame(name: "xliff", at: tag.range.lowerBound))
    guard let version else { return add(tag.range.lowerBound, "xliff has no version", clause: "root element") }
    guard version.hasPrefix("1.") || version.hasPrefix("2.") else {
      throw XMLError(
        problem: "version \"\(version)\" of XLIFF is not known; versions 1.0 to 2.2 are", offset: tag.range.lowerBound)
    }
    let expected: [String: String] = [
      "1.1": "urn:oasis:names:tc:xliff:document:1.1", "1.2": Namespace.v1_2, "2.0": Namespace.v2_0,
      "2.1": Namespace.v2_0,
    ]
    if let right = expected[version], right != namespace {
      add(
        tag.range.lowerBound, "version \(version) has the namespace \(right), not \"\(namespace)\"", clause: "namespace"
      )
    }
    if family == .two {
      if tag["srcLang"] == nil { add(tag.range.lowerBound, "xliff has no srcLang", clause: "2.1 4.2.2.1 xliff") }
      checkTag(tag["srcLang"], "srcLang", tag.range.lowerBound)
      checkTag(tag["trgLang"], "trgLang", tag.range.lowerBound)
      targetLanguageIsKnown = tag["trgLang"] != nil
    }
  }

  private func check(_ local: String, _ rule: ElementRule, _ tag: borrowing StartTag) {
    let at = tag.range.lowerBound
    let parent = open.last?.name ?? ""
    if !rule.parents.contains(parent) {
      add(at, "\(local) may not stand in \(parent)", clause: rule.clause)
    }
    for name in rule.required where value(of: name, tag) == nil {
      add(at, "\(local) has no \(name)", clause: rule.clause)
    }
    guard let scope = rule.idScope, let id = tag["id"] else { return }
    if family == .two, !isNMTOKEN(id) { add(at, "id=\"\(id)\" is no NMTOKEN", clause: "2.1 4.3.1.21 id") }
    guard let frame = open.lastIndex(where: { $0.name == scope }) else { return }
    // Segments and ignorables share one space of ids; units and groups have one each.
    let key = local == "ignorable" ? "segment \(id)" : "\(local) \(id)"
    if let first = open[frame].ids[key] {
      add(at, "id=\"\(id)\" is taken by another \(local) of the same \(scope) (byte \(first))", clause: rule.clause)
    } else {
      open[frame].ids[key] = at
    }
  }

  /// Counts a child, and sees that children come in their order.
  private func note(child: String, at: Int) {
    guard var frame = open.popLast() else { return }
    defer { open.append(frame) }
    frame.children[child, default: 0] += 1
    guard let rule = rules[frame.name] else { return }
    if rule.single.contains(child), frame.children[child] ?? 0 > 1 {
      add(at, "\(frame.name) holds more than one \(child)", clause: rule.clause)
    }
    guard !rule.order.isEmpty else { return }
    let rank = rule.order.firstIndex { $0.split(separator: " ").contains { $0 == child } } ?? rule.order.count
    // In 2.x modules and extensions come before the segments; only listed children are ordered.
    if rank < frame.rank {
      add(
        at, "\(child) stands too late in \(frame.name): the order is \(rule.order.joined(separator: ", "))",
        clause: rule.clause)
    } else if rank < rule.order.count || family == .one {
      frame.rank = rank
    }
  }

  private func checkLanguages(_ local: String, _ tag: borrowing StartTag) {
    let at = tag.range.lowerBound
    if family == .one, local == "file" {
      checkTag(tag["source-language"], "source-language", at)
      checkTag(tag["target-language"], "target-language", at)
      targetLanguageIsKnown = tag["target-language"] != nil
    }
    if family == .two, local == "target", !targetLanguageIsKnown {
      add(at, "there is a target, and xliff has no trgLang", clause: "2.1 4.2.2.1 xliff")
      targetLanguageIsKnown = true
    }
  }

  private func checkState(_ local: String, _ tag: borrowing StartTag) {
    if local == "segment", let state = tag["state"], !["initial", "translated", "reviewed", "final"].contains(state) {
      add(
        tag.range.lowerBound, "state=\"\(state)\" is not one of initial, translated, reviewed, final",
        clause: "2.1 4.3.1.31 state")
    }
    if local == "segment", tag["subState"] != nil, tag["state"] == nil {
      add(tag.range.lowerBound, "subState without state", clause: "2.1 4.3.1.35 subState")
    }
  }

  private func checkTag(_ value: String?, _ attribute: String, _ at: Int) {
    guard let value, LanguageTag(value) == nil || value.contains("_") else { return }
    add(at, "\(attribute)=\"\(value)\" is no BCP 47 language tag", clause: "BCP 47")
  }

  private func value(of name: String, _ tag: borrowing StartTag) -> String? {
    tag.all.first { $0.name == name }?.value
  }

  private func isNMTOKEN(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 >= 0x80 || [0x2D, 0x2E, 0x3A, 0x5F].contains($0)
      }
  }

  private func add(_ at: Int, _ message: String, clause: String) {
    findings.append(
      Finding(
        rule: validationRule, severity: .error, message: "\(message) (\(clause))", at: FileRange(bytes: at..<at)))
  }
}
