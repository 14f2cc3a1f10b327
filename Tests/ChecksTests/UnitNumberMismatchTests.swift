import Testing
import Units

@testable import Checks

struct UnitNumberMismatchTests {
  private func severities(_ source: String, _ language: String, _ target: String, from: String = "en") throws
    -> [Finding.Severity]
  {
    let findings = CheckSuite(CheckConfiguration()).findings(in: try Bitext(from, source, language, target))
    return findings.filter { $0.rule.hasSuffix("number-mismatch") }.map(\.severity)
  }

  @Test(arguments: [
    ("It was 20 degrees Celsius.", "ru", "Было 20 градусов Цельсия."),
    ("It was minus 30 degrees Celsius.", "ru", "Было минус 30 градусов."),
    ("It was 68 degrees Fahrenheit.", "ru", "Было 68 градусов по Фаренгейту."),
    ("It was 68 °F.", "ru", "Было 68° по шкале Фаренгейта."),
    ("It was 20 degrees Celsius.", "kk", "20 градус Цельсий болды."),
    ("It was 20 degrees Celsius.", "kk", "Цельсий бойынша 20 градус болды."),
    ("It was 68 degrees Fahrenheit.", "kk", "Фаренгейт бойынша 68 градус болды."),
    ("It was 20° C.", "kk", "20°C болды."), ("It was 20 degrees C.", "ru", "Было 20 °С."),
    ("Water at 68 degrees Fahrenheit (20 degrees Celsius).", "ru", "Вода при 68 градусах по Фаренгейту (20 °C)."),
    ("It is 15 degrees in Oskemen and 20 degrees Celsius in Taraz.", "ru", "В Оскемене 15 градусов, в Таразе 20."),
    ("The slope is 20 degrees.", "ru", "Уклон – 20 градусов."),
    ("He turned 180 degrees.", "kk", "Ол 180 градус бұрылды."),
    ("A warm 80 degrees.", "ru", "Тёплая погода, 27 градусов."), ("It was 20 degrees Celsius.", "en-GB", "It was 20°."),
    ("The temperature is 20 degrees.", "ru", "Температура 20 °C."),
    ("Bake at 180 degrees.", "ru", "Выпекать при 180 °C."),
    ("It was 10 degrees warmer.", "ru", "Было на 10 градусов теплее."),
    ("It was 5 degrees below zero.", "kk", "5 градус аяз болды."),
    ("A 20-degree fall.", "ru", "Похолодание на 20 градусов."),
    ("He lost 500 pounds in it.", "ru", "Он потерял на этом 500 фунтов."), ("From $5 to $7.", "ru", "От 5 до $7."),
    ("It flew at 50 km/h.", "kk", "Ол сағатына 50 км ұшты."),
    ("Two years and two months.", "ru", "Два месяца и два года."), ("It took 10 days.", "ru", "Ушло 10 суток."),
    ("He came in 2024.", "ru", "Он приехал в 2024 году."), ("The 29-year-old won.", "kk", "29 жастағы жігіт жеңді."),
  ])
  func aDegreeIsWhatItsTextSays(_ source: String, _ language: String, _ target: String) throws {
    #expect(try severities(source, language, target) == [])
  }

  @Test(arguments: [
    ("Temperatures reach 80 degrees.", "ru", "Температура достигает 80 градусов."),
    ("Temperatures reach 80 degrees.", "ru", "Температура достигает 80 °C."),
    ("Temperatures reach 80 degrees.", "kk", "Температура Цельсий бойынша 80 градусқа жетеді."),
    ("It was a sunny 80 degrees.", "kk", "Күн ашық, 80 градус болды."),
    ("It was 68 degrees Fahrenheit.", "ru", "Было 68 градусов."), ("It was 68°F.", "kk", "68 градус болды."),
  ])
  func aDegreeThatReadsAsAnotherIsAWarning(_ source: String, _ language: String, _ target: String) throws {
    #expect(try severities(source, language, target) == [.warning])
  }

  @Test(arguments: [
    ("It made 500 tons.", "ru", "Произведено 500 баррелей."), ("It made 500 tons.", "ru", "Произведено 500 м³."),
    ("It made 500 barrels.", "kk", "500 тонна өндірілді."), ("It took five years.", "kk", "Оған бес ай кетті."),
    ("It costs $500.", "ru", "Это стоит 500."), ("It costs 500 tenge.", "kk", "Құны 500 болады."),
  ])
  func anotherKindOfUnitOrNoneIsAWarning(_ source: String, _ language: String, _ target: String) throws {
    #expect(try severities(source, language, target) == [.warning])
  }

  @Test(arguments: [
    ("It was 20 degrees Celsius.", "ru", "Было 20 градусов по Фаренгейту."),
    ("It was \u{2212}25 °C.", "ru", "Было -25 F."), ("It made 500 tons.", "ru", "Произведено 500 кг."),
    ("It took 14 hours.", "ru", "Ушло 14 суток."),
    ("It was 68 °F.", "ru", "Было 68 °C."), ("It was 68 degrees Fahrenheit.", "kk", "68 градус Цельсий болды."),
  ])
  func oneScaleForAnotherIsAnError(_ source: String, _ language: String, _ target: String) throws {
    #expect(try severities(source, language, target) == [.error])
  }

  @Test func englishDegreesMayBeAnyScale() throws {
    #expect(try severities("Температура +28 градусов.", "en", "The temperature is +28 degrees.", from: "ru") == [])
    #expect(try severities("Было 68 градусов по Фаренгейту.", "en", "It was 68 degrees.", from: "ru") == [])
  }
}
