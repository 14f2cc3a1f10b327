import Testing

@testable import Localization

/// Words of an edited text go to the sentence whose words they stand among.
struct TextMappingTests {
  /// The sentences of a text, what was made of it, and what each sentence is then.
  private static let edits: [([String], String, [String])] = [
    (["It rains.", "Buses run."], "It rains. Buses run.", ["It rains.", "Buses run."]),
    (["It rains.", "Buses run."], "It pours. Buses do run.", ["It pours.", "Buses do run."]),
    // What is put in between two continues the first, unless the second begins otherwise now.
    (["It rains.", "Buses run."], "It rains. It pours. Buses run.", ["It rains. It pours.", "Buses run."]),
    (["It rains.", "Buses run."], "It rains. Some trams run.", ["It rains.", "Some trams run."]),
    (["It rains.", "Buses run."], "It rains, and buses run.", ["It rains,", "and buses run."]),
    (["It rains.", "Buses run."], "Sun! Trams go.", ["Sun!", "Trams go."]),
    (["It rains.", "Buses run."], "Buses run.", ["", "Buses run."]),
    (["下雨。", "车开。"], "下大雨。车不开。", ["下大雨。", "车不开。"]),
  ]

  @Test(arguments: edits)
  func findsTheSentences(_ sentences: [String], _ edited: String, _ expected: [String]) throws {
    let old = Array(sentences.joined(separator: " ").utf8)
    var at = 0
    let ranges = sentences.map { sentence in
      defer { at += sentence.utf8.count + 1 }
      return at..<at + sentence.utf8.count
    }
    let new = Array(edited.utf8)
    let found = try #require(TextMapping(from: old, to: new)).ranges(of: ranges)
    #expect(found.map { String(decoding: new[$0], as: UTF8.self) } == expected)
  }
}
