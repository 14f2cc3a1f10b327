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
    let tool = (name: Tool.name, version: Tool.version)
    let toTerminal = options.output == nil
    var reporter =
      reporter
      ?? options.report.reporter(
        tool: tool, color: toTerminal && console.output.usesColor(console.color),
        width: toTerminal && console.output.isTerminal ? console.output.width : nil)
    var summary = ReportSummary()
    var status = Status.done
    var file: [UInt8] = []
    var bytes: [UInt8] = []
    var ended: Exit?
    var written = BaselineWriter()
    var fixed = 0
    var differs = false
    func add(_ report: Report) {
      summary.add(report)
      if baseline != nil { written.add(report) }
      if !isDiff { reporter.write(report.limited(), into: &bytes) }
    }
    func emit() -> Bool {
      guard reportsNothing || summary.files > 0 else { return true }
      defer { bytes.removeAll(keepingCapacity: true) }
      guard toTerminal else {
        file += bytes
        return true
      }
      do throws(Exit) { try console.print(bytes) } catch {
        ended = error
        return false
      }
      return true
    }
    if !isDiff { reporter.begin(into: &bytes) }
    let bar = ProgressBar(total: inputs.count, noun: "files", isQuiet: console.isQuiet)
    var named: Set<LanguageTag> = []
    Batch.run(inputs, jobs: jobs, work: bar.counting(work)) { outcome in
      var outcome = outcome
      finish(&outcome)
      bar.clear()
      for language in outcome.uninflected.sorted(by: { $0.bcp47 < $1.bcp47 }) where named.insert(language).inserted {
        let text = "how names inflect in \(language) is not known: they are found only as the glossary writes them"
        console.tell(Message(.note, text))
      }
      if let failure = outcome.failure {
        console.tell(failure)
        status = .failed
      }
      for report in outcome.reports { add(report) }
      bytes += outcome.diff
      differs = differs || !outcome.diff.isEmpty
      fixed += outcome.fixed
      return emit()
    }
    bar.clear()
    if let ended { throw ended }
    if let report = closing() { add(report) }
    if !isDiff { reporter.end(summary, into: &bytes) }
    guard emit() else { throw ended ?? Exit(.failed) }
    if let path = options.output, reportsNothing || summary.files > 0 {
      try Tool.writer.write(file, to: path, under: FileSystem.folder(of: path), isDurable: false)
    }
    if fixed > 0 { console.tell(Message(.note, "\(fixed) finding\(fixed == 1 ? "" : "s") mended")) }
    if let baseline {
      try Tool.writer.write(
        written.bytes(for: baseline), to: baseline, under: FileSystem.folder(of: baseline), isDurable: true)
    }
    if isDiff ? differs : baseline == nil && fails(summary) { status = max(status, .needsPerson) }
    if status != .done { throw Exit(status) }
  }

  private func fails(_ summary: ReportSummary) -> Bool {
    switch options.failOn {
    case .never: false
    case .error: summary[.error] > 0
    case .warning: summary[.error] + summary[.warning] > 0
    }
  }
}
