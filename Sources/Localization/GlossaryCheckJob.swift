import Checks
import Terminology
import Units

/// `l10n glossary check`: what editors should settle in their glossaries, each by itself and between them.
public struct GlossaryCheckJob: Sendable {
  /// The glossaries.
  public let inputs: [Input]
  private let outcomes: [String: CheckJob.Outcome]

  /// Checks the glossaries at `paths`, or else the configured ones.
  ///
  /// - Throws: ``Failure`` where there is none; one that can't be read is an outcome.
  public init(_ configuration: Configuration, paths: [String]) throws(Failure) {
    var outcomes: [String: CheckJob.Outcome] = [:]
    var inputs: [Input] = []
    var files: [GlossaryFile] = []
    for path in try configuration.glossaryPaths(paths) where outcomes[path] == nil {
      inputs.append(Input(path: path, relativePath: path, isNamed: true))
      outcomes[path] = CheckJob.Outcome()
      do throws(Failure) { files.append(try GlossaryFile(reading: path)) } catch {
        outcomes[path] = CheckJob.Outcome(failure: Message(error))
      }
    }
    let results = Dictionary(grouping: GlossaryFiles(files).results(Languages()), by: \.file)
    for (number, file) in files.enumerated() {
      let findings = Self.problems(file) + (results[number] ?? []).map(\.finding)
      outcomes[file.path]?.reports = [
        Report(
          path: file.path, bytes: file.bytes, findings: findings.sorted { $0.at.lowerBound < $1.at.lowerBound })
      ]
    }
    self.inputs = inputs
    self.outcomes = outcomes
  }

  /// What was found in one of the inputs.
  public func run(_ input: Input) -> CheckJob.Outcome { outcomes[input.path] ?? CheckJob.Outcome() }

  private static func problems(_ file: GlossaryFile) -> [Finding] {
    file.reading.problems.map { problem in
      let text = problem.remedy.isEmpty ? problem.problem : "\(problem.problem); \(problem.remedy)"
      return Finding(rule: "glossary-syntax", severity: .error, message: text, at: problem.at..<problem.at)
    }
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
