import Testing

@testable import Terminology

@Suite struct WordPlacesTests {
  @Test(arguments: [
    ("«Мы», — сказал Ә. Ғали", ["Мы", "сказал", "Ә", "Ғали"], ["Мы", "Ә", "Ғали"]),
    ("Éric's ça, O’Hara’", ["Éric's", "ça", "O’Hara"], ["Éric's", "O’Hara"]),
    ("из-Москвы- Уфа\u{AD}- 𐐀𐐨", ["из-Москвы", "Уфа", "𐐀𐐨"], ["Уфа", "𐐀𐐨"]),
  ]) func areWhereTheWordsStand(_ text: String, _ words: [String], _ capitalised: [String]) {
    let bytes = Array(text.utf8)
    let places = Array(WordPlaces(bytes))
    #expect(places.map { String(decoding: bytes[$0.range], as: UTF8.self) } == words)
    #expect(
      places.filter(\.isCapitalised).map { String(decoding: bytes[$0.range], as: UTF8.self) } == capitalised)
  }

  /// A stray byte, a scalar cut off, one too long, a surrogate, one beyond Unicode.
  @Test(arguments: [
    [0x80], [0xD0], [0xE2, 0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
  ])
  func bytesThatAreNoTextPartWords(_ stray: [UInt8]) {
    let places = WordPlaces(Array("ab".utf8) + stray + Array(" cd".utf8) + stray)
    #expect(places.map(\.range) == [0..<2, (3 + stray.count)..<(5 + stray.count)])
  }
}
