public import Units

/// What was found in one document.
public struct Report: Sendable {
  /// The file, as it was given.
  public var path: String
  /// Its bytes, which the places of the findings are counted in; empty where there is no file.
  public var bytes: [UInt8]
  /// The languages of the source and of the target, where they matter.
  public var languages: (source: LanguageTag, target: LanguageTag)?
  /// What was checked.
  public var units: [Unit]
  /// What was found, in the order of the document.
  public var findings: [Finding]

  /// What was found in a document.
  public init(
    path: String, bytes: [UInt8], languages: (source: LanguageTag, target: LanguageTag)? = nil, units: [Unit] = [],
    findings: [Finding]
  ) {
    self.path = path
    self.bytes = bytes
    self.languages = languages
    self.units = units
    self.findings = findings
  }

  /// How many segments were checked.
  public var segmentCount: Int { units.reduce(0) { $0 + $1.sentenceCount } }
}

/// How much was checked and found in all documents of a run.
public struct ReportSummary: Hashable, Sendable {
  /// The number of files.
  public private(set) var files = 0
  /// The number of segments.
  public private(set) var segments = 0
  private var counts: [Finding.Severity: Int] = [:]
  private var lastPath: String?

  /// Nothing yet.
  public init() {}

  /// Counts a document; several in a row that come from one file are one file.
  public mutating func add(_ report: Report) {
    if lastPath != report.path { files += 1 }
    lastPath = report.path
    segments += report.segmentCount
    for finding in report.findings { counts[finding.severity, default: 0] += 1 }
  }

  /// The number of findings of a severity.
  public subscript(_ severity: Finding.Severity) -> Int { counts[severity] ?? 0 }
}

/// The segment that a finding is about, and where in it, as people count: in Unicode scalars.
struct FindingContext {
  let source: String
  let target: String?
  /// The name of the trans-unit, where the document has one for each segment (XLIFF 1.2).
  let transUnit: String?
  /// The number of the segment in its unit, from 1, white space between sentences not counted.
  let number: Int
  /// Where in the target, in scalars.
  let range: Range<Int>?
  /// What the fix replaces, in scalars of the target.
  let fixRange: Range<Int>?

  /// The context of a finding; nil where it is about no segment.
  init?(_ finding: Finding, _ units: [UnitID: Unit]) {
    guard let unit = finding.unit.flatMap({ units[$0] }), let index = finding.segment,
      unit.segments.indices.contains(index)
    else { return nil }
    let segment = unit.segments[index]
    transUnit = segment.id.flatMap { $0.hasPrefix(unit.id.name) ? $0 : nil }
    source = Self.shown(segment.source)
    target = segment.target.map { Self.shown($0) }
    number = unit.segments[...index].count { !$0.isIgnorable }
    let text = segment.target?.text ?? []
    range = finding.inTarget.map { Self.scalars($0.bytes, in: text) }
    fixRange = finding.fix.map { Self.scalars($0.range.bytes, in: text) }
  }

  /// The text of a segment; of one that is no sentence but a book, the beginning.
  private static func shown(_ content: Content) -> String {
    guard content.text.count > mostBytes else { return content.string }
    var end = mostBytes
    while content.text[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: content.text[..<end], as: UTF8.self) + "…"
  }

  private static let mostBytes = 20_000

  /// A range of bytes as a range of scalars.
  static func scalars(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let low = text.prefix(range.lowerBound).scalarCount
    return low..<low + text.prefix(range.upperBound).dropFirst(range.lowerBound).scalarCount
  }
}

extension Report {
  /// How many findings of a file a report shows: more are no help to anybody, and fill memories and disks.
  public static let mostFindings = 10_000

  /// The report with as many findings as one can show, the most severe ones, and a word on how many there are more.
  public func limited(to most: Int = mostFindings) -> Report {
    guard findings.count > most else { return self }
    var room = most
    var kept: Set<Int> = []
    for severity in [Finding.Severity.error, .warning, .note] where room > 0 {
      let indexes = findings.indices.lazy.filter { findings[$0].severity == severity }.prefix(room)
      for index in indexes { kept.insert(index) }
      room = most - kept.count
    }
    var report = self
    report.findings = findings.indices.filter { kept.contains($0) }.map { findings[$0] }
    let message =
      "\(findings.count - most) more findings are not shown: mend these first, or choose rules with --select or --ignore"
    let at = report.findings[0].at.lowerBound
    report.findings.insert(
      Finding(rule: CheckSuite.findingsOmitted, severity: .note, message: message, at: at..<at), at: 0)
    return report
  }

  /// The units by their names; of two with one name the first.
  var unitsByID: [UnitID: Unit] { Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) }
}
