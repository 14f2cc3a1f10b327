import Testing
import Units

@testable import Checks

struct NumberMismatchTests {
  /// A pair of sentences, with what replaces the one wrong number where there is one.
  struct Case: CustomTestStringConvertible, Sendable {
    var source: String
    var language: String
    var target: String
    var fix: String?

    var testDescription: String { "\(source) → \(target)" }

    init(_ source: String, _ language: String, _ target: String, fix: String? = nil) {
      self.source = source
      self.language = language
      self.target = target
      self.fix = fix
    }
  }

  private func findings(_ pair: Case, sourceLanguage: String = "en") throws -> [Finding] {
    var configuration = CheckConfiguration()
    configuration.select = ["number-mismatch"]
    return CheckSuite(configuration).findings(in: try Bitext(sourceLanguage, pair.source, pair.language, pair.target))
  }

  @Test(arguments: [
    // Grouping and decimal marks.
    Case("It made 2,200 tons.", "ru", "Произведено 2 200 тонн."),
    Case("It made 2,200 tons.", "ru", "Произведено 2\u{A0}200 тонн."),
    Case("It made 2,200 tons.", "kk", "2\u{202F}200 тонна өндірілді."),
    Case("It grew by 1,234.5.", "ru", "Рост на 1 234,5."),
    // Digits copied from English are the business of number-format.
    Case("It made 5,412 tons.", "ru", "Произведено 5,412 тонн."),
    Case("It made 5,412 tons.", "kk", "5.412 тонна өндірілді."),
    Case("About 15,000 came.", "kk", "15.000 адам келді."),
    Case("In all 11,000 people.", "kk", "Барлығы 11 000-нан астам адам."),
    // Scale words.
    Case("It made 2.2 thousand tons.", "kk", "2,2 мың тонна өндірді."),
    Case("It costs $5bn.", "ru", "Это стоит 5 млрд долларов."),
    Case("It costs £4m.", "kk", "Құны 4 миллион фунт."),
    Case("Some 1.3 bcm of gas.", "ru", "Около 1,3 млрд кубометров газа."),
    Case("It costs 1,500 tenge.", "ru", "Стоит около полутора тысяч тенге."),
    Case("Half a million people came.", "ru", "Пришло 500 тысяч человек."),
    Case("Prices rose by 0.5 percent.", "ru", "Цены выросли на полпроцента."),
    Case("It works 24/7.", "ru", "Он работает круглосуточно."),
    Case("From 5 to 6 million people.", "ru", "От 5 миллионов до 6 миллионов человек."),
    Case("Some 25,000 people.", "kk", "25 мыңға жуық адам."), Case("Over 3,000 euros.", "ru", "Свыше 3 тыс. евро."),
    Case("1.2 million people", "ru", "1 млн 200 тыс. человек"), Case("Over 1,000 homes.", "ru", "Более тысячи домов."),
    // The clock.
    Case("It starts at 3 p.m.", "ru", "Начало в 15:00."), Case("At 7.55pm it ended.", "kk", "Сағат 19:55-те аяқталды."),
    Case("Open from 3 to 5 p.m.", "ru", "Открыто с 15 до 17 часов."),
    Case("At 0430 they rose.", "ru", "В 4:30 они встали."),
    // Dates, years, decades, centuries.
    Case("On May 12, 2024 it rained.", "ru", "12.05.2024 шёл дождь."),
    Case("In 1981-87 he led it.", "ru", "В 1981–1987 годах он возглавлял."),
    Case("In the '80s and 1930s.", "ru", "В 1980-е и 30-е годы."), Case("Since the 1800s.", "ru", "С 19 века."),
    Case("The 19th century.", "kk", "XIX ғасыр."), Case("In the 20th year.", "ru", "В ХХ году."),
    // Words.
    Case("It has 3 doors.", "ru", "В нём трое дверей."), Case("Twenty-five came.", "ru", "Пришло 25 человек."),
    Case("A 4-month-old cub.", "ru", "Четырёхмесячный детёныш."),
    Case("The 29-year-old won.", "ru", "Двадцатидевятилетний победил."),
    Case("5 people came.", "kk", "Бес адам келді."), Case("Two hundred thousand homes.", "ru", "200 тысяч домов."),
    Case("Over 24 hours it fell.", "ru", "За сутки он упал."), Case("He won one game.", "ru", "Он выиграл 1 партию."),
    // Ranges, scores, percentages, ordinals.
    Case("Rows 21–23 won 3-1.", "ru", "Ряды 21-23 выиграли 3:1."),
    Case("The 5th of 36 cars.", "kk", "36 вагонның 5-ші."),
    Case("Some 50% of 2 1/2 acres.", "ru", "50 процентов из 2,5 акра."),
    Case("A 17-year-old and two 18-year-olds came.", "ru", "Пришли четверо, им 17 и 18 лет."),
    Case("In the quarter it grew.", "kk", "Тоқсанда ол өсті."),
    Case("In car 36 sat 4.", "kk", "36-вагонда 4 адам отырды."),
    // Units that were converted.
    Case("It is 385 miles away.", "ru", "До него 620 км."), Case("It was 80 degrees.", "ru", "Было 27 градусов."),
    Case("It was 51 degrees.", "ru", "Было 11 градусов."),
    Case("A 650 pound pig.", "ru", "300-килограммовая свинья."),
    Case("He is 5 ft 10 in tall.", "ru", "Его рост 178 см."),
    Case("She is 5ft 10in tall.", "ru", "Её рост 5 футов 10 дюймов."),
    Case("It ran 18 months.", "ru", "Это шло около полутора лет."),
    Case("It ran 18 months.", "kk", "Ол бір жарым жыл жүрді."),
    Case("As high as 20 feet.", "kk", "Биіктігі 20 футқа (6 метрге) жетеді."),
    Case("Down to 16mph, with an airspeed of 65.", "ru", "До 25 км/ч, воздушная скорость 105 км/ч."),
    // A clock without a colon.
    Case("It is 603 this morning.", "ru", "Сейчас 6:03 утра."), Case("Wake up at 545.", "kk", "5:45-те тұрыңыз."),
    // The sign.
    Case("It was -5 °C.", "ru", "Было минус 5 градусов."), Case("It was -5 °C.", "ru", "Было 5 градусов мороза."),
    Case("It was \u{2212}5 °C.", "ru", "Было \u{2013}5 °C."), Case("It was minus 5 °C.", "kk", "Минус 5 градус болды."),
    Case("It was 5 degrees below zero Celsius.", "kk", "5 градус аяз болды."),
    Case("From -5 to -7 °C at night.", "ru", "Ночью от 5 до 7 градусов мороза."),
    Case("It took 5-7 days.", "ru", "Это заняло 5 – 7 дней."),
    Case("It was -5 to -7 °C.", "ru", "Было \u{2212}5…\u{2212}7 °C."),
    Case("It was -5 to -7 °C.", "ru", "Было -5/-7 °C."), Case("It was -5 to -7 °C.", "ru", "Было -5...-7 °C."),
    Case("It was -5 to -7 °C.", "ru", "Было \u{2212}5/\u{2212}7 °C."),
    Case("It fell to -7 °C.", "ru", "Упала до\u{A0}\u{2212}7 °C."),
    Case("It fell to -7 °C.", "ru", "Упала до\u{A0}-7 °C."), Case("It reads \"-7 °C\".", "ru", "Там «-7 °C»."),
    Case("On May 12, 2024, \u{2212}25 °C.", "ru", "12 мая 2024 \u{2212}25 °C."),
    Case("Within +/-5% of it.", "ru", "В пределах ±5 % от него."),
    Case("In \u{201C}Mega\u{201D} 2 it is.", "ru", "Это в «Мега»-2."),
    Case("Shares moved -5% on Monday.", "ru", "Акции упали на 5 %."),
    Case("-5 °C tomorrow.", "ru", "Завтра \u{2212}5 °C."), Case("It was -40 °C.", "ru", "Было минус 40 по Фаренгейту."),
    Case("It was -5 °C.", "ru", "Было 23 градуса по Фаренгейту."),
    // The halves of the day.
    Case("It starts at 9:30 p.m.", "ru", "Начало в 21:30."),
    Case("It starts at 9:30 p.m.", "ru", "Начало в 9:30 вечера."),
    Case("It starts at 9:30 p.m.", "kk", "Кешкі 9:30-да басталады."),
    Case("At 9:30 a.m. it began.", "ru", "В 9:30 началось."),
    Case("It starts at 9:30 p.m.", "ru", "Вечером, в 9:30, начало."),
    Case("At 12:15 p.m. it began.", "ru", "В 12:15 началось."),
    Case("Open from 9 a.m. to 5 p.m.", "ru", "Открыто с 9 до 17 часов."),
    Case("Open from 9 a.m. to 5 p.m.", "ru", "Открыто с 9 до 5 вечера."),
    Case("Open from 11 to 1 p.m.", "ru", "Открыто с 11 до 13 часов."),
    Case("Open from 3 to 5 p.m.", "ru", "Открыто с 3 до 5 вечера."),
    // Ranges and scores.
    Case("They won 7-5.", "ru", "Победа 5:7 для гостей."),
    Case("Prices fell from 7 to 5 euros.", "ru", "Цены упали с 7 до 5 евро."),
    Case("They lost 2-3.", "ru", "Гости победили 3\u{2013}2."), Case("The game ended 2-3.", "kk", "Ойын 3–2 аяқталды."),
    Case("It fell from 7 to 5 million tons.", "kk", "7 млн тоннадан 5 млн тоннаға түсті."),
    // Parts of a whole.
    Case("For a third year it was cut by 50%.", "ru", "Третий год его сокращают наполовину."),
    Case("Half of the 12 seats.", "ru", "Половина из 12 мест."),
    Case("Half of it, a third at night.", "ru", "50 %, треть ночью."),
    Case("A third of the seats.", "kk", "Орындардың үштен бірі."),
    Case("The second half of the third.", "ru", "Второй тайм третьей."),
    // Names with digits, addresses.
    Case("Covid-19 is over.", "ru", "Коронавирус побеждён."),
    Case("See https://a.org/b12 or @c3.", "ru", "Смотрите сайт."),
    Case("The G7 met.", "ru", "Большая семёрка встретилась."),
  ])
  func isSilentOnTheSameNumber(_ pair: Case) throws {
    #expect(try findings(pair).map(\.message) == [])
  }

