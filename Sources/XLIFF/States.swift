public import Units

/// The words that XLIFF has for how far a translation is, and those that tools write in their stead.
enum States {
  /// The state that a word of either version stands for.
  ///
  /// 1.2 tells apart what a reviewer is to look at; those words stay as the sub-state.
  static func read(_ word: String) -> (state: Segment.State, subState: String) {
    if let state = Segment.State(name: word) { return (state, "") }
    switch word {
    case "signed-off": return (.reviewed, "")
    case "needs-review-translation", "needs-review-adaptation", "needs-review-l10n", "needs-adaptation", "needs-l10n":
      return (.translated, word)
    default: return (.initial, word == "new" || word == "needs-translation" ? "" : word)
    }
  }

  /// The word of 1.2 for a state.
  static func word1(for state: Segment.State) -> String {
    switch state {
    case .initial: "new"
    case .translated: "translated"
    case .reviewed: "signed-off"
    case .final: "final"
    }
  }
}

extension Segment {
  /// Whether someone marked the translation as done: translated, reviewed, signed off, final or approved.
  public var isMarkedTranslated: Bool { state >= .translated && !subState.hasPrefix("needs-") }
}
