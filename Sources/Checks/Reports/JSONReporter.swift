internal import JSON
internal import Units

/// One JSON object: the tool, the findings, the summary.
///
/// Keys that don't apply are left out.
struct JSONReporter: Reporter {
  let tool: (name: String, version: String)
  private var writer = JSONWriter()

  init(tool: (name: String, version: String)) { self.tool = tool }

  mutating func begin(into output: inout [UInt8]) {
    writer.beginObject()
    writer.key("tool")
    writer.beginObject()
    writer.member("name", tool.name)
    writer.member("version", tool.version)
    writer.endObject()
    writer.key("findings")
    writer.beginArray()
    output += writer.drain()
  }

  mutating func write(_ report: Report, into output: inout [UInt8]) {
    guard !report.findings.isEmpty else { return }
    let lines = LineIndex(report.bytes)
    let units = report.unitsByID
    for finding in report.findings { writer.finding(finding, of: report, lines, units) }
    output += writer.drain()
  }

  mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    writer.endArray()
    writer.key("summary")
    writer.beginObject()
    writer.member("files", summary.files)
    writer.member("segments", summary.segments)
    writer.member("errors", summary[.error])
    writer.member("warnings", summary[.warning])
    writer.member("notes", summary[.note])
    writer.endObject()
    writer.endObject()
    writer.endLine()
    output += writer.drain()
  }
}

extension JSONWriter {
  /// Writes the array of a document's findings, as in a JSON report but without the file: for JSON Lines.
  mutating func findings(of report: Report) {
    let units = report.unitsByID
    beginArray()
    for finding in report.findings { self.finding(finding, of: report, nil, units) }
    endArray()
  }

  /// Writes a finding; with no `lines`, without its file.
  mutating func finding(_ finding: Finding, of report: Report, _ lines: LineIndex?, _ units: [UnitID: Unit]) {
    beginObject()
    member("rule", finding.rule)
    member("severity", finding.severity.name)
    member("message", finding.message)
    if let lines {
      member("file", report.path)
      if finding.hasPlace {
        let position = lines.position(of: finding.at.lowerBound)
        member("line", position.line)
        member("column", position.column)
      }
    }
    let context = FindingContext(finding, units)
    if let unit = context?.transUnit ?? finding.unit?.name { member("unit", unit) }
    if let context, context.transUnit == nil { member("segment", context.number) }
    if let languages = report.languages { member("language", languages.target.bcp47) }
    if let concept = finding.concept { member("concept", concept) }
    if let context { texts(context) }
    if let fix = finding.fix, let range = context?.fixRange {
      key("fix")
      beginObject()
      member("start", range.lowerBound)
      member("end", range.upperBound)
      member("text", fix.replacement)
      endObject()
    }
    endObject()
  }

  private mutating func texts(_ context: FindingContext) {
    member("source", context.source)
    if let target = context.target { member("target", target) }
    if let range = context.range {
      member("start", range.lowerBound)
      member("end", range.upperBound)
    }
  }
}

extension Finding {
  /// Whether its place in the file is known.
  var hasPlace: Bool { at.upperBound.bytes > 0 }
}

extension Report {
  /// The findings as a JSON array without the file's name, for a line of JSON Lines.
  public var findingsAsJSON: String {
    var writer = JSONWriter()
    writer.findings(of: self)
    return String(decoding: writer.drain(), as: UTF8.self)
  }
}
