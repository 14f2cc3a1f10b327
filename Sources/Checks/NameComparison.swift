internal import Terminology
public import Units

/// A name that no glossary has, as one article has it: what is compared with the other articles of a run.
public struct ArticleName: Sendable {
  /// The name in the source's language.
  var name: String
  /// With the words that follow it: a given name is one person's, Michael may be Майкл here and Михаэль there.
  var whole: String
  /// The one spelling that the article has, or has settled on.
  var spelling: NameSpellings.Spelling
  /// The finding that comes of it, all but its message.
  var finding: Finding
}

/// Compares the names of articles with those of the articles before them, in one pass.
public struct NameComparison: Sendable {
  private var register = NameRegister()

  /// No article yet.
  public init() {}

  /// What is to be said of an article's names, knowing those before; `path` is its file.
  ///
  /// A spelling is held against the one that most articles before have.
  public mutating func findings(_ names: [ArticleName], in language: LanguageTag, path: String) -> [Finding] {
    names.compactMap { name in
      guard let other = register.add(name.whole, as: name.spelling, in: language, path: path) else { return nil }
      let count = other.articles == 1 ? "" : "\(other.articles) articles, first "
      var finding = name.finding
      finding.message =
        "\(name.name) is \(name.spelling.shortest) in this article and \(other.form) in \(count)\(other.path); "
        + "settle on one"
      return finding
    }
  }
}
