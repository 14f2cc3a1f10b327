import Testing
import Units

@testable import Articles
@testable import Localization

/// What `merge --verify` sees.
struct VerificationTests {
  private static let source = Array("---\ntitle: One\nlang: en\n---\n\nTwo *three* four.\n\n    code\n\nFive.\n".utf8)

  /// What is wrong with a localized article whose only edit is that of “Two”.
  private func problem(in localized: String, _ target: String = "Дваа") throws -> String? {
    let article = try MarkdownFormat().read(Self.source)
    var translations = Splice()
    let start = try #require(article.blocks.first { $0.source.string == "Two three four." }).raw.lowerBound.bytes
    translations.replace(FileRange(bytes: start..<start + 3), with: Array(target.utf8))
    let metadata = MarkdownFormat().metadata(of: article, for: try #require(LanguageTag("ru")))
    let verification = Verification(article, translations: translations, metadata: metadata) { _ in false }
    guard let found = try verification.problem(in: Array(localized.utf8), MarkdownFormat()) else { return nil }
    return "\(found.at): \(found.message)"
  }

  private let good = "---\ntitle: One\nlang: ru\n---\n\nДваа *three* four.\n\n    code\n\nFive.\n"

  @Test func acceptsWhatWasMade() throws { #expect(try problem(in: good) == nil) }

  @Test(arguments: [
    ("lang: ru", "lang: en"), ("    code", "    node"), ("\n\nFive", "\n\n\nFive"), ("title: ", "title:  "),
  ])
  func findsAByteThatChanged(_ old: String, _ new: String) throws {
    #expect(try problem(in: good.replacing(old, with: new))?.contains("outside of the translated text") == true)
  }

  @Test func findsWhatIsAppended() throws {
    #expect(try problem(in: good + "More.\n")?.contains("more than the source") == true)
  }

  @Test func findsMarkupInATranslation() throws {
    let target = "*Д* [в](x)"
    #expect(try problem(in: good.replacing("Дваа", with: target), target)?.contains("markup") == true)
  }
}
