public import Checks
internal import Synchronization
import Units
import YAML

/// Findings that people looked at and let stand: `l10n-waivers.yaml`, and in the same form a baseline.
final class Waivers: Sendable {
  /// One finding that is let stand.
  struct Entry: Sendable {
    /// The file, relative to the folder of the waivers.
    var file: String
    var finding: FindingIdentity
    var reason: String
    /// Where the entry stands in the file of waivers, in bytes.
    var offset: Int
  }

  private struct Key: Hashable {
    var file: String
    var finding: FindingIdentity
  }

  let path: String
  private let bytes: [UInt8]
  private let entries: [Entry]
  private let indexes: [Key: Int]
  private let folder: String
  /// What was met so far: the entries that waived something, and the files with the rules that ran on them.
  private let met = Mutex<(used: Set<Int>, files: [String: CheckSuite])>(([], [:]))

  /// The entries of a file: a list of `{file, unit, rule, hash, reason}`.
  ///
  /// - Throws: ``Failure`` where it can't be read, or an entry lacks something.
  init(reading path: String) throws(Failure) {
    self.path = path
    bytes = try FileSystem.read(path)
    folder = Self.folder(of: path)
    entries = try Failure.reading(yaml: bytes, at: path) { root in try root.list.map(Self.entry) } ?? []
    indexes = Dictionary(
      entries.enumerated().map { (Key(file: $1.file, finding: $1.finding), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func entry(_ node: Node) throws(Malformed) -> Entry {
    func text(_ key: String) throws(Malformed) -> String {
      guard let text = node[key]?.string else {
        throw Malformed(
          at: Offset(node.offset), problem: "an entry without \(key)",
          remedy: "write file, unit, rule, hash and reason; --write-baseline writes such entries")
      }
      return text
    }
    guard let hash = Fingerprint(description: try text("hash")) else {
      throw Malformed(
        at: Offset(node.offset), problem: "the hash is none", remedy: "copy it from a --write-baseline file")
    }
    let finding = FindingIdentity(unit: try text("unit"), rule: try text("rule"), hash: hash)
    return Entry(file: try text("file"), finding: finding, reason: try text("reason"), offset: node.offset)
  }

  /// Whether a finding in a file is let stand.
  func waives(_ finding: FindingIdentity, in path: String) -> Bool {
    guard let index = indexes[Key(file: Self.relative(path, to: folder), finding: finding)] else { return false }
    met.withLock { _ = $0.used.insert(index) }
    return true
  }

  /// Remembers that a file was checked, so that its waivers must have waived something.
  func checked(_ path: String, by suite: CheckSuite) {
    met.withLock { $0.files[Self.relative(path, to: folder)] = suite }
  }

  /// The waivers of the checked files that waived nothing.
  var unused: Report {
    let met = met.withLock { $0 }
    let findings = entries.enumerated().compactMap { index, entry -> Finding? in
      let rule = entry.finding.rule
      guard !met.used.contains(index), let suite = met.files[entry.file], suite.runs(CheckSuite.waiverUnused),
        suite.runs(rule) || !RuleNames.isKnown(rule)
      else { return nil }
      return suite.adjusted(
        Finding(
          rule: CheckSuite.waiverUnused, severity: .warning,
          message: RuleNames.isKnown(rule)
            ? "\(rule) is not found as it was waived in \(entry.finding.unit) of \(entry.file)"
            : "\(rule) is no rule; \(RuleNames.remedy(for: rule))",
          at: FileRange(bytes: entry.offset..<entry.offset + 1)))
    }
    return Report(path: path, bytes: bytes, findings: findings)
  }

  /// The bytes of a file that lets findings stand.
  fileprivate static func written(
    _ findings: [(path: String, finding: FindingIdentity)], to path: String, reason: String
  ) -> [UInt8] {
    let folder = folder(of: path)
    var text = "# Findings that are let stand while their source and target stay as they are.\n"
    if findings.isEmpty { text += "[]\n" }
    for (file, finding) in findings {
      text += "- file: \(quoted(relative(file, to: folder)))\n  unit: \(quoted(finding.unit))\n"
      text += "  rule: \(finding.rule)\n  hash: \(finding.hash)\n  reason: \(quoted(reason))\n"
    }
    return Array(text.utf8)
  }

  /// A text as YAML's double quotes have it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func folder(of path: String) -> String {
    let folder = Path.folder(path)
    return FileSystem.resolved(folder) ?? folder
  }

  /// The path below the folder of the waivers; as it is where it lies elsewhere.
  private static func relative(_ path: String, to folder: String) -> String {
    guard let real = FileSystem.resolved(path), real.hasPrefix(folder + "/") else { return path }
    return String(real.dropFirst(folder.count + 1))
  }
}

/// Writes down findings, so that later runs let them stand and report what is new.
public struct BaselineWriter {
  private var findings: [(path: String, finding: FindingIdentity)] = []
  private var seen: Set<[String]> = []

  /// Nothing yet.
  public init() {}

  /// Adds what was found in a document.
  public mutating func add(_ report: Report) {
    for finding in report.identities
    where seen.insert([report.path, finding.unit, finding.rule, finding.hash.description]).inserted {
      findings.append((report.path, finding))
    }
  }

  /// The file's bytes; paths in it are relative to the folder of `path`.
  public func bytes(for path: String) -> [UInt8] { Waivers.written(findings, to: path, reason: "baseline") }
}
