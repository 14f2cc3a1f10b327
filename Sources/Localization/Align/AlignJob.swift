import Articles
import Checks
import Locales
import Memory
import Terminology
public import Units
import XLIFF

/// `l10n align`: a published article and its translation become XLIFF or TMX, sentence by sentence.
public struct AlignJob: Sendable {
  /// What the command line says.
  public struct Options: Sendable {
    /// The path of the article that was translated.
    public var source: String
    /// The path of its translation.
    public var target: String
    /// The language of the one; nil is the configuration's.
    public var from: LanguageTag?
    /// The language of the other; nil is what its file says, or the configuration's only target.
    public var to: LanguageTag?
    /// Pairs that are less sure than this, in percent, are left untranslated (XLIFF) or out (TMX, memory).
    public var leastConfidence = 0
    /// Where to write: a file whose ending is `.tmx`, or that of XLIFF; standard output for nil and `-`.
    public var output: String?
    /// The translation memory that the pairs are put into; nil for none, and then something is written.
    public var memory: String?

    /// Two articles.
    public init(source: String, target: String) {
      self.source = source
      self.target = target
    }
  }

  private let configuration: Configuration
  private let languages = Languages()
  private let segmenters: Segmenters
  private let writer: FileWriter

  /// A job by the configuration.
  ///
  /// - Throws: ``Failure`` where the configured rules of segmentation can't be read.
  public init(_ configuration: Configuration, writer: FileWriter) throws(Failure) {
    self.configuration = configuration
    self.writer = writer
    segmenters = try Segmenters(srx: configuration.srx.map(configuration.path))
  }

  /// Aligns the two articles, and writes what was made of them.
  public func run(_ options: Options) -> Outcome {
    do throws(Failure) {
      let (source, target) = try articles(options)
      let pair = try pair(source, target)
      var outcome = Outcome()
      outcome.segments = pair.units.reduce(0) { $0 + $1.sentenceCount }
      outcome.messages.append(Message(.note, "\(options.target): sentences \(Self.summary(pair))"))
      if let path = options.memory {
        let memory = try MemoryFile(path, configuration, creates: true)
        let entries = Self.entries(of: pair, source, target, options)
        outcome.messages.append(try memory.add(entries, of: options.target))
        if options.output == nil { return outcome }
      }
      let ending = options.output.flatMap { Path.ending($0)?.lowercased() }
      let bytes: [UInt8]
      if ending == "tmx" {
        var writer = TMXWriter(sourceLanguage: source.language)
        for entry in Self.entries(of: pair, source, target, options) { writer.add(entry) }
        bytes = writer.finish()
      } else {
        bytes = file(of: pair, source, target, options.leastConfidence).written(as: .v1_2)
      }
      try outcome.deliver(bytes, to: options.output, by: writer)
      return outcome
    } catch { return Outcome(error) }
  }

  /// The translation of an article that was published as `target`, as an XLIFF document of `original`.
  ///
  /// - Throws: ``Failure`` where one of them can't be read.
  func document(_ options: Options, original: String) throws(Failure) -> Document {
    let (source, target) = try articles(options)
    var file = file(of: try pair(source, target), source, target, options.leastConfidence)
    file.original = original
    return try Document(reading: file.written(as: .v1_2), at: options.target)
  }

  private func articles(_ options: Options) throws(Failure) -> (PublishedArticle, PublishedArticle) {
    try PublishedArticle.pair(
      (options.source, options.from), (options.target, options.to), { languages[$0].reader }, configuration)
  }

  private func pair(_ source: PublishedArticle, _ target: PublishedArticle) throws(Failure) -> TranslationPair {
    let locales = (languages[source.language].locale, languages[target.language].locale)
    return TranslationPair(
      (source.article, try units(of: source)), (target.article, try units(of: target)), PressSpelling(locales.0),
      expansion: locales.1.relativeLength / locales.0.relativeLength)
  }

  private func units(of article: PublishedArticle) throws(Failure) -> [Unit] {
    let extractor = Extractor(
      source: article.language, targets: [], version: .v1_2, includesFurniture: true,
      reader: languages[article.language].reader, segmenter: try segmenters[article.language])
    do { return try extractor.units(of: article.article) } catch {
      throw Failure(path: article.path, error, in: article.article.bytes)
    }
  }

  private func file(
    of pair: TranslationPair, _ source: PublishedArticle, _ target: PublishedArticle, _ leastConfidence: Int
  ) -> ResourceFile {
    var file = ResourceFile(
      original: Path.name(source.path), sourceLanguage: source.language, targetLanguage: target.language,
      format: source.article.format, fingerprint: Fingerprint(source.article.bytes).description)
    for (unit, confidences) in zip(pair.units, pair.confidences) {
      var unit = unit
      for (index, confidence) in confidences.enumerated() {
        guard let confidence else { continue }
        let percent = Self.percent(confidence)
        if percent < leastConfidence {
          unit.segments[index].target = nil
          unit.segments[index].state = .initial
        } else if percent < Self.sure {
          unit.segments[index].notes = ["Aligned with the published translation: \(percent) % sure."]
        }
      }
      file.units.append(unit)
    }
    return file
  }

  /// From this many percent on, nobody needs to look.
  private static let sure = 70

  private static func percent(_ confidence: Double) -> Int { Int((confidence * 100).rounded()) }

  /// What is sure enough, as entries of a memory.
  private static func entries(
    of pair: TranslationPair, _ source: PublishedArticle, _ target: PublishedArticle, _ options: Options
  ) -> [MemoryEntry] {
    let pairs = zip(pair.units, pair.confidences).flatMap { zip($0.segments, $1).filter { !$0.0.isIgnorable } }
    let contexts = MemoryEntry.contexts(of: pairs.map(\.0.source.text))
    return zip(pairs, contexts).compactMap { pair, context in
      guard let translation = pair.0.target, let confidence = pair.1, percent(confidence) >= options.leastConfidence
      else { return nil }
      return MemoryEntry(
        source: pair.0.source, target: translation, sourceLanguage: source.language, targetLanguage: target.language,
        context: context,
        properties: ["x-l10n-confidence": "\(percent(confidence))", "x-l10n-original": Path.name(source.path)])
    }
  }

  /// `1-1: 38, 1-2: 1; 36 of 39 at least 70 % sure`.
  private static func summary(_ pair: TranslationPair) -> String {
    let counts = pair.counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    let known = pair.confidences.joined().compactMap { $0 }
    return "\(counts); \(known.count { percent($0) >= sure }) of \(known.count) pairs at least \(sure) % sure"
  }
}
