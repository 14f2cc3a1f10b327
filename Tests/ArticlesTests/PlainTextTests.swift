import Testing
import Units

@testable import Articles

struct PlainTextTests {
  private func read(_ text: String) throws -> Article { try PlainText().read(Array(text.utf8)) }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func takesALineForABlock(_ lineEnd: String) throws {
    let article = try read(["Headline", "", "  One two.  ", "- item"].joined(separator: lineEnd))
    #expect(article.blocks.map(\.source.string) == ["Headline", "One two.", "item"])
    #expect(article.blocks.map(\.syntax) == ["line", "line", "li"])
  }

  @Test(arguments: [
    "", "\n", "\u{FEFF}", "\u{FEFF}a\r\nb", "a", "a\n", "  a \t\r\n\r\n b", "— said he\n- \n* x\n•y", "\u{A0}a\u{A0}\n",
  ])
  func mapsEveryBlockToItsBytes(_ text: String) throws {
    let article = try read(text)
    for block in article.blocks {
      #expect(Array(article.bytes[block.raw.bytes]) == block.source.text)
      #expect(block.map.raw(0..<block.source.text.count) == block.raw.bytes)
      #expect(Folding.trimmed(block.source.text) == 0..<block.source.text.count)
    }
  }

  @Test func leavesOutWhatXLIFFCannotHold() throws {
    let article = try read("a\nb\u{1}c\nd\n\u{FFFE}\nx\u{FFFF}")
    #expect(article.blocks.map(\.source.string) == ["a", "d"])
    #expect(article.omissions.map(\.isFurniture) == [false, false, false])
  }

  @Test(arguments: [([0x61, 0xFF, 0x62] as [UInt8], 1), ([0xFF, 0xFE, 0x61, 0], 0)])
  func refusesWhatIsNotUTF8(_ bytes: [UInt8], _ offset: Int) {
    let error = #expect(throws: Malformed.self) { try PlainText().read(bytes) }
    #expect(error?.at.bytes == offset)
    #expect(error?.remedy.contains("UTF-8") == true)
  }
}
