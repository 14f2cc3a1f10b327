import Articles
import Testing
import Units

@testable import Localization

/// How the blocks of two published articles are joined.
struct BlockAlignmentTests {
  private func blocks(_ lengths: [Int]) -> [Block] {
    lengths.map { length in
      let text = Array(repeating: UInt8(ascii: "a"), count: length)
      return Block(
        source: Content(text: text), raw: FileRange(bytes: 0..<length), map: OffsetMap(verbatim: length),
        coding: CodingChain(), syntax: "p")
    }
  }

  @Test(arguments: [
    ([50, 300, 90], [55, 280, 100], "0-0 1-1 2-2"),
    ([50, 300, 90], [55, 100], "0-0 1-x 2-1"),
    ([50, 90], [55, 300, 100], "0-0 x-1 1-2"),
    ([], [10], "x-0"),
    ([10], [], "0-x"),
    ([], [], ""),
  ])
  func joinsWhatIsAlike(_ sources: [Int], _ targets: [Int], _ expected: String) {
    let pairs = BlockAlignment.pairs(blocks(sources), blocks(targets))
    let text = pairs.map { "\($0.source.map(String.init) ?? "x")-\($0.target.map(String.init) ?? "x")" }
    #expect(text.joined(separator: " ") == expected)
  }

  @Test func everyBlockOfALongArticleIsInOnePair() {
    let pairs = BlockAlignment.pairs(
      blocks((0..<3000).map { 20 + $0 % 7 * 40 }), blocks((0..<2000).map { 20 + $0 % 7 * 40 }))
    #expect(pairs.compactMap(\.source) == Array(0..<3000))
    #expect(pairs.compactMap(\.target) == Array(0..<2000))
  }
}
