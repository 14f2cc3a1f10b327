import Articles
import Testing
import Units
import XLIFF

@testable import Localization

/// Merging what translators and their tools send back.
struct MergerTests {
  /// A file of one unit whose segments are these pairs; nil is no target.
  private func file(_ pairs: [(String, String?)], order: [Int?] = []) throws -> ResourceFile {
    var body = ""
    for (index, pair) in pairs.enumerated() {
      let place = order.isEmpty ? "" : order[index].map { " order=\"\($0)\"" } ?? ""
      let target = pair.1.map { "<target\(place)>\($0)</target>" } ?? ""
      body += "<segment id=\"s\(index + 1)\"><source>\(pair.0)</source>\(target)</segment>"
    }
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="kk"><file id="f"
      original="a.txt"><unit id="p1">\(body)</unit></file></xliff>
      """
    return try #require(try Document(reading: Array(text.utf8)).files.first)
  }

  private func merge(
    _ article: String, _ file: ResourceFile, from source: String = "en",
    _ change: (inout Merger.Options) -> Void = { _ in }
  ) throws -> (text: String?, problems: [String]) {
    var options = Merger.Options()
    change(&options)
    let language = Language(try #require(LanguageTag(source)))
    let merger = Merger(
      options: options, reader: language.reader,
      completeness: Completeness(joinsWithSpace: true, hasNothingToTranslate: { !$0.hasLetter }))
    let outcome = try merger.merge(Array(article.utf8), format: PlainText(), file: file)
    return (
      outcome.bytes.map { String(decoding: $0, as: UTF8.self) },
      outcome.problems.map { $0.rule.isEmpty ? $0.message : "\($0.rule): \($0.message)" }
    )
  }

  @Test(arguments: [
    // As it was extracted.
    ([("One is.", "Бір."), ("Two is.", "Екі.")], "One is.  Two is.\r\n", "Бір.  Екі.\r\n"),
    // Joined by the tool.
    ([("One is. Two is.", "Бір мен екі.")], "One is.  Two is.\r\n", "Бір мен екі.\r\n"),
    // Split by the tool.
    ([("One", "Бір"), ("is.", "бар."), ("Two is.", "Екі.")], "One is. Two is.", "Бір бар. Екі."),
    // Split with the space left on a segment.
    ([("One is. ", "Бір. "), ("Two is.", "Екі.")], "One is. Two is.", "Бір. Екі."),
    // In another order.
    ([("Two is.", "Екі."), ("One is.", "Бір.")], "One is. Two is.", "Бір. Екі."),
    // Indented by the tool.
    ([("\n      One\n is.\n", "\n   Бір.\n"), ("Two is.", "Екі.")], "One is. Two is.", "Бір. Екі."),
    // Numbers alone need no translation.
    ([("1,5 — 2", "1,5 — 2"), ("Two is.", "Екі.")], "1,5 — 2\nTwo is.", "1,5 — 2\nЕкі."),
    // Letters written in another way.
    ([("Cafe\u{301}.", "Кафе.")], "Caf\u{E9}.", "Кафе."),
    ([("Caf\u{E9}.", "Кафе.")], "Cafe\u{301}.", "Кафе."),
    // Escapes are decoded once; a line feed in a target is no new block.
    ([("A &lt; B.", "&lt;script&gt; &amp;lt;")], "A < B.", "<script> &lt;"),
    ([("One is.", "Бір\nғана.")], "One is.", "Бір ғана."),
    // The same sentence twice.
    ([("Yes.", "Иә."), ("Yes.", "Әрине.")], "Yes. Yes.", "Иә. Әрине."),
  ])
  func merges(_ pairs: [(String, String?)], _ article: String, _ expected: String) throws {
    let merged = try merge(article, try file(pairs))
    #expect(merged.text == expected, "\(merged.problems)")
  }

  /// Whatever a tool put there.
  @Test func leavesWhatIsNotToBeTranslated() throws {
    var file = try file([("One is.", "Бір."), ("Two is.", "Екі.")])
    file.units[0].isTranslatable = false
    #expect(try merge("One is. Two is.", file).text == "One is. Two is.")
  }

  @Test func turnsSegmentsRoundByTheirOrder() throws {
    let file = try file([("We go,", "деп жауап берді ол."), ("he said.", "Біз барамыз,")], order: [2, 1])
    #expect(try merge("Title\nWe go,\nhe said.", file).text == nil)
    var titled = file
    titled.units.insert(
      Unit(id: UnitID("t"), segments: [Segment(source: Content("Title"), target: Content("Тақырып"))]), at: 0)
    titled.slots.insert([file.slots[0][0]], at: 0)
    #expect(try merge("Title\nWe go,\nhe said.", titled).text == "Тақырып\nБіз барамыз,\nдеп жауап берді ол.")
  }

  @Test func takesAnEmptySegmentAmongTranslatedOnesForAWarning() throws {
    let merged = try merge(
      "One is. Two is.\nEnd.", try file([("One is.", "Бір мен екі екеуі."), ("Two is.", ""), ("End.", "Соңы.")]))
    #expect(merged.text == "Бір мен екі екеуі.\nСоңы.")
    #expect(merged.problems.count == 1 && merged.problems[0].hasPrefix("segment-empty: p1/s2"))
  }

  @Test func doesNotTakeALostHalfForATranslation() throws {
    let merged = try merge(
      "One is. Two is here and there.", try file([("One is.", "Бір."), ("Two is here and there.", "")]))
    #expect(merged.text == nil)
    #expect(merged.problems == ["untranslated: p1/s2 is not translated"])
  }

  @Test(arguments: [
    (Merger.Incomplete.source, "Бір. Two is."), (.omit, "Бір."),
  ])
  func writesWhatIsAskedForInPlaceOfAMissingSegment(_ incomplete: Merger.Incomplete, _ expected: String) throws {
    let merged = try merge("One is. Two is.", try file([("One is.", "Бір."), ("Two is.", nil)])) {
      $0.incomplete = incomplete
    }
    #expect(merged.text == expected)
  }

  @Test func asksForTheLeastState() throws {
    let merged = try merge("One is.", try file([("One is.", "Бір.")])) { $0.minimumState = .reviewed }
    #expect(merged.text == nil && merged.problems == ["unready: p1/s1 is initial, not yet reviewed"])
  }

  @Test func namesTextThatNoUnitHas() throws {
    let merged = try merge("One is. New. Two is.", try file([("One is.", "Бір."), ("Two is.", "Екі.")]))
    #expect(merged.text == nil && merged.problems.count == 1)
    #expect(merged.problems[0].hasPrefix("this text is not in the XLIFF"))
  }

  @Test func namesAUnitWhoseSourceIsGone() throws {
    let merged = try merge("One is.", try file([("One is.", "Бір."), ("Two is.", "Екі.")]))
    #expect(
      merged.text == nil && merged.problems.count == 1 && merged.problems[0].hasPrefix("p1/s2: the article no longer"))
  }

  @Test(arguments: [
    "Title\nOne is.\nLatest news\n- A\n- B", "Title\nOne is.\nLatest news\n- A\n", "Title\nLatest news\n- A\nOne is.\n",
    "Title\rLatest news\r- A\r- B\rOne is.", "Title\r\nLatest news\r\n- A\r\nOne is.\r\n",
  ])
  func dropsFurniture(_ article: String) throws {
    let merged = try merge(article, try file([("Title", "Тақырып"), ("One is.", "Бір.")])) { $0.furniture = .drop }
    let text = try #require(merged.text)
    #expect(text.split(whereSeparator: \.isNewline) == ["Тақырып", "Бір."], "\(text)")
  }

  @Test(arguments: [
    (Merger.Incomplete.error, []), (.source, ["Тақырып", "Бір. New.", "Last."]), (.omit, ["Тақырып", "Бір."]),
  ])
  func namesUnitsThatWereLost(_ incomplete: Merger.Incomplete, _ expected: [String]) throws {
    let article = "Title\nOne is. New.\nLast."
    var file = try file([("Title", "Тақырып"), ("One is.", "Бір.")])
    file.fingerprint = Fingerprint(Array(article.utf8)).description
    let merged = try merge(article, file) { $0.incomplete = incomplete }
    #expect((merged.text ?? "").split(separator: "\n").map(String.init) == expected)
    #expect(merged.problems.map { $0.prefix { $0 != ":" } } == ["untranslated", "untranslated"])
    #expect(merged.problems[0].contains("p1/s2 is not in the XLIFF") && merged.problems[1].contains(": p2 is not"))
  }

  /// A unit with nothing in it accounts for no text of the article.
  @Test func namesTextThatAnEmptyUnitStandsFor() throws {
    let merged = try merge("One is. New.", try file([("One is.", "Бір."), ("", "")]))
    #expect(merged.text == nil && merged.problems.first?.hasPrefix("this text is not in the XLIFF") == true)
  }

  @Test func namesAUnitThatIsNotTranslatedWhoseSourceChanged() throws {
    var unit = try file([("One is.", nil)])
    unit.units[0].isTranslatable = false
    #expect(try merge("One was.", unit).text == nil)
    #expect(try merge("One is.", unit).text == "One is.")
  }

  @Test func findsSentencesThatWereAllTurnedRound() throws {
    let count = 3_000
    let sentences = (0..<count).map { "Line number \($0) is this one." }
    let pairs = sentences.reversed().map { ($0, Optional($0.replacing("Line", with: "Жол"))) }
    let merged = try merge(sentences.joined(separator: "\n"), try file(pairs))
    #expect(merged.text == sentences.map { $0.replacing("Line", with: "Жол") }.joined(separator: "\n"))
  }

  @Test func unwrapsATargetThatAToolIndented() throws {
    #expect(try merge("One is here.", try file([("One is here.", "Бір \n      осында.")])).text == "Бір осында.")
  }

  @Test func setsSentencesApartThatTouchInALanguageWithoutSpaces() throws {
    let merged = try merge("一。二。", try file([("一。", "Бір."), ("二。", "Екі.")]), from: "zh")
    #expect(merged.text == "Бір. Екі.")
  }

  @Test func keepsSentencesTogetherThatTouchInsideAWord() throws {
    let merged = try merge("Body one is.", try file([("Bod", "Дене"), ("y one is.", "нің бірі.")]))
    #expect(merged.text == "Дененің бірі.")
  }

  @Test func refusesACodeThatIsNotInTheSource() throws {
    let merged = try merge("One is.", try file([("One is.", "Бір<ph id=\"9\"/>.")]))
    #expect(merged.text == nil && merged.problems.first?.hasPrefix("code-mismatch: p1/s1") == true)
  }
}
