import Testing
import Units
import XLIFF
import XML

/// XLIFF in encodings other than UTF-8: the same units, the same places, edits in the file's own encoding.
struct EncodingTests {
  private static let text = """
    <?xml version="1.0" encoding="ENCODING"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a.txt" source-language="ru"
    target-language="en" datatype="plaintext"><body><trans-unit id="1"><source>Слово «да».</source>
    <target>Old</target></trans-unit><trans-unit id="2"><source>Ещё</source></trans-unit></body></file></xliff>

    """

  /// A file in an encoding, with its bytes made by hand: Cyrillic of windows-1251 and of UTF-16.
  private func file(_ encoding: String) -> [UInt8] {
    let text = Self.text.replacing("ENCODING", with: encoding)
    guard encoding == "windows-1251" else { return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
    return text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
      case 0x451: 0xB8
      case 0xAB, 0xBB: UInt8(scalar.value)
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }

  @Test(arguments: ["windows-1251", "UTF-16"])
  func editsInTheEncodingOfTheFile(_ encoding: String) throws {
    let file = file(encoding)
    let document = try Document(reading: file)
    #expect(document.files[0].units.flatMap(\.segments).map(\.source.string) == ["Слово «да».", "Ещё"])
    let edit = try #require(document.settingTarget([.text(Array("Ёж қ".utf8))], file: 0, unit: 0, segment: 0))
    let edited = try document.file(with: edit)
    // What stands before and behind the old target is there as it was.
    let old = encoding == "UTF-16" ? Array("Old".utf16.flatMap { [UInt8($0), 0] }) : Array("Old".utf8)
    let place = try #require(file.firstRange(of: old))
    let new =
      encoding == "UTF-16"
      ? Array("Ёж қ".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      : [0xA8, 0xE6, 0x20] + Array("&#1179;".utf8)
    #expect(edited == file[..<place.lowerBound] + new + file[place.upperBound...])
    #expect(try Document(reading: edited).files[0].units[0].segments[0].target?.string == "Ёж қ")
  }

  @Test(arguments: ["windows-1251", "UTF-16"])
  func givesPlacesInTheText(_ encoding: String) throws {
    let broken = Self.text.replacing("<source>Ещё</source>", with: "Ы<source>Ещё</source>")
    let text = DecodedText(
      encoding == "UTF-16"
        ? broken.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        : DecodedText(file(encoding)).encoded(Array(broken.replacing("ENCODING", with: encoding).utf8)))
    let finding = try #require(try validate(text).first)
    #expect(finding.message.hasPrefix("text may not stand in trans-unit"))
    let position = LineIndex(text.bytes).position(of: finding.at.lowerBound)
    let line = broken.split(separator: "\n")[3]
    let column =
      line.unicodeScalars.distance(
        from: line.startIndex, to: try #require(line.firstIndex(of: "Ы"))) + 1
    #expect(position == LineIndex.Position(line: 4, column: column))
  }
}
