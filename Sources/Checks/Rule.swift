public import Units

/// A rule of `l10n check`: its stable name, how bad its findings are, and one line of what it says.
public struct Rule: Hashable, Sendable {
  /// The stable name: `number-mismatch`.
  public let name: String
  /// How bad a finding of the rule is, unless the configuration says otherwise.
  public let severity: Finding.Severity
  /// What the rule is about, in one line.
  public let summary: String
  /// Where the rule fires and where it doesn't: its documentation and its test are this one list.
  public let examples: [Example]
  /// When the rule runs.
  public let activation: Activation
  /// What the configuration may say of it besides its severity.
  public let options: Options

  /// The options of a rule.
  public enum Options: Hashable, Sendable {
    /// These, each with its values.
    case choices([String: [String]])
    /// A whole number for any role.
    case numbersOfRoles
  }

  /// When a rule runs where nobody selects or ignores it.
  public enum Activation: Hashable, Sendable {
    /// Always.
    case always
    /// Where there is a glossary.
    case withGlossary
    /// Only where the configuration sets a severity or an option of it.
    case onRequest
  }

  /// A rule with its examples.
  public init(
    _ name: String, _ severity: Finding.Severity, activation: Activation = .always, options: Options = .choices([:]),
    summary: String, examples: [Example]
  ) {
    self.activation = activation
    self.options = options
    self.name = name
    self.severity = severity
    self.summary = summary
    self.examples = examples
  }
}

/// A sentence with its translation, and what a rule says of it.
public struct Example: Hashable, Sendable {
  /// The source's language.
  public let sourceLanguage: String
  /// The source.
  public let source: String
  /// The target's language.
  public let targetLanguage: String
  /// The target; what is found stands between ⟦ and ⟧, and where nothing is found there are no such marks.
  public let target: String
  /// True where the rule fires on the segment as a whole, without a place in the target.
  public let findsSegment: Bool

  /// An example; in `target` the places found stand between ⟦ and ⟧.
  public init(
    _ sourceLanguage: String, _ source: String, _ targetLanguage: String, _ target: String, findsSegment: Bool = false
  ) {
    self.sourceLanguage = sourceLanguage
    self.source = source
    self.targetLanguage = targetLanguage
    self.target = target
    self.findsSegment = findsSegment
  }
}
