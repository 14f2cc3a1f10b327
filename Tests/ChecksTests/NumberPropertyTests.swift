import Locales
import Testing
import Units

@testable import Checks

/// Any number, written as its language does, is the same number in another language; one more or less is not.
struct NumberPropertyTests {
  private func written(_ digits: String, fraction: String, mark: String, group: String, from: Int) -> String {
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, digits.count >= from { whole += group }
      whole.append(digit)
    }
    return fraction.isEmpty ? whole : whole + mark + fraction
  }

  @Test(arguments: [("ru", "\u{A0}"), ("ru", " "), ("kk", "\u{202F}"), ("kk", " ")])
  func valuesSurviveTheirWriting(_ language: String, _ group: String) throws {
    var random = SeededGenerator()
    var bitext = try Bitext("en", "", language, "")
    let suite = CheckSuite(CheckConfiguration())
    for _ in 0..<300 {
      let value = Int.random(in: 2...Int.random(in: 10...9_999_999, using: &random), using: &random)
      let fraction = Bool.random(using: &random) ? "" : String(Int.random(in: 1...99, using: &random))
      let source = written("\(value)", fraction: fraction, mark: ".", group: ",", from: 4)
      let target = { (value: Int) in
        written("\(value)", fraction: fraction, mark: ",", group: group, from: 5)
      }
      bitext.units[0].segments = [Segment(source: Content("a \(source) b"), target: Content("а \(target(value)) б"))]
      #expect(suite.findings(in: bitext).isEmpty, "\(source) → \(target(value))")
      bitext.units[0].segments[0].target = Content("а \(target(value + 1)) б")
      let wrong = suite.findings(in: bitext)
      #expect(wrong.count == 1, "\(source) → \(target(value + 1))")
      // The fix makes it right.
      if let fix = wrong.first?.fix {
        var text = bitext.units[0].segments[0].target?.text ?? []
        text.replaceSubrange(fix.range.bytes, with: Array(fix.replacement.utf8))
        bitext.units[0].segments[0].target = Content(text: text)
        #expect(suite.findings(in: bitext).isEmpty, "\(source) → \(fix.replacement)")
      }
    }
  }
}
