import Checks
internal import Synchronization
import Units

/// The checks that the command line and the configuration ask for, which may differ from path to path.
final class CheckSettings: Sendable {
  private let base: CheckConfiguration
  private let selected: Set<String>
  private let ignored: Set<String>
  private let folder: String?
  private let overrides: [(files: [Glob], rules: [String: Configuration.RuleSetting])]
  private let made = Mutex<[[Int]: CheckSuite]>([:])

  /// - Throws: ``Failure`` for a rule that is not known.
  init(_ options: CheckJob.Options, _ configuration: Configuration, _ base: CheckConfiguration) throws(Failure) {
    let configured = configuration.rules.keys.sorted() + configuration.overrides.flatMap { $0.rules.keys.sorted() }
    for name in options.select + options.ignore + configured where !RuleNames.all.contains(name) {
      throw Failure("the rule \"\(name)\" is not known", remedy: RuleNames.remedy(for: name))
    }
    selected = Set(options.select)
    var base = base
    base.select = options.select.isEmpty ? nil : selected
    ignored = Set(options.ignore)
    Self.apply(configuration.rules, selected, to: &base)
    self.base = base
    folder = configuration.folder.flatMap { FileSystem.resolved($0) }
    overrides = configuration.overrides.map { ($0.files.map { Glob($0) }, $0.rules) }
  }

  /// The checks for a file.
  func suite(for path: String) -> CheckSuite {
    let relative = relative(path)
    let matching = overrides.indices.filter { index in overrides[index].files.contains { $0.matches(relative) } }
    return made.withLock { made in
      if let suite = made[matching] { return suite }
      var configuration = base
      for index in matching { Self.apply(overrides[index].rules, selected, to: &configuration) }
      configuration.ignore.formUnion(ignored)
      let suite = CheckSuite(configuration)
      made[matching] = suite
      return suite
    }
  }

  /// The path below the folder of `l10n.yaml`, which patterns are relative to.
  private func relative(_ path: String) -> String {
    guard let folder, let real = FileSystem.resolved(path), real.hasPrefix(folder + "/") else { return path }
    return String(real.dropFirst(folder.count + 1))
  }

  private static func apply(
    _ settings: [String: Configuration.RuleSetting], _ selected: Set<String>, to configuration: inout CheckConfiguration
  ) {
    for (rule, setting) in settings {
      if setting.severity == "off" {
        if !selected.contains(rule) { configuration.ignore.insert(rule) }
      } else if setting.severity != nil || !setting.options.isEmpty {
        configuration.ignore.remove(rule)
        configuration.enabled.insert(rule)
      }
      if let severity = Finding.Severity.allCases.first(where: { $0.name == setting.severity }) {
        configuration.severities[rule] = severity
      }
      configuration.options[rule, default: [:]].merge(setting.options) { $1 }
    }
    if let scope = configuration.options["term-missing"]?["scope"].flatMap({ TermCheck.Scope(rawValue: $0) }) {
      configuration.termScope = scope
    }
  }
}
