import Units

extension MemoryEntry {
  /// The properties that TMX has for what it has no element for.
  private enum Property {
    static let state = "x-l10n-state"
    static let before = "x-l10n-before"
    static let after = "x-l10n-after"
  }

  /// All properties of the entry's element in TMX.
  var writtenProperties: [String: String] {
    var all = properties
    if state != .translated { all[Property.state] = state.name }
    if context.before != 0 { all[Property.before] = String(UInt(bitPattern: context.before), radix: 16) }
    if context.after != 0 { all[Property.after] = String(UInt(bitPattern: context.after), radix: 16) }
    return all
  }

  /// An entry with the properties that an element of TMX has.
  init(
    reading source: Content, _ target: Content, from: LanguageTag, to: LanguageTag, _ written: [String: String]
  ) {
    var rest = written
    let state = rest.removeValue(forKey: Property.state).flatMap { Segment.State(name: $0) } ?? .translated
    let number = { (text: String?) in text.flatMap { UInt($0, radix: 16) }.map { Int(bitPattern: $0) } ?? 0 }
    let context = Context(
      before: number(rest.removeValue(forKey: Property.before)), after: number(rest.removeValue(forKey: Property.after))
    )
    self.init(
      source: source, target: target, sourceLanguage: from, targetLanguage: to, state: state, context: context,
      properties: rest)
  }
}
