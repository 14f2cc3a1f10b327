public import Locales
internal import Units

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

    /// A name with how often it was met.
    public init(name: String, mentions: Int, articles: Int) {
      self.name = name
      self.mentions = mentions
      self.articles = articles
    }
  }

  private struct Count {
    var mentions = 0
    var articles = 0
    var lastArticle = -1
    /// Whether it was met elsewhere than at the beginning of a sentence, where any word is capitalised.
    var isCertain = false
  }

  private var counts: [String: Count] = [:]
  private var article = 0
  private let ordinary: Set<String>
  private let titles: Set<String>

  /// No name yet; the locale says which capitalised words are no names.
  public init(_ locale: Locale) {
    ordinary = Set(locale.strings("press.ordinary").map { $0.lowercased() })
    titles = Set(locale.strings("press.titles"))
  }

  /// What is counted from here on is another article's.
  public mutating func beginArticle() { article += 1 }

  /// Counts the names in a text: runs of capitalised words.
  public mutating func add(_ text: [UInt8]) {
    let tokens = Token.tokens(of: text)
    // A headline that capitalises every word tells nothing.
    let capitals = tokens.dropFirst().count { $0.text.first?.properties.isUppercase == true }
    let others = tokens.count - 1 - capitals
    guard others > 0, capitals < 4 || capitals < others * 4 else { return }
    var run: [Token] = []
    var isInitial = true
    var startsSentence = true
    for token in tokens {
      if let last = run.last, !isAdjoining(last, token, text) { close(&run, isInitial) }
      startsSentence = startsSentence || (run.isEmpty && beginsSentence(token, text))
      if token.text.first?.properties.isUppercase == true, !isOrdinary(token) {
        if run.isEmpty { isInitial = startsSentence }
        run.append(token)
      } else {
        close(&run, isInitial)
      }
      startsSentence = false
    }
    close(&run, isInitial)
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
      var entry = entries[target] ?? Entry(name: target, mentions: 0, articles: 0)
      entry.mentions += count.mentions
      entry.articles = max(entry.articles, count.articles)
      entries[target] = entry
    }
    return entries.values.filter { $0.articles >= minimumArticles }
      .sorted { ($1.mentions, $0.name) < ($0.mentions, $1.name) }
  }

  private mutating func close(_ run: inout [Token], _ isInitial: Bool) {
    defer { run = [] }
    guard !run.isEmpty, run.count <= 8 else { return }
    var words = run.map { String(String.UnicodeScalarView(Self.withoutPossessive($0.text))) }[...]
    if let title = words.dropLast().lastIndex(where: { titles.contains($0) }) { words = words[(title + 1)...] }
    let isInitial = isInitial && words.startIndex == 0
    let name = words.joined(separator: " ")
    guard name.unicodeScalars.count >= 3 else { return }
    var count = counts[name] ?? Count()
    count.mentions += 1
    if count.lastArticle != article { count.articles += 1 }
    count.lastArticle = article
    count.isCertain = count.isCertain || !isInitial
    counts[name] = count
  }

  private func isOrdinary(_ token: Token) -> Bool {
    ordinary.contains(String(String.UnicodeScalarView(Self.withoutPossessive(token.text))).lowercased())
  }

  private func isAdjoining(_ left: Token, _ right: Token, _ text: [UInt8]) -> Bool {
    let between = text[left.range.upperBound..<right.range.lowerBound]
    // What has a possessive ends its name.
    return between.elementsEqual([0x20]) && Self.withoutPossessive(left.text).count == left.text.count
  }

  /// Whether a mark stands before a word that ends a sentence or opens a quotation.
  private func beginsSentence(_ token: Token, _ text: [UInt8]) -> Bool {
    let before = text[..<token.range.lowerBound].reversed().prefix { byte in
      !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) && !(0x30...0x39).contains(byte)
    }
    return before.contains { [0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x0A, 0x80].contains($0) }
  }

  static func withoutPossessive(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard letters.count > 2, letters.last == "s" else { return letters }
    let mark = letters[letters.count - 2]
    return mark == "'" || mark == "\u{2019}" ? Array(letters.dropLast(2)) : letters
  }
}
