/// Which values of front matter are text for readers: those of the usual keys, and what a newsroom says.
///
/// A key stands for its values wherever it is; `hero.note` for those of `note` in `hero`. Case, hyphens and underscores
/// don't count.
public struct FrontMatterKeys: Sendable {
  private var translated: [[String]] = []
  private var kept: [[String]] = []

  /// The usual keys.
  public init() {}

  /// The usual keys, with those that are `translated`, too, and without those that are `kept` as they are.
  public init(translated: [String], kept: [String]) {
    self.translated = translated.map { $0.split(separator: ".").map { Self.folded(String($0)) } }
    self.kept = kept.map { $0.split(separator: ".").map { Self.folded(String($0)) } }
  }

  /// Adds others, which beat these.
  mutating func add(_ other: FrontMatterKeys) {
    translated.removeAll { other.kept.contains($0) }
    kept.removeAll { other.translated.contains($0) }
    translated += other.translated
    kept += other.kept
  }

  /// Whether the value that the keys of `path` lead to is text; `[]` is an item of a list.
  func areText(_ path: [String]) -> Bool {
    let keys = path.filter { $0 != "[]" }.map(Self.folded)
    guard let key = keys.last, !kept.contains(where: { keys.ends(with: $0) }) else { return false }
    return Self.usual.contains(key) || translated.contains { keys.ends(with: $0) }
  }

  private static func folded(_ key: String) -> String { key.lowercased().filter { $0 != "-" && $0 != "_" } }

  private static let usual: Set<String> = [
    "title", "subtitle", "shorttitle", "linktitle", "longtitle", "headline", "subheadline", "subhead", "kicker",
    "description", "summary", "lead", "lede", "excerpt", "abstract", "standfirst", "dek", "deck", "teaser", "tagline",
    "caption", "imagecaption", "covercaption", "alt", "alttext", "imagealt", "imagealttext", "coveralt", "seotitle",
    "seodescription", "metatitle", "metadescription", "ogtitle", "ogdescription", "twittertitle", "twitterdescription",
    "socialtitle", "socialdescription",
  ]
}

extension [String] {
  fileprivate func ends(with keys: [String]) -> Bool { suffix(keys.count).elementsEqual(keys) }
}
