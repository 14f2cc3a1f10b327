import Checks
import Locales
import Testing
import Units

/// No text makes a check fail: not a broken one, not one that is nothing but what the checks look for.
struct AnyTextTests {
  @Test(arguments: ["ru", "kk", "en", "fr"])
  func checksReadAnyBytes(_ language: String) throws {
    let pieces = [
      "1", "0", "9", ".", ",", " ", "\u{A0}", "-", "–", ":", "/", "@", "://", "www.", "'", "’", "½", "XIV", "ХХ", "млн",
      "мың",
      "k", "s", "-е", "pm", "°F", "km", "час", "двадцати", "two", "сенбі", "i", "ж", "e\u{301}", "\u{AD}", "😀", "\n",
      "th",
    ].map { Array($0.utf8) }
    var random = SeededGenerator()
    var bitext = try Bitext("en", "", language, "")
    let suite = CheckSuite(CheckConfiguration())
    for round in 0..<3000 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
          round % 3 == 0 && Int.random(in: 0..<4, using: &random) == 0
            ? [UInt8.random(in: 0...255, using: &random)] : pieces.randomElement(using: &random) ?? []
        }
      }
      bitext.units[0].segments = [Segment(source: Content(text: texts[0]), target: Content(text: texts[1]))]
      for finding in suite.findings(in: bitext) {
        let range = finding.inTarget?.bytes ?? 0..<0
        #expect(range.upperBound <= texts[1].count, "\(texts): \(finding)")
      }
    }
  }
}
