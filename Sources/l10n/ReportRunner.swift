public import Checks
public import CommandLineInterface
import Localization
import Units

extension ReportFormat: ArgumentValue {}

/// From which severity on a command ends with exit status 1.
enum FailOn: String, CaseIterable, ArgumentValue { case error, warning, never }

/// How findings are reported.
struct ReportOptions: ArgumentGroup {
  @Option("FORM", help: "The form of the report.") var report = ReportFormat.text
  @Option("FILE", short: "o", completion: .files(), help: "Where to write the report, instead of standard output.")
  var output: String?
  @Option("SEVERITY", help: "From which severity on the exit status is 1.") var failOn = FailOn.error
}

/// Runs a job over its inputs and reports what it finds, document by document.
struct ReportRunner {
  let console: Console
  let jobs: Int
  let options: ReportOptions
  /// Writes the report; nil is the one that the options name.
  var reporter: (any Reporter)?
  /// Where the findings are written down as a baseline, which makes them no reason to fail.
  var baseline: String?
  /// Whether there is a report, too, where no document could be read.
  var reportsNothing = true
  /// Whether the changes of mending are shown in place of a report.
  var isDiff = false

  /// Works on the inputs, several at a time; `finish` takes the outcomes in the order of the inputs, one after another,
  /// and `closing` is what there is to report after all of them.
  func run(
    _ inputs: [Input], finish: (inout CheckJob.Outcome) -> Void = { _ in }, closing: () -> Report? = { nil },
    _ work: @escaping @Sendable (Input) -> CheckJob.Outcome
  ) throws {
    var pass = ReportPass(self)
    func report(to print: ([UInt8]) -> Bool) {
      let bar = ProgressBar(total: inputs.count, noun: "files", isQuiet: console.isQuiet)
      pass.begin()
      Batch.run(inputs, jobs: jobs, work: bar.counting(work)) { outcome in
        var outcome = outcome
        finish(&outcome)
        bar.clear()
        pass.take(outcome)
        return pass.emit(to: print)
      }
      bar.clear()
      if !pass.isBroken { pass.end(closing(), to: print) }
    }
    if let path = options.output {
      try Tool.writer.write(to: path, under: FileSystem.folder(of: path), isDurable: false) { append in
        report(to: append)
        return pass.isReported
      }
    } else {
      var ended: Exit?
      report { bytes in
        do throws(Exit) { try console.print(bytes) } catch { ended = error }
        return ended == nil
      }
      if let ended { throw ended }
    }
    try pass.conclude()
  }
}

/// One run of a ``ReportRunner``: what its documents have come to so far.
private struct ReportPass {
  private let runner: ReportRunner
  private var reporter: any Reporter
  private var summary = ReportSummary()
  private var status = Status.done
  private var baseline = BaselineWriter()
  private var fixed = 0
  private var differs = false
  /// The languages that the person at the terminal was told of.
  private var named: Set<LanguageTag> = []
  /// What is to be written next.
  private var bytes: [UInt8] = []
  /// Whether nobody takes the report any more.
  private(set) var isBroken = false

  init(_ runner: ReportRunner) {
    self.runner = runner
    let output = runner.options.output == nil ? runner.console.output : nil
    reporter =
      runner.reporter
      ?? runner.options.report.reporter(
        tool: (name: Tool.name, version: Tool.version), color: output?.usesColor(runner.console.color) ?? false,
        width: output.flatMap { $0.isTerminal ? $0.width : nil })
  }

  /// Whether there is anything to report.
  var isReported: Bool { runner.reportsNothing || summary.files > 0 }

  mutating func begin() {
    if !runner.isDiff { reporter.begin(into: &bytes) }
  }

  /// Takes what was found in a document, and tells the person at the terminal what is no finding.
  mutating func take(_ outcome: CheckJob.Outcome) {
    for language in outcome.uninflected.sorted(by: { $0.bcp47 < $1.bcp47 }) where named.insert(language).inserted {
      let text = "how names inflect in \(language) is not known: they are found only as the glossary writes them"
      runner.console.tell(Message(.note, text))
    }
    if let failure = outcome.failure {
      runner.console.tell(failure)
      status = .failed
    }
    for report in outcome.reports { add(report) }
    bytes += outcome.diff
    differs = differs || !outcome.diff.isEmpty
    fixed += outcome.fixed
  }

  private mutating func add(_ report: Report) {
    summary.add(report)
    if runner.baseline != nil { baseline.add(report) }
    if !runner.isDiff { reporter.write(report.limited(), into: &bytes) }
  }

  /// Hands on what was made since the last time; false where nobody takes it.
  mutating func emit(to print: ([UInt8]) -> Bool) -> Bool {
    guard isReported else { return true }
    isBroken = !print(bytes)
    bytes.removeAll(keepingCapacity: true)
    return !isBroken
  }

  /// Ends the report, with what there is to say after all documents.
  mutating func end(_ closing: Report?, to print: ([UInt8]) -> Bool) {
    if let closing { add(closing) }
    if !runner.isDiff { reporter.end(summary, into: &bytes) }
    _ = emit(to: print)
  }

  /// Writes the baseline, and ends with the status that the findings ask for.
  func conclude() throws {
    if fixed > 0 { runner.console.tell(Message(.note, "\(fixed) finding\(fixed == 1 ? "" : "s") mended")) }
    if let path = runner.baseline {
      try Tool.writer.write(
        baseline.bytes(for: path), to: path, under: FileSystem.folder(of: path), isDurable: true)
    }
    let needsPerson = runner.isDiff ? differs : runner.baseline == nil && fails
    let status = needsPerson ? max(status, .needsPerson) : status
    if status != .done { throw Exit(status) }
  }

  private var fails: Bool {
    switch runner.options.failOn {
    case .never: false
    case .error: summary[.error] > 0
    case .warning: summary[.error] + summary[.warning] > 0
    }
  }
}
