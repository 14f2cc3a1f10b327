import Foundation
import Locales
import Terminology
import Testing
import Units

@testable import Checks

/// What a translator may do to one sentence of an article, and the rules that have to see it.
struct SeededError: CustomTestStringConvertible, Sendable {
  typealias Pair = (source: String, target: String)

  var kind: String
  var rules: Set<String>
  /// The share that has to be found.
  var floor = 0.95
  /// The sentence with the error; nil where it can't happen there.
  var seeded: @Sendable (Pair, inout SeededGenerator) -> Pair?

  var testDescription: String { kind }

  /// An error in the target alone.
  init(
    _ kind: String, _ rules: Set<String>, floor: Double = 0.95,
    target: @escaping @Sendable (String, inout SeededGenerator) -> String?
  ) {
    self.init(kind, rules, floor: floor) { pair, random in
      target(pair.target, &random).map { (pair.source, $0) }
    }
  }

  init(
    _ kind: String, _ rules: Set<String>, floor: Double = 0.95,
    _ seeded: @escaping @Sendable (Pair, inout SeededGenerator) -> Pair?
  ) {
    (self.kind, self.rules, self.floor) = (kind, rules, floor)
    self.seeded = seeded
  }

  /// One of a list of words in place of another; with `|` behind them they may have an ending.
  static func swap(
    _ kind: String, _ rule: String, among lists: [String], where isMeant: String? = nil, floor: Double = 0.95
  ) -> SeededError {
    SeededError(kind, Set(rule.split(separator: " ").map(String.init)), floor: floor) { text, random in
      for list in lists {
        let words = list.split { " |".contains($0) }.map { $0.replacingOccurrences(of: "_", with: " ") }
        let end = list.hasSuffix("|") ? "" : "(?![\\p{L}/])"
        for word in words.shuffled(using: &random) where text.contains(word) && !text.contains("(") {
          let pattern = (isMeant.map { "(?<=\($0))" } ?? "(?<!\\p{L})") + word + end
          guard let range = text.range(of: pattern, options: .regularExpression) else { continue }
          let other = words.filter { $0 != word }.randomElement(using: &random) ?? word
          return text.replacingCharacters(in: range, with: other)
        }
      }
      return nil
    }
  }

  /// Something that both sentences hold at their ends and that gets lost or changed in the target.
  static func tail(_ kind: String, _ rule: String, _ source: String, _ target: String) -> SeededError {
    SeededError(kind, [rule]) { pair, _ in
      guard !pair.source.contains("@"), !pair.source.contains("://") else { return nil }
      return ("\(pair.source) \(source)", "\(pair.target) \(target)")
    }
  }

