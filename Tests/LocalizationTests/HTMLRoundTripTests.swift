import Foundation
import TestSupport
import Testing
import Units
import XLIFF

@testable import Articles
@testable import Localization

/// HTML all the way: extracted, translated, merged.
struct HTMLRoundTripTests {
  private let roundTrip: RoundTrip

  init() throws { roundTrip = try RoundTrip("html") }

  /// The names of the tags in order, comments, and the values of attributes that nobody reads.
  private func skeleton(_ bytes: [UInt8]) -> [String] {
    var tokenizer = HTMLTokenizer(bytes)
    var result: [String] = []
    while let token = tokenizer.next() {
      func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      switch token.kind {
      case .startTag:
        let readable = ["alt", "title", "placeholder", "aria-label", "aria-description", "content", "lang"]
        let fixed = tokenizer.attributes.map { attribute in
          readable.contains(text(attribute.name).lowercased())
            ? text(attribute.name) : "\(text(attribute.name))=\(text(attribute.value))"
        }
        result.append("\(text(token.name)) \(fixed)")
        let name = HTMLName(bytes[token.name])
        tokenizer.enter(HTMLElement.named(name), named: token.name)
        if HTMLElement.named(name).contains(.script), let content = tokenizer.next() {
          let isData = fixed.contains { $0.contains("ld+json") }
          result.append(isData ? "data" : text(content.range))
        }
      case .endTag: result.append("/\(text(token.name))")
      case .text: break
      default: result.append(text(token.range))
      }
    }
    return result
  }

  @Test(arguments: ["page.html"])
  func translatesEveryStringAndNothingElse(_ name: String) throws {
    let source = try Fixture.bytes("articles/\(name)")
    let merged = try roundTrip.translated(source, .pseudo)
    #expect(skeleton(merged) == skeleton(source))
    let article = try HTMLFormat().read(merged)
    let before = try HTMLFormat().read(source)
    #expect(article.blocks.count == before.blocks.count)
    for (old, new) in zip(before.blocks, article.blocks) {
      #expect(new.source.codes.map(\.display) == old.source.codes.map(\.display), "\(old.source.string)")
      let isFurniture = ["Home page", "News", "Latest news", "Another headline", "And one more", "Example News, 2024"]
        .contains(old.source.string)
      #expect(new.source.string.hasPrefix("⟦") != isFurniture, "\(new.source.string)")
    }
    let text = String(decoding: merged, as: UTF8.self)
    for kept in ["<html lang=\"kk\">", "kk_KZ", "\"inLanguage\": \"kk\"", "Example keeps this.", "  keep   this "] {
      #expect(text.contains(kept), "\(kept)")
    }
  }

  @Test func writesWhatAFewTranslationsAre() throws {
    let html = "<p>Go <a href=x title=\"Old 'one'\">there</a> <img src=a alt='Pic'>now. It <b>is</b>.</p>"
    let xliff = String(
      decoding: try roundTrip.extractor.extract(Array(html.utf8), format: "html", original: "a"), as: UTF8.self)
    // The second span first, text that looks like markup, a quotation mark of the attribute's own.
    var filled = xliff
    for (source, target) in [
      (
        #"<source>Go <g id="1" equiv-text="&lt;a&gt;">there</g> <x id="2" equiv-text="[image]"/>now.</source>"#,
        #"<target><x id="2"/>A &lt;b&gt; &amp;lt; <g id="1">B</g></target>"#
      ),
      (#"<source>It <g id="3" equiv-text="&lt;b&gt;">is</g>.</source>"#, #"<target><g id="3">C</g> D</target>"#),
      ("<source>Old 'one'</source>", "<target>E \"F\" 'G'</target>"), ("<source>Pic</source>", "<target>H'I</target>"),
    ] {
      #expect(filled.contains(source), "\(source) is not in \(xliff)")
      filled = filled.replacing(source, with: source + target)
    }
    let merged = try roundTrip.merger.merge(Array(html.utf8), format: "html", xliff: Array(filled.utf8))
    #expect(
      String(decoding: merged, as: UTF8.self)
        == "<p><img src=a alt='H&#39;I'>A &lt;b> &amp;lt; <a href=x title=\"E &quot;F&quot; 'G'\">B</a> <b>C</b> D</p>")
  }

  @Test func keepsHTMLThatIsCutAnywhere() throws {
    let source = try Fixture.bytes("articles/page.html")
    var at = 0
    while at < source.count {
      if source[at] & 0xC0 != 0x80 { roundTrip.expectIdentity(Array(source[..<at]), "cut at \(at)") }
      at += 7
    }
  }

  @Test(.enabled(if: sharedFolder != nil, "L10N_SHARED is not set"))
  func keepsRealPages() throws {
    let folder = "\(try #require(sharedFolder))/news/samples"
    for name in ["html-article", "editorjs"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")
      for file in files.sorted() where file.hasSuffix(".html") {
        let source = Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(name)/\(file)")))
        guard source.count < 150_000 else { continue }
        roundTrip.expectIdentity(source, file)
        #expect(skeleton(try roundTrip.translated(source, .pseudo)).count == skeleton(source).count, "\(file)")
      }
    }
  }

  @Test(.enabled(if: sharedFolder != nil, "L10N_SHARED is not set"))
  func keepsWhatBrowsersAreTestedWith() throws {
    let folder = "\(try #require(sharedFolder))/markup/html5lib-tokenizer"
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".test") {
      let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(file)"))
      let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      for test in (object["tests"] ?? object["xmlViolationTests"]) as? [[String: Any]] ?? [] {
        guard let input = test["input"] as? String else { continue }
        let bytes = Array(input.utf8)
        roundTrip.expectIdentity(bytes, input.debugDescription)
        roundTrip.expectIdentity(Array("<p>Text <b>a</b> ".utf8) + bytes + Array(" more.".utf8), input.debugDescription)
        count += 1
      }
    }
    #expect(count > 6000)
  }
}
