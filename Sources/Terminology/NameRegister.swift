public import Units

/// The names that no glossary has in the articles of a run, article after article: how each was rendered so far.
///
/// What it holds has a limit: where there are very many names, those met in one article alone are forgotten.
public struct NameRegister: Sendable {
  /// What was met before: a rendering, in how many articles, and in which first.
  public struct Earlier: Hashable, Sendable {
    /// The form with the least ending.
    public var form: String
    /// In how many articles.
    public var articles: Int
    /// The file of the first of them.
    public var path: String
  }

  private struct Spelling {
    var occurrence: NameSpellings.Occurrence
    var met: Earlier
  }

  /// A name, and the language that it is rendered in.
  private struct Key: Hashable {
    var name: String
    var language: LanguageTag
  }

  private var spellings: [Key: [Spelling]] = [:]
  private var mentions: [Key: Int] = [:]
  private let limit: Int

  /// No name yet; of so many at most is something held.
  public init(limit: Int = 50_000) { self.limit = limit }

  /// Takes an article's usual spelling of a name in a language.
  ///
  /// - Returns: Another spelling that more of the articles before have than have this one.
  public mutating func add(
    _ name: String, as spelling: NameSpellings.Spelling, in language: LanguageTag, path: String
  ) -> Earlier? {
    guard let occurrence = spelling.occurrences.first else { return nil }
    let key = Key(name: name, language: language)
    if spellings[key] == nil, spellings.count >= limit {
      spellings = spellings.filter { $0.value.count > 1 || $0.value[0].met.articles > 1 }
      guard spellings.count < limit else { return nil }
    }
    var known = spellings[key] ?? []
    let own = known.firstIndex { $0.occurrence.isOneSpelling(with: occurrence) }
    let times = own.map { known[$0].met.articles } ?? 0
    // Of as many the first one.
    let others = known.indices.filter { $0 != own && known[$0].met.articles > times }
    let other = others.min { known[$0].met.articles > known[$1].met.articles }.map { known[$0].met }
    if let own {
      known[own].met.articles += 1
      if spelling.shortest.utf8.count < known[own].met.form.utf8.count { known[own].met.form = spelling.shortest }
    } else if known.count < Self.spellingLimit {
      known.append(
        Spelling(occurrence: occurrence, met: Earlier(form: spelling.shortest, articles: 1, path: path)))
    }
    spellings[key] = known
    return other
  }

  /// Takes a mention of a name by an article that is translated to a language, and gives in how many articles it was met.
  public mutating func mention(_ name: String, in language: LanguageTag) -> Int {
    let key = Key(name: name, language: language)
    if mentions[key] == nil, mentions.count >= limit {
      mentions = mentions.filter { $0.value > 1 }
      guard mentions.count < limit else { return 1 }
    }
    mentions[key, default: 0] += 1
    return mentions[key] ?? 1
  }

  /// A name in the spelling that most articles have, each word in the form with the least ending; nil where a word of it
  /// was not met.
  public func rendering(of name: String, in language: LanguageTag) -> String? {
    let words = name.split(separator: " ")
    let forms = words.indices.compactMap { index in
      let key = Key(name: words[index...].joined(separator: " "), language: language)
      return spellings[key]?.max { $0.met.articles < $1.met.articles }?.met.form
    }
    return forms.count == words.count ? forms.joined(separator: " ") : nil
  }

  /// What has more spellings than this is no one name.
  private static let spellingLimit = 8
}
