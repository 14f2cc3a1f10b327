/// Holds one open element against its rule: where its children stand.
struct StructureReader {
  let rule: NumberedRule
  private var slot = 0
  /// How many children stand at each place.
  private var counts: InlineArray<8, Int32> = .init(repeating: 0)
  private var hasNeeded: Bool

  init(_ rule: NumberedRule) {
    self.rule = rule
    hasNeeded = rule.needs == 0
  }

  /// Takes the next child; what is wrong with its place, or nil.
  ///
  /// The names are asked for only where something is.
  mutating func problem(
    ofChild child: Int, named name: @autoclosure () -> String, in parent: @autoclosure () -> String
  ) -> String? {
    // An element outside of the tables has no bit.
    let bit: UInt64 = child < 64 ? 1 << UInt64(child) : 0
    if rule.needs & bit != 0 { hasNeeded = true }
    var place: Int?
    for index in rule.places.indices where rule.places[index].elements & bit != 0 {
      place = index
      if index >= slot { break }
    }
    guard let place else {
      return child == RuleTable.foreign
        ? "an element of another namespace may not stand in \(parent())" : "\(name()) may not stand in \(parent())"
    }
    counts[place] += 1
    if counts[place] > rule.places[place].most { return "\(parent()) holds more than one \(name())" }
    if place < slot {
      let order = rule.places.filter { !$0.isForExtensions }.map(\.label)
      return "\(name()) stands too late in \(parent()): the order is \(order.joined(separator: ", "))"
    }
    slot = place
    return nil
  }

  /// What is missing when the element ends.
  func missing(in name: @autoclosure () -> String) -> [String] {
    guard !hasNeeded || rule.places.indices.contains(where: { counts[$0] < rule.places[$0].least }) else { return [] }
    var result = rule.places.indices.filter { counts[$0] < rule.places[$0].least }.map {
      "\(name()) holds no \(rule.places[$0].label)"
    }
    if !hasNeeded { result.append("\(name()) holds no \(rule.needsLabel)") }
    return Array(Set(result)).sorted()
  }
}

/// What is wrong with an attribute by the rule of its element.
extension NumberedRule {
  /// The names and the value are asked for only where they matter.
  func problem(
    ofAttribute number: Int, named attribute: @autoclosure () -> String, in name: @autoclosure () -> String,
    value: () -> String
  ) -> String? {
    let isDescribed = number < attributes.count
    if isDescribed, let type = attributes[number] {
      if case .text = type { return nil }
      let value = value()
      return type.problem(of: value).map { "\(attribute())=\"\(value)\" of \(name()) \($0)" }
    }
    if isDescribed, let type = modules[number] {
      if foreignAttributes == .none { return "\(name()) may not have \(attribute())" }
      let value = value()
      return type.problem(of: value).map { "\(attribute())=\"\(value)\" of \(name()) \($0)" }
    }
    guard !allows(attribute()) else { return nil }
    return attribute().hasPrefix(ElementRule.extensionName)
      ? "\(name()) may not have attributes of other namespaces (\(attribute().dropFirst(2)))"
      : "\(name()) has no attribute \(attribute()) in this version"
  }

  private func allows(_ attribute: String) -> Bool {
    switch foreignAttributes {
    case .everything: return true
    case _ where !attribute.utf8.contains(UInt8(ascii: ":")): return false
    case .any: return true
    case .modules: return !attribute.hasPrefix(ElementRule.extensionName) && !attribute.hasPrefix("xml:")
    case .none: return false
    }
  }
}
