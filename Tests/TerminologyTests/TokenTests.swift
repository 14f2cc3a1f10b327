import Testing

@testable import Terminology

@Suite struct TokenTests {
  @Test(arguments: [
    ("", []), ("  ", []), ("«Мы», — сказал он.", ["Мы", "сказал", "он"]),
    ("д'Артаньян, O’Hara", ["д'Артаньян", "O’Hara"]),
    ("из-за -- угла- 'так' 5-й", ["из-за", "угла", "так", "5-й"]), ("co\u{AD}op", ["coop"]), ("a\u{AD}", ["a"]),
  ]) func areWords(_ text: String, _ words: [String]) {
    let bytes = Array(text.utf8)
    let tokens = Token.tokens(of: bytes)
    #expect(tokens.map { String(String.UnicodeScalarView($0.text)) } == words)
    // A soft hyphen stands in the text, not in the word.
    let places = tokens.map { String(decoding: bytes[$0.range], as: UTF8.self).replacing("\u{AD}", with: "") }
    #expect(places == words)
  }

  @Test func partsOfAWordAreWhereTheyStand() {
    let bytes = Array("у Салтыкова-Щедрина".utf8)
    let parts = Token.tokens(of: bytes).flatMap(\.hyphenated)
    #expect(parts.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["у", "Салтыкова", "Щедрина"])
  }
}
