import Units

/// Which strings of a kind of JSON are text for readers, by their paths: data.
///
/// A step of a path is a key, `[]` for an item of a list, or `*` for either; `*` at the end of a key stands for any
/// ending.
struct JSONProfile {
  /// A kind of string.
  struct Rule {
    let path: [String]
    let role: Role

    init(_ path: String, _ role: Role) {
      self.path = path.split(separator: ".").map(String.init)
      self.role = role
    }
  }

  /// Objects that are articles themselves, whose paths start anew.
  let articles: [[String]]
  /// The keys beside a text that say its media type.
  let typeKeys: Set<String>
  /// The strings that are text.
  private(set) var rules: [Rule]
  /// The role of a summary in an article inside of another, where it stands under a picture.
  let nestedSummary: Role

  init(articles: [String], typeKeys: Set<String>, nestedSummary: Role, rules: [Rule]) {
    self.articles = articles.map { $0.split(separator: ".").map(String.init) }
    self.typeKeys = typeKeys
    self.nestedSummary = nestedSummary
    self.rules = rules
  }

  /// The profile with the strings of more keys, which are labels.
  func adding(_ keys: [String]) -> JSONProfile {
    var profile = self
    profile.rules += keys.map { Rule($0, .label) }
    return profile
  }

  /// How many steps of a path lead to the innermost article it is in.
  func articleDepth(of path: [String]) -> Int {
    var depth = 0
    while let article = articles.first(where: { $0.count < path.count - depth && Self.fits($0, path[depth...]) }) {
      depth += article.count
    }
    return depth
  }

  /// What a string is; nil where it is no text.
  func role(of path: [String]) -> Role? {
    let depth = articleDepth(of: path)
    guard let rule = rules.first(where: { $0.path.count == path.count - depth && Self.fits($0.path, path[depth...]) })
    else { return nil }
    return depth > 0 && rule.role == .summary ? nestedSummary : rule.role
  }

  private static func fits(_ pattern: [String], _ path: ArraySlice<String>) -> Bool {
    zip(pattern, path).allSatisfy { step, key in
      step == key || step == "*" || (step.hasSuffix("*") && key.hasPrefix(step.dropLast()))
    }
  }
}
