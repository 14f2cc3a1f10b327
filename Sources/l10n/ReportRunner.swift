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

  func run(_ inputs: [Input], _ work: @escaping @Sendable (Input) -> CheckJob.Outcome) throws {
    let tool = (name: Tool.name, version: Tool.version)
    let toTerminal = options.output == nil
    var reporter = options.report.reporter(
      tool: tool, color: toTerminal && console.output.usesColor(console.color),
      width: toTerminal && console.output.isTerminal ? console.output.width : nil)
    var summary = ReportSummary()
    var status = Status.done
    var file: [UInt8] = []
    var bytes: [UInt8] = []
    var ended: Exit?
    func emit() -> Bool {
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
    reporter.begin(into: &bytes)
    let bar = ProgressBar(total: inputs.count, noun: "files", isQuiet: console.isQuiet)
    let advancing = { @Sendable (input: Input) in
      defer { bar.advance() }
      return work(input)
    }
    var named: Set<LanguageTag> = []
    Batch.run(inputs, jobs: jobs, work: advancing) { outcome in
      bar.clear()
      for language in outcome.uninflected.sorted(by: { $0.bcp47 < $1.bcp47 }) where named.insert(language).inserted {
        let text = "how names inflect in \(language) is not known: they are found only as the glossary writes them"
        console.tell(Message(.note, text))
      }
      if let failure = outcome.failure {
        console.tell(failure)
        status = .failed
      }
      for report in outcome.reports {
        summary.add(report)
        reporter.write(report, into: &bytes)
      }
      return emit()
    }
    bar.clear()
    if let ended { throw ended }
    reporter.end(summary, into: &bytes)
    guard emit() else { throw ended ?? Exit(.failed) }
    if let path = options.output {
      try Tool.writer.write(file, to: path, under: FileSystem.folder(of: path), isDurable: false)
    }
    if fails(summary) { status = max(status, .needsPerson) }
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
