import Foundation
import FoundationXML
import JSON
import Locales
import Testing
import Units

@testable import Checks

/// The reports for machines and for a browser, each read back by a parser of its own format.
struct ReportFormatTests {
  /// A document with an error that has a fix, and a warning twice; `before` stands before the segment.
  private func report(path: String = "kk/a b.xlf", before: String = "") throws -> Report {
    let target = "Ол 2300 тонна <болат>  өндірді  & «сатты»."
    var bitext = try Bitext("en", "It made 2,200 tons & sold it.", "kk", target)
    bitext.units[0].segments[0].targetPlace = OffsetMap(verbatim: target.utf8.count, raw: before.utf8.count)
    var configuration = CheckConfiguration()
    configuration.select = ["number-mismatch", "spaces"]
    return Report(
      path: path, bytes: Array((before + target + "\n").utf8),
      languages: (bitext.sourceLocale.tag, bitext.targetLocale.tag), units: bitext.units,
      findings: CheckSuite(configuration).findings(in: bitext))
  }

  private func xml(_ bytes: [UInt8]) throws -> XMLElement {
    try #require(try XMLDocument(data: Data(bytes)).rootElement())
  }

  @Test func sarifHasWhatItsSchemaAsksFor() throws {
    let log = try JSONValue(parsing: ReportFormat.sarif.output([try report()]))
    #expect(log["version"]?.string == "2.1.0")
    let run = try #require(log["runs"]?.array?.first)
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"]?.string == "l10n")
    let rules = (driver["rules"]?.array ?? []).compactMap { $0["id"]?.string }
    #expect(Set(rules).count == rules.count && rules.contains("waiver-unused"))
    let results = try #require(run["results"]?.array)
    #expect(results.count == 3)
    for result in results {
      #expect(rules.contains(result["ruleId"]?.string ?? ""))
      #expect(["error", "warning", "note"].contains(result["level"]?.string))
      #expect(result["message"]?["text"]?.string?.isEmpty == false)
      let place = try #require(result["locations"]?.array?.first?["physicalLocation"])
      #expect(place["artifactLocation"]?["uri"]?.string == "kk/a%20b.xlf")
      #expect(place["region"]?["startLine"]?.int == 1)
    }
    let region = results[0]["locations"]?.array?.first?["physicalLocation"]?["region"]
    #expect(region?["startColumn"]?.int == 4 && region?["endColumn"]?.int == 8)
    let replacement = results[0]["fixes"]?.array?.first?["artifactChanges"]?.array?.first?["replacements"]?.array?.first
    #expect(replacement?["insertedContent"]?["text"]?.string == "2200")
  }

  @Test func fingerprintsDifferAndSurviveMovedLines() throws {
    func fingerprints(_ report: Report) throws -> [String] {
      let issues = try JSONValue(parsing: ReportFormat.gitlab.output([report])).array ?? []
      return issues.compactMap { $0["fingerprint"]?.string }
    }
    let first = try fingerprints(try report())
    #expect(Set(first).count == 3)
    #expect(try fingerprints(try report(before: "\n\n\n")) == first)
    #expect(try fingerprints(try report(path: "other.xlf")) != first)
  }

  @Test func gitLabHasTheKeysItReads() throws {
    let issues = try #require(try JSONValue(parsing: ReportFormat.gitlab.output([try report(before: "\n")])).array)
    #expect(issues.map { $0["severity"]?.string } == ["major", "minor", "minor"])
    #expect(issues[0]["location"]?["path"]?.string == "kk/a b.xlf")
    #expect(issues[0]["location"]?["lines"]?["begin"]?.int == 2)
    #expect(issues[0]["description"]?.string?.hasPrefix("number-mismatch: ") == true)
    #expect(try JSONValue(parsing: ReportFormat.gitlab.output([])) == .array([]))
  }

  @Test func jUnitFailsWhatIsAnError() throws {
    var clean = try report(path: "clean.xlf")
    clean.findings = []
    let root = try xml(ReportFormat.junit.output([try report(), clean]))
    let suites = root.elements(forName: "testsuite")
    #expect(suites.map { $0.attribute(forName: "tests")?.stringValue } == ["3", "1"])
    #expect(suites.map { $0.attribute(forName: "failures")?.stringValue } == ["1", "0"])
    #expect(try root.nodes(forXPath: "//failure").count == 1)
    #expect(try root.nodes(forXPath: "//testcase").count == 4)
  }

  @Test func thePageIsWholeAndMarksThePlaces() throws {
    let bytes = ReportFormat.html.output([try report()])
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(!page.contains("href=") && !page.contains("src="), "the page needs no other file")
    let root = try xml(Array(page.replacingOccurrences(of: " xmlns=\"http://www.w3.org/1999/xhtml\"", with: "").utf8))
    #expect(try root.nodes(forXPath: "//mark").map(\.stringValue) == ["2300", "  ", "  "])
    let texts = try root.nodes(forXPath: "//div[@class='texts']/p").compactMap { $0 as? XMLElement }
    #expect(texts.map { $0.attribute(forName: "lang")?.stringValue } == ["en", "kk"])
    #expect(texts[1].stringValue == "Ол 2300 тонна <болат>  өндірді  & «сатты».")
    #expect(try root.nodes(forXPath: "//article/@data-rules").map(\.stringValue) == ["number-mismatch spaces spaces"])
    // Every control has a name for a screen reader.
    #expect(try root.nodes(forXPath: "//select").count == root.nodes(forXPath: "//label/select").count)
  }

  @Test func aPreviewShowsWhatIsRightToo() throws {
    var report = try report()
    report.findings = []
    var reporter = previewReporter(title: "a < b")
    var output: [UInt8] = []
    reporter.begin(into: &output)
    reporter.write(report, into: &output)
    reporter.end(ReportSummary(), into: &output)
    let page = String(decoding: output, as: UTF8.self)
    #expect(page.contains("<title>a &lt; b</title>"))
    #expect(page.contains("It made 2,200 tons &amp; sold it."))
    #expect(page.contains("<article class=\"none\""))
  }
}
