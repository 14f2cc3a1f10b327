internal import Articles
internal import Checks
public import Units
import YAML

/// What `l10n.yaml` says, and the defaults for what it doesn't.
public struct Configuration: Sendable {
  /// The folder that relative paths start from: that of `l10n.yaml`; nil without one.
  public var folder: String?
  /// The language that articles are written in.
  public var source: LanguageTag?
  /// The languages they are translated to.
  public var targets: [LanguageTag] = []
  /// The language that they are translated to, where it is one.
  public var onlyTarget: LanguageTag? { targets.count == 1 ? targets.first : nil }
  /// The tags that CAT tools know languages by, where they differ: `kk` → `kk-KZ`.
  public var tags: [LanguageTag: LanguageTag] = [:]
  /// Patterns of the articles' paths.
  public var articles: [String] = []
  /// Where extraction puts an XLIFF file.
  public var translations = "translations/{lang}/{path}.{lang}.xlf"
  /// Where merging puts an article.
  public var localized = "localized/{lang}/{path}"
  /// The CAT tool that XLIFF is written for.
  public var tool: String?
  /// The version of XLIFF that is written.
  public var xliff: String?
  /// Patterns of the glossaries' paths.
  public var glossaries: [String] = []
  /// The translation memory.
  public var memory: String?
  /// The SRX file whose rules end sentences instead of ours.
  public var srx: String?
  /// For each rule, its severity or its options.
  public var rules: [String: RuleSetting] = [:]
  /// What is different for some paths; a later one beats an earlier one.
  var overrides: [Override] = []
  /// What there is to say of the formats of articles.
  var formats = FormatOptions()
  /// Who translates to a language, for articles that name their translator.
  public var translators: [LanguageTag: String] = [:]

  /// What is different for files that fit one of the patterns.
  struct Override: Sendable {
    var files: [String] = []
    var rules: [String: RuleSetting] = [:]
    /// What is said of articles at these paths, beyond what is said of all.
    var formats: FormatOptions?
  }

  /// What the configuration says of a rule.
  public struct RuleSetting: Sendable {
    /// `error`, `warning`, `note` or `off`.
    public var severity: String?
    /// Options by name.
    public var options: [String: String] = [:]
  }

  /// The most characters that the translation of a block of a role may have, as the rule `length` has them.
  var lengthLimits: [Role: Int] {
    let options = rules["length-limit"]?.options ?? [:]
    return Dictionary(uniqueKeysWithValues: options.compactMap { role, limit in Int(limit).map { (Role(role), $0) } })
  }

  /// No configuration: the defaults.
  public init() {}

  /// The path that a path in the configuration means.
  public func path(_ path: String) -> String {
    guard let folder, !path.hasPrefix("/") else { return path }
    return Path.join(folder, path)
  }

  /// The name that a language of an XLIFF goes by in paths and on the command line.
  func language(ofTag tag: LanguageTag) -> LanguageTag { tags.first { $0.value == tag }?.key ?? tag }

  /// The nearest `l10n.yaml` at or above a folder; nil where there is none.
  public static func nearest(to folder: String) -> String? {
    // Paths in messages begin with this one: short as people type them, and relative as code hosts need them.
    let workingDirectory = FileSystem.workingDirectory
    var folder = folder
    while true {
      let path = Path.join(folder, "l10n.yaml")
      if FileSystem.kind(path) == .file {
        return Path.climb(to: folder, from: workingDirectory).map { Path.join($0, "l10n.yaml") } ?? path
      }
      let parent = Path.folder(folder)
      if parent == folder || parent == "." { return nil }
      folder = parent
    }
  }

  /// The configuration in a file.
  ///
  /// - Throws: ``Failure`` where it can't be read, is no YAML, or has a key or value that is not known.
  public init(reading path: String) throws(Failure) {
    let bytes = try FileSystem.read(path)
    _ = try Failure.reading(yaml: bytes, at: path) { root in try read(root) }
    folder = Path.folder(path)
  }

  private static let keys = [
    "source", "targets", "tags", "articles", "translations", "localized", "for", "xliff", "glossaries", "memory",
    "rules", "overrides", "segmentation", "formats", "translators",
  ]

  private mutating func read(_ root: Node) throws(Malformed) {
    let entries = try Self.entries(root)
    for (key, value) in entries {
      let name = key.string ?? ""
      switch name {
      case "source": source = try Self.language(value)
      case "targets":
        targets = []
        for node in try Self.list(value) { targets.append(try Self.language(node)) }
      case "tags":
        for (key, value) in try Self.entries(value) { tags[try Self.language(key)] = try Self.language(value) }
      case "articles": articles = try Self.texts(value)
      case "translations": translations = try Self.text(value)
      case "localized": localized = try Self.text(value)
      case "for": tool = try Self.text(value)
      case "xliff": xliff = try Self.text(value)
      case "glossaries": glossaries = try Self.texts(value)
      case "memory": memory = try Self.text(value)
      case "rules": rules = try Self.rules(value)
      case "overrides":
        for node in try Self.list(value) { overrides.append(try Self.override(node)) }
      case "segmentation":
        for (key, value) in try Self.entries(value) {
          guard key.string == "srx" else {
            throw Self.unknown(key, in: "segmentation", known: ["srx"])
          }
          srx = try Self.text(value)
        }
      case "formats": formats = try Self.formats(value)
      case "translators":
        for (key, value) in try Self.entries(value) { translators[try Self.language(key)] = try Self.text(value) }
      default: throw Self.unknown(key, in: "l10n.yaml", known: Self.keys)
      }
    }
  }

