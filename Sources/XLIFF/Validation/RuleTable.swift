/// The rules of a version by numbers in place of names: each document is held against one.
final class RuleTable: Sendable {
  /// The elements: `xliff` first, then what is outside of the standard, then the others.
  let elements: [String]
  /// The attributes of all elements.
  let attributes: [String]
  /// For each element its rule; nil for what is outside of the standard.
  let rules: [NumberedRule?]

  static let xliff = 0
  static let foreign = 1

  /// The table of a version in a namespace.
  static func table(version: String, namespace: String) -> RuleTable {
    if version.hasPrefix("2") {
      return namespace == Namespace.v2_2 ? version2_2 : version == Version.v2_0.label ? version2_0 : version2
    }
    return version == "1.2" ? version1_2 : version1_1
  }

  private static let version1_1 = RuleTable(ElementRule.version1_1)
  private static let version1_2 = RuleTable(ElementRule.version1_2)
  private static let version2 = RuleTable(ElementRule.version2, ElementRule.moduleAttributes2)
  private static let version2_0 = RuleTable(ElementRule.version2_0, ElementRule.moduleAttributes2)
  private static let version2_2 = RuleTable(ElementRule.version2_2, ElementRule.moduleAttributes2)

  private init(_ rules: [String: ElementRule], _ modules: [String: ValueType] = [:]) {
    let first = ["xliff", ElementRule.extensionName]
    let elements = first + rules.keys.filter { !first.contains($0) }.sorted()
    let attributes = Set(rules.values.flatMap { Array($0.attributes.keys) } + modules.keys).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: elements.enumerated().map { ($1, $0) })
    self.elements = elements
    self.attributes = attributes
    self.rules = elements.map { name in
      rules[name].map { NumberedRule($0, of: name, numbers, attributes, modules) }
    }
  }
}

/// A rule as validation looks things up in it.
final class NumberedRule: Sendable {
  struct Place: Sendable {
    /// A bit for each element that may stand here.
    let elements: UInt64
    let least: Int
    let most: Int
    let label: String
    let isForExtensions: Bool
  }

  /// What an element is to validation.
  struct Traits: OptionSet {
    let rawValue: Int
    /// It holds text.
    static let text = Traits(rawValue: 1)
    /// A constraint looks at its text.
    static let heard = Traits(rawValue: 2)
    /// It is looked at as it ends, and forgotten.
    static let passing = Traits(rawValue: 4)
    /// It has an id, or a reference, that holds beyond its unit.
    static let named = Traits(rawValue: 8)
    /// Its attributes matter to all that is inside of it.
    static let scope = Traits(rawValue: 16)
  }

  let places: [Place]
  let needs: UInt64
  let needsLabel: String
  /// For each attribute of the table, what it holds here; nil where it has no place.
  let attributes: [ValueType?]
  let required: [(number: Int, name: String)]
  let foreignAttributes: ElementRule.ForeignAttributes
  /// The attributes of modules that are described, wherever they stand.
  let modules: [ValueType?]
  let clause: String
  let traits: Traits

  fileprivate init(
    _ rule: ElementRule, of name: String, _ numbers: [String: Int], _ names: [String], _ modules: [String: ValueType]
  ) {
    func bits(_ names: some Sequence<String>) -> UInt64 {
      names.reduce(0) { $0 | (numbers[$1].map { 1 << UInt64($0) } ?? 0) }
    }
    places = rule.children.map { place in
      Place(
        elements: bits(place.names), least: place.least, most: place.most, label: place.label,
        isForExtensions: place.names == [ElementRule.extensionName])
    }
    needs = bits(rule.needs)
    needsLabel = rule.needs.joined(separator: " or ")
    attributes = names.map { rule.attributes[$0] }
    required = rule.required.compactMap { name in names.firstIndex(of: name).map { ($0, name) } }
    foreignAttributes = rule.foreignAttributes
    self.modules = names.map { modules[$0] }
    clause = rule.clause
    var traits: Traits = ElementRule.withText.contains(name) ? .text : []
    if ["skeleton", "res:source", "res:target"].contains(name) { traits.insert(.heard) }
    // In 1.2 a tool may have put text beside the segments.
    if name == "target", numbers["seg-source"] != nil { traits.insert(.heard) }
    if ["xliff", "file", "group", "unit", "trans-unit", "bin-unit"].contains(name) { traits.insert(.passing) }
    if ["xliff", "file", "slr:profiles"].contains(name) { traits.insert(.scope) }
    if ["unit", "group", "tool", "phase", "trans-unit", "bin-unit", "target", "alt-trans"].contains(name) {
      traits.insert(.named)
    }
    self.traits = traits
  }
}
