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
    /// The file of waivers; nil is `l10n-waivers.yaml` beside `l10n.yaml`, where there is one.
    public var waivers: String?
    /// Findings of an earlier run that are let stand.
    public var baseline: String?
    /// Whether files are mended by the fixes of their findings.
    public var fixes = false
    /// Whether the changes are shown instead of made.
    public var isDiff = false

    /// Every rule, the configured glossaries.
    public init() {}
  }

  /// An article that was checked by itself, before what it shows beside other articles and what is let stand.
  struct Article: Sendable {
    var report: Report
    /// Its names, to be compared with those of other articles.
    var names: [ArticleName] = []
    /// The notes that people wrote in it.
    var notes: [TranslatorNote] = []
  }

  /// What was found in one XLIFF document, or why it could not be checked.
  public struct Outcome: Sendable {
    /// The articles that ``CheckJob/finish(_:comparing:)`` makes reports of.
    var articles: [Article] = []
    /// A report for each article in the document.
    public var reports: [Report] = []
    /// Why it could not be checked.
    public var failure: Message?
    /// Languages whose names are matched only as they are written.
    public var uninflected: Set<LanguageTag> = []
    /// What mending changes, as a unified diff; empty where it is made or there is none.
    public var diff: [UInt8] = []
    /// How many findings were mended.
    public var fixed = 0
  }

  private let configuration: Configuration
  private let options: Options
  private let settings: CheckSettings
  private let waivers: Waivers?
  private let baseline: Waivers?
  private let writer: FileWriter
  /// The names that are checked; nil where no rule asks for them.
  private let terms: TermMatchers?
  /// The languages met so far.
  let languages: Languages

  /// What the person at the terminal should know before the first report.
  public let messages: [Message]

  /// A job by its options and the configuration.
  ///
  /// - Throws: ``Failure`` for a rule that is not known, and a glossary that can't be read.
  public init(_ options: Options, _ configuration: Configuration, writer: FileWriter) throws(Failure) {
    self.configuration = configuration
    self.options = options
    self.writer = writer
    waivers = try Self.waivers(options, configuration)
    baseline = try options.baseline.map { path throws(Failure) in try Waivers(reading: path) }
    var checks = CheckConfiguration()
    let languages = Languages()
    self.languages = languages
    let names = try Names(configuration, options.glossaries, languages)
    checks.terms = names.matchers
    checks.hasNothingToTranslate = { names.hasNothingToTranslate($0.text, from: $1, to: $2) }
    settings = try CheckSettings(options, configuration, checks)
    let checksNames = options.select.isEmpty || options.select.contains { $0.hasPrefix("term-") }
    messages =
      checksNames && names.matchers == nil
      ? [Message(.note, "no glossary is given, so no term-* rule runs; --glossary FILE gives one")]
      : checksNames ? names.emptyGlossaries + names.contradictions : []
    terms = checksNames ? names.matchers : nil
  }

  /// The XLIFF files that `paths` stand for.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] { try XLIFFInputs.inputs(at: paths, configuration) }

  /// Checks one XLIFF document, and mends it where that is asked for: then the report is of what is left.
  ///
  /// Documents may be checked at the same time; ``finish(_:comparing:)`` then takes the outcomes in their order.
  public func run(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let bytes = try FileSystem.read(input.path)
      var outcome = Outcome(articles: try articles(in: bytes, path: input.path))
      if options.fixes { try fix(bytes, input.path, &outcome) }
      guard let terms else { return outcome }
      let targets = Set(outcome.articles.compactMap { $0.report.languages?.target })
      outcome.uninflected = targets.filter { !terms[languages[$0].locale].inflects }
      return outcome
    } catch { return Outcome(failure: Message(error)) }
  }

  /// What to report when every input was checked: the waivers that waived nothing.
  public var closingReport: Report? {
    guard let report = waivers?.unused, !report.findings.isEmpty else { return nil }
    return report
  }

  /// Makes the reports of an outcome: compares its names with those of the outcomes before it, and leaves out what notes,
  /// waivers and the baseline let stand.
  public func finish(_ outcome: inout Outcome, comparing comparison: inout NameComparison) {
    outcome.reports += outcome.articles.map { article in
      var article = article
      if let languages = article.report.languages {
        let path = article.report.path
        let findings = comparison.findings(article.names, in: languages.target, path: path)
        for finding in findings {
          let after = article.report.findings.firstIndex { $0.at.lowerBound > finding.at.lowerBound }
          article.report.findings.insert(finding, at: after ?? article.report.findings.endIndex)
        }
      }
      return waived(article)
    }
    outcome.articles = []
  }

  /// Checks the articles of an XLIFF document.
  ///
  /// - Throws: ``Failure`` where it is no XLIFF, or names no target language.
  func articles(in bytes: [UInt8], path: String) throws(Failure) -> [Article] {
    let document = try Document(reading: bytes, at: path)
    var articles: [Article] = []
    for file in document.files {
      let target = try file.target(at: path)
      let report = Report(
        path: path, bytes: document.bytes, languages: (file.sourceLanguage, target), units: file.units,
        findings: file.defectFindings)
      articles.append(checked(report, file.translatorNotes))
    }
    guard !articles.isEmpty else { throw Failure(path: path, "holds no file element") }
    return articles
  }

  /// A report with what the checks find in its units.
  func checked(_ report: Report, _ notes: [TranslatorNote] = []) -> Article {
    guard let tags = report.languages else { return Article(report: report) }
    let bitext = Bitext(
      sourceLocale: languages[tags.source].locale, targetLocale: languages[tags.target].locale, units: report.units)
    let (findings, names) = settings.suite(for: report.path).review(bitext)
    var article = Article(report: report, names: names, notes: notes)
    article.report.findings += findings
    return article
  }

  /// The report without what notes, waivers and the baseline let stand.
  private func waived(_ article: Article) -> Report {
    var report = article.report
    let suite = settings.suite(for: report.path)
    for waivers in [waivers, baseline] {
      guard let waivers else { continue }
      waivers.checked(report.path, by: suite)
      report.findings = zip(report.findings, report.identities)
        .filter { !waivers.waives($1, in: report.path) }.map { $0.0 }
    }
    var notes = NoteWaivers(article.notes)
    report.findings = notes.applied(to: report.findings, report.identities, suite)
    return report
  }

  private func fix(_ bytes: [UInt8], _ path: String, _ outcome: inout Outcome) throws(Failure) {
    let document = try Document(reading: bytes, at: path)
    let fixes = Fixing.splice(of: document, outcome.articles.map { waived($0).findings })
    guard fixes.count > 0 else { return }
    let mended: [UInt8]
    do {
      if options.isDiff {
        outcome.diff = try UnifiedDiff.text(of: fixes.edits, in: document.bytes, path: path)
        return
      }
      mended = try document.file(with: fixes.edits)
    } catch { throw Failure(path: path, "two fixes touch one place", remedy: "mend it by hand") }
    // Checked again before a byte is written: what can't be read any more is not written.
    outcome.articles = try articles(in: mended, path: path)
    outcome.fixed = fixes.count
    try writer.write(mended, to: path, under: Path.folder(path), isDurable: true)
  }

  private static func waivers(_ options: Options, _ configuration: Configuration) throws(Failure) -> Waivers? {
    if let path = options.waivers { return try Waivers(reading: path) }
    let path = configuration.path("l10n-waivers.yaml")
    return FileSystem.kind(path) == .file ? try Waivers(reading: path) : nil
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
    var outcome = CheckJob.Outcome(
      articles: try job.articles(in: Array(try request.text("xliff").utf8), path: "xliff"))
    // A line is a run of its own.
    var comparison = NameComparison()
    job.finish(&outcome, comparing: &comparison)
    writer.key("findings")
    writer.raw(
      "["
        + outcome.reports.map { String($0.findingsAsJSON.dropFirst().dropLast()) }.filter { !$0.isEmpty }.joined(
          separator: ",")
        + "]")
  }
}
