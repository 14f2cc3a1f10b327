import Testing
import Units

struct LanguageTagTests {
  @Test(arguments: [
    ("kk", "kk"), ("KK-kz", "kk-KZ"), ("kk_KZ", "kk-KZ"), ("kk-latn-kz", "kk-Latn-KZ"), ("zh-HANS", "zh-Hans"),
    ("en-u-ca-gregory", "en-u-ca-gregory"), ("es-419", "es-419"),
  ])
  func writesTheCanonicalCase(_ text: String, _ canonical: String) {
    #expect(LanguageTag(text)?.bcp47 == canonical)
  }

  @Test(arguments: ["", "k", "kazakhstan", "kk-", "-kk", "kk KZ", "қаз", "12"])
  func refusesWhatIsNoTag(_ text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test func fallsBackSubtagBySubtag() {
    #expect(LanguageTag("kk-Latn-KZ")?.fallbacks == ["kk-Latn-KZ", "kk-Latn", "kk"])
  }

  @Test(arguments: [("kk", "kk-KZ", true), ("ru-RU", "ru", true), ("kk", "ru", false), ("en-US", "en-GB", false)])
  func matchesWithAndWithoutRegion(_ left: String, _ right: String, _ expected: Bool) throws {
    #expect(try #require(LanguageTag(left)).matches(try #require(LanguageTag(right))) == expected)
  }
}
