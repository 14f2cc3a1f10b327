import Articles
public import Units
import XLIFF

/// Makes the localized article: one ``Units/Splice`` over the bytes of the source article.
public struct Merger: Sendable {
  /// What stands where a segment has no translation.
  public enum Incomplete: String, CaseIterable, Sendable {
    /// No article at all.
    case error
    /// The source's text.
    case source
    /// Nothing.
    case omit
  }

  /// What becomes of the site's furniture.
  public enum Furniture: String, CaseIterable, Sendable { case keep, drop }

  /// What is asked for.
  public struct Options: Sendable {
    /// What stands where a segment has no translation.
    public var incomplete = Incomplete.error
    /// Translations below this state count as missing.
    public var minimumState = Segment.State.initial
    /// Whether a machine's translation that nobody has reviewed counts as missing.
    public var refusesUnreviewedMachine = false
    /// Whether a target that equals its source is a translation.
    public var allowsSourceCopies = false
    /// What becomes of the site's furniture.
    public var furniture = Furniture.keep
    /// Whether the article's own metadata (its language) is set.
    public var setsMetadata = true
    /// Whether the localized article is read again and compared with the source.
    public var verifies = false

    /// The defaults: complete translations, of any state, furniture kept.
    public init() {}
  }

  /// Something that keeps an article from being written, or that its editor should know.
  public struct Problem: Hashable, Sendable {
    /// The rule, as `l10n explain` knows it; empty for what is no finding but a fact.
    public var rule: String
    /// How bad it is; an error keeps the article from being written.
    public var severity: Finding.Severity
    /// Which of the XLIFF files of the article it is about.
    public var input = 0
    /// Whether `at` is in the article, not in the XLIFF.
    public var isInArticle: Bool
    /// Where.
    public var at: Offset<File>
    /// What, and what to do.
    public var message: String
  }

  /// The localized article, or why there is none.
  public struct Outcome: Sendable {
    /// The bytes of the localized article; nil where an error keeps it from being written.
    public var bytes: [UInt8]?
    /// Errors, warnings and notes, in the order of the article.
    public var problems: [Problem]
  }

  let options: Options
  let reader: ArticleReader
  let completeness: Completeness

  /// A merger for articles that `reader` reads; `completeness` says what needs no translation.
  init(options: Options, reader: ArticleReader, completeness: Completeness) {
    self.options = options
    self.reader = reader
    self.completeness = completeness
  }

  /// The localized article of one file of an XLIFF document, or of several that are taken together; it says of itself
  /// that it is in `language`, or else in the one that the XLIFF names.
  ///
  /// - Throws: ``Units/Malformed`` where the article can't be read.
  func merge(
    _ bytes: [UInt8], format: any ArticleFormat, file: ResourceFile, and others: [ResourceFile] = [],
    language: LanguageTag? = nil
  ) throws(Malformed) -> Outcome {
    let article = try reader.read(bytes, as: format)
    let files = [file] + others
    var problems = files.enumerated().flatMap { number, file in
      file.defects.map {
        var problem = Problem(rule: "", severity: .error, isInArticle: false, at: $0.at, message: $0.message)
        problem.input = number
        return problem
      }
    }
    let combination =
      others.isEmpty ? nil : Combination(files, article, states: files.map { $0.units.map { self.states(of: $0) } })
    var file = (combination?.file ?? file).withoutTargetsOfWhatStays
    var origins = combination?.origins ?? []
    var alignment = Alignment(article, file.units)
    let lost = LostUnits(files, article, alignment)
    if !lost.units.isEmpty {
      file.units += lost.units
      if !origins.isEmpty { origins += lost.units.map { _ in 0 } }
      alignment = Alignment(article, file.units)
    }
    problems += combination?.conflicts ?? []
    problems += changes(article, alignment, file, isWhole: others.isEmpty)
    let states =
      file.units.dropLast(lost.units.count).map { self.states(of: $0) } + lost.units.map { _ in [LostUnits.state] }
    problems += missing(states, file, origins, lost)
    var splice = Splice()
    let translation = BlockComposer.Translation(
      file: file, states: states, incomplete: options.incomplete,
      joinsWithSpace: completeness.joinsWithSpace && !reader.joinsWithSpace, origins: origins)
    for index in article.blocks.indices
    where !alignment.placements[index].isEmpty
      && (options.furniture == .keep || article.blocks[index].role != .furniture)
    {
      let composer = BlockComposer(block: article.blocks[index], translation: translation)
      splice.append(composer.compose(alignment.placements[index], article: bytes, problems: &problems))
    }
    var metadata = Splice()
    if options.furniture == .drop { dropFurniture(of: article, format, from: &metadata) }
    if options.setsMetadata, let language = language ?? file.targetLanguage {
      metadata.append(format.metadata(of: article, for: language))
    }
    problems += files.enumerated().flatMap { number, file in
      file.translatorNotes.map {
        var problem = Problem(
          rule: "translator-note", severity: .note, isInArticle: false, at: $0.at.lowerBound,
          message: "\($0.unit): the translator notes: \($0.text)")
        problem.input = number
        return problem
      }
    }
    guard !problems.contains(where: { $0.severity == .error }) else { return Outcome(bytes: nil, problems: problems) }
    do {
      var whole = splice
      whole.append(metadata)
      let result = try whole.applied(to: bytes)
      guard options.verifies else { return Outcome(bytes: result, problems: problems) }
      let verification = Verification(article, translations: splice, metadata: metadata) { block in
        options.furniture == .drop && block.role == .furniture
      }
      guard let difference = try verification.problem(in: result, format) else {
        return Outcome(bytes: result, problems: problems)
      }
      problems.append(
        Problem(
          rule: "", severity: .error, isInArticle: true, at: Offset(difference.at),
          message: "--verify: \(difference.message); change the translation, or report it with the article"))
      return Outcome(bytes: nil, problems: problems)
    } catch {
      // Ranges of blocks never cross; a format that breaks that must not write a wrong byte.
      throw Malformed(
        at: error.second.lowerBound, problem: "two places of the article overlap",
        remedy: "report this as a bug of the \(article.format) format, with the article")
    }
  }

