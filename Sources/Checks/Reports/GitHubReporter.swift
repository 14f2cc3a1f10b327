internal import Units

/// GitHub's workflow commands, a line each, which become annotations on the lines of a change.
struct GitHubReporter: Reporter {
  mutating func begin(into output: inout [UInt8]) {}

  mutating func write(_ report: Report, into output: inout [UInt8]) {
    guard !report.findings.isEmpty else { return }
    let lines = LineIndex(report.bytes)
    for finding in report.findings {
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      var properties = "file=\(Self.escaped(report.path, isProperty: true))"
      if finding.hasPlace {
        let position = lines.position(of: finding.at.lowerBound)
        properties += ",line=\(position.line),col=\(position.column)"
      }
      properties += ",title=\(Self.escaped(finding.rule, isProperty: true))"
      output += "::\(command) \(properties)::\(Self.escaped(finding.message, isProperty: false))\n".utf8
    }
  }

  mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {}

  /// A value of a command.
  ///
  /// In a property a colon and a comma would end it.
  static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
