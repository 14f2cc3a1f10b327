internal import Terminology
public import Units

/// A name that no glossary has, as one article has it: what is compared with the other articles of a run.
public struct ArticleName: Sendable {
  /// What the article has.
  enum Use: Sendable {
    /// A word of a name in the one spelling that the target has, or has settled on.
    ///
    /// `whole` is the word with those that follow it: a given name is one person's, Michael may be Майкл in one article
    /// and Михаэль in another.
    case spelled(word: String, whole: String, NameSpellings.Spelling)
    /// A name of the source, and what proposes an entry for it.
    case mentioned(NameCensus.Entry, NameProposal)
  }

  var use: Use
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
  /// A spelling is held against the one that most articles before have; that a glossary lacks a name is said once.
  public mutating func findings(
    _ names: [ArticleName], in language: LanguageTag, path: String
  ) -> [Finding] {
    names.compactMap { name in
      let message =
        switch name.use {
        case .spelled(let word, let whole, let spelling): compare(word, whole, spelling, language, path)
        case .mentioned(let entry, let proposal): mention(entry, proposal, language)
        }
      guard let message else { return nil }
      var finding = name.finding
      finding.message = message
      return finding
    }
  }

  private mutating func compare(
    _ word: String, _ whole: String, _ spelling: NameSpellings.Spelling, _ language: LanguageTag, _ path: String
  ) -> String? {
    guard let other = register.add(whole, as: spelling, in: language, path: path) else { return nil }
    let count = other.articles == 1 ? "" : "\(other.articles) articles, first "
    return "\(word) is \(spelling.shortest) in this article and \(other.form) in \(count)\(other.path); settle on one"
  }

  private mutating func mention(
    _ entry: NameCensus.Entry, _ proposal: NameProposal, _ language: LanguageTag
  ) -> String? {
    guard register.mention(entry.name, in: language) == Self.several else { return nil }
    let rendering = register.rendering(of: entry.name, in: language)
    var concept = proposal.concept(for: entry, renderings: rendering.map { [language: $0] } ?? [:])
    concept.source = ""
    return "\(entry.name) is in \(Self.several) articles and in no glossary; proposed: \(concept.inlineYAML)"
  }

  /// From how many articles on a name belongs in the glossary.
  private static let several = 3
}
