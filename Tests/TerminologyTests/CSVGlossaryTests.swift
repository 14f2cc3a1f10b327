import Terminology
import Testing
import Units

struct CSVGlossaryTests {
  private func read(_ text: String) -> GlossaryReading { GlossaryReading(csv: Array(text.utf8)) }

  @Test(arguments: [
    "en,ru,kk\nBig Canal,Большой канал,Үлкен канал\n", "en;ru;kk\r\nBig Canal;Большой канал;Үлкен канал\r\n",
    "\u{FEFF}en\tru\tkk\nBig Canal\tБольшой канал\tҮлкен канал",
    "sep=;\nEnglish;Русский;қазақша\n\"Big Canal\"; Большой канал ;Үлкен канал\n;;\n",
  ])
  func readsWhatSpreadsheetsWrite(_ text: String) throws {
    let reading = read(text)
    #expect(reading.problems == [])
    let concept = try #require(reading.glossary.concepts.first)
    #expect(concept.id == "big-canal")
    #expect(concept.term(in: try #require(LanguageTag("ru")))?.preferred == "Большой канал")
    #expect(concept.term(in: try #require(LanguageTag("kk")))?.preferred == "Үлкен канал")
    #expect(reading.glossary.concepts.count == 1)
  }

  @Test func readsTheColumnsOfATable() throws {
    let reading = read(
      "id,kind,en,ru,gender,en_variants,ru_forbidden,paradigm_ru,#mine\na,person,Ann,Анна,f,Anna|Anne,Аня,auto,x\n")
    #expect(reading.problems == [])
    let concept = try #require(reading.glossary.concepts.first)
    let tag = try #require(LanguageTag("ru"))
    let russian = try #require(concept.term(in: tag))
    #expect(concept.kind == .person)
    #expect(russian.gender == .feminine)
    #expect(russian.deprecated == ["Аня"])
    #expect(concept.term(in: try #require(LanguageTag("en")))?.admitted == ["Anna", "Anne"])
  }

  @Test(arguments: [
    ("en,kk\nKazakh,?аза?\n", "lost", 13), ("en,kk\nTown,Қала?\n", "lost", 11),
    ("en,kk,wanted\nA,Б,x\n", "unknown column wanted", 6), ("id,kind\na,place\n", "is a language", 0),
    ("en,kk\n\"Open,Б\n", "never closed", 6), ("en,kk\nA,Б,В\n", "more cells", 11),
    ("en,kind\nA,plaice\n", "no value of kind", 10), ("en,kk,kk_gender\nA,,feminine\n", "no name in kk", 19),
  ])
  func namesTheCellThatIsWrong(_ text: String, _ problem: String, _ place: Int) throws {
    let first = try #require(read(text).problems.first)
    #expect(first.problem.contains(problem), "\(first)")
    #expect(first.at.bytes == place)
  }

  @Test func aQuestionOfALanguageWithoutSuchLettersIsNoLoss() {
    #expect(read("en,ru\nWho?,Кто?\n").problems == [])
  }

  @Test(arguments: [[0xCA, 0xE0, 0xE7], [0xFF, 0xFE, 0x65, 0x00]] as [[UInt8]])
  func refusesOtherEncodingsWithTheWayOut(_ bytes: [UInt8]) throws {
    let first = try #require(GlossaryReading(csv: bytes).problems.first)
    #expect(first.remedy.contains("CSV UTF-8"))
  }
}
