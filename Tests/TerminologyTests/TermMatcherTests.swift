import Locales
import Testing
import Units

@testable import Terminology

@Suite struct TermMatcherTests {
  @Test(arguments: matcherCases) func finds(_ item: MatcherCase) throws {
    let matcher = try item.matcher()
    let text = Array(item.text.replacing("⟦", with: "").replacing("⟧", with: "").utf8)
    let found = matcher.matches(in: text).map { String(decoding: text[$0.range.bytes], as: UTF8.self) }
    #expect(found == item.expected, "\(item.language): \(item.text)")
  }

  /// Names that share their first words are told apart by those that follow, and two of one spelling are both found.
  @Test(arguments: [
    ("в Горном банке", "горный-банк"), ("в Горном банке развития", "горный-банк-развития"),
    ("у Анны Лим-Ким", "лим-ким"),
    ("у Анны Лим", "лим лим-тёзка"), ("у Анны Ким", ""), ("ГОРНЫЙ БАНК РАЗВИТИЯ", "горный-банк-развития"),
  ]) func tellsNamesApartThatBeginAlike(_ text: String, _ expected: String) throws {
    let yaml = """
      concepts:
        - {id: горный-банк, kind: organization, ru: Горный банк}
        - {id: горный-банк-развития, kind: organization, ru: Горный банк развития}
        - {id: лим-ким, kind: person, ru: {term: Анна Лим-Ким, gender: feminine}}
        - {id: лим, kind: person, ru: {term: Анна Лим, gender: feminine}}
        - {id: лим-тёзка, kind: person, ru: {term: Анна Лим, gender: feminine}}
      """
    let matcher = TermMatcher(try Glossary(yaml: Array(yaml.utf8)), Locale(try #require(LanguageTag("ru"))))
    let found = matcher.matches(in: Array(text.utf8)).filter { $0.extent == .whole }
    #expect(found.map { matcher.glossary.concepts[$0.concept].id }.joined(separator: " ") == expected)
  }
}

struct MatcherCase: Sendable, CustomTestStringConvertible {
  var language: String
  var entry: String
  var text: String

  init(_ language: String, _ entry: String, _ text: String) {
    self.language = language
    self.entry = entry
    self.text = text
  }

  var testDescription: String { "\(language) \(text)" }

  /// What stands between ⟦ and ⟧.
  var expected: [String] {
    text.split(separator: "⟦", omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "⟧" }) }
  }

  func matcher() throws -> TermMatcher {
    let yaml = "concepts: [{id: x, \(entry)}]"
    let tag = try #require(LanguageTag(language))
    return TermMatcher(try Glossary(yaml: Array(yaml.utf8)), Locale(tag))
  }
}

private let ahmetov = "kind: person, ru: {term: Нурлан Ахметов, gender: masculine}"
private let sadykova = "kind: person, ru: {term: Айгуль Садыкова, gender: feminine}"

