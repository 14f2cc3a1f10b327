import Foundation
import Testing
import Units

struct SpliceTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
  private func range(_ text: String, of part: String) -> FileRange {
    let start = text.range(of: part).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? -1
    return FileRange(bytes: start..<start + part.utf8.count)
  }

  @Test func copiesADocumentWithoutEdits() throws {
    let original = bytes("\u{FEFF}one\r\ntwo  ")
    #expect(try Splice().applied(to: original) == original)
  }

  @Test func replacesOnlyTheRangesGiven() throws {
    var splice = Splice()
    splice.replace(FileRange(bytes: 4..<7), with: bytes("2"))
    splice.replace(FileRange(bytes: 0..<3), with: bytes("1"))
    #expect(try splice.applied(to: bytes("one two three")) == bytes("1 2 three"))
  }

  @Test func insertsAtTheStartAndAtTheEnd() throws {
    var splice = Splice()
    splice.replace(FileRange(bytes: 3..<3), with: bytes(">"))
    splice.replace(FileRange(bytes: 0..<0), with: bytes("<"))
    #expect(try splice.applied(to: bytes("abc")) == bytes("<abc>"))
  }

  @Test func insertsBeforeWhatIsReplacedAtTheSamePlace() throws {
    var splice = Splice()
    splice.replace(FileRange(bytes: 1..<2), with: bytes("B"))
    splice.replace(FileRange(bytes: 1..<1), with: bytes("+"))
    #expect(try splice.applied(to: bytes("abc")) == bytes("a+Bc"))
  }

  /// A translator moves an image to the front of the sentence; its alternative text was translated, too.
  @Test func keepsTheTranslatedAltTextOfAMovedImage() throws {
    let html = #"<p>The port <img src="k.jpg" alt="Cranes at dusk"> grows.</p>"#
    let image = range(html, of: #"<img src="k.jpg" alt="Cranes at dusk">"#)
    var splice = Splice()
    splice.replace(range(html, of: "Cranes at dusk"), with: bytes("Кешкі крандар"))
    splice.replace(
      range(html, of: #"The port <img src="k.jpg" alt="Cranes at dusk"> grows."#),
      with: [.copy(image), .bytes(bytes(" Порт өсуде."))])
    let merged = String(decoding: try splice.applied(to: bytes(html)), as: UTF8.self)
    #expect(merged == #"<p><img src="k.jpg" alt="Кешкі крандар"> Порт өсуде.</p>"#)
  }

  @Test func copiesAnUnchangedPartWithTheEditsInsideIt() throws {
    let text = "[a [b] c]"
    var splice = Splice()
    splice.replace(
      FileRange(bytes: 0..<9), with: [.bytes(bytes("(")), .copy(FileRange(bytes: 1..<8)), .bytes(bytes(")"))])
    splice.replace(FileRange(bytes: 4..<5), with: bytes("B"))
    #expect(try splice.applied(to: bytes(text)) == bytes("(a [B] c)"))
  }

  @Test(arguments: [(0..<4, 2..<6), (2..<6, 0..<4), (0..<4, 3..<5)])
  func refusesEditsThatCross(_ first: Range<Int>, _ second: Range<Int>) {
    var splice = Splice()
    splice.replace(FileRange(bytes: first), with: bytes("x"))
    splice.replace(FileRange(bytes: second), with: bytes("y"))
    #expect(throws: Splice.Conflict.self) { try splice.applied(to: bytes("abcdef")) }
  }

  @Test func refusesAnEditBeyondTheEnd() {
    var splice = Splice()
    splice.replace(FileRange(bytes: 2..<9), with: bytes("x"))
    #expect(throws: Splice.Conflict.self) { try splice.applied(to: bytes("abc")) }
  }

  @Test func refusesACopyFromOutsideWhatIsReplaced() {
    var splice = Splice()
    splice.replace(FileRange(bytes: 0..<1), with: [.copy(FileRange(bytes: 0..<3))])
    #expect(throws: Splice.Conflict.self) { try splice.applied(to: bytes("abc")) }
  }

  /// Disjoint edits in any order give what replacing from the back gives.
  @Test(arguments: 0..<200)
  func agreesWithReplacingFromTheBack(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var original = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 97...122, using: &random) }
    var edits: [(Range<Int>, [UInt8])] = []
    var at = 0
    while at < original.count {
      let low = at + Int.random(in: 0...5, using: &random)
      let high = low + Int.random(in: 1...5, using: &random)
      guard high <= original.count else { break }
      edits.append((low..<high, (0..<Int.random(in: 0...4, using: &random)).map { _ in 46 }))
      at = high
    }
    var splice = Splice()
    for (range, new) in edits.shuffled(using: &random) { splice.replace(FileRange(bytes: range), with: new) }
    let spliced = try splice.applied(to: original)
    for (range, new) in edits.reversed() { original.replaceSubrange(range, with: new) }
    #expect(spliced == original, "seed \(seed)")
  }
}

/// A small generator with a seed, so that a failure can be repeated (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
