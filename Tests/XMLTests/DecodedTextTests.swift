import Testing
import XML

struct DecodedTextTests {
  private func document(declaring name: String?, _ text: String = "") -> String {
    "<?xml version=\"1.0\"\(name.map { " encoding=\"\($0)\"" } ?? "")?>\r\n<a>\(text)</a>\n"
  }

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(arguments: [false, true], ["", "\u{FEFF}"])
  func readsUTF16WithAndWithoutAMark(_ isBigEndian: Bool, _ mark: String) throws {
    let text = mark + document(declaring: "UTF-16", "Ақтөбе 😀 — «сөз»")
    let file = utf16(text, isBigEndian: isBigEndian)
    let decoded = DecodedText(file)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.encoded(decoded.bytes) == file)
    #expect(throws: Never.self) { try parse(decoded, receiver: Deaf()) }
  }

  /// Every byte that the encoding has comes back as it was.
  @Test(arguments: [
    "windows-1250", "windows-1251", "Windows-1252", "windows-1254", "ISO-8859-1", "iso-8859-2", "ISO-8859-5",
    "ISO-8859-9", "ISO-8859-15", "KOI8-R", "KOI8-U", "IBM866", "macintosh", "Shift_JIS",
  ])
  func givesBackEveryByte(_ name: String) {
    let head = Array(document(declaring: name).utf8)
    var readable = head
    for byte in UInt8(0xA0)...0xFE
    where DecodedText(head + [byte]).encoded(DecodedText(head + [byte]).bytes) == head + [byte] {
      readable.append(byte)
    }
    let decoded = DecodedText(readable)
    #expect(decoded.encoded(decoded.bytes) == readable)
    #expect(readable.count > head.count + 30, "\(readable.count - head.count)")
  }

  @Test func writesWhatTheEncodingLacksAsReferences() {
    let decoded = DecodedText(Array(document(declaring: "windows-1251").utf8))
    #expect(decoded.encoded(Array("Аб қ 😀".utf8)) == [0xC0, 0xE1, 0x20] + Array("&#1179; &#128512;".utf8))
  }

  @Test func leavesUTF8AsItIs() {
    for name in [nil, "utf-8", "UTF-8"] {
      let file = [0xEF, 0xBB, 0xBF] + Array(document(declaring: name, "қ").utf8) + [0xFF]
      #expect(DecodedText(file).bytes == file)
      #expect(DecodedText(file).encoded(file) == file)
    }
  }

  @Test(arguments: [
    ("UTF-16", "declares the encoding UTF-16, and its bytes are not"), ("UTF-7", "declares the encoding UTF-7"),
    ("klingon", "the encoding klingon is not known"), ("../../etc/passwd", "the encoding .. is not known"),
    ("ISO-2022-JP", "is not known"), ("", "is not known"),
  ])
  func refusesWhatItCannotWriteBack(_ name: String, _ problem: String) {
    let error = #expect(throws: XMLError.self) {
      try parse(DecodedText(Array(document(declaring: name).utf8)), receiver: Deaf())
    }
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "nothing")")
  }

  @Test func namesTheByteThatIsNoCharacter() {
    let half = utf16(document(declaring: nil, "аб"), isBigEndian: false) + [0x00, 0xD8, 0x20, 0x00]
    let error = #expect(throws: XMLError.self) { try parse(DecodedText(half), receiver: Deaf()) }
    #expect(error?.problem == "byte \(half.count - 4) begins no character of UTF-16LE; save the file as UTF-8")
    #expect(error?.offset == document(declaring: nil, "аб").utf8.count)
  }
}

/// Hears nothing.
private final class Deaf: Receiver {
  let wantsText = false
  func number(namespace: String, local: String) -> Int { 0 }
  func start(_ element: Int, _ tag: borrowing StartTag) {}
  func end(_ element: Int, at range: Range<Int>) {}
  func text(at range: Range<Int>, replacement: [UInt8]?) {}
}
