import Checks
import Units
import XLIFF
import XML

/// `l10n validate`: whether this is valid XLIFF of its version.
public struct ValidateJob: Sendable {
  private let configuration: Configuration

  /// A job by the configuration.
  public init(_ configuration: Configuration) { self.configuration = configuration }

  /// The XLIFF files that `paths` stand for.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] { try XLIFFInputs.inputs(at: paths, configuration) }

  /// Validates one document.
  public func run(_ input: Input) -> CheckJob.Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let text = DecodedText(try FileSystem.read(input.path))
      let findings: [Finding]
      do { findings = try validate(text) } catch { throw Failure(path: input.path, error, in: text.bytes) }
      return CheckJob.Outcome(reports: [Report(path: input.path, bytes: text.bytes, findings: findings)])
    } catch { return CheckJob.Outcome(failure: Message(error)) }
  }
}
