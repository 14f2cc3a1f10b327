import Memory
public import Units
import XLIFF

/// `l10n memory add` and `l10n memory import`: translations from XLIFF and TMX go into the memory.
public struct MemoryAddJob: Sendable {
  private let configuration: Configuration
  private let memory: MemoryFile
  private let leastState: Segment.State
  private let languages = Languages()
  private let names: Names
  private let segmenters: Segmenters
  private static let batch = 10_000

  /// A job for the memory at `path`, or else the configured one; of XLIFF, translations below a state are left out.
  ///
  /// - Throws: ``Failure`` where there is no memory, or it can't be opened.
  public init(memory path: String?, leastState: Segment.State = .initial, _ configuration: Configuration)
    throws(Failure)
  {
    try self.init(into: try MemoryFile(path, configuration, creates: true), leastState: leastState, configuration)
  }

  /// A job for a memory.
  init(into memory: MemoryFile, leastState: Segment.State = .initial, _ configuration: Configuration) throws(Failure) {
    self.configuration = configuration
    self.leastState = leastState
    self.memory = memory
    names = try Names(configuration, [], languages)
    segmenters = try Segmenters(srx: configuration.srx.map(configuration.path))
  }

  /// The XLIFF files that `paths` stand for; those of the configuration's folder where there is none.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] { try XLIFFInputs.inputs(at: paths, configuration) }

  /// The TMX files that `paths` stand for.
  public func memories(at paths: [String]) -> [Input] {
    InputFinder(of: "TMX file (.tmx)") { Path.ending($0)?.lowercased() == "tmx" }.inputs(at: paths)
  }

  /// Adds the translations of one XLIFF document.
  public func add(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let document = try Document(reading: try FileSystem.read(input.path), at: input.path)
      let signOff = try SignOff(of: input.path)
      var entries: [MemoryEntry] = []
      for file in document.files { entries += try self.entries(of: signOff.applied(to: file), input) }
      var outcome = Outcome()
      outcome.segments = entries.count
      outcome.messages.append(try memory.add(entries, of: input.path))
      return outcome
    } catch { return Outcome(error) }
  }

  /// Adds the entries of one TMX file.
  public func importTMX(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      var file = try BlockReader(input.path)
      var (count, added) = (0, 0)
      let reader = TMXReader(batch: Self.batch) { [memory] entries in
        count += entries.count
        added += try memory.use { (memory) throws(MemoryError) in try memory.add(entries) }
      }
      do { try reader.read { try file.next() } } catch { throw Failure(path: input.path, thrown: error, in: []) }
      var outcome = Outcome()
      outcome.segments = count
      outcome.messages.append(memory.told(added, of: count, from: input.path))
      if reader.skipped > 0 {
        outcome.messages.append(
          Message(.warning, "\(input.path): \(reader.skipped) units have no text in two languages and were left out"))
      }
      return outcome
    } catch { return Outcome(error) }
  }

  private func entries(of file: ResourceFile, _ input: Input) throws(Failure) -> [MemoryEntry] {
    let target = try file.target(at: input.path)
    let completeness = Completeness(of: file, languages, names)
    // What a machine made would come out of the memory as somebody's work.
    var options = Merger.Options()
    options.refusesUnreviewedMachine = true
    let all = file.units.flatMap { unit in
      zip(unit.segments, completeness.states(of: unit, options)).filter { !$0.0.isIgnorable }
    }
    let contexts = MemoryEntry.contexts(of: all.map(\.0.source.text))
    let sentences = try SentencePairs(from: languages[file.sourceLanguage], to: languages[target], segmenters)
    return zip(all, contexts).flatMap { pair, context -> [MemoryEntry] in
      let (segment, state) = pair
      guard state == .complete, segment.countedState >= leastState, segment.isMarkedTranslated || !segment.awaitsPerson,
        let translation = segment.target, !Folding.trimmed(segment.source.text).isEmpty
      else { return [] }
      let whole = MemoryEntry(
        source: segment.source, target: translation, sourceLanguage: file.sourceLanguage, targetLanguage: target,
        state: max(segment.state, .translated), context: context, properties: ["x-l10n-original": file.original])
      return [whole] + whole.divided(by: sentences)
    }
  }
}

extension MemoryEntry {
  /// The sentences of an entry that is a paragraph, as entries of their own; none where it is one sentence.
  fileprivate func divided(by sentences: SentencePairs) -> [MemoryEntry] {
    let pairs = sentences.pairs(of: source, target)
    return zip(pairs, Self.contexts(of: pairs.map(\.source.text), between: context)).map { pair, context in
      var entry = self
      (entry.source, entry.target, entry.context) = (pair.source, pair.target, context)
      return entry
    }
  }

  /// The contexts of texts that stand one behind the other, `between` two others.
  static func contexts(of texts: [[UInt8]], between neighbours: Context = Context()) -> [Context] {
    let keys = texts.map { key(of: $0) }
    return keys.indices.map { index in
      Context(
        before: index > 0 ? keys[index - 1] : neighbours.before,
        after: index + 1 < keys.count ? keys[index + 1] : neighbours.after)
    }
  }
}
