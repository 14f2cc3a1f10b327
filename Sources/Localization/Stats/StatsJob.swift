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
      let document = try Document(
        reading: try FileSystem.read(input.path), at: input.path, places: false, candidates: memory == nil)
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
      zip(unit.segments, completeness.progress(of: unit)).compactMap { segment, progress in
        progress.map { (segment, $0) }
      }
    }
    let contexts = MemoryEntry.contexts(of: segments.map(\.0.source.text))
    for ((segment, progress), context) in zip(segments, contexts) {
      let band: MatchBand
      switch progress {
      case .reviewed where !countsTranslated: band = .reviewed
      case .translated where !countsTranslated: band = .translated
      default: band = try self.band(of: segment, in: file, context)
      }
      let text = segment.source.text
      analysis.segments.append((MemoryEntry.key(of: text), band, TextVolume(of: text)))
    }
    return analysis
  }

  /// The band of the best match: the memory's, or without one that of the candidates in the file.
  private func band(
    of segment: Segment, in file: ResourceFile, _ context: MemoryEntry.Context
  ) throws(Failure) -> MatchBand {
    guard let memory else {
      let bands = segment.candidates.compactMap { MatchBand($0, for: segment.source) }
      return MatchBand.allCases.first { bands.contains($0) } ?? .new
    }
    guard let target = file.targetLanguage else { return .new }
    let best = try memory.use { (memory) throws(MemoryError) in
      try memory.matches(
        for: segment.source, from: file.sourceLanguage, to: target, context: context, least: MatchBand.least, limit: 1,
        names: names.exchange(segment.source.text, from: file.sourceLanguage, to: target)
      ).first
    }
    guard let best else { return .new }
    return best.kind == .context ? .context : MatchBand(similarity: best.similarity) ?? .new
  }
}
