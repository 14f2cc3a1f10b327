internal import Units

/// The report for people: a line for each finding, below it the source and the target with the place marked, and at
/// the end how many there were.
struct TextReporter: Reporter {
  private let style: TextStyle
  private let width: Int?
  private var lastPath: String?

  init(color: Bool, width: Int?) {
    style = TextStyle(isColored: color)
    self.width = width
  }

  mutating func begin(into output: inout [UInt8]) {}

  mutating func write(_ report: Report, into output: inout [UInt8]) {
    guard !report.findings.isEmpty else { return }
    if let lastPath, lastPath != report.path { output.append(0x0A) }
    lastPath = report.path
    let lines = LineIndex(report.bytes)
    let units = report.unitsByID
    for finding in report.findings {
      output += heading(of: finding, in: report, lines).utf8
      if let context = FindingContext(finding, units) { output += excerpt(context, report).utf8 }
    }
  }

  mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    guard summary.files > 0 else { return }
    let counts = Finding.Severity.allCases.reversed().filter { summary[$0] > 0 }
      .map { style.severity($0, Self.count(summary[$0], $0.name)) }
    let found = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    if lastPath != nil { output.append(0x0A) }
    output += "\(found) in \(Self.count(summary.files, "file"))\n".utf8
  }

  private func heading(of finding: Finding, in report: Report, _ lines: LineIndex) -> String {
    var place = report.path
    if finding.hasPlace {
      let position = lines.position(of: finding.at.lowerBound)
      place += ":\(position.line):\(position.column)"
    }
    return "\(style.bold(place)): \(style.severity(finding.severity, "\(finding.severity.name)[\(finding.rule)]")) "
      + "\(finding.message)\n"
  }

  /// The source, the target, and marks below what is meant in it.
  private func excerpt(_ context: FindingContext, _ report: Report) -> String {
    let tags = (report.languages?.source.bcp47 ?? "", report.languages?.target.bcp47 ?? "")
    let column = max(tags.0.utf8.count, tags.1.utf8.count)
    let room = width.map { max(20, $0 - column - 6) }
    let indent = { (tag: String) in "    " + tag + String(repeating: " ", count: column - tag.utf8.count) + "  " }
    let center = context.range.map { Double($0.lowerBound + $0.upperBound) / 2 / Double(max(1, context.scalarCount)) }
    var result = style.dim(indent(tags.0)) + TextLine(context.source, room: room, center: center ?? 0).shown + "\n"
    guard let target = context.target else { return result }
    let line = TextLine(target, room: room, center: center ?? 0, keeping: context.range)
    result += style.dim(indent(tags.1)) + line.shown + "\n"
    if let range = context.range {
      let (before, marked) = line.columns(of: range)
      result +=
        indent("") + String(repeating: " ", count: before) + style.mark(String(repeating: "^", count: max(1, marked)))
      result += "\n"
    }
    return result
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension FindingContext {
  fileprivate var scalarCount: Int { target?.unicodeScalars.count ?? 0 }
}

/// The terminal's colours, or none.
private struct TextStyle {
  let isColored: Bool

  func bold(_ text: String) -> String { colored(text, "1") }
  func dim(_ text: String) -> String { colored(text, "2") }
  func mark(_ text: String) -> String { colored(text, "1;32") }

  func severity(_ severity: Finding.Severity, _ text: String) -> String {
    switch severity {
    case .error: colored(text, "1;31")
    case .warning: colored(text, "1;33")
    case .note: colored(text, "1;36")
    }
  }

  private func colored(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
