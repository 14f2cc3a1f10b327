import TestSupport
import Testing

@testable import Localization

/// Lines of a stream.
struct LineReaderTests {
  @Test(arguments: [
    ("\u{FEFF}a\nb", ["a", "b"]), ("\u{FEFF}a", ["a"]), ("\u{FEFF}", []), ("a\n\u{FEFF}b\n", ["a", "\u{FEFF}b"]),
  ])
  func skipsAByteOrderMarkAtTheStart(_ text: String, _ expected: [String]) throws {
    let workspace = try Workspace()
    var reader = try LineReader(workspace.write(Array(text.utf8), "lines"))
    var lines: [[UInt8]] = []
    while let more = try reader.next() { lines += more }
    #expect(lines == expected.map { Array($0.utf8) })
  }
}
