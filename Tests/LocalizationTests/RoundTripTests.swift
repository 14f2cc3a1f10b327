import TestSupport
import Testing
import Units
import XLIFF

@testable import Localization

/// Extract, translate, merge: what is outside of the translated text stays byte for byte.
struct RoundTripTests {
  private let writer = FileWriter()

  /// Variants of an article's bytes that other tools damage.
  static let variants: [(name: String, change: @Sendable ([UInt8]) -> [UInt8])] = [
    ("as it is", { $0 }),
    ("CRLF", { $0.flatMap { $0 == 10 ? [13, 10] : [$0] } }),
    ("lone CR", { $0.map { $0 == 10 ? 13 : $0 } }),
    ("byte order mark", { [0xEF, 0xBB, 0xBF] + $0 }),
    ("trailing blanks", { $0.flatMap { $0 == 10 ? [0x20, 0x09, 10] : [$0] } }),
    ("blank lines", { $0.flatMap { $0 == 10 ? [10, 10] : [$0] } }),
    ("final newline", { $0 + [10] }),
    ("no-break spaces", { $0.flatMap { $0 == 0x20 ? [0xC2, 0xA0] : [$0] } }),
    ("empty", { _ in [] }),
    ("only blanks", { _ in [0x20, 10, 13, 10] }),
  ]

  @Test(arguments: ["terminal.txt", "plain.txt", "page.html"], ["1.2", "2.0"])
  func identityGivesTheSourceByteForByte(_ name: String, _ version: String) throws {
    for variant in Self.variants {
      let source = variant.change(try Fixture.bytes("articles/\(name)"))
      let workspace = try Workspace()
      let article = "a.\(name.suffix(4).drop { $0 == "." })"
      try extract(source, in: workspace, version: version, as: article)
      let document = workspace("t/kk/\(article).kk.xlf")
      #expect(try pseudo(document, .source) == .done)
      #expect(try validate(try #require(workspace.read("t/kk/\(article).kk.xlf"))).map(\.message) == [])
      #expect(merge(document, workspace, copies: true) == .done, "\(variant.name)")
      #expect(workspace.read("out/kk/\(article)") == source, "\(variant.name)")
    }
  }

  @Test(arguments: ["1.2", "2.0"])
  func aCopyOfTheSourceIsNoTranslation(_ version: String) throws {
    let workspace = try Workspace()
    try extract(try Fixture.bytes("articles/terminal.txt"), in: workspace, version: version)
    _ = try pseudo(workspace("t/kk/a.txt.kk.xlf"), .source)
    #expect(merge(workspace("t/kk/a.txt.kk.xlf"), workspace, copies: false) == .needsPerson)
    #expect(workspace.files.filter { $0.hasPrefix("out/") } == [])
  }

  @Test(arguments: ["1.2", "2.0"])
  func pseudoTranslatesAllButFurniture(_ version: String) throws {
    let source = try Fixture.bytes("articles/terminal.txt")
    let workspace = try Workspace()
    try extract(source, in: workspace, version: version)
    _ = try pseudo(workspace("t/kk/a.txt.kk.xlf"), .pseudo)
    #expect(merge(workspace("t/kk/a.txt.kk.xlf"), workspace, copies: false) == .done)
    let merged = String(decoding: try #require(workspace.read("out/kk/a.txt")), as: UTF8.self)
    let (before, after) = (lines(source), merged.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(before.count == after.count)
    let furniture = try #require(before.firstIndex { $0 == "Latest news" })
    for (old, new) in zip(before[..<furniture], after) {
      #expect(new.hasPrefix("⟦") && new.hasSuffix("⟧"), "\(new)")
      #expect(!new.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }, "\(old)")
    }
    #expect(before[furniture...].map { $0 } == after[furniture...].map { $0 })
  }

  private func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func extract(
    _ source: [UInt8], in workspace: Workspace, version: String, as article: String = "a.txt"
  ) throws {
    let path = try workspace.write(source, "src/\(article)")
    var options = ExtractJob.Options()
    options.source = LanguageTag("en")
    options.targets = try [#require(LanguageTag("kk"))]
    options.xliff = version
    options.output = workspace("t/")
    let job = try ExtractJob(options, Configuration(), writer: writer)
    for input in try job.inputs(at: [path]) {
      let outcome = job.run(input)
      #expect(outcome.status == .done, "\(outcome.messages.map(\.text))")
    }
  }

  private func pseudo(_ path: String, _ kind: PseudoJob.Kind) throws -> Status {
    let job = try PseudoJob(kind, replacesTargets: false, output: nil, Configuration(), writer: writer)
    return job.run(Input(path: path, relativePath: "x", isNamed: true)).status
  }

  private func merge(_ path: String, _ workspace: Workspace, copies: Bool) -> Status {
    var options = MergeJob.Options()
    options.sourceRoot = workspace("src")
    options.merging.allowsSourceCopies = copies
    options.merging.setsMetadata = false
    options.output = workspace("out/")
    guard let job = try? MergeJob(options, Configuration(), writer: writer) else { return .failed }
    let outcome = job.run(Input(path: path, relativePath: "x", isNamed: true))
    if outcome.status == .failed { Issue.record("\(outcome.messages.map(\.text))") }
    return outcome.status
  }
}
