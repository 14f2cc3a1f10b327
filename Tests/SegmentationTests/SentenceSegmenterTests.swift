import Locales
import TestSupport
import Testing
import Units

import Segmentation

/// A paragraph with `|` where sentences meet.
struct MarkedParagraph: CustomTestStringConvertible, Sendable {
  var language: String
  var marked: String
  var testDescription: String { "\(language): \(marked)" }

  init(_ language: String, _ marked: String) {
    self.language = language
    self.marked = marked
  }

  var sentences: [String] { marked.split(separator: "|").map { String($0).trimmed } }
  var text: String { marked.split(separator: "|").map { String($0).trimmed }.joined(separator: " ") }

  static let all: [MarkedParagraph] = [
    // Titles, ranks, initials.
    .init("en", "Gen. Anna Lee met Dr. Omarov. | They spoke for an hour."),
    .init("en", "The bank J. P. Holt & Co. | It was sold."),
    .init("en", "A note by K.-Zh. Aliyev and R. S. Dunn was read."),
    .init("ru", "Указ подписал А. Б. Серов. | Он вступил в силу."),
    .init("ru", "К.-Ж. Алиев прибыл. | Его встречал ген. Петров."),
    .init("kk", "Ә. Серіков келді. | Оны Б.Қ. Асанов қарсы алды."),
    // Places and years.
    .init("ru", "Школа в г. Алматы открылась в 2021 г. | Учеников было сто."),
    .init("ru", "В 2023 г. Серов уехал."),
    .init("kk", "Ол 1990 ж. Ақтөбеде туған. | Қазір Астанада тұрады."),
    // Abbreviations that stand anywhere.
    .init("ru", "Купили хлеб, соль и т. д. | Потом ушли."),
    .init("ru", "Цена — 5 млн. долл. США за тонну."),
    .init("kk", "Нан, тұз т.б. тауар бар. | Бағасы өзгерген жоқ."),
    .init("en", "It opens at 9 a.m. Monday. | Bring a pen."),
    .init("en", "It closed at 6 p.m. | Everyone left."),
    .init("en", "See No. 7 on p. 12."),
    .init("en", "Orbit Inc. shares rose. | Delta Corp. | The rest fell."),
    .init("en", "He left the U.S. Army. | She stayed in the U.S. | They wrote letters."),
    // Numbers, dates, addresses of the net.
    .init("ru", "Это было 21.04.2025 в 10.30. | 25 человек пришли."),
    .init("kk", "Жиын аяқталды. | 25 адам қатысты."),
    .init("ru", "Об этом пишет Orda.kz. | Подробности позже."),
    .init("en", "Read https://example.org/a.html?x=1. | Then write."),
    .init("ru", "1. Общие положения."),
    // Quotations and speech.
    .init("ru", "«Кто там?» — спросил он. | Никто не ответил."),
    .init("ru", "— Вы придёте? — спросила она. | — Приду."),
    .init("kk", "«Келемін!» – деді ол. | – Жарайды."),
    .init("en", "“Stop!” he cried. | “Now.”"),
    .init("ru", "Он молчал… | Потом ушёл."),
    // Emoticons.
    .init("en", "They lost again :-) | Posted by Ann."),
    .init("uk", "Було весело. :) | Дивіться далі."),
    .init("en", "See the note (page 5): Ann (left) and Bo ;) came."),
    // Items of a list in a paragraph.
    .init("ru", "Он обязан: 1) сдать ключи; | 2) закрыть двор; | в) уйти."),
    .init("kk", "Ол міндетті: 1) кілтті тапсыру; | 2) ауланы жабу."),
    .init("en", "He must (1) hand in the keys; 2) lock the yard; b) leave."),
    .init("ru", "Он… ушёл."),
    .init("en", "Really?! | Yes."),
    .init("uz", "Bahor keldi. | …Kuz esa uzoq edi."),
    .init("uk", "Це буде в січні ... 2031 року. | Побачимо."),
    // Degrees, units, eras.
    .init("en", "She took her Ph.D. | Ruth was proud."),
    .init("en", "The beam is 7 ft. 2 in. 4 of them fit. | Nobody came in. | 4 left."),
    .init("en", "The fort fell in 90 A.D. | Romans rebuilt it."),
    .init("en", "On Tuesday at 8 a.m. Dr. Reed arrived. | He left at 9 p.m. | Dr. Reed was tired."),
    .init("uk", "Тариф зріс до 40 коп. кВт-год коштує більше. | Це багато."),
    .init("fr", "Voir l’article L. 12-3 du code. | Mr. Martin l’a lu."),
    .init("es", "El Cnel. Ruiz vive en la Gta. Mayor. | La Sra. Paz no."),
    // Letters that are names of things, and names that begin with a lower-case letter.
    .init("fr", "On passe du point B au point A. | La droite est courte."),
    .init("en", "He sold it. | iPhones were new then."),
    // Notes, cut tokens.
    .init("en", "Water is wet. [4] | It is cold."),
    .init("en", "See Vol. II for more."),
    .init("en", "Ask Mr . Reed . | He knows ."),
    // Lists in one line.
    .init("en", "(a) Sell it. | (b) Keep it."),
    .init("en", "1.) Sell the house."),
    .init("en", "Needed: | • a pen | • a map"),
  ]
}

