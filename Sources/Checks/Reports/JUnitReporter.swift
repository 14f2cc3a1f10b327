internal import Units
internal import XML

/// JUnit's XML as CI servers read it: a suite for each document, a case for each finding, which fails where it is an
/// error.
struct JUnitReporter: Reporter {
  mutating func begin(into output: inout [UInt8]) {
    output += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"l10n\">\n".utf8
  }

  mutating func write(_ report: Report, into output: inout [UInt8]) {
    let lines = LineIndex(report.bytes)
    let failures = report.findings.count { $0.severity == .error }
    let path = Markup.escaped(report.path)
    let count = max(1, report.findings.count)
    output += "  <testsuite name=\"\(path)\" tests=\"\(count)\" failures=\"\(failures)\" errors=\"0\">\n".utf8
    // A suite without a case is taken for one that did not run.
    if report.findings.isEmpty { output += "    <testcase classname=\"\(path)\" name=\"no findings\"/>\n".utf8 }
    for finding in report.findings {
      let position = finding.hasPlace ? lines.position(of: finding.at.lowerBound) : nil
      let place = position.map { ":\($0.line):\($0.column)" } ?? ""
      let name = Markup.escaped("\(finding.rule)\(finding.unit.map { " in \($0)" } ?? "")\(place)")
      let message = Markup.escaped(finding.message)
      output += "    <testcase classname=\"\(path)\" name=\"\(name)\">".utf8
      if finding.severity == .error {
        output += "<failure type=\"\(finding.rule)\" message=\"\(message)\">\(path)\(place): \(message)</failure>".utf8
      } else {
        output += "<system-out>\(finding.severity.name): \(message)</system-out>".utf8
      }
      output += "</testcase>\n".utf8
    }
    output += "  </testsuite>\n".utf8
  }

  mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) { output += "</testsuites>\n".utf8 }
}

/// Text inside of XML and HTML.
enum Markup {
  /// The text with its markup characters escaped; a character that XML can't hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var held = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": held.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": held.append("\u{FFFD}")
      default: held.append(scalar)
      }
    }
    var bytes: [UInt8] = []
    appendEscaped(Array(String(held).utf8).span, inAttribute: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