  static let all: [SeededError] =
    numbers + senses + [
      .swap(
        "weekday", "weekday-mismatch",
        among: [
          "понедельник вторник четверг", "пятницу субботу воскресенье",
          "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі|",
        ]),
      .swap(
        "month", "date-mismatch",
        among: [
          "января февраля апреля июня июля августа сентября октября ноября декабря",
          "январе феврале апреле июне июле августе сентябре октябре ноябре декабре",
          "қаңтар ақпан сәуір шілде тамыз қыркүйек желтоқсан|",
        ]),
      .swap(
        "scale word", "number-mismatch",
        among: ["тыс млн млрд", "тысяч миллионов миллиардов", "мың миллион миллиард"], where: "[0-9][ \u{A0}]"),
      .swap(
        "unit", "unit-number-mismatch number-mismatch",
        among: [
          "километров миль", "километрах милях", "километра мили", "килограммов фунтов", "метров футов ярдов",
          "км/ч миль_в_час", "км миль", "метр фут ярд", "километр миля",
        ], where: "[0-9][ \u{A0}]", floor: 0.9),
      .swap(
        "currency", "unit-number-mismatch",
        among: ["долларов евро рублей", "долл евро", "доллар еуро теңге|"], where: "[0-9][ \u{A0}]"),
      SeededError("percent sign", ["unit-number-mismatch"]) { text, _ in
        let changed = text.replacingOccurrences(
          of: "(?<=[0-9])[ \u{A0}]?(%|процент\\p{L}*|пайыз\\p{L}*)", with: "", options: .regularExpression)
        return changed == text ? nil : changed
      },
      SeededError("source again", ["untranslated"]) { pair, _ in
        pair.source.split(separator: " ").count > 3 ? (pair.source, pair.source) : nil
      },
      SeededError("nothing", ["untranslated"]) { _, _ in "" },
      SeededError("half in the source's language", ["partly-untranslated"]) { pair, _ in
        let (source, target) = (pair.source.split(separator: " "), pair.target.split(separator: " "))
        guard target.count >= 6, source.suffix(source.count / 2).count(where: { $0.allSatisfy(\.isLowercase) }) >= 5
        else { return nil }
        return (pair.source, (target.prefix(target.count / 2) + source.suffix(source.count / 2)).joined(separator: " "))
      },
      SeededError("most left out", ["length-ratio"]) { text, _ in
        let words = text.split(separator: " ")
        return words.count >= 12 ? words.prefix(words.count / 5).joined(separator: " ") : nil
      },
      SeededError("said twice", ["repeated-text"]) { text, _ in
        text.split(separator: " ").count >= 8 ? "\(text) \(text)" : nil
      },
      SeededError("letter of another script", ["mixed-script"]) { text, random in
        let letters: [Character: Character] = ["а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "і": "i"]
        let places = text.indices.filter {
          letters[text[$0]] != nil && ($0 == text.startIndex || text[text.index(before: $0)].isLetter)
        }
        guard let place = places.randomElement(using: &random), let letter = letters[text[place]] else { return nil }
        return text.replacingCharacters(in: place...place, with: String(letter))
      },
      SeededError("word twice", ["doubled-word"]) { text, random in
        let words = text.split(separator: " ")
        let places = words.indices.filter { words[$0].allSatisfy(\.isLetter) }
        guard let place = places.randomElement(using: &random) else { return nil }
        return (words[...place] + words[place...]).joined(separator: " ")
      },
      SeededError("two spaces", ["spaces"]) { text, random in
        let places = text.indices.filter { text[$0] == " " }
        return places.randomElement(using: &random).map { text.replacingCharacters(in: $0...$0, with: "  ") }
      },
      SeededError("space before a comma", ["spaces"]) { text, random in
        let places = text.indices.filter { text[$0] == "," && text[text.index(after: $0)...].hasPrefix(" ") }
        return places.randomElement(using: &random).map { text.replacingCharacters(in: $0...$0, with: " ,") }
      },
      SeededError("no full stop", ["final-punctuation"]) { pair, _ in
        let (source, target) = pair
        guard source.last == ".", target.last == ".", target.dropLast().last?.isLetter == true else { return nil }
        return (source, String(target.dropLast()))
      },
      SeededError("one quotation mark lost", ["quotes"]) { pair, random in
        // The source opens and closes its quotation in this sentence.
        let marks = pair.source.count { "\"“”".contains($0) }
        let places = pair.target.indices.filter { "«»".contains(pair.target[$0]) }
        guard marks > 0, marks.isMultiple(of: 2), places.count == 2, let place = places.randomElement(using: &random)
        else { return nil }
        return (pair.source, pair.target.replacingCharacters(in: place...place, with: ""))
      },
      SeededError("quotation marks lost", ["quotation-count"]) { pair, _ in
        let quoted = pair.source.split(separator: "\"", omittingEmptySubsequences: false)
        guard quoted.count == 3, quoted[1].split(separator: " ").count > 5 else { return nil }
        let plain = pair.target.filter { !"\"«»“”„—–".contains($0) }.replacingOccurrences(of: " - ", with: " ")
        return plain == pair.target ? nil : (pair.source, plain)
      },
      SeededError("negation", ["negation-lost"], floor: 0.75) { pair, _ in
        // Russian says it with a word; in Kazakh it is a part of the verb.
        let ranges = pair.target.ranges(of: " не ")
        guard ranges.count == 1, pair.source.contains(" not ") || pair.source.contains("n't ") else { return nil }
        return (pair.source, pair.target.replacingOccurrences(of: " не ", with: " "))
      },
      .tail("link lost", "link-mismatch", "See https://example.org/news/1.", "."),
      .tail(
        "link changed", "link-mismatch", "See https://example.org/news/1.", "https://example.org/news/7."),
      .tail("e-mail changed", "link-mismatch", "Write to desk@example.org.", "desk@exmple.org."),
      .tail("placeholder changed", "placeholder-mismatch", "Hello, {name}.", "{nаme}."),
      SeededError("acronym", ["acronym-mismatch"]) { pair, random in
        guard let range = pair.target.range(of: "(?<![\\w.])[A-Z]{3,5}(?![\\w.])", options: .regularExpression) else {
          return nil
        }
        let word = pair.target[range]
        guard pair.source.contains(word) else { return nil }
        let changed = String(word.shuffled(using: &random))
        return changed == word ? nil : (pair.source, pair.target.replacingCharacters(in: range, with: changed))
      },
    ]

  /// What a number loses besides its digits.
  private static let senses: [SeededError] = [
    SeededError("minus lost", ["number-mismatch"]) { pair, random in
      let degrees = Int.random(in: 2...40, using: &random)
      return appended(pair, "It was -\(degrees) °C.", "(\(degrees) °C)")
    },
    SeededError("p.m. lost", ["number-mismatch"]) { pair, random in
      let time = "\(Int.random(in: 1...11, using: &random)):\(Int.random(in: 10...59, using: &random))"
      return appended(pair, "It starts at \(time) p.m.", "(\(time))")
    },
    SeededError("range turned round", ["number-mismatch"]) { pair, _ in
      let ranges = pair.target.matches(of: /(\d+)([-–])(\d+)/)
      guard ranges.count == 1, let (range, low, dash, high) = ranges.first?.output, (Int(low) ?? 0) < (Int(high) ?? 0),
        !pair.source.matches(of: /(\d+)\D{1,9}(\d+)/).filter({ $0.output.1 == low && $0.output.2 == high }).isEmpty
      else { return nil }
      return (pair.source, pair.target.replacingOccurrences(of: range, with: "\(high)\(dash)\(low)"))
    },
    SeededError("half for a third", ["number-mismatch"]) { pair, _ in
      guard pair.source.contains(" half ") else { return nil }
      let changed = pair.target.replacingOccurrences(of: "половин[аыеу]", with: "трети", options: .regularExpression)
        .replacingOccurrences(of: "жартысын", with: "үштен бірін").replacingOccurrences(
          of: "жартысы", with: "үштен бірі")
      return changed == pair.target ? nil : (pair.source, changed)
    },
    SeededError("degrees of another scale", ["unit-number-mismatch"]) { pair, random in
      let degrees = Int.random(in: 60...110, using: &random)
      return appended(pair, "The temperature reached \(degrees) degrees.", "(температура \(degrees) °C)")
    },
  ]

  private static func appended(_ pair: Pair, _ source: String, _ target: String) -> Pair? {
    pair.source.contains("@") || pair.source.contains("://")
      ? nil : ("\(pair.source) \(source)", "\(pair.target) \(target)")
  }

  private static let numbers = ParallelNewsTests.Slip.allCases.map { slip in
    // Where a number is left out, the words beside it may say as much.
    SeededError("number: \(slip)", ["number-mismatch"], floor: slip == .lostNumber ? 0.9 : 0.95) { pair, random in
      let bytes = Array(pair.target.utf8)
      let digits = bytes.indices.filter { bytes[$0] &- 48 < 10 }
      guard let place = digits.randomElement(using: &random),
        slip != .lostNumber || isSaid(bytes, at: place, in: pair.source)
      else { return nil }
      return slip.applied(to: bytes, at: place, &random).map { (pair.source, String(decoding: $0, as: UTF8.self)) }
    }
  }

  /// Whether the number at a place is more than a part of a name or of a time, and the source has it in digits, too.
  private static func isSaid(_ text: [UInt8], at place: Int, in source: String) -> Bool {
    let number = text[place...].prefix { $0 &- 48 < 10 }
    let isPart = place > 0 && (text[place - 1] >= 0x80 || "-:.,+(".utf8.contains(text[place - 1]))
    return !isPart && source.contains(String(decoding: number, as: UTF8.self))
  }
}

/// A hundred errors of each kind in sentences of translated news that nothing is said of without them.
@Suite(.enabled(if: shared != nil))
struct SeededErrorsTests {
  /// The sentences; one of the translators has left many of his twice.
  private static let pairs = try? ParallelNews.all.filter { $0.source == "en" && $0.targetKey != "ru_wmt19" }
    .flatMap { news in try news.articles().joined().map { (news, $0) } }