let matcherCases: [MatcherCase] = [
  .init("ru", ahmetov, "Встреча с ⟦Нурланом Ахметовым⟧ прошла."),
  .init("ru", ahmetov, "⟦Ахметов⟧ ответил, ⟦Ахметову⟧ возразили."),
  .init("ru", ahmetov, "Ахметовом Ахметовой Ахметовский Ахметовыми ахметов"),
  .init("ru", ahmetov, "Нурлана ⟦Ахметову⟧"),
  .init("ru", ahmetov, "⟦НУРЛАН АХМЕТОВ⟧ УЕХАЛ"),
  .init("ru", ahmetov, "Слова ⟦Н. Ахметова⟧ и ⟦Н.\u{A0}Ахметова⟧"),
  .init("ru", ahmetov, "⟦Нурлана\u{A0}Ахме\u{AD}това⟧ и ⟦Ахме\u{301}това⟧"),
  .init("ru", sadykova, "У ⟦Айгуль Садыковой⟧, с ⟦Садыковою⟧, но Садыков, Садыкове"),
  .init("ru", "kind: person, ru: {term: Касым-Жомарт Токаев, gender: masculine}", "к ⟦Касым-Жомарту Токаеву⟧"),
  .init(
    "ru", "kind: person, ru: {term: Камиль Сен-Санс, gender: masculine}", "⟦Камиля Сен-Санса⟧, ⟦Сен-Сансу⟧, Сена-Санса"),
  .init("uk", "kind: person, uk: {term: Левон Тер-Петросян, gender: masculine}", "⟦Тер-Петросяна⟧, Тера-Петросяна"),
  .init("tr", "kind: place, tr: Bağcılar", "⟦Bağcılar'da⟧, ⟦Bağcılardan⟧"),
  .init("kk", "kind: organization, kk: Теңіз Одағы", "⟦Теңіз Одағымыздың⟧, ⟦Теңіз Одағына⟧"),
  .init("kk", "kind: organization, kk: Теңіз лигасы", "⟦Теңіз лигасында⟧, Теңіз лигасымыз"),
  .init(
    "ru", "kind: person, ru: {term: Михаил Салтыков-Щедрин, gender: masculine}",
    "о ⟦Михаиле Салтыкове-Щедрине⟧, ⟦Салтыкова-Щедрина⟧"),
  .init("ru", "kind: place, ru: Киев", "под ⟦Киевом⟧, не Киевым"),
  .init("ru", "kind: place, ru: Египет", "в ⟦Египте⟧"),
  .init("ru", "kind: place, ru: {term: Актау, inflect: none}", "из ⟦Актау⟧, Актаум"),
  .init("ru", "kind: place, ru: {term: Орёл, stem: Орл}", "в ⟦Орле⟧, ⟦Орел⟧"),
  .init(
    "ru", "kind: place, ru: {term: Казахстан, admitted: [казахстанский]}", "⟦казахстанских⟧, ⟦Казахстанская⟧ биржа"),
  .init(
    "ru", "kind: organization, ru: Каспийский трубопроводный консорциум",
    "⟦Каспийскому трубопроводному консорциуму⟧, Каспийскому трубопроводного консорциума"),
  .init("ru", "kind: title, ru: министр национальной экономики", "⟦Министром национальной экономики⟧ назначен"),
  .init("ru", "kind: organization, ru: Казатомпром", "Акции «⟦Казатомпрома⟧», КазАтомПрома, ⟦КАЗАТОМПРОМ⟧"),
  .init("ru", "kind: place, ru: Майкай", "в и\u{306} ⟦Маи\u{306}кае⟧"),
  .init("kk", "kind: person, kk: Серік Жұманғарин", "⟦Серік Жұманғаринге⟧, ⟦Жұманғариннің⟧, Жұманғаринға, Серікке"),
  .init("kk", "kind: place, kk: Қазақстан", "⟦Қазақстандағы⟧ ⟦Қазақстанның⟧ Қазақстандің"),
  .init(
    "kk", "kind: organization, kk: Қазатомөнеркәсіп",
    "«⟦Қазатомөнеркәсіптің⟧» «⟦Қазатомөнеркәсіп»-тің⟧ ⟦Қазатомөнеркәсібі⟧"),
  .init(
    "kk", "kind: organization, kk: {term: Қазақ жүк жолы, abbreviation: ҚЖЖ}",
    "⟦ҚЖЖ-ның⟧ және ⟦Қазақ жүк жолында⟧, Қазақ жүк жолыға"),
  .init("kk", "kind: person, kk: Мұрат Борисов", "⟦Борисовтың⟧, ⟦Борисовтің⟧, бірақ ⟦Мұрат Борисовқа⟧"),
  .init("kk", "kind: person, kk: Асан Ұлымов", "⟦Ұлымовтан⟧, Ұлымовтен"),
  .init(
    "uk", "kind: person, uk: {term: Олег Шевченко, gender: masculine}", "з ⟦Олегом Шевченком⟧, ⟦Шевченкові⟧, Шевченкою"),
  .init(
    "uk", "kind: person, uk: {term: Ольга Ковальська, gender: feminine}",
    "⟦Ользі Ковальській⟧, ⟦Ковальською⟧, Ковальськой"),
  .init("uk", "kind: place, uk: Київ", "у ⟦Києві⟧, з ⟦Києва⟧, ⟦Київ⟧; Київа"),
  .init("uk", "kind: place, uk: Одеса", "в ⟦Одесі⟧, ⟦Одесою⟧, Одесом"),
  .init("ky", "kind: place, ky: Бишкек", "⟦Бишкекте⟧, ⟦Бишкектин⟧, ⟦Бишкеги⟧, Бишкекда"),
  .init("ky", "kind: place, ky: Ош", "⟦Оштон⟧, ⟦Ошко⟧, Ошка"),
  .init("ky", "kind: organization, ky: {term: Улуттук банк, abbreviation: УБ}", "⟦УБнын⟧, ⟦УБ-га⟧, ⟦Улуттук банкка⟧"),
  .init("uz", "kind: place, uz: Oʻzbekiston", "⟦O‘zbekistonning⟧, ⟦O'zbekistonda⟧, ⟦Oʻzbekistonga⟧, Oʻzbekistonka"),
  .init("uz", "kind: place, uz: Chirchiq", "⟦Chirchiqqa⟧, ⟦Chirchiqdan⟧"),
  .init("tr", "kind: place, tr: Ankara", "⟦Ankara'da⟧, ⟦Ankara’nın⟧, ⟦Ankaralı⟧, Ankara'de, Ankara'nin"),
  .init("tr", "kind: place, tr: Beyoğlu", "⟦Beyoğlu'nda⟧, ⟦Beyoğlu'na⟧"),
  .init("tr", "kind: person, tr: Kemal Öztürk", "⟦Kemal Öztürk'ün⟧, ⟦Öztürk'e⟧, Öztürk'ın"),
  .init("en", "kind: place, en: Kazakhstan", "⟦Kazakhstan’s⟧ role, ⟦Kazakhstan⟧-based, Kazakhstani"),
  .init("en", "kind: person, en: Serik Zhumangarin", "⟦Zhumangarin's⟧, ⟦Serik Zhumangarin’s⟧ plan, Zhumangarins plan"),
  .init("en", "kind: person, en: Marat Boris", "⟦Boris'⟧ plan, ⟦Marat Boris's⟧ plan"),
  .init(
    "en", "kind: term, en: {term: Kazakh, number: both}",
    "⟦Kazakhs'⟧ land, ⟦Kazakhs’⟧ and a ⟦Kazakh's⟧ horse, ⟦Kazakhs⟧"),
  .init("en", "kind: title, en: Deputy Prime Minister", "the ⟦deputy prime ministers⟧"),
  .init("de", "kind: place, de: Astana", "in ⟦Astana⟧, Astanas"),
]
