public import Locales

/// Counts the names in texts of one language, text after text: what it holds grows with the names, not with the texts.
public struct NameCensus: Sendable {
  /// A name with how often it was met.
  public struct Entry: Hashable, Sendable {
    /// The name as it is written.
    public var name: String
    /// How often, mentions by surname alone included.
    public var mentions: Int
    /// In how many articles.
    public var articles: Int

    /// Which of the texts had it first, counted from 0.
    public var firstText: Int

    /// A name with how often it was met.
    public init(name: String, mentions: Int, articles: Int, firstText: Int = 0) {
      self.name = name
      self.mentions = mentions
      self.articles = articles
      self.firstText = firstText
    }
  }

  private struct Count {
    var mentions = 0
    var articles = 0
    var lastArticle = -1
    var firstText: Int
    /// Whether it was met elsewhere than at the beginning of a sentence, where any word is capitalised.
    var isCertain = false
  }

  private var counts: [String: Count] = [:]
  private var article = 0
  private var texts = 0
  private let names: NameRuns

  /// No name yet; the locale says which capitalised words are no names.
  public init(_ locale: Locale) { names = NameRuns(locale) }

  /// What is counted from here on is another article's.
  public mutating func beginArticle() { article += 1 }

  /// Counts the names in a text: runs of capitalised words.
  public mutating func add(_ text: [UInt8]) {
    defer { texts += 1 }
    let tokens = Token.tokens(of: text)
    // A headline that capitalises every word tells nothing.
    let capitals = tokens.dropFirst().count(where: \.isCapitalised)
    let others = tokens.count - 1 - capitals
    guard others > 0, capitals < 4 || capitals < others * 4 else { return }
    for run in names.runs(of: tokens, in: text) { add(run) }
  }

  /// The names met in so many articles or more, the most frequent first.
  public func entries(minimumArticles: Int) -> [Entry] {
    let certain = counts.filter { $0.value.isCertain }
    var whole: [Substring: [String]] = [:]
    for name in certain.keys where name.contains(" ") {
      if let surname = name.split(separator: " ").last { whole[surname, default: []].append(name) }
    }
    var entries: [String: Entry] = [:]
    for (name, count) in counts {
      // At the beginning of a sentence a word may stand before a name that is met elsewhere: Then Seitov left.
      let tail = name.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
      guard let name = count.isCertain ? name : certain[tail] == nil ? nil : tail else { continue }
      // A surname alone is a mention of the one person of that surname.
      let target = whole[name[...]].flatMap { $0.count == 1 ? $0[0] : nil } ?? name
      var entry = entries[target] ?? Entry(name: target, mentions: 0, articles: 0, firstText: count.firstText)
      entry.mentions += count.mentions
      entry.firstText = min(entry.firstText, count.firstText)
      entry.articles = max(entry.articles, count.articles)
      entries[target] = entry
    }
    return entries.values.filter { $0.articles >= minimumArticles }
      .sorted { ($1.mentions, $0.name) < ($0.mentions, $1.name) }
  }

  private mutating func add(_ run: NameRuns.Run) {
    guard run.words.count <= 8 else { return }
    var words = run.words.map(\.name)[...]
    if let title = words.dropLast().lastIndex(where: { names.isTitle($0) }) { words = words[(title + 1)...] }
    let isInitial = run.isInitial && words.startIndex == 0
    let name = words.joined(separator: " ")
    guard name.unicodeScalars.count >= 3 else { return }
    var count = counts[name] ?? Count(firstText: texts)
    count.mentions += 1
    if count.lastArticle != article { count.articles += 1 }
    count.lastArticle = article
    count.isCertain = count.isCertain || !isInitial
    counts[name] = count
  }
}
