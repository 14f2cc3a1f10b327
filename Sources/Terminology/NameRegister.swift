public import Units

/// The names that no glossary has in the articles of a run, article after article: how each was rendered so far.
///
/// What it holds has a limit: where there are very many names, those met in one article alone are forgotten.
public struct NameRegister: Sendable {
  /// What was met before: a rendering, in how many articles, and in which first.
  public struct Earlier: Hashable, Sendable {
    /// The form with the least ending that was met first.
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

  private struct Key: Hashable {
    var name: String
    var language: LanguageTag
  }

  private var spellings: [Key: [Spelling]] = [:]
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
    } else if known.count < Self.spellingLimit {
      known.append(
        Spelling(occurrence: occurrence, met: Earlier(form: spelling.shortest, articles: 1, path: path)))
    }
    spellings[key] = known
    return other
  }

  /// What has more spellings than this is no one name.
  private static let spellingLimit = 8
}
