import Testing

@testable import CommandLineInterface

@Suite struct NearestWordTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("extract", "extract", 0), ("extrct", "extract", 1), ("etxract", "extract", 1),
    ("merge", "verge", 1), ("abc", "cab", 2), ("kitten", "sitting", 3),
  ])
  func distance(left: String, right: String, expected: Int) {
    #expect(editDistance(left, right) == expected)
    #expect(editDistance(right, left) == expected)
  }

  @Test(
    arguments: [
      ("extrct", "extract"), ("chekc", "check"), ("glo", "glossary"), ("zzz", nil), ("", nil), ("me", nil),
    ] as [(String, String?)])
  func nearestOfSeveral(word: String, expected: String?) {
    #expect(nearest(to: word, among: ["extract", "merge", "check", "glossary"]) == expected)
  }

  @Test func aBeginningOfSeveralIsNoHint() {
    #expect(nearest(to: "min", among: ["min-state-of-all", "min-length-of-all"]) == nil)
  }
}
