import Checks
import Locales
import Testing
import Units

/// Whether a text is in another language than its article.
struct KeptTextTests {
  @Test(arguments: [
    ("en", "Je ne sais pas ce qui se passe ici.", "French"), ("en", "Я не знаю, что с ним теперь будет.", "русский"),
    ("ru", "Ми знаємо, що з ним сталося.", "Ukrainian"),
    // Headlines, whose words are small words elsewhere.
    ("en", "Man, woman die near Almaty", nil), ("en", "Mother, son die; car found", nil),
    ("en", "U.S. Sen. Kim visits Almaty", nil), ("en", "Kim Jong Un visits La Paz", nil),
    ("en", "Officials visit Las Palmas De Gran Canaria", nil), ("ru", "Год тому назад тут был пожар", nil),
    // Three, and fewer than a third of all.
    ("en", "Mother, son die; car bus found near pub site, cafe owner tells reporters late Monday night", nil),
  ])
  func tellsAnotherLanguage(_ own: String, _ text: String, _ expected: String?) throws {
    let kept = KeptText(Locale(try #require(LanguageTag(own))))
    #expect(kept.language(of: Array(text.utf8)) == expected)
  }
}
