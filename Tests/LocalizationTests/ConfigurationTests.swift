import TestSupport
import Testing
import Units

@testable import Localization

/// What `l10n.yaml` may say.
struct ConfigurationTests {
  @Test(arguments: [
    ("tags: 4", 1), ("articles: 3", 1), ("source: en\nrules: [a]", 2), ("rules: {quotes: {severity: banana}}", 1),
    ("rules: {quotes: banana}", 1), ("source: en\nsource: ru", 2), ("tags:\n  kk: kk-KZ\n  kk: kk", 3),
    ("rules: {quotes: [a]}", 1), ("articles: {a: b}", 1), ("targets: {ru: kk}", 1), ("glossaries: [[a]]", 1),
    ("rules:\n  length: {headline: 1, headline: 2}", 2), ("[a]", 1),
    ("formats:\n  htlm: {}", 2), ("formats:\n  html:\n    furniture: [.a]\n    txet: [.b]", 4),
    ("formats:\n  html:\n    furniture: [.a,\n     a b]", 4), ("formats: {front-matter: {translate: [{a: b}]}}", 1),
    ("formats:\n  front-matter: {translate: a}\n  ninjs: {uri: \"{uri}\"}", 3), ("formats: markdown", 1),
    ("overrides:\n  - files: a\n    formats:\n      ninjs: {url: b}", 4), ("translators: {ru: [a]}", 1),
    ("formats: {front-matter: {translate: [\".\"]}}", 1),
  ])
  func refuses(_ text: String, _ line: Int) throws {
    let workspace = try Workspace()
    let file = try workspace.write(Array(text.utf8), "l10n.yaml")
    let failure = #expect(throws: Failure.self, "\(text)") { try Configuration(reading: file) }
    #expect(failure?.position?.line == line, "\(text): \(failure?.message ?? "")")
  }

  /// What a rule does not know is named with the nearest that it does.
  @Test(arguments: [
    ("term-missing: {scop: article}", "\"scop\" is no key of term-missing", "did you mean \"scope\"?"),
    ("term-missing: {scope: artcle}", "\"artcle\" is no scope of term-missing", "did you mean \"article\"?"),
    ("term-missing: {scope: everywhere}", "\"everywhere\" is no scope of term-missing", "write article or segment"),
    ("quotes: {style: long}", "\"style\" is no key of quotes", "the keys are severity"),
    ("length: {headline: short}", "\"short\" is no number of characters", "write headline: 100"),
  ])
  func refusesAnOptionThatARuleDoesNotHave(_ rule: String, _ problem: String, _ remedy: String) throws {
    let workspace = try Workspace()
    let file = try workspace.write(Array("rules: {\(rule)}".utf8), "l10n.yaml")
    let failure = #expect(throws: Failure.self) { try Configuration(reading: file) }
    #expect(failure?.problem == problem && failure?.remedy == remedy, "\(String(describing: failure))")
  }

  @Test func takesWhatItsPageShows() throws {
    let workspace = try Workspace()
    let text = """
      targets: ru
      articles: articles/**/*.txt
      glossaries:
      xliff: 2.0
      rules: {quotes: warning, length: {headline: 100}, term-missing: {scope: article, severity: note}}
      """
    let configuration = try Configuration(reading: workspace.write(Array(text.utf8), "l10n.yaml"))
    #expect(configuration.articles == ["articles/**/*.txt"])
    #expect(configuration.rules["term-missing"]?.severity == "note")
    #expect(configuration.rules["length-limit"]?.options == ["headline": "100"])
  }

  @Test func isFoundByARelativePath() throws {
    let workspace = try Workspace()
    try workspace.write(Array("source: en\ntargets: [ru]\n".utf8), "l10n.yaml")
    try workspace.write([], "sub/x")
    let result = try Tool.run(["extract", "../none.txt", ".."], in: workspace("sub"))
    #expect(!result.errors.contains(workspace.path), "\(result.errors)")
    #expect(Configuration.nearest(to: workspace("sub")) == workspace("l10n.yaml"))
  }
}
