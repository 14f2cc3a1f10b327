/// Holds one element against its rule: where its children stand, what its attributes hold.
struct StructureReader {
  let rule: ElementRule
  private var slot = 0
  private var counts: [Int]
  private var hasNeeded = false

  init(_ rule: ElementRule) {
    self.rule = rule
    counts = [Int](repeating: 0, count: rule.children.count)
    hasNeeded = rule.needs.isEmpty
  }

  /// Takes the next child; what is wrong with its place, or nil.
  mutating func problem(ofChild child: String, in parent: String) -> String? {
    if !hasNeeded, rule.needs.contains(child) { hasNeeded = true }
    let places = rule.children.indices.filter { rule.children[$0].names.contains(child) }
    guard let last = places.last else {
      return child == ElementRule.extensionName
        ? "an element of another namespace may not stand in \(parent)" : "\(child) may not stand in \(parent)"
    }
    let place = places.first { $0 >= slot } ?? last
    counts[place] += 1
    if counts[place] > rule.children[place].most { return "\(parent) holds more than one \(child)" }
    if place < slot {
      let order = rule.children.filter { $0.names != [ElementRule.extensionName] }.map(\.label)
      return "\(child) stands too late in \(parent): the order is \(order.joined(separator: ", "))"
    }
    slot = place
    return nil
  }

  /// What is missing when the element ends.
  func missing(in name: String) -> [String] {
    var result = zip(rule.children, counts).filter { $1 < $0.least }.map { "\(name) holds no \($0.0.label)" }
    if !hasNeeded { result.append("\(name) holds no \(rule.needs.joined(separator: " or "))") }
    return Array(Set(result)).sorted()
  }

  /// What is wrong with the attributes.
  static func problems(
    of attributes: [(name: String, value: String)], in name: String, _ rule: ElementRule, modules: [String: ValueType]
  ) -> [String] {
    var result: [String] = []
    for required in rule.required where !attributes.contains(where: { $0.name == required }) {
      result.append("\(name) has no \(required)")
    }
    for (attribute, value) in attributes {
      if let type = rule.attributes[attribute] ?? modules[attribute] {
        if rule.attributes[attribute] == nil, rule.foreignAttributes == .none {
          result.append("\(name) may not have \(attribute)")
        } else if let problem = type.problem(of: value) {
          result.append("\(attribute)=\"\(value)\" of \(name) \(problem)")
        }
      } else if !allows(attribute, rule) {
        result.append(
          attribute.hasPrefix(ElementRule.extensionName)
            ? "\(name) may not have attributes of other namespaces (\(attribute.dropFirst(2)))"
            : "\(name) has no attribute \(attribute) in this version")
      }
    }
    return result
  }

  private static func allows(_ attribute: String, _ rule: ElementRule) -> Bool {
    switch rule.foreignAttributes {
    case .everything: return true
    case _ where !attribute.utf8.contains(UInt8(ascii: ":")): return false
    case .any: return true
    case .modules: return !attribute.hasPrefix(ElementRule.extensionName) && !attribute.hasPrefix("xml:")
    case .none: return false
    }
  }
}