  private func states(of unit: Unit) -> [Completeness.State] { completeness.states(of: unit, options) }

  /// What the article and the XLIFF don't have in common: the source was changed since extraction.
  ///
  /// Where several files are taken together, what the article doesn't have is the older one's, and no matter.
  private func changes(
    _ article: Article, _ alignment: Alignment, _ file: ResourceFile, isWhole: Bool
  ) -> [Problem] {
    let remedy = "`l10n update` carries over the translations that still hold"
    var problems: [Problem] = []
    for place in isWhole ? alignment.unplaced : [] {
      let name = file.units[place.unit].name(ofSegment: place.segment)
      problems.append(
        Problem(
          rule: "", severity: .error, isInArticle: false, at: sourceStart(place.unit, place.segment, in: file),
          message: "\(name): the article no longer has this source; \(remedy)"))
    }
    // A changed sentence is named once, by its unit; only text that no unit accounts for is named by its line.
    for gap in alignment.uncovered where !isWhole || !alignment.isAccountedFor(gap) {
      let at = article.blocks[gap.block].map.raw(gap.range).lowerBound
      problems.append(
        Problem(
          rule: "", severity: .error, isInArticle: true, at: Offset(at),
          message: "this text is not in the XLIFF: it is new, or a unit was lost; \(remedy)"))
    }
    return problems
  }

  /// What is not translated, or only in an older version of its source.
  private func missing(
    _ states: [[Completeness.State]], _ file: ResourceFile, _ origins: [Int], _ lost: LostUnits
  ) -> [Problem] {
    let firstLost = file.units.count - lost.units.count
    var problems: [Problem] = []
    for unit in file.units.indices {
      for segment in file.units[unit].segments.indices {
        let isStale = file.units[unit].segments[segment].subState == SubState.stale
        if states[unit][segment] == .complete, !isStale { continue }
        let name = file.units[unit].name(ofSegment: segment)
        let isLost = unit >= firstLost
        let at = isLost ? lost.places[unit - firstLost] : sourceStart(unit, segment, in: file)
        let count = problems.count
        defer { for index in count..<problems.count { problems[index].input = origins.isEmpty ? 0 : origins[unit] } }
        switch states[unit][segment] {
        case .complete:
          problems.append(
            Problem(
              rule: "", severity: .warning, isInArticle: false, at: at,
              message: "\(name): its source was changed, and its old translation is kept"))
        case .emptyAmongTranslated:
          problems.append(
            Problem(
              rule: "segment-empty", severity: .warning, isInArticle: false, at: at,
              message: "\(name) is empty; its translation seems to stand in another segment of the unit"))
        case .missing(let reason), .unready(let reason):
          let rule = if case .missing = states[unit][segment] { "untranslated" } else { "unready" }
          problems.append(
            Problem(
              rule: rule, severity: options.incomplete == .error ? .error : .warning, isInArticle: isLost,
              at: at, message: "\(name) \(reason)"))
        }
      }
    }
    return problems
  }

  private func sourceStart(_ unit: Int, _ segment: Int, in file: ResourceFile) -> Offset<File> {
    file.slots[unit][segment].source.lowerBound
  }

  private func dropFurniture(of article: Article, _ format: any ArticleFormat, from splice: inout Splice) {
    for omission in article.omissions where omission.isFurniture {
      splice.replace(format.removal(of: omission, from: article), with: [UInt8]())
    }
  }
}

extension ResourceFile {
  /// The file without the targets that a tool put where nothing is to be translated.
  fileprivate var withoutTargetsOfWhatStays: ResourceFile {
    var file = self
    for unit in file.units.indices where !file.units[unit].isTranslatable {
      for segment in file.units[unit].segments.indices { file.units[unit].segments[segment].target = nil }
    }
    return file
  }
}
