import Units

/// A generation of ninjs: where its texts are, and how a copy names the article it was translated from.
struct NinjsProfile {
  /// How a copy names the article that it is a translation of.
  enum Origin {
    /// A list of `{"role", "value"}` under this key.
    case identifiers(String)
    /// An article inside of `associations`, by its name.
    case association
  }

  let texts: JSONProfile
  let origin: Origin

  /// The generation of a document by the version that it says, or else by its keys.
  static func named(version: String?, keys: Set<String>) -> NinjsProfile {
    switch version?.first {
    case "1": return first
    case "2": return second
    case "3": return third
    default: break
    }
    if !keys.isDisjoint(with: ["versionCreated", "altIds", "pubStatus", "edNote", "infoSources", "copyrightNotice"]) {
      return third
    }
    return keys.isDisjoint(with: ["headlines", "bodies", "descriptions", "altids", "subjects"]) ? first : second
  }

  /// 1.x: flat keys, whose endings say what stands there.
  static let first = NinjsProfile(
    texts: profile([
      .init("headline", .headline), .init("headline_*", .headline), .init("title", .label),
      .init("body_*", .paragraph), .init("description_*", .summary), .init("byline", .byline),
      .init("bylines.[].byline", .byline), .init("located", "dateline"), .init("ednote", "editors-note"),
    ]), origin: .association)

  /// 2.x: lists of texts with their types.
  static let second = NinjsProfile(
    texts: profile(
      lists + [.init("ednote", "editors-note"), .init("trustindicators.[].title", .label)]),
    origin: .identifiers("altids"))

  /// 3.x: the same in camel case.
  static let third = NinjsProfile(
    texts: profile(
      lists + [.init("edNote", "editors-note"), .init("trustIndicators.[].title", .label)]),
    origin: .identifiers("altIds"))

  /// The keys of texts in any generation, but for those with an underscore, which may end otherwise.
  static let textKeys = Set([first, second, third].flatMap { $0.texts.rules.compactMap(\.path.last) })

  private static let lists: [JSONProfile.Rule] = [
    .init("headlines.[].value", .headline), .init("bodies.[].value", .paragraph),
    .init("descriptions.[].value", .summary), .init("title", .label), .init("by", .byline),
    .init("located", "dateline"),
  ]

  private static func profile(_ rules: [JSONProfile.Rule]) -> JSONProfile {
    JSONProfile(
      // The answer of an archive to a search is a list of articles.
      articles: ["associations.*", "item.[]", "items.[]"],
      typeKeys: ["contentType", "contenttype"], nestedSummary: .caption, rules: rules)
  }
}