@Suite struct SentenceSegmenterTests {
  @Test(arguments: MarkedParagraph.all)
  func segments(_ paragraph: MarkedParagraph) throws {
    let segmenter = try SentenceSegmenter(language: paragraph.language)
    let text = Array(paragraph.text.utf8)
    let found = segmenter.sentences(in: text).map { String(decoding: text[$0], as: UTF8.self) }
    #expect(found == paragraph.sentences)
  }

  @Test(arguments: MarkedParagraph.all)
  func takesNoBreakSpaceForSpace(_ paragraph: MarkedParagraph) throws {
    let segmenter = try SentenceSegmenter(language: paragraph.language)
    let text = Array(paragraph.text.replacing(" ", with: "\u{A0}").utf8)
    let found = segmenter.sentences(in: text).map { String(decoding: text[$0], as: UTF8.self) }
    #expect(found == paragraph.sentences.map { $0.replacing(" ", with: "\u{A0}") })
  }

  @Test func endsSentencesAtLineFeeds() throws {
    let text = Array("one,\ntwo\r\n\n three\n".utf8)
    #expect(try SentenceSegmenter(language: "en").sentences(in: text) == [0..<4, 5..<8, 12..<17])
  }

  @Test(arguments: ["", " ", "\n\n"])
  func findsNothingInNothing(_ text: String) throws {
    #expect(try SentenceSegmenter(language: "ru").sentences(in: Array(text.utf8)).isEmpty)
  }

  @Test func keepsGraphemesWhole() throws {
    let segmenter = try SentenceSegmenter(language: "en")
    for text in ["A. \u{301}B", " \u{301}A.", "a!\u{301} B", "x.\u{200D} Y", "👩‍👩‍👧. Ok", "a.\r\nb", "नहीं। हाँ"] {
      let boundaries = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count])
      for range in segmenter.sentences(in: Array(text.utf8)) {
        let isWhole = boundaries.contains(range.lowerBound) && boundaries.contains(range.upperBound)
        #expect(isWhole, "\(range) of \(text.debugDescription)")
      }
    }
  }

  @Test func coversTheTextInOrder() throws {
    let segmenter = try SentenceSegmenter(language: "ru")
    var random = SystemRandomNumberGenerator()
    let pieces = [
      ".", " ", "…", "»", "«", "А", "б", "1", "\n", "т.е", "г.", "\u{0}", "—", "•", "?", "\u{301}", "(", "]", "。",
    ]
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(text.utf8)
      var covered = Array(repeating: false, count: bytes.count)
      var last = 0
      for range in segmenter.sentences(in: bytes) {
        #expect(range.lowerBound >= last && !range.isEmpty, "\(text.debugDescription)")
        last = range.upperBound
        for offset in range { covered[offset] = true }
      }
      let rest = zip(bytes, covered).filter { !$0.1 }.map(\.0)
      let isSpace = String(decoding: rest, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
      #expect(isSpace, "\(text.debugDescription) is not covered")
    }
  }

  @Test(arguments: [".", "...", "г. ", ".«", "А. ", "1.", "• ", ". ,", "!", " ", "(", ".\u{301}", "a.B"])
  func takesTimeInProportionToText(_ piece: String) throws {
    let segmenter = try SentenceSegmenter(language: "ru")
    func time(_ count: Int) -> Double {
      let text = Array(String(repeating: piece, count: count).utf8)
      let start = threadSeconds()
      _ = segmenter.sentences(in: text)
      return threadSeconds() - start
    }
    // Five times the text takes five times as long; what is quadratic takes 25 times.
    let (short, long) = (time(20_000), time(100_000))
    #expect(long < 15 * short, "20,000 pieces took \(short) s, 100,000 took \(long) s")
  }

  @Test func saysWhichRuleDecided() throws {
    let text = Array("В г. Алматы был К. Серов. Он ушёл.".utf8)
    let decisions = try SentenceSegmenter(language: "ru").decisions(in: text)
    #expect(decisions.map(\.rule) == [.cityOrYear, .initial, .terminator, .endOfText])
    #expect(decisions.map(\.isEnd) == [false, false, true, true])
  }

  @Test func servesThreadsAtOnce() async throws {
    let segmenter = try SentenceSegmenter(language: "en")
    let text = Array("One. Two! Three? Dr. Four.".utf8)
    let expected = segmenter.sentences(in: text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { (0..<500).allSatisfy { _ in segmenter.sentences(in: text) == expected } } }
      for await isSame in group { #expect(isSame) }
    }
  }
}

extension SentenceSegmenter {
  /// A segmenter for a language that is known to be written well.
  init(language: String) throws {
    let tag = try #require(LanguageTag(language))
    try self.init(locale: Locale(tag))
  }
}

extension String {
  var trimmed: String {
    let bytes = Array(utf8)
    return String(decoding: bytes[Folding.trimmed(bytes)], as: UTF8.self)
  }
}
