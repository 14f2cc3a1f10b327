internal import Units

extension Rule {
  /// The rule's page for a terminal: what it says, then its examples, the places found between ⟦ and ⟧.
  public var page: String {
    var page = "\(name) (\(severity.name))\n\n\(summary)\n"
    let found = examples.filter { $0.findsSegment || $0.target.contains("⟦") }
    page += Self.section("Found", found)
    page += Self.section("Not found", examples.filter { !found.contains($0) })
    return page
  }

  /// A table of rules for a terminal, a line each: name, severity, what it says.
  public static func table(_ rules: [Rule]) -> String {
    let rules = rules.sorted { $0.name < $1.name }
    let name = rules.map(\.name.utf8.count).max() ?? 0
    let severity = rules.map(\.severity.name.utf8.count).max() ?? 0
    return rules.map { rule in
      "\(padded(rule.name, to: name))  \(padded(rule.severity.name, to: severity))  \(rule.summary)\n"
    }.joined()
  }

  private static func section(_ title: String, _ examples: [Example]) -> String {
    if examples.isEmpty { return "" }
    return examples.reduce("\n\(title):\n") { text, example in
      let width = max(example.sourceLanguage.utf8.count, example.targetLanguage.utf8.count)
      return text + """
          \(padded(example.sourceLanguage, to: width))  \(example.source)
          \(padded(example.targetLanguage, to: width))  \(example.target.isEmpty ? "(nothing)" : example.target)


        """
    }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
