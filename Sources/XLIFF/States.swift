public import Units

extension SubState {
  /// The `state-qualifier` of 1.2 for what a machine suggests.
  static let machineQualifier = "mt-suggestion"

  /// Whether a `state-qualifier` of 1.2 says that a machine made the target.
  static func isMachine(qualifier: String?) -> Bool { qualifier == machineQualifier || qualifier == "leveraged-mt" }

  /// The sub-state that a `state-qualifier` of 1.2 stands for: `x-l10n-new`.
  static func read(qualifier: String) -> String? { all.first { self.qualifier(for: $0) == qualifier } }

  /// The `state-qualifier` of 1.2, which has no sub-states; nil for a sub-state of others.
  static func qualifier(for subState: String) -> String? {
    all.contains(subState) ? "x-" + subState.replacing(":", with: "-") : nil
  }
}

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

  /// What a state and a sub-state of `l10n`, read from 1.2, say together with the word that they come from and a target
  /// that holds something or not.
  static func settled1(
    _ state: Segment.State, _ subState: String, word: String?, isEmpty: Bool
  ) -> (state: Segment.State, subState: String) {
    guard !subState.isEmpty, SubState.all.contains(subState) else { return (state, subState) }
    let isToBeReviewed = word?.hasPrefix("needs-") == true
    // A tool that sets the state leaves the qualifier: only both together say that nobody has looked.
    if subState == SubState.fuzzy { return isToBeReviewed ? (.initial, subState) : (isEmpty ? .initial : state, "") }
    // 1.2's word for what is to be translated anew says that there is a translation to review.
    if isEmpty { return (.initial, subState) }
    return state >= .translated && !isToBeReviewed ? (state, "") : (state, subState)
  }

  /// The word of 1.2 for a segment's state and sub-state; what only 2.x can say is told by the nearest word.
  static func word1(for state: Segment.State, _ subState: String) -> String {
    switch subState {
    case "": word1(for: state)
    case SubState.changed where state < .reviewed: "needs-review-translation"
    case SubState.fuzzy where state == .initial: "needs-review-translation"
    case SubState.new where state == .initial: "new"
    case let word: word.contains(":") ? word1(for: state) : word
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
  /// How far the translation counts as being: a target of which XLIFF 1.2 says nothing is a translation, while one in the
  /// state that 2.x has by default, `initial`, is none yet.
  public var countedState: State { isStateOpen && target?.isEmpty == false ? max(state, .translated) : state }

  /// Whether somebody is to look at it: a reviewer's word of 1.2 says so, or `l10n` itself.
  public var awaitsPerson: Bool { subState.hasPrefix("needs-") || SubState.all.contains(subState) }
}
