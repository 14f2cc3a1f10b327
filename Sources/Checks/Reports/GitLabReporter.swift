internal import JSON
internal import Units

/// GitLab's Code Quality report: an array of issues.
///
/// A fingerprint holds no line, so that what was there before a change is known again after it.
struct GitLabReporter: Reporter {
  private var writer = JSONWriter()

  mutating func begin(into output: inout [UInt8]) {
    writer.beginArray()
    output += writer.drain()
  }

  mutating func write(_ report: Report, into output: inout [UInt8]) {
    report.eachIdentified { finding, fingerprint, lines in
      writer.beginObject()
      // GitLab does not show the name of the check.
      writer.member("description", "\(finding.rule): \(finding.message)")
      writer.member("check_name", finding.rule)
      writer.member("fingerprint", fingerprint)
      writer.member("severity", Self.severity(finding.severity))
      writer.key("location")
      writer.beginObject()
      writer.member("path", report.path)
      writer.key("lines")
      writer.beginObject()
      writer.member("begin", finding.hasPlace ? lines.position(of: finding.at.lowerBound).line : 1)
      writer.endObject()
      writer.endObject()
      writer.endObject()
    }
    output += writer.drain()
  }

  mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    writer.endArray()
    writer.endLine()
    output += writer.drain()
  }

  private static func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