  @Test(arguments: [
    Case("It made 2,200 tons.", "ru", "Произведено ⟦2300⟧ тонн.", fix: "2200"),
    Case("It made 2,200 tons.", "ru", "Произведено ⟦2,2⟧ тонны.", fix: "2200"),
    Case("It costs 1,500 tenge.", "kk", "Құны ⟦1,5⟧ теңге.", fix: "1500"),
    Case("It costs $2,250.", "ru", "Это стоит ⟦2,25⟧ доллара.", fix: "2250"),
    Case("It made 12,500.", "ru", "Произведено ⟦12,5⟧.", fix: "12\u{A0}500"),
    Case("It made 22,000 tons.", "ru", "Произведено ⟦23 000⟧ тонн.", fix: "22 000"),
    Case("It made 22,000 tons.", "kk", "⟦23000⟧ тонна өндірілді.", fix: "22\u{A0}000"),
    Case("It grew by 7.5%.", "ru", "Рост на ⟦8,5⟧ %.", fix: "7,5"),
    Case("It made 2.2 million tons.", "kk", "⟦2,3⟧ млн тонна өндірді.", fix: "2,2"),
    Case("It made 2.2 million tons.", "kk", "⟦2,2⟧ млрд тонна өндірді."),
    Case("It costs 16 billion.", "ru", "Это стоит ⟦16⟧ миллионов."),
    Case("In 2019 it fell.", "ru", "В ⟦2018⟧ году он упал.", fix: "2019"),
    Case("It starts at 3 p.m.", "ru", "Начало в ⟦16⟧:00."),
    Case("In the 1930s.", "ru", "В ⟦40⟧-е годы."),
    Case("It is 385 miles away.", "ru", "До него ⟦360⟧ км."),
    Case("Covid-19 is here.", "ru", "Covid-⟦18⟧ здесь.", fix: "19"),
    Case("They won 3-1.", "ru", "Победа со счётом 3:⟦0⟧.", fix: "1"),
    Case("A 6-foot-6 forward.", "ru", "Форвард ростом ⟦6.6⟧ фута."),
    Case("It was -5 °C.", "ru", "Было ⟦5⟧ °C."), Case("It was \u{2212}5 °C.", "kk", "⟦5⟧ °C болды."),
    Case("It was 5 °C.", "ru", "Было −⟦5⟧ °C."), Case("It was minus 12 degrees.", "ru", "Было ⟦12⟧ градусов."),
    Case("Shares moved -5% on Monday.", "ru", "Изменение акций за понедельник: ⟦5⟧ %."),
    Case("It fell to -25°C.", "kk", "⟦25⟧ °C-қа дейін төмендеді."),
    Case("It fell to -25°C.", "ru", "Упала до ⟦25⟧ °C."),
    Case("It moved -5% as debt fell.", "kk", "Қарыз аз болып, ⟦5⟧% өзгерді."),
    Case("It starts at 9:30 p.m.", "ru", "Начало в ⟦9⟧:30."),
    Case("It starts at 9:30 p.m.", "kk", "⟦9⟧:30-да басталады."),
    Case("It starts at 9:30 a.m.", "ru", "Начало в ⟦21⟧:30."),
    Case("It starts at 9.30pm.", "ru", "Начало в ⟦9⟧:30 утра."),
    Case("It takes 5-7 days.", "ru", "Это займёт ⟦7-5⟧ дней."),
    Case("A course has 2-5 days of play.", "kk", "Ойындар курсы ⟦5-2⟧ күн болады."),
    Case("It takes 10–15 days.", "kk", "Бұған ⟦15–10⟧ күн кетеді."),
    Case("Prices rose from 5 to 7 euros.", "ru", "Цены выросли с ⟦7 до 5⟧ евро."),
    Case("Output rose from 5 to 7 million tons.", "kk", "Өндіріс ⟦7 млн тоннадан 5⟧ млн тоннаға өсті."),
    Case("Prices fell from 7 to 5 euros.", "ru", "Цены упали с ⟦5 до 7⟧ евро."),
    Case("It rose 3% to 5 million.", "ru", "Рост на ⟦5% до 3⟧ млн."),
    Case("Half of the seats are free.", "ru", "Свободна ⟦треть⟧ мест."),
    Case("Prices fell by a third.", "ru", "Цены упали на ⟦четверть⟧."),
    // Numbers in words.
    Case("Two bridges were closed.", "ru", "Закрыли ⟦три⟧ моста."),
    Case("Three bridges were closed.", "kk", "⟦Екі⟧ көпір жабылды."),
    Case("Ten died.", "ru", "Погибли ⟦двенадцать⟧ человек."),
    Case("Fifty died.", "ru", "Погибли ⟦пятнадцать⟧ человек."),
    Case("A third of the seats are free.", "kk", "Орындардың ⟦жартысы⟧ бос."),
    Case("Two of 5 men.", "kk", "5 адамның екеуі, ⟦7⟧ үй."),
  ])
  func findsTheWrongNumber(_ pair: Case) throws {
    let example = Example("en", pair.source, pair.language, pair.target)
    let target = example.unit.segments[0].target ?? Content()
    let found = try findings(Case(pair.source, pair.language, target.string))
    #expect(found.map(\.inTarget) == example.found.map(\.range), "\(found.map(\.message))")
    #expect(found.first?.fix?.replacement == pair.fix)
  }

