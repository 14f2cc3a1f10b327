import Checks

extension ReportFormat {
  /// What this format's reporter writes of reports, from the first byte to the last.
  func output(_ reports: [Report], width: Int? = nil) -> [UInt8] {
    var reporter = reporter(tool: ("l10n", "1.0"), width: width)
    var output: [UInt8] = []
    var summary = ReportSummary()
    reporter.begin(into: &output)
    for report in reports {
      summary.add(report)
      reporter.write(report, into: &output)
    }
    reporter.end(summary, into: &output)
    return output
  }
}
