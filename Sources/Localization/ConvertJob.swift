import Units
import XLIFF
import XML

/// `l10n convert`: XLIFF to another version of it, or to a table and back.
public struct ConvertJob: Sendable {
  /// What is made.
  public enum Task: Sendable {
    /// XLIFF of a version, by its number.
    case version(String)
    /// A table for people without a CAT tool: a page where the output ends in .html, else CSV.
    case table
    /// The XLIFF at a path, with the targets of the tables that are the inputs.
    case filling(String)
  }

  private let task: Task
  private let version: Version?
  private let destination: Destination
  private let force: Bool
  private let configuration: Configuration
  private let writer: FileWriter

  /// A job that writes to `output`, or to standard output, or into the XLIFF that is filled; `force` overwrites an XLIFF
  /// that holds translations.
  ///
  /// - Throws: ``Failure`` where the version is not known.
  public init(
    _ task: Task, output: String?, force: Bool, _ configuration: Configuration, writer: FileWriter
  ) throws(Failure) {
    self.task = task
    version = if case .version(let label) = task { try Version(writable: label) } else { nil }
    if let output {
      destination = try Destination(option: output)
    } else if case .filling(let path) = task {
      destination = Destination(.file(path))
    } else {
      destination = Destination(.standardOutput)
    }
    self.force = force
    self.configuration = configuration
    self.writer = writer
  }

  /// The files that `paths` stand for.
  ///
  /// - Throws: ``Failure`` where they have no room, or several tables would fill one XLIFF.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] {
    let inputs: [Input]
    if case .filling = task {
      inputs = InputFinder(of: "table (.csv, .html, .htm)") {
        ["csv", "html", "htm"].contains(Path.ending($0)?.lowercased())
      }.inputs(at: paths)
    } else {
      inputs = try XLIFFInputs.inputs(at: paths, configuration)
    }
    if case .filling = task, inputs.count != 1 {
      throw Failure(
        "--into takes one table, and \(inputs.count) are given", remedy: "fill the XLIFF with one after the other")
    }
    if destination.isSingle, inputs.count != 1 {
      throw Failure(
        "there is room for one file, and \(inputs.count) are to be written", remedy: "give a folder: -o DIR/")
    }
    try inputs.refuseClashes(remedy: "convert them to different folders") { output(of: $0) }
    return inputs
  }

  /// Converts one file; what gets lost is told.
  public func run(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      var outcome = Outcome()
      switch task {
      case .version: try convert(input, into: &outcome)
      case .table: try writeTable(input, into: &outcome)
      case .filling(let path): try fill(path, from: input, into: &outcome)
      }
      return outcome
    } catch { return Outcome(error) }
  }

  private func convert(_ input: Input, into outcome: inout Outcome) throws(Failure) {
    guard let version else { return }
    let text = DecodedText(try FileSystem.read(input.path))
    let conversion: Conversion
    do { conversion = try Conversion(of: text, to: version) } catch {
      throw Failure(path: input.path, error, in: text.bytes)
    }
    let lines = LineIndex(text.bytes)
    outcome.messages = conversion.losses.map { loss in
      let position = lines.position(of: loss.at)
      let (problem, fate) =
        switch loss.fate {
        case .lost: ("can't say it", "left out")
        case .kept: ("can't say it", "kept as metadata")
        case .standing: ("does not allow it", "left as it stands")
        }
      let count = loss.count == 1 ? "" : " (\(loss.count) times, the first one here)"
      let text = "\(input.path):\(position.line):\(position.column): XLIFF \(version) \(problem): \(loss.what)"
      return Message(loss.fate == .kept ? .note : .warning, "\(text)\(count); \(fate)")
    }
    try write(conversion.bytes, to: output(of: input), into: &outcome)
  }

  private func writeTable(_ input: Input, into outcome: inout Outcome) throws(Failure) {
    let document = try Document(reading: FileSystem.read(input.path), at: input.path)
    guard let file = document.files.first else { throw Failure(path: input.path, "holds no file element") }
    let table = TranslationTable(document)
    outcome.segments = table.rows.count
    let path = output(of: input)
    guard let path, ["html", "htm"].contains(Path.ending(path)?.lowercased()) else {
      return try write(table.csv, to: path, into: &outcome)
    }
    let target = file.targetLanguage?.bcp47 ?? ""
    let page = TablePage.page(table, title: file.original, from: file.sourceLanguage.bcp47, to: target)
    try write(page, to: path, into: &outcome)
  }

  private func fill(_ path: String, from input: Input, into outcome: inout Outcome) throws(Failure) {
    let bytes = try FileSystem.read(input.path)
    let document = try Document(reading: FileSystem.read(path), at: path)
    let table: TranslationTable
    do { table = try TranslationTable(reading: bytes) } catch { throw Failure(path: input.path, error, in: bytes) }
    let filling = table.filling(document)
    let lines = LineIndex(bytes)
    for (row, problem) in filling.problems {
      let position = lines.position(of: row.at)
      outcome.messages.append(
        Message(.error, "\(input.path):\(position.line):\(position.column): \(problem); the row is left out"))
      outcome.status = .needsPerson
    }
    outcome.segments = filling.count
    let filled: [UInt8]
    do { filled = try document.file(with: filling.edits) } catch { throw Failure(path: path, "two targets overlap") }
    let output = self.output(of: input)
    // Filling in place changes the segments that the table names, and nothing else.
    try write(filled, to: output, into: &outcome, isFilling: output.map { FileSystem.isSameFile($0, path) } ?? false)
  }

  /// Where what is made of a file goes; nil for standard output.
  private func output(of input: Input) -> String? {
    let name =
      switch task {
      case .version: input.relativePath
      case .table: input.relativePath + ".csv"
      case .filling(let path): Path.name(path)
      }
    return switch destination.place {
    case .standardOutput: nil
    case .file(let file): file
    case .folder(let folder), .pattern(_, let folder): Path.join(folder, name)
    }
  }

  private func write(
    _ bytes: [UInt8], to path: String?, into outcome: inout Outcome, isFilling: Bool = false
  ) throws(Failure) {
    guard let path else { return outcome.output = bytes }
    if !force, !isFilling, try Document.mayBeWork(at: path, unlike: bytes) {
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
