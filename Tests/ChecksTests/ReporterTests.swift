import Checks
import Foundation
import JSON
import Locales
import Testing
import Units

struct ReporterTests {
  /// A file with one wrong number in its third line.
  private func report(path: String = "kk/steel.txt.kk.xlf") throws -> Report {
    let file = "<xliff>\n<source>It made 2,200 tons.</source>\n<target>Ол 2300 тонна өндірді.</target>\n</xliff>\n"
    let bytes = Array(file.utf8)
    let start = try #require(file.range(of: "Ол 2300"))
    let offset = file.utf8.distance(from: file.startIndex, to: start.lowerBound)
    let target = "Ол 2300 тонна өндірді."
    var bitext = try Bitext("en", "It made 2,200 tons.", "kk", target)
    bitext.units[0].segments[0].targetPlace = OffsetMap(verbatim: target.utf8.count, raw: offset)
    return Report(
      path: path, bytes: bytes, languages: (bitext.sourceLocale.tag, bitext.targetLocale.tag), units: bitext.units,
      findings: CheckSuite(CheckConfiguration()).findings(in: bitext))
  }

  private func output(_ format: ReportFormat, _ reports: [Report], width: Int? = nil) -> String {
    String(decoding: format.output(reports, width: width), as: UTF8.self)
  }

  @Test func textShowsThePlaceBelowTheTarget() throws {
    #expect(
      output(.text, [try report()]) == """
        kk/steel.txt.kk.xlf:3:12: error[number-mismatch] 2300 stands where the source has 2,200
            en  It made 2,200 tons.
            kk  Ол 2300 тонна өндірді.
                   ^^^^

        1 error in 1 file

        """)
  }

  @Test func textCutsLongLinesAroundThePlace() throws {
    var report = try report()
    let target = String(repeating: "сөз ", count: 60) + "2300 " + String(repeating: "сөз ", count: 60)
    report.units[0].segments[0].target = Content(target)
    report.findings[0].inTarget = TextRange(bytes: 7 * 60..<7 * 60 + 4)
    let lines = output(.text, [report], width: 60).split(separator: "\n")
    let shown = try #require(lines.dropFirst(2).first).unicodeScalars
    let marks = try #require(lines.dropFirst(3).first).unicodeScalars
    #expect(shown.count <= 60)
    let marked = zip(shown, marks).filter { $0.1 == "^" }.map { String($0.0) }.joined()
    #expect(marked == "2300", "\(lines)")
  }

  /// The most severe findings are shown, and how many there are more; the summary counts all.
  @Test func showsNoMoreFindingsThanAReportHasRoomFor() throws {
    var report = try report()
    let error = report.findings[0]
    var note = error
    note.severity = .note
    report.findings = [note, note, error, note]
    #expect(report.limited(to: 4).findings == report.findings)
    let limited = report.limited(to: 2).findings
    #expect(limited.map(\.rule) == ["findings-omitted", "number-mismatch", "number-mismatch"])
    #expect(limited.map(\.severity) == [.note, .note, .error])
    #expect(limited[0].message.hasPrefix("2 more findings are not shown"))
  }

  @Test func quotesTheBeginningOfABook() throws {
    var report = try report()
    report.units[0].segments[0].target = Content(String(repeating: "сөз ", count: 10_000) + "2300")
    let json = output(.json, [report])
    #expect(json.utf8.count < 30_000 && json.contains("…"))
  }

  @Test func textOfCleanFilesIsTheSummary() throws {
    var report = try report()
    report.findings = []
    #expect(output(.text, [report]) == "nothing found in 1 file\n")
  }

  @Test func jsonHasTheKeysOfTheContract() throws {
    let value = try JSONValue(parsing: Array(output(.json, [try report(), try report(path: "b")]).utf8))
    #expect(value["tool"]?["name"]?.string == "l10n")
    #expect(value["findings"]?.array?.count == 2)
    let finding = try #require(value["findings"]?.array?.first)
    guard case .object(let members) = finding else { throw Missing() }
    #expect(
      members.map(\.key) == [
        "rule", "severity", "message", "file", "line", "column", "unit", "segment", "language", "source", "target",
        "start", "end", "fix",
      ])
    #expect(finding["line"]?.int == 3)
    #expect(finding["column"]?.int == 12)
    #expect(finding["start"]?.int == 3)
    #expect(finding["end"]?.int == 7)
    #expect(finding["fix"]?["text"]?.string == "2200")
    #expect(value["summary"]?["files"]?.int == 2)
    #expect(value["summary"]?["segments"]?.int == 2)
    #expect(value["summary"]?["errors"]?.int == 2)
    #expect(value["summary"]?["warnings"]?.int == 0)
  }

  @Test func jsonOfNothingIsWhole() throws {
    let value = try JSONValue(parsing: Array(output(.json, []).utf8))
    #expect(value["findings"]?.array == [])
    #expect(value["summary"]?["files"]?.int == 0)
  }

  @Test func gitHubCommandsAreEscaped() throws {
    var report = try report(path: "a,b:c/100%.xlf")
    report.findings[0].message = "100 %,\nnot: 50"
    #expect(
      output(.github, [report])
        == "::error file=a%2Cb%3Ac/100%25.xlf,line=3,col=12,title=number-mismatch::100 %25,%0Anot: 50\n")
  }
}
