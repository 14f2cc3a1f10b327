import Locales
import Testing
import Units

@testable import Articles

struct RolesTests {
  private func roles(_ lines: [String], _ language: String = "en") throws -> [(Role, String)] {
    var article = try PlainText().read(Array(lines.joined(separator: "\n").utf8))
    Roles(Locale(try #require(LanguageTag(language)))).assign(to: &article)
    return article.blocks.map { ($0.role, $0.source.string) }
  }

  @Test func namesTheBlocksOfAnArticle() throws {
    let found = try roles([
      "Port Opens", "Photo: Orda.kz", "The port opened on Monday.", "It is large.", "“It will grow,”",
      "the minister said.", "It will grow further,", "the press service reports.", "Original Author: A. B.",
      "Latest news", "- One", "- Two",
    ])
    #expect(
      found.map(\.0) == [
        .headline, .credit, .lead, .paragraph, .quotation, .statement, .byline, .furniture, .furniture, .furniture,
      ])
    #expect(found[5].1 == "It will grow further,\nthe press service reports.")
  }

  @Test(arguments: [
    ["Headline", "Lead.", "We will go, he thinks,", "Nobody knows where it is."],
    ["Headline", "Lead.", "It ends here.", "the minister said."],
  ])
  func leavesOtherLinesApart(_ lines: [String]) throws {
    #expect(try roles(lines).count == 4)
  }

  @Test(arguments: [
    ("ru", ["Заголовок", "Фото: АП", "Первый абзац.", "Мы приедем,", "заявил министр.", "Читайте также:", "- Раз"]),
    ("kk", ["Тақырып", "Сурет: АП", "Бірінші абзац.", "Біз келеміз,", "деді министр.", "Соңғы жаңалықтар", "- Бір"]),
  ])
  func knowsTheWordsOfOtherLanguages(_ language: String, _ lines: [String]) throws {
    #expect(
      try roles(lines, language).map(\.0) == [.headline, .credit, .lead, .statement, .furniture, .furniture])
  }

  @Test func tellsFurnitureByItsHeadingAndItsList() throws {
    var article = try PlainText().read(Array("A\nB.\nLatest news:\n- x\n- y\nC.\nRead also: D\nE.".utf8))
    Roles(Locale(try #require(LanguageTag("en")))).assign(to: &article)
    let lines = LineIndex(article.bytes)
    let ranges = article.omissions.map {
      [lines.position(of: $0.range.lowerBound).line, lines.position(of: $0.range.upperBound).line]
    }
    #expect(ranges == [[3, 5], [7, 7]])
    #expect(article.blocks.filter { $0.role != .furniture }.map(\.source.string) == ["A", "B.", "C.", "E."])
  }
}
