import Foundation
import SQLite
import TestSupport
import Testing
import Units

@testable import Memory

/// What was added is found again: the same, in its place, much alike, and with other numbers.
struct TranslationMemoryTests {
  private let workspace: Workspace
  private let english: LanguageTag
  private let russian: LanguageTag

  init() throws {
    workspace = try Workspace()
    english = try #require(LanguageTag("en"))
    russian = try #require(LanguageTag("ru"))
  }

  private func memory(patience: Int32 = 1_000) throws -> TranslationMemory {
    try TranslationMemory(workspace("m.sqlite"), creates: true, patience: patience)
  }

  private func entry(
    _ source: String, _ target: String, context: MemoryEntry.Context = MemoryEntry.Context(), from: LanguageTag? = nil,
    to: LanguageTag? = nil
  ) -> MemoryEntry {
    MemoryEntry(
      source: Content(source), target: Content(target), sourceLanguage: from ?? english, targetLanguage: to ?? russian,
      context: context)
  }

  private func found(_ memory: TranslationMemory, _ text: String, least: Int = 75) throws -> [String] {
    try memory.matches(for: Content(text), from: english, to: russian, least: least).map {
      "\($0.similarity) \($0.kind): \($0.entry.target.string)"
    }
  }

  @Test func findsTheSameText() throws {
    let memory = try memory()
    #expect(try memory.add([entry("It rains.", "Идёт дождь."), entry("It snows.", "Идёт снег.")]) == 2)
    #expect(try memory.add([entry("It  rains.", "Идёт дождь."), entry("It snows.", "Снег.")]) == 1)
    #expect(try found(memory, "It rains.") == ["100 exact: Идёт дождь."])
    // Of two translations the newer comes first.
    #expect(try found(memory, "It snows.") == ["100 exact: Снег.", "100 exact: Идёт снег."])
    #expect(try found(memory, "It hails.", least: 90) == [])
  }

  @Test func prefersTheTextBetweenTheSameTexts() throws {
    let memory = try memory()
    let here = MemoryEntry.Context(before: MemoryEntry.key(of: Array("A.".utf8)), after: 5)
    _ = try memory.add([entry("Open.", "Открыто.", context: here), entry("Open.", "Откройте.")])
    let matches = try memory.matches(for: Content("Open."), from: english, to: russian, context: here)
    #expect(matches.map(\.kind) == [.context, .exact])
    #expect(matches.first?.entry.target.string == "Открыто.")
  }

  @Test(arguments: [
    ("The dam holds 81 million cubic metres.", ["99 numbers: Плотина удерживает 81 миллион кубометров."]),
    // Three figures apart, and the mark between them is another in the translation: nobody is sure.
    ("The dam holds 1,079 million cubic metres.", ["92 fuzzy: Плотина удерживает 79 миллион кубометров."]),
    ("The old dam holds 79 million cubic metres.", ["90 fuzzy: Плотина удерживает 79 миллион кубометров."]),
    ("The bridge was closed on Monday evening.", []),
  ])
  func findsWhatIsMuchAlike(_ text: String, _ expected: [String]) throws {
    let memory = try memory()
    _ = try memory.add([
      entry("The dam holds 79 million cubic metres.", "Плотина удерживает 79 миллион кубометров."),
      entry("Schools stay open all week.", "Школы открыты всю неделю."),
    ])
    #expect(try found(memory, text) == expected)
  }

