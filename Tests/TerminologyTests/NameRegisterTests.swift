import Testing
import Units

@testable import Terminology

struct NameRegisterTests {
  private let russian: LanguageTag

  init() throws { russian = try #require(LanguageTag("ru")) }

  private func spelling(_ text: String, stem: Int) -> NameSpellings.Spelling {
    let place = TextRange(bytes: 0..<text.utf8.count)
    return NameSpellings.Spelling(
      occurrences: [.init(unit: 0, segment: 0, range: place, text: text, stem: stem)])
  }

  /// What each article is told, articles in a row; the stem of every form has the letters of Уоррендер.
  private func told(_ forms: [String], limit: Int = 10) -> [String] {
    var register = NameRegister(limit: limit)
    return forms.enumerated().map { index, form in
      let other = register.add("Warrender", as: spelling(form, stem: 9), in: russian, path: "\(index)")
      return other.map { "\($0.form) \($0.articles) \($0.path)" } ?? ""
    }
  }

  @Test func anotherSpellingIsHeldAgainstThoseBefore() {
    #expect(told(["Уоррендер", "Уоррендером", "Варрендеру"]) == ["", "", "Уоррендер 2 0"])
  }

  @Test func whatMostHaveIsNotHeldAgainstTheFew() {
    #expect(
      told(["Варрендер", "Уоррендер", "Уоррендер", "Уоррендер", "Варрендер"])
        == ["", "Варрендер 1 0", "", "", "Уоррендер 3 1"])
  }

  @Test func whatItHoldsHasALimit() {
    var register = NameRegister(limit: 2)
    for name in ["Seitov", "Warrender", "Warrender", "Akhmetov", "Orazbek"] {
      _ = register.add(name, as: spelling("Уоррендер", stem: 9), in: russian, path: "a")
    }
    // Names of one article were forgotten, the one of two was not.
    #expect(register.add("Warrender", as: spelling("Варрендер", stem: 9), in: russian, path: "b")?.articles == 2)
    #expect(register.add("Seitov", as: spelling("Варрендер", stem: 9), in: russian, path: "b") == nil)
  }

  @Test func whereAllNamesAreFrequentItTakesNoMore() {
    var register = NameRegister(limit: 2)
    for name in ["Seitov", "Seitov", "Warrender", "Warrender", "Orazbek"] {
      _ = register.add(name, as: spelling("Уоррендер", stem: 9), in: russian, path: "a")
    }
    #expect(register.add("Orazbek", as: spelling("Варрендер", stem: 9), in: russian, path: "b") == nil)
    #expect(register.add("Seitov", as: spelling("Варрендер", stem: 9), in: russian, path: "b")?.articles == 2)
  }

  @Test func aMentionIsCountedByLanguage() throws {
    let kazakh = try #require(LanguageTag("kk"))
    var register = NameRegister()
    #expect([russian, kazakh, russian].map { register.mention("Seitov", in: $0) } == [1, 1, 2])
  }
}