  private static func rules(_ node: Node) throws(Malformed) -> [String: RuleSetting] {
    var rules: [String: RuleSetting] = [:]
    for (key, value) in try entries(node) {
      let name = key.string == "length" ? "length-limit" : key.string ?? ""
      var setting = RuleSetting()
      if case .scalar = value.value {
        setting.severity = try severity(value)
      } else {
        for (key, option) in try entries(value) {
          if key.string == "severity" {
            setting.severity = try severity(option)
          } else {
            try check(key, option, of: name)
            setting.options[key.string ?? ""] = try text(option)
          }
        }
      }
      rules[name] = setting
    }
    return rules
  }

  /// Refuses an option that a rule does not have, and a value that the option can't have.
  private static func check(_ key: Node, _ option: Node, of name: String) throws(Malformed) {
    // A rule that is not known is told with those of the command line.
    guard let rule = CheckSuite.allRules().first(where: { $0.name == name }) else { return }
    let value = try text(option)
    switch rule.options {
    case .numbersOfRoles:
      guard Int(value) == nil else { return }
      throw Malformed(
        at: Offset(option.offset), problem: "\"\(value)\" is no number of characters", remedy: "write headline: 100")
    case .choices(let choices):
      guard let values = choices[key.string ?? ""] else {
        throw unknown(key, in: name, known: choices.keys.sorted() + ["severity"])
      }
      guard !values.contains(value) else { return }
      let nearest = Spelling.nearest(to: value, among: values).map { "did you mean \"\($0)\"?" }
      throw Malformed(
        at: Offset(option.offset), problem: "\"\(value)\" is no \(key.string ?? "") of \(name)",
        remedy: nearest ?? "write \(values.joined(separator: " or "))")
    }
  }

  /// `{files: "kk/**", rules: {quotes: off}}`.
  private static func override(_ node: Node) throws(Malformed) -> Override {
    var override = Override()
    for (key, value) in try entries(node) {
      switch key.string {
      case "files": override.files = try texts(value)
      case "rules": override.rules = try rules(value)
      case "formats": override.formats = try formats(value)
      default: throw unknown(key, in: "an override", known: ["files", "rules", "formats"])
      }
    }
    guard !override.files.isEmpty else {
      throw Malformed(at: Offset(node.offset), problem: "an override without files", remedy: "write files: \"kk/**\"")
    }
    return override
  }

  /// A key that is none of those that may stand there.
  static func unknown(_ key: Node, in place: String, known: [String]) -> Malformed {
    let name = key.string ?? ""
    let nearest = Spelling.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
    return Malformed(
      at: Offset(key.offset), problem: "\"\(name)\" is no key of \(place)",
      remedy: nearest ?? "the keys are \(known.joined(separator: ", "))")
  }

  private static func severity(_ node: Node) throws(Malformed) -> String {
    let text = try text(node)
    guard ["error", "warning", "note", "off"].contains(text) else {
      throw Malformed(
        at: Offset(node.offset), problem: "\"\(text)\" is no severity", remedy: "write error, warning, note or off")
    }
    return text
  }

  /// The keys and values of a mapping, none of them twice; an empty value has none.
  static func entries(_ node: Node) throws(Malformed) -> [(key: Node, value: Node)] {
    if case .scalar = node.value, node.string == nil { return [] }
    guard case .mapping(let entries) = node.value else {
      throw Malformed(at: Offset(node.offset), problem: "a list of keys with values is expected here")
    }
    var seen: Set<String> = []
    for (key, _) in entries {
      let name = try text(key)
      guard seen.insert(name).inserted else {
        throw Malformed(at: Offset(key.offset), problem: "\"\(name)\" stands here twice", remedy: "remove one")
      }
    }
    return entries
  }

  static func list(_ node: Node) throws(Malformed) -> [Node] {
    if case .mapping = node.value {
      throw Malformed(at: Offset(node.offset), problem: "a list is expected here", remedy: "write [a, b]")
    }
    return node.list
  }

  private static func texts(_ node: Node) throws(Malformed) -> [String] {
    var texts: [String] = []
    for node in try list(node) {
      guard node.int == nil, node.bool == nil else {
        throw Malformed(at: Offset(node.offset), problem: "a path is expected here", remedy: "quote it if it is one")
      }
      texts.append(try text(node))
    }
    return texts
  }

  static func text(_ node: Node) throws(Malformed) -> String {
    guard let text = node.string else { throw Malformed(at: Offset(node.offset), problem: "a text is expected here") }
    return text
  }

  private static func language(_ node: Node) throws(Malformed) -> LanguageTag {
    guard let tag = LanguageTag(node.string ?? "") else {
      throw Malformed(
        at: Offset(node.offset), problem: "\"\(node.string ?? "")\" is no language tag", remedy: "write en, ru, kk-KZ…")
    }
    return tag
  }
}
