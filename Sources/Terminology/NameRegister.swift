public import Units

/// The names that no glossary has in the articles of a run, article after article: how each was rendered so far.
///
/// What it holds has a limit: where there are very many names, those met in one article alone are forgotten.
public struct NameRegister: Sendable {
  /// What was met before: a rendering, in how many articles, and in which first.
  public struct Earlier: Hashable, Sendable {
    /// The form with the least ending.
    public var form: String { shortest.text }
    var shortest: NameSpellings.Occurrence
    /// In how many articles.
    public var articles: Int
    /// The file of the first of them.
    public var path: String
  }

  /// A name, and the language that it is rendered in.
  private struct Key: Hashable {
    var name: String
    var language: LanguageTag
  }

  /// What is known of names.
  ///
  /// Where it is full, rare ones are forgotten; where that makes little room, it takes no more: else each new name would
  /// cost a pass over all.
  private struct Table<Value: Sendable>: Sendable {
    var values: [Key: Value] = [:]
    private var isClosed = false

    init() {}

    mutating func hasRoom(for key: Key, of limit: Int, keeping isFrequent: (Value) -> Bool) -> Bool {
      if values[key] != nil || values.count < limit && !isClosed { return true }
      if isClosed { return false }
      values = values.filter { isFrequent($0.value) }
      isClosed = values.count * 2 > limit
      return !isClosed
    }
  }

  private var spellings = Table<[Earlier]>()
  private var mentions = Table<Int>()
  private let limit: Int

  /// No name yet; of so many at most is something held.
  public init(limit: Int = 50_000) { self.limit = limit }

  /// Takes an article's usual spelling of a name in a language.
  ///
  /// - Returns: Another spelling that more of the articles before have than have this one.
  public mutating func add(
    _ name: String, as spelling: NameSpellings.Spelling, in language: LanguageTag, path: String
  ) -> Earlier? {
    guard let shortest = spelling.leastInflected else { return nil }
    let key = Key(name: name, language: language)
    let hasRoom = spellings.hasRoom(for: key, of: limit) { $0.count > 1 || $0[0].articles > 1 }
    guard hasRoom else { return nil }
    var known = spellings.values[key] ?? []
    let own = known.firstIndex { $0.shortest.isOneSpelling(with: shortest) }
    let times = own.map { known[$0].articles } ?? 0
    // Of as many the first one.
    let others = known.indices.filter { $0 != own && known[$0].articles > times }
    let other = others.min { known[$0].articles > known[$1].articles }.map { known[$0] }
    if let own {
      known[own].articles += 1
      if shortest.text.utf8.count < known[own].form.utf8.count { known[own].shortest = shortest }
    } else if known.count < Self.spellingLimit {
      known.append(Earlier(shortest: shortest, articles: 1, path: path))
    }
    spellings.values[key] = known
    return other
  }

  /// Takes a mention of a name by an article that is translated to a language, and gives in how many articles it was met.
  public mutating func mention(_ name: String, in language: LanguageTag) -> Int {
    let key = Key(name: name, language: language)
    guard mentions.hasRoom(for: key, of: limit, keeping: { $0 > 1 }) else { return 1 }
    mentions.values[key, default: 0] += 1
    return mentions.values[key] ?? 1
  }

  /// The words of a name in the spelling that most articles have, each in the form with the least ending; nil where a
  /// word of it was not met.
  public func rendering(of name: String, in language: LanguageTag) -> [NameSpellings.Occurrence]? {
    let words = name.split(separator: " ")
    let forms = words.indices.compactMap { index in
      let key = Key(name: words[index...].joined(separator: " "), language: language)
      return spellings.values[key]?.max { $0.articles < $1.articles }?.shortest
    }
    return forms.count == words.count ? forms : nil
  }

  /// What has more spellings than this is no one name.
  private static let spellingLimit = 8
}
