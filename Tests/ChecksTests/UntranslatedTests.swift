import Checks
import Testing
import Units

struct UntranslatedTests {
  private func findings(_ units: [[(source: String, target: String?)]], state: Segment.State = .initial) throws
    -> [Finding]
  {
    var bitext = try Bitext("en", "ru", units: units)
    for unit in bitext.units.indices {
      for segment in bitext.units[unit].segments.indices { bitext.units[unit].segments[segment].state = state }
    }
    return CheckSuite(CheckConfiguration()).findings(in: bitext)
  }

  @Test func aUnitWithoutAnyTargetIsOneFinding() throws {
    let found = try findings([[("Rain is expected.", nil), ("It is cold.", nil)], [("Snow.", "Снег.")]])
    #expect(found.map(\.rule) == ["untranslated"])
    #expect(found.map(\.message) == ["2 sentences not translated"])
    #expect(found.map(\.unit?.name) == ["p1"])
  }

  @Test func anEmptySentenceBesideALongEnoughTranslationIsAWarning() throws {
    let long = try findings([[("Rain is expected.", "Ожидается дождь, холодно."), ("It is cold.", "")]])
    #expect(long.map(\.rule) == ["segment-empty"])
    #expect(long.map(\.severity) == [.warning])
    let short = try findings([[("Rain is expected.", "Дождь."), ("It is cold.", "")]])
    #expect(short.map(\.rule) == ["untranslated"])
  }

  @Test(arguments: [
    // An update empties what changed, whatever stands beside it.
    ("Ожидается дождь, холодно.", "", "l10n:changed", "untranslated"),
    ("Ожидается дождь, холодно.", nil, "l10n:new", "untranslated"),
    // Without any target nobody has touched it, unless the neighbour has grown.
    ("Ожидается дождь, да.", nil, "", "untranslated"),
    ("Ожидается дождь, а также холод.", nil, "", "segment-empty"),
    ("Ожидается дождь, холодно.", "", "", "segment-empty"),
  ])
  func whatMergingRefusesIsAnError(_ first: String, _ second: String?, _ subState: String, _ rule: String) throws {
    var bitext = try Bitext("en", "ru", units: [[("Rain is expected.", first), ("It is cold.", second)]])
    bitext.units[0].segments[1].subState = subState
    let findings = CheckSuite(CheckConfiguration()).findings(in: bitext)
    #expect(findings.filter { $0.segment == 1 }.map(\.rule) == [rule])
  }

  @Test func aSentenceWithNothingButItsCodeMayBeJoined() throws {
    var bitext = try Bitext("en", "ru", units: [])
    bitext.units = [Example("en", "Rain is expected.‖It is <1/>cold.", "ru", "Ожидается дождь, холодно.‖<1/>").unit]
    #expect(CheckSuite(CheckConfiguration()).findings(in: bitext).map(\.rule) == ["segment-empty"])
  }

  @Test(arguments: [
    ("Je ne sais pas ce qui se passe ici.", "French"), ("Вы не можете это так оставить.", "русский"),
    ("Rain is expected.", nil),
    ("Police Arrest Four Men", nil), ("Le Monde", nil),
  ])
  func aTextOfAnotherLanguageMayStay(_ text: String, _ language: String?) throws {
    let found = try findings([[(text, text)]])
    #expect(found.map(\.severity) == [language == nil ? .error : .warning])
    #expect(
      found.allSatisfy { language == nil || $0.message.hasSuffix("(\(language ?? ""))") }, "\(found.map(\.message))")
  }

  @Test(arguments: [
    "12:30", "—", "@newsroom", "desk@example.org", "https://example.org/a", "<div id=sec1></div>", "<br/> 12 </p>",
  ])
  func whatHasNoWordsNeedsNoTranslation(_ text: String) throws {
    #expect(try findings([[(text, text)], [(text, nil)]]).isEmpty)
  }

  @Test func aCopyThatIsMarkedTranslatedIsAWarningUnlessItMayBeAName() throws {
    let sentence = try findings([[("Rain is expected.", "Rain\nis expected.")]], state: .translated)
    #expect(sentence.map(\.severity) == [.warning])
    #expect(try findings([[("Rain is expected.", "Rain is expected.")]]).map(\.severity) == [.error])
    #expect(try findings([[("Air Astana", "Air Astana")]], state: .reviewed).isEmpty)
    #expect(try findings([[("Air Astana", "Air Astana")]]).count == 1)
  }

  @Test func theConfigurationMayKnowThatNothingIsToBeTranslated() throws {
    var configuration = CheckConfiguration()
    configuration.hasNothingToTranslate = { source, _, _ in source.string == "Air Astana" }
    let bitext = try Bitext("en", "Air Astana", "ru", "Air Astana")
    #expect(CheckSuite(configuration).findings(in: bitext).isEmpty)
  }

  @Test func aTranslationOfTheMemoryIsToBeConfirmed() throws {
    var bitext = try Bitext("en", "Rain is expected.", "ru", "Ожидается снег.")
    bitext.units[0].segments[0].subState = "l10n:fuzzy"
    let found = CheckSuite(CheckConfiguration()).findings(in: bitext)
    #expect(found.map(\.message) == ["a translation from the memory that nobody has confirmed"])
    bitext.units[0].segments[0].state = .translated
    #expect(CheckSuite(CheckConfiguration()).findings(in: bitext).isEmpty)
  }

  @Test func unitsThatStayAsTheyAreAreLeftAlone() throws {
    var bitext = try Bitext("en", "Rain is expected.", "ru", nil)
    bitext.units[0].isTranslatable = false
    #expect(CheckSuite(CheckConfiguration()).findings(in: bitext).isEmpty)
  }
}
