import XLIFF

/// A CAT tool that XLIFF is written for, and what it needs.
struct TranslationTool: Sendable {
  /// The name, as `--for` takes it.
  let name: String
  /// The version that it reads best.
  let version: Version
  /// Whether it shows nothing where a segment has no target.
  let prefillsTargets: Bool

  /// The tools that are known.
  ///
  /// A tool whose reading of 2.x is not documented gets strict 1.2, which all read.
  static let all = [
    TranslationTool(name: "trados", version: .v1_2, prefillsTargets: false),
    TranslationTool(name: "smartcat", version: .v1_2, prefillsTargets: false),
    TranslationTool(name: "phrase", version: .v2_0, prefillsTargets: false),
    TranslationTool(name: "memoq", version: .v2_0, prefillsTargets: false),
    TranslationTool(name: "weblate", version: .v1_2, prefillsTargets: false),
    TranslationTool(name: "crowdin", version: .v2_0, prefillsTargets: false),
    TranslationTool(name: "omegat", version: .v1_2, prefillsTargets: true),
    TranslationTool(name: "poedit", version: .v2_0, prefillsTargets: false),
  ]

  static func named(_ name: String) -> TranslationTool? { all.first { $0.name == name } }
}

/// The names of the CAT tools that XLIFF can be written for.
public var translationToolNames: [String] { TranslationTool.all.map(\.name) }
