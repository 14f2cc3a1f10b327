import Foundation
import TestSupport
import Testing
import Units

@testable import Memory

/// What the sketches find, against an exhaustive comparison that knows nothing of them.
struct FuzzyRecallTests {
  private let english: LanguageTag
  private let russian: LanguageTag

  init() throws {
    english = try #require(LanguageTag("en"))
    russian = try #require(LanguageTag("ru"))
  }

  /// The same numbers for the same seed.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Words of made-up syllables, the common ones short, as often as Zipf's law has it.
  private struct Language {
    let words: [String]

    init(_ alphabet: (consonants: [String], vowels: [String]), size: Int, _ dice: inout Dice) {
      words = (0..<size).map { rank in
        (0..<1 + Int.random(in: 0...(rank < 60 ? 1 : 3), using: &dice)).map { _ in
          (alphabet.consonants.randomElement(using: &dice) ?? "") + (alphabet.vowels.randomElement(using: &dice) ?? "")
            + (Int.random(in: 0..<3, using: &dice) == 0 ? alphabet.consonants.randomElement(using: &dice) ?? "" : "")
        }.joined()
      }
    }

    func word(_ dice: inout Dice) -> String {
      words[Int(pow(Double(words.count), Double.random(in: 0..<1, using: &dice))) % words.count]
    }

    func sentence(_ dice: inout Dice) -> String {
      let words = (0..<Int.random(in: 3...24, using: &dice)).map { _ in
        Int.random(in: 0..<20, using: &dice) == 0 ? "\(Int.random(in: 1...3_000, using: &dice))" : word(&dice)
      }
      return words.joined(separator: " ") + "."
    }

    /// A sentence as an editor leaves it: words changed, inflected, put in, left out, turned round.
    func edited(_ sentence: String, _ dice: inout Dice) -> String {
      var words = sentence.split(separator: " ").map(String.init)
      for _ in 0..<Int.random(in: 1...max(1, words.count / 3), using: &dice) {
        let at = Int.random(in: 0..<words.count, using: &dice)
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: words[at] = word(&dice)
        case 1: words[at] += ["s", "a", "ing", "ov"][Int.random(in: 0..<4, using: &dice)]
        case 2: words.insert(word(&dice), at: at)
        case 3 where words.count > 2: words.remove(at: at)
        default: words.swapAt(at, Int.random(in: 0..<words.count, using: &dice))
        }
      }
      return words.joined(separator: " ")
    }
  }

  /// Wagner and Fischer's table, row by row: the definition.
  private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (index, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let cost = diagonal + (scalar == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(cost, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[right.count]
  }

  private func similarity(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let longer = max(left.count, right.count)
    // What is so much longer can't be like it.
    if abs(left.count - right.count) * 4 > longer { return 0 }
    return longer == 0 ? 100 : 100 * (longer - distance(left, right)) / longer
  }

  /// Precision and recall of what is found at 75 % among the sentences.
  private func measure(_ sentences: [String], _ queries: [String]) throws -> (precision: Double, recall: Double, Int) {
    let workspace = try Workspace()
    let memory = try TranslationMemory(workspace("m.sqlite"), creates: true)
    _ = try memory.add(
      sentences.enumerated().map { number, text in
        MemoryEntry(
          source: Content(text), target: Content("\(number)"), sourceLanguage: english, targetLanguage: russian)
      })
    var (found, right, expected) = (0, 0, 0)
    for query in queries {
      // Without the number rule: what is the same but for its numbers is a match by another definition.
      let matches = try memory.matches(
        for: Content(query), from: english, to: russian, least: 75, limit: sentences.count
      ).filter { $0.kind == .fuzzy }
      let digits = query.filter { !$0.isNumber }
      var oracle: Set<String> = []
      for sentence in sentences where sentence != query && sentence.filter({ !$0.isNumber }) != digits {
        if similarity(query, sentence) >= 75 { oracle.insert(sentence) }
      }
      let own = Set(matches.map { $0.entry.source.string }.filter { $0.filter { !$0.isNumber } != digits })
      found += own.count
      right += own.intersection(oracle).count
      expected += oracle.count
    }
    return (Double(right) / Double(max(1, found)), Double(right) / Double(max(1, expected)), expected)
  }

  /// The letters of two scripts.
  private static let alphabets: [(consonants: [String], vowels: [String])] = [
    (Array("bcdfghklmnprstvw").map(String.init), Array("aeiou").map(String.init)),
    (Array("бвгджзклмнпрстхчш").map(String.init), Array("аеиоуыя").map(String.init)),
  ]

  @Test(arguments: 0..<2) func findsWhatAnExhaustiveComparisonFinds(_ script: Int) throws {
    var dice = Dice(state: UInt64(7 + script))
    let language = Language(Self.alphabets[script], size: 3_000, &dice)
    // Families of like sentences: a query has several matches.
    let bases = (0..<60).map { _ in language.sentence(&dice) }
    let sentences = Set(bases + (0..<140).map { language.edited(bases[$0 % bases.count], &dice) }).sorted()
    let queries = (0..<40).map { _ in language.edited(sentences.randomElement(using: &dice) ?? "", &dice) }
    let result = try measure(sentences, queries)
    #expect(result.2 > 40 && result.precision >= 0.95 && result.recall >= 0.95, "\(result)")
  }
}
