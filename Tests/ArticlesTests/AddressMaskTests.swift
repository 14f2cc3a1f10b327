import Testing

@testable import Articles

/// Which addresses in Markdown are codes, and where they end.
struct AddressMaskTests {
  /// The text with a tilde for each byte that is masked.
  private func masked(_ text: String) -> String {
    String(decoding: AddressMask(Array(text.utf8)).bytes.map { $0 == maskByte ? UInt8(ascii: "~") : $0 }, as: UTF8.self)
  }

  @Test(arguments: [
    ("see http://a.b/c?d=e.", "see ~~~~~~~~~~~~~~~~."), ("(https://a.b/c(d)e), f", "(~~~~~~~~~~~~~~~~~), f"),
    ("[a](http://b.c)d", "[a](~~~~~~~~~~)d"), ("**ftp://a.b**c", "**~~~~~~~~~**c"), ("<http://a.b>", "<http://a.b>"),
    ("<a href=\"http://a.b\">c", "<a href=\"~~~~~~~~~~\">c"), ("javascript://a http:// b", "javascript://a http:// b"),
    ("«http://a.b», “www.a.b”…", "«~~~~~~~~~~», “~~~~~~~”…"), ("| http://a.b|c |", "| ~~~~~~~~~~|c |"),
    ("www.a.b, awww.a.b WWW.", "~~~~~~~, awww.a.b WWW."), ("http://a.b/{{ c }}", "~~~~~~~~~~~{{ c }}"),
    ("a.b-c@d.e-f.g. @a.b a@b c@d.", "~~~~~~~~~~~~~. @a.b a@b c@d."), ("a\\@b.c <a@b.c>", "a\\@b.c <a@b.c>"),
    ("http://a.b\\_c_d_e__f", "~~~~~~~~~~\\_c_d_e__f"), ("http://ә.қаз/ү", "~~~~~~~~~~~~~~~~~~~"),
  ])
  func masksAddresses(_ text: String, _ expected: String) { #expect(masked(text) == expected) }
}
