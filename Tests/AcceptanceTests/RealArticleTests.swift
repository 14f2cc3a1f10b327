import Foundation
import TestSupport
import Testing

/// The real article, all the way.
///
/// The data is given, not part of the project: `L10N_SHARED` says where.
@Suite(.enabled(if: sharedFolder != nil, "L10N_SHARED names no folder"))
struct RealArticleTests {
  private let workspace: Workspace
  private let shared: String

  init() throws {
    workspace = try Workspace()
    shared = try #require(sharedFolder)
  }

  private var article: String { "\(shared)/article/orda-aid.txt" }

  private func l10n(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments, in: workspace.path) }

  @Test func isSplitIntoSentences() throws {
    let result = try l10n("extract", article, "--from", "en", "--to", "ru,kk", "-o", "t/")
    #expect(result.status == 0)
    #expect(result.errors.contains("lines 18-38 left out as furniture"))
    let xliff = String(decoding: try #require(workspace.read("t/kk/orda-aid.txt.kk.xlf")), as: UTF8.self)
    #expect((18...30).contains(xliff.split(separator: "<trans-unit ").count - 1))
    #expect(workspace.files.contains("t/ru/orda-aid.txt.ru.xlf"))
  }

  /// The schemas have no file for the label 2.1 apart from 2.0's, and one for each other version.
  @Test(
    arguments: [
      ("1.2", "1.2/xliff-core-1.2-strict.xsd"), ("2.0", "2.0/xliff.xsd"), ("2.1", "2.1/xliff.xsd"),
      ("2.2", "2.2/xliff.xsd"),
    ], ["sentence", "block"])
  func isValidByTheSchema(_ written: (version: String, schema: String), _ units: String) throws {
    let (version, schema) = written
    try workspace.write(Array("rules: {length: {headline: 250}}\n".utf8), "l10n.yaml")
    _ = try l10n("extract", article, "--from", "en", "--to", "kk", "--xliff", version, "--units", units, "-o", "t/")
    let path = workspace("t/kk/orda-aid.txt.kk.xlf")
    let before = try Tool.other(
      "xmllint", ["--noout", "--nonet", "--schema", "\(shared)/xliff/schemas/\(schema)", path])
    let result = try #require(before, "xmllint is not installed; run make setup")
    #expect(result.status == 0, "\(result.errors)")
    _ = try l10n("pseudo", "t/")
    let after = try Tool.other(
      "xmllint", ["--noout", "--nonet", "--schema", "\(shared)/xliff/schemas/\(schema)", path])
    #expect(after?.status == 0, "\(after?.errors ?? "")")
    #expect(try l10n("validate", "t/").status == 0)
  }

  @Test(arguments: ["1.2", "2.0", "2.1", "2.2"], ["sentence", "block"])
  func comesBackByteForByte(_ version: String, _ units: String) throws {
    _ = try l10n("extract", article, "--from", "en", "--to", "kk", "--xliff", version, "--units", units, "-o", "t/")
    _ = try l10n("pseudo", "--locale", "source", "t/")
    let root = "\(shared)/article"
    #expect(try l10n("merge", "t/", "--source-root", root, "-o", "out/").status == 1)
    let merged = try l10n("merge", "t/", "--source-root", root, "-o", "out/", "--allow-source-copies")
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(workspace.read("out/kk/orda-aid.txt") == FileManager.default.contents(atPath: article).map { Array($0) })
  }

  @Test func everySentenceIsPseudoTranslatedAndFurnitureIsNot() throws {
    _ = try l10n("extract", article, "--from", "en", "--to", "kk", "-o", "t/")
    _ = try l10n("pseudo", "t/")
    #expect(try l10n("merge", "t/", "--source-root", "\(shared)/article", "-o", "out/").status == 0)
    let merged = String(decoding: try #require(workspace.read("out/kk/orda-aid.txt")), as: UTF8.self)
    let source = try String(contentsOfFile: article, encoding: .utf8)
    let (before, after) = (source.split(separator: "\n"), merged.split(separator: "\n"))
    #expect(before.count == after.count && !merged.hasSuffix("\n"))
    #expect(after[..<17].allSatisfy { $0.hasPrefix("⟦") && $0.hasSuffix("⟧") })
    #expect(Array(before[17...]) == Array(after[17...]))
  }
}
