import Testing
import Units

@testable import Checks

struct LinkMismatchTests {
  @Test(arguments: [
    ("See https://a.org/x?y=1&z=2.", ["https://a.org/x?y=1&z=2"]), ("(www.a.org/b)", ["www.a.org/b"]),
    ("«https://a.org»", ["https://a.org"]), ("Mail: a.b+c@d-e.org!", ["a.b+c@d-e.org"]),
    ("by @desk_kz, at", ["@desk_kz"]),
    ("a / b, swww.x, 5@", []), ("https://a.org/ https://b.org", ["https://a.org/", "https://b.org"]),
    ("https://a.org-та", ["https://a.org-"]),
  ])
  func findsLinks(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    #expect(LinkScanner.links(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("https://a.org/en/x", "https://a.org/ru/x"), ("https://en.a.org/x", "https://ru.a.org/x"),
    ("https://a.org/x/", "https://a.org/x"), ("http://a.org", "https://www.a.org"), ("a@b.org", "Пишите: a@b.org."),
    ("https://a.org/?lang=en", "https://a.org/?lang=ru"),
  ])
  func theSamePlaceInAnotherLanguageIsRight(_ source: String, _ target: String) throws {
    #expect(CheckSuite(CheckConfiguration()).findings(in: try Bitext("en", source, "ru", target)).isEmpty)
  }

  @Test func mendsAChangedLink() throws {
    let found = CheckSuite(CheckConfiguration()).findings(
      in: try Bitext("en", "See https://a.org/1.", "ru", "См. https://a.org/l."))
    #expect(found.map(\.rule) == ["link-mismatch"])
    #expect(found.first?.fix?.replacement == "https://a.org/1")
  }
}
