internal import Units

/// One page that needs no other file: source and target side by side with what was found marked, and filters.
///
/// Without scripts everything is shown. The page is well-formed XML, too.
struct HTMLReporter: Reporter {
  private let title: String
  /// Whether segments without a finding are shown as well: a preview of the translation.
  private let showsAll: Bool
  private var document = 0

  init(title: String, showsAll: Bool) {
    self.title = title
    self.showsAll = showsAll
  }

  mutating func begin(into output: inout [UInt8]) { output += HTMLPage.head(title: title).utf8 }

  mutating func write(_ report: Report, into output: inout [UInt8]) {
    guard showsAll || !report.findings.isEmpty else { return }
    document += 1
    let lines = LineIndex(report.bytes)
    let tags = report.languages.map { (source: $0.source.bcp47, target: $0.target.bcp47) } ?? (source: "", target: "")
    output += "<section aria-labelledby=\"file\(document)\">\n".utf8
    output += "<h2 id=\"file\(document)\">\(Markup.escaped(report.path))".utf8
    if !tags.target.isEmpty { output += " <small>\(tags.source) → \(tags.target)</small>".utf8 }
    output += "</h2>\n".utf8
    for row in Self.rows(of: report, showsAll) { write(row, of: report, tags, lines, into: &output) }
    output += "</section>\n".utf8
  }

  mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    let counts = "\(summary[.error]) errors, \(summary[.warning]) warnings, \(summary[.note]) notes"
    output += HTMLPage.foot(summary: "\(counts) in \(summary.files) files, \(summary.segments) segments").utf8
  }

  /// A segment with its findings, or findings that are about no segment.
  private struct Row {
    var segment: Segment?
    var name: String
    var findings: [Finding]
  }

  private struct Place: Hashable {
    var unit: String
    var segment: Int
  }

  private static func rows(of report: Report, _ showsAll: Bool) -> [Row] {
    var bySegment: [Place: [Finding]] = [:]
    var others: [Finding] = []
    let segments = Dictionary(report.units.map { ($0.id, $0.segments.count) }, uniquingKeysWith: { first, _ in first })
    for finding in report.findings {
      if let unit = finding.unit, let index = finding.segment, index < segments[unit] ?? 0 {
        bySegment[Place(unit: unit.name, segment: index), default: []].append(finding)
      } else {
        others.append(finding)
      }
    }
    var rows = others.map { Row(segment: nil, name: $0.unit?.name ?? "", findings: [$0]) }
    for unit in report.units {
      for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
        let findings = bySegment.removeValue(forKey: Place(unit: unit.id.name, segment: index)) ?? []
        guard showsAll || !findings.isEmpty else { continue }
        rows.append(Row(segment: segment, name: unit.name(ofSegment: index), findings: findings))
      }
    }
    return rows
  }

  private func write(
    _ row: Row, of report: Report, _ tags: (source: String, target: String), _ lines: LineIndex,
    into output: inout [UInt8]
  ) {
    let rules = Markup.escaped(row.findings.map(\.rule).joined(separator: " "))
    let worst = row.findings.map(\.severity).max()?.name ?? "none"
    output += "<article class=\"\(worst)\" data-rules=\"\(rules)\" data-file=\"\(Markup.escaped(report.path))\"".utf8
    output += " data-language=\"\(tags.target)\">\n<h3>\(Markup.escaped(row.name))</h3>\n".utf8
    if let segment = row.segment {
      let target = Self.marked(segment.target?.text ?? [], row.findings.compactMap { $0.inTarget?.bytes })
      output += "<div class=\"texts\"><p lang=\"\(tags.source)\" dir=\"auto\">".utf8
      output += Markup.escaped(segment.source.string).utf8
      output += "</p><p lang=\"\(tags.target)\" dir=\"auto\">".utf8
      output += (target.isEmpty ? "<em lang=\"en\">no translation</em>" : target).utf8
      output += "</p></div>\n".utf8
    }
    if !row.findings.isEmpty {
      output += "<ul>\n".utf8
      for finding in row.findings {
        let line = finding.hasPlace ? "line \(lines.position(of: finding.at.lowerBound).line)" : ""
        output += "<li class=\"\(finding.severity.name)\"><b>\(finding.severity.name)</b> <code>".utf8
        output += "\(Markup.escaped(finding.rule))</code> \(Markup.escaped(finding.message)) ".utf8
        output += "<small>\(line)</small></li>\n".utf8
      }
      output += "</ul>\n".utf8
    }
    output += "</article>\n".utf8
  }

  /// The text with the ranges marked; those that touch or overlap are one mark.
  private static func marked(_ text: [UInt8], _ ranges: [Range<Int>]) -> String {
    var result = ""
    var at = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound <= text.count {
      let low = max(at, range.lowerBound)
      guard low < range.upperBound else { continue }
      result += Markup.escaped(String(decoding: text[at..<low], as: UTF8.self))
      result += "<mark>\(Markup.escaped(String(decoding: text[low..<range.upperBound], as: UTF8.self)))</mark>"
      at = range.upperBound
    }
    return result + Markup.escaped(String(decoding: text[at...], as: UTF8.self))
  }
}
