import Articles
import Checks
import Locales
import Units
import XLIFF

/// What the tool supports, for people.
public enum Facts {
  /// The names of the formats of articles.
  public static var formatNames: [String] { Formats.all.map { $0.name } }

  /// The endings of the names of articles, without the dot.
  public static var articleEndings: [String] { Formats.all.flatMap { $0.extensions } }

  /// The versions of XLIFF that are written.
  public static var xliffVersions: [String] { Version.writable.map(\.label) }

  /// Whether a path is that of an article by its name.
  public static func isArticle(_ path: String) -> Bool { Formats.forFile(named: path) != nil }

  /// A line for each format of articles: name, endings, what it is.
  public static var formats: [String] {
    columns(Formats.all.map { [$0.name, $0.extensions.map { ".\($0)" }.joined(separator: " "), $0.summary] })
  }

  /// A line for each language that has a file: tag, name, what is known.
  public static var locales: [String] {
    columns(
      Locale.known.compactMap { tag in
        guard let language = LanguageTag(tag) else { return nil }
        let locale = Locale(language)
        // Every language's marks are known; what numbers are called is more.
        let keys = [("roles", "roles:"), ("sentences", "sentences:"), ("numbers", "  words:"), ("names", "names:")]
        let known = keys.filter { Self.hasLine($0.1, tag) }.map(\.0)
        return [tag, locale.string("name") ?? tag, known.joined(separator: ", ")]
      })
  }

  /// A line for each rule: name, severity, what it is about, and when it runs, where that is not always.
  public static var rules: [String] {
    columns(
      CheckSuite.allRules().map { rule in
        [rule.name, rule.severity.name, rule.summary + (rule.activation.condition.map { " (\($0))" } ?? "")]
      })
  }

  /// The page of a rule, made from its examples; nil where there is no such rule.
  public static func page(ofRule name: String) -> String? {
    guard let rule = CheckSuite.allRules().first(where: { $0.name == name }) else { return nil }
    let condition = rule.activation.condition.map { ", \($0)" } ?? ""
    var page = "\(rule.name) (\(rule.severity.name)\(condition))\n\(rule.summary)\n"
    for (title, finds) in [("Finds", true), ("Is silent on", false)] {
      let examples = rule.examples.filter { ($0.findsSegment || $0.target.contains("⟦")) == finds }
      if examples.isEmpty { continue }
      page += "\n\(title):\n"
      for example in examples {
        page += "  \(example.sourceLanguage)  \(example.source)\n  \(example.targetLanguage)  \(example.target)\n\n"
      }
    }
    return page.hasSuffix("\n\n") ? String(page.dropLast()) : page
  }

  /// Whether a language's own file has a section; root's would show for every language.
  private static func hasLine(_ line: String, _ tag: String) -> Bool {
    guard let bytes = Locale.bytes(of: tag) else { return false }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { $0 == line }
  }
}

extension Rule.Activation {
  /// When a rule does not run unless somebody asks for it; nil where it always does.
  fileprivate var condition: String? {
    switch self {
    case .always: nil
    case .withGlossary: "off without a glossary"
    case .onRequest: "off by default: --select it, or set its severity in l10n.yaml"
    }
  }
}
