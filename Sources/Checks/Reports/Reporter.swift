/// Writes findings in one form.
///
/// Every reporter is given the same reports, one document at a time, and keeps none.
public protocol Reporter: Sendable {
  /// What stands before the first document.
  mutating func begin(into output: inout [UInt8])
  /// A document's findings.
  mutating func write(_ report: Report, into output: inout [UInt8])
  /// What stands after the last document.
  mutating func end(_ summary: ReportSummary, into output: inout [UInt8])
}

/// The forms that findings are reported in, by the names that `--report` takes.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people at a terminal.
  case text
  /// For programs.
  case json
  /// For GitHub, which shows annotations beside the lines of a change.
  case github
  /// SARIF 2.1.0, for code hosts and editors.
  case sarif
  /// GitLab's Code Quality report.
  case gitlab
  /// JUnit's XML, for CI servers.
  case junit
  /// One page to look at in a browser.
  case html

  /// A reporter of this form, made for one run of the tool named.
  ///
  /// The text report is coloured where `color` says so and fitted to a terminal of `width` columns; nil is no limit.
  public func reporter(tool: (name: String, version: String), color: Bool = false, width: Int? = nil) -> any Reporter {
    switch self {
    case .text: TextReporter(color: color, width: width)
    case .json: JSONReporter(tool: tool)
    case .github: GitHubReporter()
    case .sarif: SARIFReporter(tool: tool)
    case .gitlab: GitLabReporter()
    case .junit: JUnitReporter()
    case .html: HTMLReporter(title: "Findings of \(tool.name)", showsAll: false)
    }
  }
}

/// The page of a preview: every segment, source and target side by side, with what was found marked.
public func previewReporter(title: String) -> any Reporter { HTMLReporter(title: title, showsAll: true) }