  @Test func oneNumberForAnotherIsAnErrorAndOneLessAWarning() throws {
    let replaced = try findings(Case("In 2019 it fell.", "ru", "В 2018 году он упал."))
    #expect(replaced.map(\.severity) == [.error])
    #expect(replaced.map(\.message) == ["2018 stands where the source has 2019"])
    let missing = try findings(Case("In 2019 it fell.", "ru", "Он упал."))
    #expect(missing.map(\.severity) == [.warning])
    #expect(missing.map(\.message) == ["the source's number 2019 is missing"])
    #expect(missing.map(\.inTarget) == [nil])
    let expanded = try findings(Case("The SS19 show.", "ru", "Показ сезона 2019."))
    #expect(expanded.map(\.severity) == [.warning])
    // Degrees, or years: who knows.
    let decade = try findings(Case("Expect widespread 80s.", "ru", "Ожидается до 27 градусов."))
    #expect(decade.map(\.severity) == [.warning])
    // An hour of the evening may be told by another sentence; the sign of a temperature isn't.
    #expect(try findings(Case("It begins at 7:30 p.m.", "ru", "Начало в 7:30.")).map(\.severity) == [.warning])
    #expect(try findings(Case("It was -5 °C.", "ru", "Было 5 °C.")).map(\.severity) == [.error])
  }

