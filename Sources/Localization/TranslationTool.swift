import Units
import XLIFF

/// A CAT tool that XLIFF is written for, and what it needs.
struct TranslationTool: Sendable {
  /// The name, as `--for` takes it.
  let name: String
  /// The versions that it is documented to read; the first is the one that it reads best.
  let versions: [Version]
  /// Whether it shows nothing where a segment has no target.
  var prefillsTargets = false
  /// Whether it wants language tags with a region: `kk-KZ`.
  var wantsRegions = false

  /// The version that it reads best.
  var version: Version { versions.first ?? .v1_2 }

  /// The tools that are known.
  ///
  /// A tool whose reading of 2.x is not documented gets strict 1.2, which all read; so does Weblate, which loses inline
  /// codes of 2.x.
  static let all = [
    TranslationTool(name: "trados", versions: [.v1_2], wantsRegions: true),
    TranslationTool(name: "smartcat", versions: [.v1_2], wantsRegions: true),
    TranslationTool(name: "phrase", versions: [.v2_0, .v1_2]),
    TranslationTool(name: "memoq", versions: [.v2_0, .v2_1, .v1_2]),
    TranslationTool(name: "weblate", versions: [.v1_2, .v2_0]),
    TranslationTool(name: "crowdin", versions: [.v2_0, .v1_2]),
    TranslationTool(name: "omegat", versions: [.v1_2, .v2_0], prefillsTargets: true),
    TranslationTool(name: "poedit", versions: [.v2_0, .v2_1, .v1_2]),
  ]

  /// The tool of this name in any case: memoQ writes its own so.
  static func named(_ name: String) -> TranslationTool? { all.first { $0.name == name.lowercased() } }

  /// What the person at the terminal should know before a file of this version and with these tags goes to the tool.
  func messages(_ version: Version, tags: [LanguageTag]) -> [Message] {
    var messages: [Message] = []
    if !versions.contains(version) {
      let known = versions.map(\.label).joined(separator: ", ")
      messages.append(Message(.warning, "\(name) may not open XLIFF \(version); it is known to read \(known)"))
    }
    if wantsRegions, let tag = tags.first(where: { $0.bcp47 == $0.language }) {
      messages.append(
        Message(
          .warning,
          "\(name) wants languages with a region, and \(tag) has none; say it in l10n.yaml: tags: {\(tag): \(tag)-…}"))
    }
    return messages
  }
}

/// The names of the CAT tools that XLIFF can be written for.
public var translationToolNames: [String] { TranslationTool.all.map(\.name) }
