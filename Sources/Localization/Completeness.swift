import Units
import XLIFF

/// Decides whether a segment is translated.
struct Completeness: Sendable {
  /// How it stands with a segment.
  enum State: Hashable, Sendable {
    case complete
    /// No target, though others of its unit have theirs: two sentences were translated as one.
    case emptyAmongTranslated
    /// Not translated; why, in words that follow the unit's name.
    case missing(String)
  }

  /// Whether sentences of the target language are set apart by a space.
  let joinsWithSpace: Bool
  /// Whether a text has nothing to translate: numbers, codes, names that stay as they are.
  let hasNothingToTranslate: @Sendable ([UInt8]) -> Bool

  init(joinsWithSpace: Bool, hasNothingToTranslate: @escaping @Sendable ([UInt8]) -> Bool) {
    self.joinsWithSpace = joinsWithSpace
    self.hasNothingToTranslate = hasNothingToTranslate
  }

  /// What the languages of a file and the names of the glossaries say.
  init(of file: ResourceFile, _ languages: Languages, _ names: Names) {
    let (source, target) = (file.sourceLanguage, file.targetLanguage ?? file.sourceLanguage)
    self.init(
      joinsWithSpace: languages[target].joinsWithSpace,
      hasNothingToTranslate: { names.hasNothingToTranslate($0, from: source, to: target) })
  }

  func states(of unit: Unit, _ options: Merger.Options) -> [State] {
    guard unit.isTranslatable else { return Array(repeating: .complete, count: unit.segments.count) }
    var states: [State] = []
    states.reserveCapacity(unit.segments.count)
    var isAnyComplete = false
    // A span lends its segments out; an array would copy each of them.
    let segments = unit.segments.span
    for index in segments.indices {
      let state = segments[index].isIgnorable ? .complete : state(of: segments[index], options)
      if state == .complete, !segments[index].isIgnorable { isAnyComplete = true }
      states.append(state)
    }
    guard isAnyComplete else { return states }
    for index in unit.joinedSegments { states[index] = .emptyAmongTranslated }
    return states
  }

  private func state(of segment: Segment, _ options: Merger.Options) -> State {
    if Folding.trimmed(segment.source.text).isEmpty { return .complete }
    if segment.hasNoTarget { return .missing("is not translated") }
    if segment.subState == SubState.fuzzy, segment.state < .translated {
      return .missing("has a translation from the memory that nobody has confirmed")
    }
    if options.refusesUnreviewedMachine, segment.isMachineTranslation, segment.state < .reviewed {
      return .missing("is a machine's translation that nobody has reviewed")
    }
    if segment.countedState < options.minimumState {
      return .missing("is \(segment.state.name), not yet \(options.minimumState.name)")
    }
    guard !options.allowsSourceCopies, !segment.isMarkedTranslated, let target = segment.target,
      Folding.equal(target.text, segment.source.text), !hasNothingToTranslate(segment.source.text)
    else { return .complete }
    return .missing("is not translated: its target is the source; --allow-source-copies takes it as it is")
  }
}

extension ResourceFile {
  /// The language that it is translated into.
  ///
  /// - Throws: ``Failure`` at `path` where it names none.
  func target(at path: String) throws(Failure) -> LanguageTag {
    if let targetLanguage { return targetLanguage }
    throw Failure(path: path, "names no target language", remedy: "write target-language (1.2) or trgLang (2.x)")
  }
}

extension Document {
  /// Whether the file at `path`, where there is one, may be somebody's work.
  ///
  /// That is an XLIFF with translations, or what can't be read as XLIFF at all; a file that holds `bytes` is not.
  ///
  /// - Throws: ``Failure`` where it can't be read.
  static func mayBeWork(at path: String, unlike bytes: [UInt8]? = nil) throws(Failure) -> Bool {
    guard FileSystem.kind(path) == .file else { return false }
    let old = try FileSystem.read(path)
    guard old != bytes else { return false }
    return (try? Document(reading: old, places: false))?.holdsTranslations ?? true
  }

  /// Whether somebody's translations are in it.
  private var holdsTranslations: Bool {
    files.contains { file in
      file.units.contains { unit in
        unit.segments.contains { segment in
          guard !segment.isIgnorable, let target = segment.target, !target.isEmpty else { return false }
          return segment.isMarkedTranslated || target.text != segment.source.text
        }
      }
    }
  }
}
