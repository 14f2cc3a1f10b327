import Testing
import Units

/// Text with codes beside it.
struct ContentTests {
  /// Codes before, inside of and behind what is replaced, and behind all; no code comes to stand inside of a letter.
  @Test(arguments: [("Әлия", [0, 10, 10, 13]), ("", [0, 2, 2, 5]), ("ab", [0, 4, 4, 7])])
  func movesCodesWithTheText(_ new: String, _ expected: [Int]) {
    let codes = [0, 4, 5, 8].map { Code(at: Offset($0), kind: .standalone, ordinal: $0 + 1) }
    let content = Content(text: Array("A Bcd ef".utf8), codes: codes)
    let replaced = content.replacing([(0..<1, Array("A".utf8)), (2..<5, Array(new.utf8))])
    #expect(replaced.string == "A \(new) ef")
    #expect(replaced.codes.map(\.at.bytes) == expected)
  }
}
