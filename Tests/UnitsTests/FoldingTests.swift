import Testing
import Units

struct FoldingTests {
  @Test(arguments: [
    ("one two", "one two", true), ("one  two", "one\n\ttwo", true), (" one two ", "one two", true),
    ("one\u{A0}two", "one two", true), ("one two", "onetwo", false), ("one", "one two", false),
    ("Шымкент қаласы", "Шымкент қаласы", true), ("й", "и\u{306}", true), ("caf\u{E9} x", "cafe\u{301} x", true),
    ("a\u{85}b", "a\u{1680}b", true), ("cafe", "cafe\u{301}", false), ("", "  ", true), ("и\u{306}од", "йод", true),
  ])
  func comparesByContent(_ left: String, _ right: String, _ expected: Bool) {
    #expect(Folding.equal(Array(left.utf8), Array(right.utf8)) == expected)
    #expect(Folding.equal(Array(right.utf8), Array(left.utf8)) == expected)
    #expect((Folding.key(Array(left.utf8)) == Folding.key(Array(right.utf8))) == expected)
  }

  @Test func findsWhereANeedleEnds() {
    let text = Array("He left. It  rained.".utf8)
    #expect(Folding.end(of: Array("It rained.".utf8), in: text, at: 9) == 20)
    #expect(Folding.range(of: Array("It rained.".utf8), in: text, from: 0) == 9..<20)
    #expect(Folding.range(of: Array("It snowed.".utf8), in: text, from: 0) == nil)
  }
}
