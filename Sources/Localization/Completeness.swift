import Checks
import Locales
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
    /// Translated, and not as far as is asked for; why, in words that follow the unit's name.
    case unready(String)

    /// Whether it is not translated, or not far enough.
    var isMissing: Bool {
      switch self {
      case .missing, .unready: true
      case .complete, .emptyAmongTranslated: false
      }
    }
  }

  /// How far a segment is, for who counts them.
  enum Progress: Hashable, Sendable {
    case untranslated
    /// It has a translation whose state says that it is not done, or must be looked at.
    case inWork
    case translated
    /// Reviewed, final or signed off.
    case reviewed
  }

  /// Whether sentences of the target language are set apart by a space.
  let joinsWithSpace: Bool
  /// Whether a text has nothing to translate: numbers, codes, names that stay as they are.
  let hasNothingToTranslate: @Sendable ([UInt8]) -> Bool
  /// Whether a text may stand in the translation as it is: a quotation in another language.
  let mayStay: @Sendable ([UInt8]) -> Bool

  init(
    joinsWithSpace: Bool, hasNothingToTranslate: @escaping @Sendable ([UInt8]) -> Bool,
    mayStay: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
  ) {
    self.joinsWithSpace = joinsWithSpace
    self.hasNothingToTranslate = hasNothingToTranslate
    self.mayStay = mayStay
  }

  /// What the languages of a file and the names of the glossaries say.
  init(of file: ResourceFile, _ languages: Languages, _ names: Names) {
    let (source, target) = (file.sourceLanguage, file.targetLanguage ?? file.sourceLanguage)
    self.init(
      joinsWithSpace: languages[target].joinsWithSpace,
      hasNothingToTranslate: {
        KeptText.hasNoWords($0) || names.hasNothingToTranslate($0, from: source, to: target)
      },
      mayStay: { languages.kept[languages[source].locale].language(of: $0) != nil })
  }

  func states(of unit: Unit, _ options: Merger.Options) -> [State] {
    guard unit.isTranslatable else { return Array(repeating: .complete, count: unit.segments.count) }
    let gaps = unit.translationGaps(allowsSourceCopies: options.allowsSourceCopies) {
      hasNothingToTranslate($0.text)
    } mayStay: {
      mayStay($0.text)
    }
    // A span lends its segments out; an array would copy each of them.
    var states = gaps.indices.map { state(of: unit.segments.span[$0], gaps[$0], options) }
    guard gaps.contains(.joined) else { return states }
    let isTranslated = zip(states, unit.segments).contains { $0 == .complete && !$1.isIgnorable }
    for index in states.indices where gaps[index] == .joined && isTranslated { states[index] = .emptyAmongTranslated }
    return states
  }

  /// How far the segments of a unit are, as `status` and `stats` count them; nil for what nobody translates.
  func progress(of unit: Unit) -> [Progress?] {
    guard unit.isTranslatable else { return Array(repeating: nil, count: unit.segments.count) }
    var least = Merger.Options()
    least.minimumState = .translated
    // What `merge --min-state translated` refuses is not translated here either.
    let refused = states(of: unit, least)
    return unit.segments.indices.map { [states = states(of: unit, Merger.Options())] index in
      let segment = unit.segments[index]
      if segment.isIgnorable || Folding.isBlank(segment.source.text) { return nil }
      if states[index].isMissing { return .untranslated }
      if segment.state >= .reviewed { return .reviewed }
      return segment.awaitsPerson || refused[index].isMissing ? .inWork : .translated
    }
  }

  private func state(of segment: Segment, _ gap: TranslationGap?, _ options: Merger.Options) -> State {
    if segment.isIgnorable || Folding.isBlank(segment.source.text) { return .complete }
    switch gap {
    case .missing, .joined: return .missing("is not translated")
    case .unconfirmed: return .missing("has a translation from the memory that nobody has confirmed")
    case .sourceCopy, .codesAlone, nil: break
    }
    if segment.hasNoTarget { return .complete }
    if options.refusesUnreviewedMachine, segment.isMachineTranslation, segment.state < .reviewed {
      return .unready("is a machine's translation that nobody has reviewed")
    }
    if segment.countedState < options.minimumState {
      return .unready("is \(segment.state.name), not yet \(options.minimumState.name)")
    }
    guard gap == .sourceCopy else { return .complete }
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
