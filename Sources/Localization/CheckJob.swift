public import Checks
public import JSON
import Terminology
public import Units
import XLIFF

/// `l10n check`: what is wrong with translations.
public struct CheckJob: Sendable {
  /// What the command line says; what it leaves open is the configuration's.
  public struct Options: Sendable {
    /// The only rules that run; empty is all.
    public var select: [String] = []
    /// Rules that don't run.
    public var ignore: [String] = []
    /// Glossaries that replace the configured ones.
    public var glossaries: [String] = []

    /// Every rule, the configured glossaries.
    public init() {}
  }

  /// What was found in one XLIFF document, or why it could not be checked.
  public struct Outcome: Sendable {
    /// A report for each article in the document.
    public var reports: [Report] = []
    /// Why it could not be checked.
    public var failure: Message?
    /// Languages whose names are matched only as they are written.
    public var uninflected: Set<LanguageTag> = []
  }

  private let configuration: Configuration
  private let suite: CheckSuite
  /// The names that are checked; nil where no rule asks for them.
  private let terms: TermMatchers?
  private let languages: Languages

  /// What the person at the terminal should know before the first report.
  public let messages: [Message]

  /// A job by its options and the configuration.
  ///
  /// - Throws: ``Failure`` for a rule that is not known, and a glossary that can't be read.
  public init(_ options: Options, _ configuration: Configuration) throws(Failure) {
    self.configuration = configuration
    var checks = CheckConfiguration()
    let rules = Set(CheckSuite.allRules().map(\.name))
    for name in options.select + options.ignore + configuration.rules.keys.sorted() where !rules.contains(name) {
      let near = Spelling.nearest(to: name, among: rules.sorted()).map { "did you mean \($0)?" }
      throw Failure("the rule \"\(name)\" is not known", remedy: near ?? "`l10n check --list` lists the rules")
    }
    checks.select = options.select.isEmpty ? nil : Set(options.select)
    checks.ignore = Set(options.ignore)
    for (rule, setting) in configuration.rules {
      if setting.severity == "off", !options.select.contains(rule) { checks.ignore.insert(rule) }
      if let severity = Finding.Severity.allCases.first(where: { $0.name == setting.severity }) {
        checks.severities[rule] = severity
      }
    }
    let languages = Languages()
    self.languages = languages
    let names = try Names(configuration, options.glossaries, languages)
    checks.terms = names.matchers
    if configuration.rules["term-missing"]?.options["scope"] == "segment" { checks.termScope = .segment }
    checks.hasNothingToTranslate = { names.hasNothingToTranslate($0.text, from: $1, to: $2) }
    let checksNames = checks.select?.contains { $0.hasPrefix("term-") } ?? true
    messages =
      checksNames && names.matchers == nil
      ? [Message(.note, "no glossary is given, so no term-* rule runs; --glossary FILE gives one")] : []
    suite = CheckSuite(checks)
    terms = checksNames ? names.matchers : nil
  }

  /// The XLIFF files that `paths` stand for.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] { try XLIFFInputs.inputs(at: paths, configuration) }

  /// Checks one XLIFF document.
  public func run(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let bytes = try FileSystem.read(input.path)
      var outcome = Outcome(reports: try reports(on: bytes, path: input.path))
      guard let terms else { return outcome }
      let targets = Set(outcome.reports.compactMap { $0.languages?.target })
      outcome.uninflected = targets.filter { !terms[languages[$0].locale].inflects }
      return outcome
    } catch { return Outcome(failure: Message(error)) }
  }

  /// Checks the articles of an XLIFF document.
  ///
  /// - Throws: ``Failure`` where it is no XLIFF, or names no target language.
  func reports(on bytes: [UInt8], path: String) throws(Failure) -> [Report] {
    let document: Document
    do { document = try Document(reading: bytes) } catch { throw Failure(path: path, error, in: bytes) }
    var reports: [Report] = []
    for file in document.files {
      guard let target = file.targetLanguage else {
        throw Failure(path: path, "names no target language", remedy: "write target-language (1.2) or trgLang (2.x)")
      }
      let bitext = Bitext(
        sourceLocale: languages[file.sourceLanguage].locale, targetLocale: languages[target].locale, units: file.units)
      reports.append(
        Report(
          path: path, bytes: bytes, languages: (file.sourceLanguage, target), units: file.units,
          findings: file.defectFindings + suite.findings(in: bitext)))
    }
    guard !reports.isEmpty else { throw Failure(path: path, "holds no file element") }
    return reports
  }
}

extension ResourceFile {
  /// What a tool broke, as findings.
  var defectFindings: [Finding] {
    defects.map { Finding(rule: validationRule, severity: .error, message: $0.message, at: $0.at..<$0.at) }
  }
}

/// `l10n check --jsonl`: `{"id","xliff"}` → `{"id","findings":[…]}`.
public struct CheckLines: LineJob {
  private let job: CheckJob

  /// A job for the lines of a stream.
  public init(_ job: CheckJob) { self.job = job }

  /// Adds the members of the answer.
  public func answer(_ request: LineRequest, into writer: inout JSONWriter) throws(Failure) {
    let reports = try job.reports(on: Array(try request.text("xliff").utf8), path: "xliff")
    writer.key("findings")
    writer.raw(
      "["
        + reports.map { String($0.findingsAsJSON.dropFirst().dropLast()) }.filter { !$0.isEmpty }.joined(separator: ",")
        + "]")
  }
}
