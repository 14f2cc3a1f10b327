import Testing

@testable import Localization

/// Words are counted as people and their tools count them.
struct TextVolumeTests {
  /// A text, its words, its scalars and how many of those are white space.
  private static let texts: [(String, Int, Int, Int)] = [
    ("", 0, 0, 0),
    ("The river rose.", 3, 15, 2),
    ("It’s a well-known, 2,200-ton dam – isn't it?", 7, 44, 7),
    ("www.a.example holds 3.5 % of U.S. trade", 6, 39, 6),
    ("«Қазақстан» — ҚР", 2, 16, 2),
    ("e\u{301}tude\u{A0}and more", 3, 15, 2),
    ("北京の空", 4, 4, 0),
    ("— … !", 0, 5, 2),
    ("one--two one, two", 4, 17, 2),
    ("I ❤\u{FE0F} it", 2, 7, 2),
  ]

  @Test(arguments: texts) func countsWords(_ text: String, _ words: Int, _ characters: Int, _ spaces: Int) {
    let volume = TextVolume(of: Array(text.utf8))
    #expect(volume.words == words && volume.characters == characters && volume.spaces == spaces, "\(text): \(volume)")
  }
}
