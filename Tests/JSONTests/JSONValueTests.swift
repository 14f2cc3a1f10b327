import Foundation
import JSON
import Testing

/// The folder of the given material; nil where tests run without it.
private let shared = ProcessInfo.processInfo.environment["L10N_SHARED"]

struct JSONValueTests {
  @Test(arguments: [
    (#"{"a":[1,-0.5e+3,true,false,null,"x"]}"#, "x"), (#" ["é\u00e9\ud83d\ude00\n\/"] "#, "éé😀\n/"),
    (#""\u0000""#, "\0"),
  ])
  func parsesText(_ json: String, lastString: String) throws {
    var value = try JSONValue(parsing: json.utf8)
    while case .object(let members) = value { value = try #require(members.last).value }
    while case .array(let values) = value { value = try #require(values.last) }
    #expect(value.string == lastString)
  }

  @Test(arguments: [#""id 1 \u0041\/""#, "1.0", "-0", "1e400", "12345678901234567890123", #""é""#])
  func keepsTheTextOfScalars(_ json: String) throws {
    let value = try JSONValue(parsing: "{\"id\": \(json) }".utf8)
    let raw = try #require(value["id"]?.rawScalar)
    #expect(raw == json)
    var writer = JSONWriter()
    writer.raw(raw)
    #expect(writer.drain() == Array(json.utf8))
  }

  @Test(arguments: [
    ("", 0), ("[1,]", 3), ("[1 2]", 3), (#"{"a" 1}"#, 5), (#"{a:1}"#, 1), ("01", 1), ("1.", 2), ("[\"\u{1}\"]", 2),
    (#""\x""#, 2), (#""\ud800""#, 1), (#""abc"#, 4), ("nul", 0), ("1 1", 2), ("{}}", 2),
  ])
  func saysWhereItIsWrong(_ json: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: json.utf8) }
    #expect(error?.offset == offset, "\(json): \(String(describing: error))")
  }

  @Test func refusesInvalidUTF8() {
    #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
  }

  @Test func refusesDeepNesting() throws {
    let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    _ = try JSONValue(parsing: nested(64).utf8)
    #expect(throws: JSONError.self) { try JSONValue(parsing: nested(65).utf8) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: String(repeating: "[", count: 1_000_000).utf8) }
  }

  @Test(.enabled(if: shared != nil)) func agreesWithTheGivenCases() throws {
    let folder = URL(fileURLWithPath: try #require(shared) + "/markup/json-parsing")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var count = 0
    for file in files where file.pathExtension == "json" {
      let name = file.lastPathComponent
      let parses = (try? JSONValue(parsing: Data(contentsOf: file))) != nil
      if name.hasPrefix("y_") { #expect(parses, "\(name) should parse") }
      if name.hasPrefix("n_") { #expect(!parses, "\(name) should not parse") }
      count += 1
    }
    #expect(count > 100)
  }
}
