import Units
import XLIFF
import XML

/// `l10n convert`: XLIFF to another version of it.
public struct ConvertJob: Sendable {
  private let version: Version
  private let destination: Destination
  private let force: Bool
  private let configuration: Configuration
  private let writer: FileWriter

  /// A job that writes `version` to `output`, or to standard output; `force` overwrites an XLIFF that holds
  /// translations.
  ///
  /// - Throws: ``Failure`` where the version is not known.
  public init(
    to version: String, output: String?, force: Bool, _ configuration: Configuration, writer: FileWriter
  ) throws(Failure) {
    self.version = try Version(writable: version)
    destination =
      try output.map { (output) throws(Failure) in try Destination(option: output) }
      ?? Destination(.standardOutput)
    self.force = force
    self.configuration = configuration
    self.writer = writer
  }

  /// The XLIFF files that `paths` stand for.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] {
    let inputs = try XLIFFInputs.inputs(at: paths, configuration)
    if destination.isSingle, inputs.count != 1 {
      throw Failure(
        "there is room for one file, and \(inputs.count) are to be written", remedy: "give a folder: -o DIR/")
    }
    return inputs
  }

  /// Converts one document; what the other version can't say is told.
  public func run(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let text = DecodedText(try FileSystem.read(input.path))
      let conversion: Conversion
      do { conversion = try Conversion(of: text, to: version) } catch {
        throw Failure(path: input.path, error, in: text.bytes)
      }
      var outcome = Outcome()
      let lines = LineIndex(text.bytes)
      outcome.messages = conversion.losses.map { loss in
        let position = lines.position(of: loss.at)
        let fate = loss.isKept ? "kept as metadata" : "left out"
        let count = loss.count == 1 ? "" : " (\(loss.count) times, the first one here)"
        let text = "\(input.path):\(position.line):\(position.column): XLIFF \(version) can't say it: \(loss.what)"
        return Message(loss.isKept ? .note : .warning, "\(text)\(count); \(fate)")
      }
      try write(conversion.bytes, input, into: &outcome)
      return outcome
    } catch { return Outcome(error) }
  }

  private func write(_ bytes: [UInt8], _ input: Input, into outcome: inout Outcome) throws(Failure) {
    let path: String
    switch destination.place {
    case .standardOutput: return outcome.output = bytes
    case .file(let file): path = file
    case .folder(let folder), .pattern(_, let folder): path = Path.join(folder, input.relativePath)
    }
    if !force, try Document.mayBeWork(at: path, unlike: bytes) {
      throw Failure(
        path: path, "holds translations, or is no XLIFF, and is not overwritten",
        remedy: "write elsewhere, or say --force")
    }
    if try writer.write(bytes, to: path, under: destination.root ?? ".", isDurable: true) { outcome.written += 1 }
  }
}

extension Version {
  /// The version of this number, to be written.
  ///
  /// - Throws: ``Failure`` where it is none that is written.
  init(writable label: String) throws(Failure) {
    guard let version = Version.writable.first(where: { $0.label == label }) else {
      let labels = Version.writable.map(\.label).joined(separator: ", ")
      throw Failure("XLIFF \(label) can't be written", remedy: "write one of \(labels)")
    }
    self = version
  }
}
