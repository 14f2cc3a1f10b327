import Checks
import Terminology
import Units

/// `l10n glossary check`: what editors should settle in their glossaries.
public struct GlossaryCheckJob: Sendable {
  private let configuration: Configuration
  private let languages = Languages()

  /// A job by the configuration.
  public init(_ configuration: Configuration) { self.configuration = configuration }

  /// The glossaries at `paths`, or else the configured ones.
  ///
  /// - Throws: ``Failure`` where there is none.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] {
    try configuration.glossaryPaths(paths).map { Input(path: $0, relativePath: $0, isNamed: true) }
  }

  /// Checks one glossary.
  public func run(_ input: Input) -> CheckJob.Outcome {
    do throws(Failure) {
      let file = try GlossaryFile(reading: input.path)
      let problems = file.reading.problems.map { problem in
        let text = problem.remedy.isEmpty ? problem.problem : "\(problem.problem); \(problem.remedy)"
        return Finding(rule: "glossary-syntax", severity: .error, message: text, at: problem.at..<problem.at)
      }
      let findings = problems + GlossaryLint.findings(in: file.reading.glossary) { languages[$0].locale }
      let report = Report(
        path: file.path, bytes: file.bytes, findings: findings.sorted { $0.at.lowerBound < $1.at.lowerBound })
      return CheckJob.Outcome(reports: [report])
    } catch { return CheckJob.Outcome(failure: Message(error)) }
  }
}

extension Configuration {
  /// The glossaries that a command line names, or else the configured ones.
  ///
  /// - Throws: ``Failure`` where there is none.
  func glossaryPaths(_ paths: [String]) throws(Failure) -> [String] {
    let found = paths.isEmpty ? try glossaryPaths() : paths
    if found.isEmpty { throw Failure("no glossary is given", remedy: "name its file, or list it in l10n.yaml") }
    return found
  }
}
