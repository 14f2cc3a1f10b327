import Testing
import Units

import Segmentation

@Suite struct SRXSegmenterTests {
  static let kazakh = #"<rule break="no"><beforebreak>\bобл\.</beforebreak><afterbreak>\s</afterbreak></rule>"#
  static let initials = #"<rule break="no"><beforebreak>\s\p{Lu}\.</beforebreak><afterbreak>\s</afterbreak></rule>"#
  static let stops = #"<rule><beforebreak>[.?!]+</beforebreak><afterbreak>\s</afterbreak></rule>"#

  /// A document with rules of its own for Kazakh in front of those for all languages.
  static func document(cascade: Bool = true, kazakh: String = kazakh, all: String = initials + stops) -> String {
    """
    <?xml version="1.0"?>
    <srx version="2.0" xmlns="http://www.lisa.org/srx20">
      <header segmentsubflows="yes" cascade="\(cascade ? "yes" : "no")"/>
      <body>
        <languagerules>
          <languagerule languagerulename="Kazakh">\(kazakh)</languagerule>
          <languagerule languagerulename="All">\(all)</languagerule>
        </languagerules>
        <maprules>
          <languagemap languagepattern="[Kk]{2}(-.*)?" languagerulename="Kazakh"/>
          <languagemap languagepattern=".*" languagerulename="All"/>
        </maprules>
      </body>
    </srx>
    """
  }

  static func segmenter(_ document: String, _ language: String) throws -> SRXSegmenter {
    try SRXSegmenter(SRXDocument(Array(document.utf8)), language: #require(LanguageTag(language)))
  }

  static func segments(_ text: String, _ document: String, _ language: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let segments = try segmenter(document, language).segments(in: bytes)
    return segments.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    // The rules of both maps hold for Kazakh, those of the second alone for Russian.
    (true, "kk", ["Абай обл. орталығы.", "Ол үлкен."]),
    (true, "kk-KZ", ["Абай обл. орталығы.", "Ол үлкен."]),
    (true, "ru", ["Абай обл.", "орталығы.", "Ол үлкен."]),
    // Without cascading the first map that matches is the only one.
    (false, "kk", ["Абай обл. орталығы.  Ол үлкен."]),
    (false, "ru", ["Абай обл.", "орталығы.", "Ол үлкен."]),
  ])
  func cascades(_ cascade: Bool, _ language: String, _ expected: [String]) throws {
    let document = Self.document(cascade: cascade)
    #expect(try Self.segments("Абай обл. орталығы.  Ол үлкен.\n", document, language) == expected)
  }

  /// A long text is matched piece by piece.
  @Test(arguments: ["", " ", "шашасы "]) func findsTheSameSegmentsAnywhere(_ shift: String) throws {
    let text = shift + String(repeating: "Абай обл. орталығы. Ол үлкен! ", count: 4000)
    let segments = try Self.segments(text, Self.document(), "kk")
    #expect(segments.count == 8000)
    #expect(Set(segments.dropFirst()) == ["Абай обл. орталығы.", "Ол үлкен!"])
  }

  @Test func takesTheFirstRuleThatFits() throws {
    #expect(try Self.segments("By A. B. Lee. End.", Self.document(), "en") == ["By A. B. Lee.", "End."])
    let reversed = Self.document(all: Self.stops + Self.initials)
    #expect(try Self.segments("By A. B. Lee.", reversed, "en") == ["By A.", "B.", "Lee."])
  }

  @Test func breaksWhereOneSideIsEmpty() throws {
    let document = Self.document(all: "<rule><afterbreak>•</afterbreak></rule>")
    #expect(try Self.segments("a • b • c", document, "en") == ["a", "• b", "• c"])
  }

  @Test func saysWhichRuleDecided() throws {
    let text = Array("One. Two.".utf8)
    let rules = try Self.segmenter(Self.document(all: "\n" + Self.stops), "en").segments(in: text).map(\.rule)
    #expect(rules == ["8:1", "end-of-text"])
  }

  @Test(arguments: ["", " \n", "\u{0}"]) func takesTextWithoutSentences(_ text: String) throws {
    #expect(try Self.segments(text, Self.document(), "en") == (text == "\u{0}" ? [text] : []))
  }

  @Test(arguments: [
    (document(all: "<rule><beforebreak>(a</beforebreak></rule>"), "(a"),
    (document(all: "<rule><afterbreak>[</afterbreak></rule>"), "["),
    (document().replacing("[Kk]{2}", with: "[Kk"), "<languagemap"),
    (document().replacing(#"languagerulename="All"/>"#, with: #"languagerulename="Al"/>"#), "<languagemap"),
    (document().replacing("2.0\" xml", with: "1.0\" xml"), "<srx"),
    (document().replacing("break=\"no\"", with: "break=\"maybe\""), "<rule"),
    ("<xliff/>", "<xliff"),
  ])
  func saysWhatIsWrong(_ document: String, _ place: String) throws {
    let error = try #require(throws: Malformed.self) { try Self.segmenter(document, "kk") }
    let found = String(decoding: Array(document.utf8)[error.at.bytes...], as: UTF8.self)
    #expect(found.hasPrefix(place), "\(error.problem) at \(found.prefix(40))")
  }

  @Test func givesUpOnPatternsWithoutEnd() throws {
    let segmenter = try Self.segmenter(Self.document(all: "<rule><beforebreak>(a+)+b</beforebreak></rule>"), "en")
    let error = #expect(throws: SRXError.self) { try segmenter.segments(in: Array(repeating: 0x61, count: 5000)) }
    #expect(error?.place == "7:44")
  }
}

extension SRXSegmenter {
  /// The segments, and the place of the rule that ended each one.
  func segments(in text: [UInt8]) throws(SRXError) -> [(range: Range<Int>, rule: String)] {
    var segments: [(range: Range<Int>, rule: String)] = []
    try forEachSegment(in: text.span) { segments.append(($0, "\($1)")) }
    return segments
  }
}
