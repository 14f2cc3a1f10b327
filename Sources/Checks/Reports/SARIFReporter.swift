internal import JSON
internal import Units

/// SARIF 2.1.0 (OASIS Standard), which code hosts show beside the lines of a change and remember by fingerprints.
struct SARIFReporter: Reporter {
  let tool: (name: String, version: String)
  private var writer = JSONWriter()

  init(tool: (name: String, version: String)) { self.tool = tool }

  mutating func begin(into output: inout [UInt8]) {
    writer.beginObject()
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writer.object("tool") { writer in
      writer.object("driver") { writer in
        writer.member("name", tool.name)
        writer.member("version", tool.version)
        writer.key("rules")
        writer.beginArray()
        for rule in CheckSuite.allRules() { writer.sarifRule(rule) }
        writer.endArray()
      }
    }
    writer.member("columnKind", "unicodeCodePoints")
    writer.key("results")
    writer.beginArray()
    output += writer.drain()
  }

  mutating func write(_ report: Report, into output: inout [UInt8]) {
    report.eachIdentified { finding, fingerprint, lines in
      writer.sarifResult(finding, in: report, lines, fingerprint)
    }
    output += writer.drain()
  }

  mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endLine()
    output += writer.drain()
  }
}

extension JSONWriter {
  /// A member that is an object.
  fileprivate mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
    key(name)
    beginObject()
    members(&self)
    endObject()
  }

  fileprivate mutating func sarifRule(_ rule: Rule) {
    beginObject()
    member("id", rule.name)
    object("shortDescription") { $0.member("text", rule.summary) }
    object("defaultConfiguration") { writer in
      writer.key("enabled")
      writer.bool(rule.activation != .onRequest)
      writer.member("level", rule.severity.name)
    }
    endObject()
  }

  fileprivate mutating func sarifResult(
    _ finding: Finding, in report: Report, _ lines: LineIndex, _ fingerprint: String
  ) {
    beginObject()
    member("ruleId", finding.rule)
    member("level", finding.severity.name)
    object("message") { $0.member("text", finding.message) }
    key("locations")
    beginArray()
    beginObject()
    object("physicalLocation") { writer in
      writer.artifact(report.path)
      if finding.hasPlace { writer.region("region", finding.at, lines) }
    }
    endObject()
    endArray()
    object("partialFingerprints") { $0.member("l10n/v1", fingerprint) }
    // The text of a fix is the text of the file only where nothing is to be escaped.
    if let fix = finding.fix, fix.range == finding.inTarget, finding.hasPlace,
      !fix.replacement.contains(where: { "&<>".contains($0) })
    {
      sarifFix(fix, at: finding.at, in: report, lines)
    }
    endObject()
  }

  private mutating func sarifFix(_ fix: Finding.Fix, at place: FileRange, in report: Report, _ lines: LineIndex) {
    key("fixes")
    beginArray()
    beginObject()
    key("artifactChanges")
    beginArray()
    beginObject()
    artifact(report.path)
    key("replacements")
    beginArray()
    beginObject()
    region("deletedRegion", place, lines)
    object("insertedContent") { $0.member("text", fix.replacement) }
    endObject()
    endArray()
    endObject()
    endArray()
    endObject()
    endArray()
  }

  private mutating func artifact(_ path: String) {
    object("artifactLocation") { $0.member("uri", Self.uri(path)) }
  }

  private mutating func region(_ name: String, _ range: FileRange, _ lines: LineIndex) {
    let (start, end) = (lines.position(of: range.lowerBound), lines.position(of: range.upperBound))
    object(name) { writer in
      writer.member("startLine", start.line)
      writer.member("startColumn", start.column)
      writer.member("endLine", end.line)
      writer.member("endColumn", end.column)
    }
  }

  /// A path as a relative URI reference (RFC 3986), or a `file` URI where it is absolute.
  private static func uri(_ path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    let hex = Array("0123456789ABCDEF".unicodeScalars)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%"
        result.unicodeScalars.append(hex[Int(byte >> 4)])
        result.unicodeScalars.append(hex[Int(byte & 15)])
      }
    }
    return result
  }
}
