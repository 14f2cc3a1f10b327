import Locales
import Terminology
import TestSupport
import Testing
import Units

struct NameCensusTests {
  private let locale: Locale

  init() throws { locale = Locale(try #require(LanguageTag("en"))) }

  private func names(_ articles: [[String]], minimumArticles: Int = 1) -> [String] {
    var census = NameCensus(locale)
    for article in articles {
      census.beginArticle()
      for text in article { census.add(Array(text.utf8)) }
    }
    return census.entries(minimumArticles: minimumArticles).map { "\($0.name) \($0.mentions)/\($0.articles)" }
  }

  @Test func countsASurnameForItsPerson() {
    let article = ["On Monday the rector Marat Seitov spoke.", "Then Seitov left, and Seitov's aide stayed."]
    #expect(names([article]) == ["Marat Seitov 3/1"])
  }

  @Test func aTitleIsNoPartOfTheName() {
    #expect(
      names([["Deputy Prime Minister Marat Seitov left the old town.", "He met Seitov."]]) == ["Marat Seitov 2/1"])
  }

  @Test func theFirstWordOfASentenceIsNoNameByItself() {
    #expect(names([["Prices rose. Wheat fell, said Taraz.", "Taraz is a city."]]) == ["Taraz 2/1"])
  }

  @Test func sentencesOfOtherScriptsBeginBehindAMarkToo() throws {
    var census = NameCensus(Locale(try #require(LanguageTag("ru"))))
    census.add(Array("Было жарко. Потом в город приехал Сеитов. Шёл дождь.".utf8))
    #expect(census.entries(minimumArticles: 1).map(\.name) == ["Сеитов"])
  }

  @Test func contractionsAreNoNames() {
    #expect(names([["He said I’m off, and so I'll see Taraz."]]) == ["Taraz 1/1"])
  }

  @Test func aHeadlineInCapitalsTellsNothing() {
    #expect(names([["Big Canal Opens In Taraz Today to Ships"]]) == [])
  }

  @Test func aWordThatIsMetInSmallLettersIsNoName() {
    let texts = [
      "Officials Say Canal Opens for large ships", "The canal opens soon.", "Some say the canal in Taraz opens.",
    ]
    #expect(names([texts]) == ["Taraz 1/1"])
  }

  @Test func aPartOfAKnownNameIsNone() {
    let text = Array("We asked the Ministry of Emergency Situations in Taraz.".utf8)
    var census = NameCensus(locale)
    census.add(text, besides: [13..<46])
    #expect(census.entries(minimumArticles: 1).map(\.name) == ["Taraz"])
  }

  @Test(arguments: [
    ("kk", ["Бүгін Тараздан келді.", "Ол Таразға барды.", "Кеше Тараз суық болды."], "Тараз 3/1"),
    ("kk", ["Кеше Сейітовтің айтуынша.", "Біз Сейітовпен сөйлестік."], "Сейітов 2/1"),
    ("ru", ["Вчера Сеитов пришёл.", "Говорили о Сеитове и слушали Сеитова."], "Сеитов 3/1"),
    ("ru", ["Вчера Астана ждала.", "Он живёт в Астане и любит Астану."], "Астана 3/1"),
  ])
  func countsTheCasesOfANameTogether(_ language: String, _ texts: [String], _ expected: String) throws {
    var census = NameCensus(Locale(try #require(LanguageTag(language))))
    census.beginArticle()
    for text in texts { census.add(Array(text.utf8)) }
    #expect(census.entries(minimumArticles: 1).map { "\($0.name) \($0.mentions)/\($0.articles)" } == [expected])
  }

  @Test func anArticleThatHasTwoCasesOfANameIsOne() throws {
    let article = ["Вчера видели Сеитова.", "Говорили о Сеитове."]
    for _ in 0..<20 {
      // Dictionaries have another order each time.
      var census = NameCensus(Locale(try #require(LanguageTag("ru"))))
      for _ in 0..<2 {
        census.beginArticle()
        for text in article + ["Вчера Сеитов молчал."] { census.add(Array(text.utf8)) }
      }
      #expect(census.entries(minimumArticles: 1).map { "\($0.name) \($0.mentions)/\($0.articles)" } == ["Сеитов 6/2"])
    }
  }

  /// Another case of it is met in small letters; the form of the dictionary is met nowhere.
  @Test func aWordWhoseFormsAreMetInSmallLettersIsNoName() throws {
    var census = NameCensus(Locale(try #require(LanguageTag("kk"))))
    let texts = [
      "Сол Қаламен және Тараз екеуі.", "Сол Қаланың өзі.", "Сол қаламен және басқасы.", "Сол қаланың өзі болды.",
    ]
    for text in texts { census.add(Array(text.utf8)) }
    #expect(census.entries(minimumArticles: 1).map(\.name) == ["Тараз"])
  }

  @Test func monthsAndDaysAreNoNames() {
    #expect(
      names([["It began on Nov. 5 and Feb. 7 in Taraz, we hear.", "They met Jan Novak."]]) == [
        "Jan Novak 1/1", "Taraz 1/1",
      ])
  }

  /// So many words that begin alike, in a language whose names inflect, would be compared with each other.
  @Test func timeGrowsWithTheWords() throws {
    let locale = Locale(try #require(LanguageTag("kk")))
    let letters = Array("абвгдежзик").map(String.init)
    func time(_ words: Int) -> Double {
      var census = NameCensus(locale)
      for word in 0..<words {
        let tail = String(word + 10_000).map { letters[Int(String($0)) ?? 0] }.joined()
        census.add(Array("ол Кара\(tail)ра барып келді".utf8))
      }
      let start = threadSeconds()
      #expect(census.entries(minimumArticles: 1).count == words)
      return threadSeconds() - start
    }
    let (few, many) = (time(1000), time(8000))
    #expect(many < few * 24, "1000 words took \(few) s, 8000 \(many) s")
  }

  @Test func namesOfFewArticlesCanBeLeftOut() {
    let articles = [["We saw Taraz and Semey."], ["He knew Taraz."]]
    #expect(names(articles, minimumArticles: 2) == ["Taraz 2/2"])
  }

  @Test func proposesSpellingsKindAndGender() throws {
    let entry = NameCensus.Entry(name: "Aliya Zhumabekova", mentions: 3, articles: 2)
    let concept = NameProposal(locale).concept(for: entry)
    #expect(concept.id == "aliya-zhumabekova")
    #expect(concept.kind == .person)
    #expect(concept.status == .proposed)
    #expect(concept.term(in: try #require(LanguageTag("ru")))?.preferred == "Алия Жумабекова")
    #expect(concept.term(in: try #require(LanguageTag("ru")))?.gender == .feminine)
    #expect(concept.term(in: try #require(LanguageTag("kk")))?.preferred == "Алия Жұмабекова")
    #expect(concept.source.hasPrefix("3 mentions in 2 articles"))
  }
}