  @Test(arguments: SeededError.all)
  func errorsAreFound(_ error: SeededError) throws {
    var random = SeededGenerator()
    var configuration = CheckConfiguration()
    configuration.select = error.rules
    let suite = CheckSuite(configuration)
    var seeded = 0
    var overlooked: [String] = []
    for (news, pair) in try #require(Self.pairs).shuffled(using: &random) where seeded < 100 {
      guard let changed = error.seeded(pair, &random),
        suite.findings(in: try Bitext(news.source, pair.source, news.target, pair.target)).isEmpty
      else { continue }
      seeded += 1
      if suite.findings(in: try Bitext(news.source, changed.source, news.target, changed.target)).isEmpty {
        overlooked.append("  \(changed.source)\n  \(changed.target)")
      }
    }
    print("\(seeded - overlooked.count) of \(seeded): \(error.kind)")
    if ProcessInfo.processInfo.environment["L10N_SHOW"] != nil { print(overlooked.joined(separator: "\n")) }
    #expect(seeded > 0)
    #expect(
      Double(seeded - overlooked.count) >= error.floor * Double(seeded),
      "\(overlooked.prefix(10).joined(separator: "\n"))")
  }

  /// Errors that show beside the other sentences of their article.
  @Test func errorsInArticlesAreFound() throws {
    var configuration = CheckConfiguration()
    configuration.select = ["name-inconsistent", "speaker-mismatch", "translation-inconsistent"]
    let suite = CheckSuite(configuration)
    var random = SeededGenerator()
    var counts: [String: (seeded: Int, found: Int)] = [:]
    var overlooked: [String] = []
    // There are few speakers, and a slip in the last letters of a name may be an ending.
    let floors = ["name": 0.9, "speaker": 0.9]
    func seed(_ kind: String, _ rule: String, _ clean: Bitext, _ changed: Bitext, _ unit: Int) {
      let id = clean.units[unit].id
      guard counts[kind]?.seeded ?? 0 < 100, !suite.findings(in: clean).contains(where: { $0.rule == rule }) else {
        return
      }
      let isFound = suite.findings(in: changed).contains { $0.rule == rule && $0.unit == id }
      counts[kind, default: (0, 0)].seeded += 1
      if isFound {
        counts[kind]?.found += 1
      } else {
        overlooked.append("  \(kind): \(changed.units[unit].segments[0])")
      }
    }
    for news in ParallelNews.all where news.source == "en" && news.targetKey != "ru_wmt19" {
      for article in try news.articles() where !article.isEmpty {
        let clean = try Bitext(news.source, news.target, units: article.map { [$0] })
        let names = NameSpellings(units: clean.units, PressSpelling(clean.targetLocale)) { _ in false }.names
        for name in names where name.spellings.count == 1 && name.spellings[0].occurrences.count > 1 {
          guard let place = name.spellings[0].occurrences.randomElement(using: &random), place.stem > 5 else {
            continue
          }
          let letters = Array(place.text)
          let at = Int.random(in: 1..<4, using: &random)
          guard letters[at] != letters[at + 1] else { continue }
          let slip = letters[..<at] + [letters[at + 1], letters[at]] + letters[(at + 2)...]
          seed("name", "name-inconsistent", clean, clean.replacing(place, by: String(slip)), place.unit)
        }
        let speakers = names.compactMap { name in
          name.spellings[0].occurrences.first { place in
            article[place.unit].source.range(
              of:
                "(said|added) ((Mr|Ms|Mrs)\\.? )?\(name.text)[.,]|(^|, |[”\"] |M[rs]\\.? )\(name.text) (said|added|told)",
              options: .regularExpression)
              != nil
          }
        }
        for (place, other) in zip(speakers, speakers.dropFirst()) where place.unit != other.unit {
          seed("speaker", "speaker-mismatch", clean, clean.replacing(place, by: other.text), place.unit)
        }
        let unit = article.indices.dropLast().randomElement(using: &random) ?? 0
        guard article.count > 1, article[unit].source.split(separator: " ").count > 4 else { continue }
        let again = Unit(
          id: UnitID("again"),
          segments: [Segment(source: Content(article[unit].source), target: Content(article[unit + 1].target))])
        var (before, changed) = (clean, clean)
        before.units.append(Unit(id: again.id, segments: clean.units[unit].segments))
        changed.units.append(again)
        seed("same source, other target", "translation-inconsistent", before, changed, clean.units.count)
      }
    }
    if ProcessInfo.processInfo.environment["L10N_SHOW"] != nil { print(overlooked.joined(separator: "\n")) }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
      print("\(count.found) of \(count.seeded): \(kind)")
      #expect(Double(count.found) >= floors[kind, default: 0.95] * Double(count.seeded), "\(kind)")
    }
  }
}

extension Bitext {
  /// Another rendering of a name at a place.
  fileprivate func replacing(_ place: NameSpellings.Occurrence, by text: String) -> Bitext {
    var result = self
    var content = units[place.unit].segments[place.segment].target ?? Content()
    content.text.replaceSubrange(place.range.bytes, with: Array(text.utf8))
    result.units[place.unit].segments[place.segment].target = content
    return result
  }
}
