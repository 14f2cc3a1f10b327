internal import Units

/// Limits that the configuration sets for roles (`length: {headline: 100}`), or else the XLIFF for its units.
struct LengthLimit: Check {
  static let rule = Rule(
    "length-limit", .error, options: .numbersOfRoles,
    summary:
      "The target is longer than l10n.yaml allows for its role, or the XLIFF for the unit (in the examples 30 characters).",
    examples: [
      Example("en", "The mill opens.", "ru", "Открывается большой сталелитейный завод.", findsSegment: true),
      Example("en", "The steel mill opens.", "ru", "Комбинат открывается."),
      Example(
        "en", "The steel mill opens in the spring of next year.", "ru", "Комбинат откроется.", findsSegment: true),
    ])

  /// The number of characters for a role.
  private let limits: [Role: Int]

  init(_ options: [String: String]) {
    limits = Dictionary(
      options.compactMap { key, value in Int(value).map { (Role(key), $0) } }, uniquingKeysWith: { first, _ in first })
  }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    for unit in bitext.units where unit.isTranslatable {
      guard let limit = limits[unit.role] ?? unit.maximumLength,
        let first = unit.segments.firstIndex(where: { !$0.isIgnorable })
      else {
        continue
      }
      let source = unit.segments.reduce(0) { $0 + Self.characters($1.source) }
      let target = unit.segments.reduce(0) {
        $0 + Self.characters($1.target ?? ($1.isIgnorable ? $1.source : Content()))
      }
      if source > limit {
        // No translation of it need fit: one word to whoever wrote the source.
        let message = "the source itself has \(source) characters, more than the \(limit) of a \(unit.role)"
        report(Self.rule.finding(message, unit, first, severity: .warning))
      } else if target > limit {
        report(Self.rule.finding("\(target) characters, more than the \(limit) of a \(unit.role)", unit, first))
      }
    }
  }

  /// The code points of a text in the composed form (NFC), near enough: marks on a letter are not counted.
  private static func characters(_ content: Content) -> Int {
    content.string.unicodeScalars.count { $0.properties.canonicalCombiningClass == .notReordered }
  }
}
