import Testing
import Units

/// Text with codes beside it.
struct ContentTests {
  /// “A Bcd ef” with codes at places and other text in place of ranges: the codes' new places, nil where there is none.
  @Test(arguments: [
    ([0, 2, 5, 8], [0..<1, 2..<5], [0, 2, 10, 13]), ([0, 1, 6], [0..<1, 2..<5], [0, 1, 11]),
    // Inside of what is replaced.
    ([0, 4, 5, 8], [2..<5], nil), ([3], [0..<1, 2..<5], nil),
    // What can't be replaced together.
    ([], [2..<5, 4..<6], nil), ([], [2..<5, 0..<1], nil), ([], [6..<9], nil),
  ])
  func movesCodesWithTheText(_ codes: [Int], _ ranges: [Range<Int>], _ expected: [Int]?) {
    let content = Content(
      text: Array("A Bcd ef".utf8), codes: codes.map { Code(at: Offset($0), kind: .standalone, ordinal: $0 + 1) })
    let texts = [0: "A", 2: "Әлия"]
    let replaced = content.replacing(ranges.map { ($0, Array((texts[$0.lowerBound] ?? "").utf8)) })
    #expect(replaced?.codes.map(\.at.bytes) == expected)
    if expected != nil { #expect(replaced?.string == "A Әлия ef") }
  }
}
