import JSON
import Testing

struct JSONWriterTests {
  @Test func separatesValues() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("a", 1)
    writer.key("b")
    writer.beginArray()
    writer.bool(true)
    writer.null()
    writer.beginObject()
    writer.endObject()
    writer.string("x")
    writer.endArray()
    writer.member("c", "d")
    writer.endObject()
    #expect(String(decoding: writer.drain(), as: UTF8.self) == #"{"a":1,"b":[true,null,{},"x"],"c":"d"}"#)
  }

  @Test func writesLines() {
    var writer = JSONWriter()
    for number in 1...2 {
      writer.beginArray()
      writer.number(number)
      writer.endArray()
      writer.endLine()
    }
    #expect(String(decoding: writer.drain(), as: UTF8.self) == "[1]\n[2]\n")
  }

  @Test func drainingKeepsTheState() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.number(1)
    var output = writer.drain()
    writer.number(2)
    writer.endArray()
    output += writer.drain()
    #expect(output == Array("[1,2]".utf8))
  }

  @Test func everyScalarComesBack() throws {
    var text = ""
    for value in UInt32(0)..<0x3000 { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
    text += "\u{FFFD}\u{1F600}\u{10FFFF}"
    var writer = JSONWriter()
    writer.string(text)
    let json = writer.drain()
    #expect(json.allSatisfy { $0 >= 0x20 })
    #expect(try JSONValue(parsing: json).string == text)
  }

  @Test func invalidBytesBecomeReplacements() throws {
    var writer = JSONWriter()
    writer.string(utf8: [0x61, 0xFF])
    #expect(try JSONValue(parsing: writer.drain()).string == "a\u{FFFD}")
  }
}
