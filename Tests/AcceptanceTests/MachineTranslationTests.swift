import Foundation
import TestSupport
import Testing

/// What a machine made of sentences is offered to translators, and never published unread.
struct MachineTranslationTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array("The bridge is closed.\n\nIt is *79 years* old.\n".utf8), "a.md")
    let lines = [
      #"{"source": "The bridge is closed.", "target": "Көпір жабылды.", "to": "kk", "origin": "machine 7"}"#,
      #"{"source": "It is 79  years old.", "target": "Оған 79 жыл."}"#, "",
      #"{"source": "Nobody says this.", "target": "Мұны ешкім айтпайды."}"#,
    ]
    try workspace.write(Array(lines.joined(separator: "\n").utf8), "mt.jsonl")
  }

  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  private let path = "translations/kk/a.md.kk.xlf"

  private func text() throws -> String { String(decoding: try #require(workspace.read(path)), as: UTF8.self) }

  @Test(arguments: [
    (
      "1.2", #"<alt-trans origin="machine 7">"#,
      #"<target state-qualifier="mt-suggestion">Көпір жабылды.</target>"#
    ),
    ("2.0", ##"<mtc:match ref="#s1" origin="machine 7" type="mt">"##, "<target>Көпір жабылды.</target>"),
  ])
  func offersCandidatesAndNoTargets(_ version: String, _ candidate: String, _ target: String) throws {
    let result = try l10n(
      "extract", "a.md", "--from", "en", "--to", "kk", "--xliff", version, "--pretranslate", "mt.jsonl")
    #expect(result.status == 0, "\(result.errors)")
    let text = try text()
    #expect(text.contains(candidate) && text.contains(target) && text.contains("Оған 79 жыл."), "\(text)")
    #expect(try l10n("validate", path).status == 0)
    #expect(try l10n("merge", path, "-o", "-").errors.contains("p1.1 is not translated") || version == "2.0")
    #expect(try l10n("merge", path, "-o", "-").status == 1)
  }

  /// A version, what a translator made of the first sentence, whether it was reviewed, and whether it may be published.
  @Test(arguments: [
    ("1.2", "Көпір жабылды.", "", false), ("1.2", "Көпір  жабылды.", " state=\"translated\"", false),
    ("1.2", "Көпір жабық.", "", true), ("1.2", "Көпір жабылды.", " state=\"signed-off\"", true),
    ("1.2", "Көпір жабық.", " state-qualifier=\"leveraged-mt\"", false),
    ("2.0", "Көпір жабылды.", "", false), ("2.0", "Көпір жабық.", "", true),
    ("2.0", "Көпір жабылды.", " state=\"reviewed\"", true),
  ])
  func refusesWhatNobodyHasReviewed(
    _ version: String, _ target: String, _ state: String, _ isPublished: Bool
  ) throws {
    _ = try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--xliff", version, "--pretranslate", "mt.jsonl")
    let own = version == "1.2" ? state : ""
    var text = try text().replacing(
      /closed\.<\/source>(?=\s*<(note|\/segment))/, with: "closed.</source><target\(own)>\(target)</target>")
    if version == "2.0" { text = text.replacing("<segment id=\"s1\">", with: "<segment id=\"s1\"\(state)>") }
    try workspace.write(Array(text.utf8), path)
    let merge = try l10n("merge", path, "-o", "-", "--incomplete", "source", "--no-unreviewed-mt")
    #expect(merge.output.hasPrefix(isPublished ? "Көпір" : "The bridge is closed."), "\(merge.output)\(merge.errors)")
    #expect(merge.errors.contains("is a machine's translation that nobody has reviewed") != isPublished)
    #expect(try l10n("merge", path, "-o", "-", "--incomplete", "source").output.hasPrefix("Көпір"))
    // A sign-off beside the file is a review, too.
    try workspace.write(Array(text.replacing("old.</source>", with: "old.</source><target>x</target>").utf8), path)
    #expect(try l10n("status", "--set", "reviewed", path).status == 0)
    let signedOff = try l10n("merge", path, "-o", "-", "--incomplete", "source", "--no-unreviewed-mt")
    #expect(!signedOff.errors.contains("a machine's translation"), "\(signedOff.errors)")
  }

  /// Who turned a suggestion down and left it in the target has not reviewed it.
  @Test func knowsARejectedSuggestionAsTheMachines() throws {
    _ = try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--pretranslate", "mt.jsonl")
    let text = try text().replacing("<alt-trans ", with: "<alt-trans alttranstype=\"rejected\" ").replacing(
      "closed.</source>", with: "closed.</source><target>Көпір жабылды.</target>", maxReplacements: 1)
    try workspace.write(Array(text.utf8), path)
    let merge = try l10n("merge", path, "--no-unreviewed-mt", "--incomplete", "source", "-o", "-")
    #expect(merge.errors.contains("is a machine's translation that nobody has reviewed"), "\(merge.errors)")
  }

  @Test func anUpdateKeepsWhatTheMachineSaid() throws {
    _ = try l10n(
      "extract", "a.md", "--from", "en", "--to", "kk", "--xliff", "2.0", "--pretranslate", "mt.jsonl")
    try workspace.write(Array("The bridge is closed. Trams go.\n\nIt is *79 years* old.\n".utf8), "a.md")
    #expect(try l10n("update", path).status == 0)
    let text = try text()
    #expect(text.contains("Trams go.") && text.contains(#"type="mt""#) && text.contains("Көпір жабылды."), "\(text)")
    #expect(try l10n("validate", path).status == 0)
  }

  @Test(arguments: [
    ("{\"source\": \"x\"}\n", "line 1: \"target\" is missing"), ("\n[1]\n", "line 2: \"source\" is missing"),
    ("{\n", "line 1: not JSON"), ("{\"source\": \"x\", \"target\": \"y\", \"to\": 1}", "line 1: \"to\""),
  ])
  func namesTheLineThatIsNone(_ content: String, _ expected: String) throws {
    try workspace.write(Array(content.utf8), "bad.jsonl")
    let result = try l10n("extract", "a.md", "--from", "en", "--to", "kk", "--pretranslate", "bad.jsonl")
    #expect(result.status == 2 && result.errors.contains("bad.jsonl: \(expected)"), "\(result.errors)")
    let several = try l10n("extract", "a.md", "--from", "en", "--to", "kk,ru", "--pretranslate", "mt.jsonl")
    #expect(several.status == 2 && several.errors.contains("line 2: \"to\" is missing"), "\(several.errors)")
  }
}
