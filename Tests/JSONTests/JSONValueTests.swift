import JSON
import Testing

struct JSONValueTests {
  @Test func parses() throws {
    #expect(try JSONValue(parsing: Array("[1, true]".utf8)).array?.count == 2)
  }
}
