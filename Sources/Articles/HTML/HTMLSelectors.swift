import Units

/// Which elements are no text of the article, or what they are, by their classes and roles: data, in no language.
///
/// A word fits a class that holds it between hyphens, underscores and the edges: `related` fits `related-stories`.
struct HTMLSelectors {
  /// Words of classes that mean furniture, and the values of `role` that do.
  var furniture: Set<HTMLName>
  var furnitureRoles: Set<HTMLName>
  /// Whole classes of embedded posts, and of what its author wants left as it is.
  var protected: Set<HTMLName>
  /// Words of classes that say what a block is.
  var roles: [HTMLName: Role]

  /// What news sites use.
  static let standard = HTMLSelectors(
    furniture: names(
      """
      related recirculation latest mostread trending breadcrumb breadcrumbs share sharing sharedaddy sociallinks \
      newsletter subscribe subscription comments sidebar paywall cookie cookies advertisement advert promo sponsored \
      outbrain taboola pagination navbar skiplink
      """),
    furnitureRoles: names("navigation complementary contentinfo search banner"),
    protected: names(
      """
      notranslate twitter-tweet twitter-video instagram-media tiktok-embed fb-post fb-video telegram-post reddit-card \
      reddit-embed-bq bluesky-embed imgur-embed-pub threads-post text-post-media pinterest-embed
      """),
    roles: [
      HTMLName("byline"): .byline, HTMLName("standfirst"): .lead, HTMLName("lede"): .lead, HTMLName("dek"): .lead,
    ])

  private static func names(_ text: String) -> Set<HTMLName> {
    Set(text.split(whereSeparator: \.isWhitespace).map { HTMLName(String($0)) })
  }

  /// Whether a value of `class` holds a class that protects.
  func isProtected(classes: ArraySlice<UInt8>) -> Bool {
    classes.split(whereSeparator: \.isHTMLSpace).contains { protected.contains(HTMLName($0)) }
  }

  /// Whether a value of `class` holds a word for furniture.
  func isFurniture(classes: ArraySlice<UInt8>) -> Bool { words(classes).contains { furniture.contains($0) } }

  /// What a value of `class` says that a block is.
  func role(classes: ArraySlice<UInt8>) -> Role? {
    for word in words(classes) { if let role = roles[word] { return role } }
    return nil
  }

  private func words(_ classes: ArraySlice<UInt8>) -> [HTMLName] {
    classes.split { $0.isHTMLSpace || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.map { HTMLName($0) }
  }
}
