import Testing
import Units

struct LineIndexTests {
  @Test(arguments: [
    ("ab\ncd", 3, 2, 1), ("ab\r\ncd", 4, 2, 1), ("ab\rcd", 3, 2, 1), ("ab\rcd", 4, 2, 2), ("қаз\nел", 4, 1, 3),
    ("\u{FEFF}ab", 3, 1, 1), ("ab", 2, 1, 3), ("", 0, 1, 1), ("a\n", 2, 2, 1),
  ])
  func countsLinesAndScalars(_ text: String, _ byte: Int, _ line: Int, _ column: Int) {
    let position = LineIndex(Array(text.utf8)).position(of: Offset(byte))
    #expect(position == LineIndex.Position(line: line, column: column))
  }

  @Test func countsOnAVeryLongLine() {
    let index = LineIndex(Array(String(repeating: "қаз ", count: 100_000).utf8))
    for word in stride(from: 0, to: 100_000, by: 7) {
      #expect(index.position(of: Offset(word * 7)) == LineIndex.Position(line: 1, column: word * 4 + 1))
    }
  }

  @Test func givesTheLine() {
    let index = LineIndex(Array("one\r\ntwo\r\n".utf8))
    #expect(String(decoding: index.line(of: Offset(6)), as: UTF8.self) == "two")
  }
}
