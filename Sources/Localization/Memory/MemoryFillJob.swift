import Memory
import Units
import XLIFF

/// `l10n memory fill`: what was translated once is put wherever the same text stands untranslated.
///
/// Two passes: the translations of all files go into a temporary memory, then each file takes from it, and from the
/// memory that is named. So a sentence that stands in many articles is translated in one.
public struct MemoryFillJob: Sendable {
  private let configuration: Configuration
  /// What the files themselves hold.
  private let repetitions: MemoryFile
  /// The memory that is named; nil for none.
  private let memory: MemoryFile?
  private let adding: MemoryAddJob
  private let writer: FileWriter
  private let languages = Languages()
  private let names: Names

  /// A job for the memory at `path`, or else the configured one where it is there, and for the files by themselves.
  ///
  /// - Throws: ``Failure`` where the memory can't be opened.
  public init(memory path: String?, _ configuration: Configuration, writer: FileWriter) throws(Failure) {
    self.configuration = configuration
    self.writer = writer
    repetitions = try MemoryFile()
    memory = try MemoryFile.existing(path, configuration)
    adding = try MemoryAddJob(into: repetitions, configuration)
    names = try Names(configuration, [], languages)
  }

  /// The XLIFF files that `paths` stand for; those of the configuration's folder where there is none.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] { try XLIFFInputs.inputs(at: paths, configuration) }

  /// Reads what a file holds; the first pass.
  ///
  /// What is wrong with the file is told when it is filled.
  public func learn(_ input: Input) { _ = adding.add(input) }

  /// Fills the segments of a file that have no translation, in place; the second pass.
  public func fill(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let document = try Document(reading: try FileSystem.read(input.path), at: input.path)
      var outcome = Outcome()
      var splice = Splice()
      var filled = 0
      for number in document.files.indices {
        let edits = try edits(of: document, number, input, &outcome)
        for edit in edits { splice.append(edit) }
        filled += edits.count
      }
      outcome.messages.append(Message(.note, "\(input.path): \(filled) segments filled"))
      try writer.write(splice, to: "targets", of: document, at: input.path, into: &outcome)
      return outcome
    } catch { return Outcome(error) }
  }

  private func edits(
    of document: Document, _ number: Int, _ input: Input, _ outcome: inout Outcome
  ) throws(Failure) -> [Splice] {
    let file = document.files[number]
    let target = try file.target(at: input.path)
    let completeness = Completeness(of: file, languages, names)
    let states = file.units.map { completeness.states(of: $0, Merger.Options()) }
    let places = file.units.indices.flatMap { unit in
      file.units[unit].segments.indices.filter { !file.units[unit].segments[$0].isIgnorable }.map { (unit, $0) }
    }
    outcome.segments += places.count
    let contexts = MemoryEntry.contexts(of: places.map { file.units[$0.0].segments[$0.1].source.text })
    var edits: [Splice] = []
    for ((unit, index), context) in zip(places, contexts) where file.units[unit].isTranslatable {
      let segment = file.units[unit].segments[index]
      // One that is translated in its neighbour would come out twice.
      guard segment.hasNoTarget, states[unit][index] != .emptyAmongTranslated,
        segment.source.text.hasLetter,
        let entry = try match(for: segment.source, from: file.sourceLanguage, to: target, context)?.entry,
        let edit = document.settingTarget(
          entry.target(for: segment.source), file: number, unit: unit, segment: index)
      else { continue }
      edits.append(edit)
    }
    return edits
  }

  /// The same text with its codes; that of the files themselves before that of the memory, unless this is in context.
  private func match(
    for source: Content, from: LanguageTag, to: LanguageTag, _ context: MemoryEntry.Context
  ) throws(Failure) -> MemoryMatch? {
    var found: [MemoryMatch] = []
    for memory in [repetitions, memory].compactMap({ $0 }) {
      found += try memory.use { (memory) throws(MemoryError) in
        try memory.matches(for: source, from: from, to: to, context: context, least: 100, limit: 1)
      }
    }
    return found.first { $0.kind == .context } ?? found.first { $0.kind == .exact }
  }
}