  @Test(arguments: [("en-US", "ru-RU", true), ("en", "ru", true), ("en-GB", "ru-KZ", true), ("de", "ru", false)])
  func servesEveryRegionOfALanguage(_ from: String, _ to: String, _ isFound: Bool) throws {
    let memory = try memory()
    _ = try memory.add([entry("It rains.", "Идёт дождь.")])
    let tags = (try #require(LanguageTag(from)), try #require(LanguageTag(to)))
    #expect(try memory.matches(for: Content("It rains."), from: tags.0, to: tags.1).isEmpty != isFound)
  }

  @Test func keepsCodesAndProperties() throws {
    let codes = [
      Code(at: Offset(3), kind: .open, ordinal: 1, display: "<b>"), Code(at: Offset(8), kind: .close, ordinal: 1),
      Code(at: Offset(8), kind: .standalone, ordinal: 2, equivalent: "\n"),
    ]
    var added = entry("", "")
    added.source = Content(text: Array("It rains.".utf8), codes: codes)
    added.target = Content(
      text: Array("Идёт дождь.".utf8),
      codes: codes.reversed().map { code in
        var code = code
        code.at = Offset(20 - code.at.bytes)
        return code
      })
    added.properties = ["x-l10n-original": "a.md", "empty": ""]
    added.state = .final
    let memory = try memory()
    _ = try memory.add([added])
    var kept: [MemoryEntry] = []
    try memory.forEach {
      kept.append($0)
      return true
    }
    #expect(kept == [added])
    // The same words with other codes are not the same text.
    #expect(try found(memory, "It rains.") == ["99 fuzzy: Идёт дождь."])
  }

  /// Of thousands of texts made by one pattern, the one with the most of the same digits is looked at.
  @Test func findsTheNearestOfOnePattern() throws {
    let memory = try memory()
    _ = try memory.add(
      (0..<2_000).map {
        entry("Tram \($0) leaves at \($0 % 24):\($0 % 60), it says.", "Трамвай \($0), \($0 % 24):\($0 % 60)")
      })
    let best = try memory.matches(for: Content("Tram 1777 leaves at 1:37, he says."), from: english, to: russian)
    #expect(best.first?.entry.source.string == "Tram 1777 leaves at 1:37, it says.", "\(best)")
  }

  @Test func findsWhatAnotherProcessAdded() throws {
    let (one, other) = (try memory(), try memory())
    _ = try one.add([entry("The bridge at Semey is closed.", "Мост в Семее закрыт.")])
    #expect(try found(other, "The bridge at Semey is open.").count == 1)
    _ = try one.add([entry("The bridges at Semey are closed.", "Мосты в Семее закрыты.")])
    #expect(try found(other, "The bridge at Semey is open.").count == 2)
  }

  @Test func saysThatAnotherProcessWritesForTooLong() throws {
    let memory = try memory(patience: 50)
    let other = try Database(workspace("m.sqlite"), creates: false, patience: 0)
    try other.execute("BEGIN IMMEDIATE")
    #expect(
      throws: MemoryError("another process has been writing to it for too long", remedy: "try again when it is done")
    ) {
      try memory.add([entry("It rains.", "Идёт дождь.")])
    }
    try other.execute("COMMIT")
    // Nothing is lost: the same can be added then.
    #expect(try memory.add([entry("It rains.", "Идёт дождь.")]) == 1)
    #expect(try found(memory, "It rains.") == ["100 exact: Идёт дождь."])
  }

  @Test(arguments: [
    (
      Array("no database, but long enough to be taken for one: ".utf8) + Array(repeating: 0x20, count: 2_000),
      "is no translation memory"
    ),
    ([], nil),
  ])
  func refusesWhatIsNoMemory(_ bytes: [UInt8], _ problem: String?) throws {
    try workspace.write(bytes, "m.sqlite")
    guard let problem else {
      _ = try memory()
      return
    }
    let error = #expect(throws: MemoryError.self) { try memory() }
    #expect(error?.problem.hasPrefix(problem) == true, "\(error?.problem ?? "")")
  }

  @Test(arguments: [
    ("CREATE TABLE theirs (a)", "is a database of another program"),
    (
      "PRAGMA application_id = \(MemorySchema.application); PRAGMA user_version = 99; CREATE TABLE entry (a)",
      "was written by a newer version of l10n"
    ),
  ])
  func leavesOtherDatabasesAlone(_ sql: String, _ problem: String) throws {
    try Database(workspace("m.sqlite"), creates: true, patience: 0).execute(sql)
    let error = #expect(throws: MemoryError.self) { try memory() }
    #expect(error?.problem == problem)
  }
}