  @Test func aUnitIsSharedAlongARangeAlone() throws {
    let suite = CheckSuite(CheckConfiguration())
    let print = try Bitext("en", "The 6x4 print (10x15 cm) is small.", "ru", "Отпечаток 6x4 дюйма (10x15 см) мал.")
    #expect(suite.findings(in: print).map(\.message) == [])
  }

  @Test func aNumberMayMoveBetweenTheSentencesOfAUnit() throws {
    let suite = CheckSuite(CheckConfiguration())
    let moved = [("In 2019 it fell.", "Он упал."), ("Then it rose.", "В 2019 году, а затем вырос.")]
    #expect(suite.findings(in: try Bitext("en", "ru", units: [moved])).isEmpty)
    #expect(suite.findings(in: try Bitext("en", "ru", units: moved.map { [$0] })).count == 2)
  }

  @Test(arguments: [
    ("2,2 миллиона", "2.2 million", 0), ("2 200 человек", "2,200 people", 0), ("2,2 миллиона", "2.3 million", 1),
    ("2 200 человек", "2,300 people", 1),
  ])
  func everyLanguageReadsItsOwnNumbers(_ source: String, _ target: String, count: Int) throws {
    #expect(try findings(Case(source, "en", target), sourceLanguage: "ru").count == count)
  }

  @Test(arguments: [
    "", "1", "١٢٣", "1.", ".5", "1,,2", "99999999999999999999999999", "1 2 3 4 5 6", "½", "2½", "1/2", "::1", "@", "1@",
    "e\u{301}1",
  ])
  func anyTextIsRead(_ text: String) throws {
    #expect(try findings(Case(text, "kk", text)).isEmpty)
    #expect(try findings(Case(text, "kk", " " + text)).isEmpty)
  }
}
