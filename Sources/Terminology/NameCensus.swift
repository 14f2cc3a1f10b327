public import Locales

/// Counts the names in texts of one language, text after text: what it holds grows with the words, not with the texts.
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
    /// The forms in which it was met, in the order of the alphabet: the name itself, or its cases.
    public var forms: [String] = []

    /// Whether all of its words are wholly in capitals: GDP.
    public var isAbbreviation: Bool { Token.tokens(of: Array(name.utf8)).allSatisfy(\.isAbbreviation) }

    /// A name with how often it was met.
    public init(name: String, mentions: Int, articles: Int, firstText: Int = 0) {
      self.name = name
      self.mentions = mentions
      self.articles = articles
      self.firstText = firstText
    }
  }

  private struct Count {
    private static let articleLimit = 16

    var mentions = 0
    var articles = 0
    /// The first of these articles, so many that forms of rare names are counted exactly together.
    var firstArticles: [Int] = []
    var lastArticle = -1
    var firstText: Int
    /// Whether it was met elsewhere than at the beginning of a sentence, where any word is capitalised.
    var isCertain = false
    var forms: Set<String> = []

    /// Counts a mention in an article, none earlier than those before.
    mutating func addMention(in article: Int) {
      mentions += 1
      guard article != lastArticle else { return }
      lastArticle = article
      articles += 1
      if firstArticles.count < Self.articleLimit { firstArticles.append(article) }
    }

    /// Takes the count of another form: an article that has both is one.
    mutating func add(_ other: Count) {
      mentions += other.mentions
      let together = Set(firstArticles).union(other.firstArticles).sorted()
      articles = max(articles, other.articles, together.count)
      firstArticles = Array(together.prefix(Self.articleLimit))
      lastArticle = max(lastArticle, other.lastArticle)
      firstText = min(firstText, other.firstText)
      isCertain = isCertain || other.isCertain
      forms.formUnion(other.forms)
    }
  }

  private var counts: [String: Count] = [:]
  /// How often words were met in small letters, and with a capital where a word of no name has none.
  private var cases: [UInt64: (small: Int, capital: Int)] = [:]
  private var article = 0
  private var texts = 0
  private let names: NameRuns
  private let lemmas: NameLemmas?

  /// No name yet; the locale says which capitalised words are no names, and how names inflect.
  public init(_ locale: Locale) {
    names = NameRuns(locale)
    lemmas = NameLemmas(locale)
  }

  /// What is counted from here on is another article's.
  public mutating func beginArticle() { article += 1 }

  /// Counts the names in a text: runs of capitalised words outside of `known`, the names that need no counting, in the
  /// order of the text.
  public mutating func add(_ text: [UInt8], besides known: [Range<Int>] = []) {
    defer { texts += 1 }
    let places = Array(WordPlaces(text))
    // A headline that capitalises every word tells nothing.
    let capitals = places.dropFirst().count(where: \.isCapitalised)
    let others = places.count - 1 - capitals
    guard others > 0, capitals < 4 || capitals < others * 4 else { return }
    for place in places where !place.isCapitalised {
      cases[Self.key(of: place.range, in: text), default: (0, 0)].small += 1
    }
    var rest = known[...]
    for run in names.runs(of: places, in: text) {
      let start = run.words.first?.range.lowerBound ?? 0
      rest = rest.drop { $0.upperBound <= start }
      if let next = rest.first, next.lowerBound < run.words.last?.range.upperBound ?? 0 { continue }
      if !run.isInitial {
        for word in run.words { cases[Self.key(of: word.range, in: text), default: (0, 0)].capital += 1 }
      }
      add(run)
    }
  }

  /// The names met in so many articles or more, the most frequent first.
  public func entries(minimumArticles: Int) -> [Entry] {
    let counts = reduced(counts).filter { !isOrdinary($0.value.forms.union([$0.key])) && !names.isDate($0.key) }
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
      entry.forms = Set(entry.forms).union(count.forms).sorted()
      entries[target] = entry
    }
    return entries.values.filter { $0.articles >= minimumArticles }
      .sorted { ($1.mentions, $0.name) < ($0.mentions, $1.name) }
  }

  /// The counts of inflected forms under the form of the dictionary.
  private func reduced(_ counts: [String: Count]) -> [String: Count] {
    guard let lemmas else { return counts }
    let inflectsEach = lemmas.inflectsEach
    let words = counts.keys.flatMap { name in
      let words = name.split(separator: " ").map(String.init)
      return inflectsEach ? words : words.suffix(1)
    }
    let known = lemmas.lemmas(of: words)
    var result: [String: Count] = [:]
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
      let words = name.split(separator: " ").map(String.init)
      let first = inflectsEach ? 0 : words.count - 1
      let lemma = words.indices.map { $0 >= first ? known[words[$0]] ?? words[$0] : words[$0] }.joined(separator: " ")
      if result[lemma]?.add(count) == nil { result[lemma] = count }
    }
    return result
  }

  /// Whether all words of a name, in all its forms, are met in small letters as often as with a capital: a headline has
  /// any word so.
  private func isOrdinary(_ forms: Set<String>) -> Bool {
    let forms = forms.map { form in
      let text = Array(form.utf8)
      return WordPlaces(text).map { Self.key(of: $0.range, in: text) }
    }
    return (0..<(forms.map(\.count).max() ?? 0)).allSatisfy { place in
      let keys = Set(forms.compactMap { $0.indices.contains(place) ? $0[place] : nil })
      let met = keys.compactMap { cases[$0] }
      return !met.isEmpty && met.reduce(0) { $0 + $1.small } >= met.reduce(0) { $0 + $1.capital }
    }
  }

  /// What stands for a word in small letters, without its possessive: far cheaper than the word, and two words hardly
  /// ever share it.
  private static func key(of range: Range<Int>, in text: [UInt8]) -> UInt64 {
    var word = text[range]
    if word.last == UInt8(ascii: "s") {
      if word.suffix(2).elementsEqual("'s".utf8) { word.removeLast(2) }
      if word.suffix(4).elementsEqual("\u{2019}s".utf8) { word.removeLast(4) }
    }
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    var at = word.startIndex
    while at < word.endIndex {
      let letter = text.scalar(at: &at)
      if letter != "\u{AD}" { key = (key ^ UInt64(lowercase(letter).value)) &* 0x100_0000_01B3 }
    }
    return key
  }

  private mutating func add(_ run: NameRuns.Run) {
    guard run.words.count <= 8 else { return }
    var words = run.words.map(\.name)[...]
    if let title = words.dropLast().lastIndex(where: { names.isTitle($0) }) { words = words[(title + 1)...] }
    let isInitial = run.isInitial && words.startIndex == 0
    let name = words.joined(separator: " ")
    guard name.unicodeScalars.count >= 3 else { return }
    var count = counts[name] ?? Count(firstText: texts)
    count.addMention(in: article)
    count.isCertain = count.isCertain || !isInitial
    count.forms.insert(name)
    counts[name] = count
  }
}
