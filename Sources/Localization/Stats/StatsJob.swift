import Memory
import Units
import XLIFF

/// `l10n stats`: how much there is to translate, and how much of that was translated before.
public struct StatsJob: Sendable {
  /// The segments of one article in one language, each with its band as far as the file alone tells.
  public struct Analysis: Sendable {
    /// The XLIFF file.
    var path: String
    /// The article, as `original` has it.
    var article: String
    var sourceLanguage: LanguageTag
    var targetLanguage: LanguageTag?
    /// For each segment what equal texts have in common, its band and its volume.
    var segments: [(key: Int, band: MatchBand, volume: TextVolume)] = []
  }

  private let configuration: Configuration
  private let memory: MemoryFile?
  private let countsTranslated: Bool
  private let languages = Languages()
  private let names: Names

  /// A job that looks for matches in the memory at `path`, or else in the configured one, where there is one; with
  /// `countsTranslated`, what is translated is counted as it was before.
  ///
  /// - Throws: ``Failure`` where the memory or a glossary can't be read.
  public init(memory path: String?, countsTranslated: Bool, _ configuration: Configuration) throws(Failure) {
    self.configuration = configuration
    self.countsTranslated = countsTranslated
    memory = try MemoryFile.existing(path, configuration)
    names = try Names(configuration, [], languages)
  }

  /// The XLIFF files that `paths` stand for; those of the configuration's folder where there is none.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] { try XLIFFInputs.inputs(at: paths, configuration) }

  /// Analyses the files of one XLIFF document.
  public func run(_ input: Input) -> (outcome: Outcome, analyses: [Analysis]) {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let document = try Document(reading: try FileSystem.read(input.path), at: input.path, places: false)
      let signOff = try SignOff(of: input.path)
      var analyses: [Analysis] = []
      for file in document.files { analyses.append(try analysis(of: signOff.applied(to: file), input)) }
      return (Outcome(), analyses)
    } catch { return (Outcome(error), []) }
  }

  private func analysis(of file: ResourceFile, _ input: Input) throws(Failure) -> Analysis {
    var analysis = Analysis(
      path: input.path, article: file.original, sourceLanguage: file.sourceLanguage,
      targetLanguage: file.targetLanguage)
    let completeness = Completeness(of: file, languages, names)
    let segments = file.units.filter(\.isTranslatable).flatMap { unit in
      zip(unit.segments, completeness.states(of: unit, Merger.Options())).filter {
        !$0.0.isIgnorable && !Folding.trimmed($0.0.source.text).isEmpty
      }
    }
    let contexts = MemoryEntry.contexts(of: segments.map(\.0.source.text))
    for ((segment, state), context) in zip(segments, contexts) {
      let band: MatchBand
      if countsTranslated || state != .complete || (segment.awaitsPerson && !segment.isMarkedTranslated) {
        band = MatchBand(try match(for: segment.source, of: file, context))
      } else {
        band = segment.state >= .reviewed ? .reviewed : .translated
      }
      let text = segment.source.text
      analysis.segments.append((MemoryEntry.key(of: text), band, TextVolume(of: text)))
    }
    return analysis
  }

  private func match(
    for source: Content, of file: ResourceFile, _ context: MemoryEntry.Context
  ) throws(Failure) -> MemoryMatch? {
    guard let memory, let target = file.targetLanguage else { return nil }
    return try memory.use { (memory) throws(MemoryError) in
      try memory.matches(
        for: source, from: file.sourceLanguage, to: target, context: context, least: MatchBand.least, limit: 1
      ).first
    }
  }
}
