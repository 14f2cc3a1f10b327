public import Terminology
public import Units

/// What decides which checks run and how bad their findings are.
public struct CheckConfiguration: Sendable {
  /// The only rules that run; nil is every rule that is on by default.
  public var select: Set<String>?
  /// Rules that don't run.
  public var ignore: Set<String> = []
  /// Severities other than a rule's own.
  public var severities: [String: Finding.Severity] = [:]
  /// Rules that run although they are off by default.
  public var enabled: Set<String> = []
  /// The options of rules by their names.
  public var options: [String: [String: String]] = [:]
  /// The names, and how they are spelled; nil where no term-* rule runs.
  public var terms: TermMatchers?
  /// Where a name that is missing is an error.
  public var termScope = TermCheck.Scope.article
  /// Whether a text (a segment's source) has nothing to translate besides what no letter tells: names that the
  /// glossary has in one spelling for both languages.
  public var hasNothingToTranslate: @Sendable (Content, _ source: LanguageTag, _ target: LanguageTag) -> Bool = {
    _, _, _ in false
  }

  /// Every rule as it is by default.
  public init() {}
}

/// The checks that a configuration asks for, ready to run on one article after another.
public struct CheckSuite: Sendable {
  private let checks: [any Check]
  private let configuration: CheckConfiguration
  private let running: Set<String>

  /// The checks of a configuration.
  public init(_ configuration: CheckConfiguration) {
    self.configuration = configuration
    let running = Set(Self.allRules(configuration).filter { Self.runs($0, configuration) }.map(\.name))
    self.running = running
    checks = Self.registry(configuration).filter { check in check.rules.contains { running.contains($0.name) } }
  }

  /// The rules whose findings are reported, in the order of the registry.
  public var rules: [Rule] { checks.flatMap(\.rules).filter { running.contains($0.name) } }

  /// Every rule there is, in the order of the registry.
  public static func allRules(_ configuration: CheckConfiguration = CheckConfiguration()) -> [Rule] {
    registry(configuration).flatMap(\.rules) + fileRules
  }

  /// What is wrong with an article by itself, in the order of its document.
  public func findings(in bitext: Bitext) -> [Finding] { review(bitext).findings }

  /// What is wrong with an article by itself, in the order of its document, and the names that are to be compared with
  /// those of other articles.
  public func review(_ bitext: Bitext) -> (findings: [Finding], names: [ArticleName]) {
    var findings: [Finding] = []
    var names: [ArticleName] = []
    let places = Places(bitext.units)
    func placed(_ finding: Finding) -> Finding? {
      guard running.contains(finding.rule) else { return nil }
      var finding = adjusted(finding)
      if let place = places.file(of: finding) { finding.at = place }
      return finding
    }
    func report(_ finding: Finding) { placed(finding).map { findings.append($0) } }
    for check in checks {
      guard let check = check as? any ComparingCheck else {
        check.check(bitext, report: report)
        continue
      }
      check.check(bitext, report: report) { name in
        guard let finding = placed(name.finding) else { return }
        var name = name
        name.finding = finding
        names.append(name)
      }
    }
    return (places.sorted(findings), names)
  }

  /// Whether findings of a rule are reported.
  public func runs(_ rule: String) -> Bool { running.contains(rule) }

  /// A finding as bad as the configuration says that its rule is.
  public func adjusted(_ finding: Finding) -> Finding {
    guard let severity = configuration.severities[finding.rule] else { return finding }
    var finding = finding
    finding.severity = severity
    return finding
  }

  private static func runs(_ rule: Rule, _ configuration: CheckConfiguration) -> Bool {
    if configuration.ignore.contains(rule.name) { return false }
    if let select = configuration.select { return select.contains(rule.name) }
    if configuration.enabled.contains(rule.name) { return true }
    return switch rule.activation {
    case .always: true
    case .withGlossary: configuration.terms != nil
    case .onRequest: false
    }
  }
}

/// Where findings lie in the document that the units were read from.
private struct Places {
  private let units: [Unit]
  private let indexes: [UnitID: Int]

  init(_ units: [Unit]) {
    self.units = units
    indexes = Dictionary(units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of the document that a finding is about; nil where the units were not read from one.
  func file(of finding: Finding) -> FileRange? {
    guard let unit = finding.unit.flatMap({ indexes[$0] }) else { return nil }
    let segments = units[unit].segments
    let index = finding.segment ?? segments.firstIndex { !$0.isIgnorable } ?? 0
    guard segments.indices.contains(index) else { return nil }
    let segment = segments[index]
    if let map = segment.targetPlace, let content = segment.target {
      return FileRange(bytes: map.raw(finding.inTarget?.bytes ?? 0..<content.text.count))
    }
    return segment.sourcePlace.map { FileRange(bytes: $0.raw(0..<segment.source.text.count)) }
  }

  /// By unit, segment and place; what stands at the same place stays in the order it was found.
  func sorted(_ findings: [Finding]) -> [Finding] {
    let keys = findings.enumerated().map { index, finding in
      (
        finding.unit.flatMap { indexes[$0] } ?? units.count, finding.segment ?? -1,
        finding.inTarget?.lowerBound.bytes ?? -1, index
      )
    }
    return keys.sorted { $0 < $1 }.map { findings[$0.3] }
  }
}
