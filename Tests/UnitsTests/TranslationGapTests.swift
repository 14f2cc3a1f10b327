import Testing
import Units

/// What keeps segments from counting as translated.
struct TranslationGapTests {
  /// A separator that needs no translation is not taken for a sentence that was joined with its neighbour.
  @Test func whatHasNothingToTranslateIsNotJoined() {
    let texts = [("Rain is expected.", "Ожидается дождь, холодно."), ("* * *", ""), ("It is cold.", "")]
    let unit = Unit(
      id: UnitID("p1"), segments: texts.map { Segment(source: Content($0.0), target: Content($0.1)) })
    let gaps = unit.translationGaps(hasNothingToTranslate: { $0.string == "* * *" }, mayStay: { _ in false })
    #expect(gaps == [nil, nil, .joined])
  }
}
