import Articles
import Locales
public import Units
import XLIFF

/// `l10n extract`: articles to XLIFF, one file per article and language.
public struct ExtractJob: Sendable {
  /// What becomes a segment, which is what a translator sees at a time.
  public enum Granularity: String, CaseIterable, Sendable {
    /// Each sentence.
    case sentence
    /// Each block, whose sentences the CAT tool tells apart.
    case block
  }

  /// What the command line says; what it leaves open is the configuration's.
  public struct Options: Sendable {
    /// The language of the articles.
    public var source: LanguageTag?
    /// The languages to translate to.
    public var targets: [LanguageTag] = []
    /// The version of XLIFF.
    public var xliff: String?
    /// The CAT tool.
    public var tool: String?
    /// What becomes a segment.
    public var granularity = Granularity.sentence
    /// The format of the articles; nil goes by their names.
    public var format: String?
    /// Whether the site's furniture is extracted, too.
    public var includesFurniture = false
    /// Glossaries that replace the configured ones.
    public var glossaries: [String] = []
    /// The translation memory that offers matches; nil is the configuration's.
    public var memory: String?
    /// Matches below this many percent are not offered.
    public var leastMatch = 75
    /// From this many percent on, the best match becomes the target; nil for never.
    public var fill: Int?
    /// A file of JSON Lines with what a machine made of the sentences; nil for none.
    public var pretranslation: String?
    /// Where to write.
    public var output: String?
    /// Whether an XLIFF that holds translations is overwritten.
    public var force = false
    /// Whether an XLIFF that holds translations is left as it is, and that is nothing wrong.
    public var keepsTranslations = false

    /// What the configuration and the defaults say.
    public init() {}
  }

  private let configuration: Configuration
  private let options: Options
  private let source: LanguageTag
  private let extractor: Extractor
  private let destination: Destination
  private let writer: FileWriter

  /// What the person at the terminal should know before the first article.
  public let messages: [Message]

  /// A job by its options and the configuration.
  ///
  /// - Throws: ``Failure`` where a language is missing, or a version, a tool or a format is not known.
  public init(_ options: Options, _ configuration: Configuration, writer: FileWriter) throws(Failure) {
    self.configuration = configuration
    self.options = options
    self.writer = writer
    guard let source = options.source ?? configuration.source else {
      throw Failure("no source language is given", remedy: "say it with --from en, or with source: in l10n.yaml")
    }
    self.source = source
    let targets = options.targets.isEmpty ? configuration.targets : options.targets
    guard !targets.isEmpty else {
      throw Failure("no target language is given", remedy: "say it with --to ru,kk, or with targets: in l10n.yaml")
    }
    guard !targets.contains(source) else {
      throw Failure(
        "\(source) is the language of the articles, and no language to translate to", remedy: "correct --to")
    }
    let tool = try Self.tool(options.tool ?? configuration.tool)
    let version =
      try (options.xliff ?? (options.tool == nil ? configuration.xliff : nil)).map { (label) throws(Failure) in
        try Version(writable: label)
      } ?? tool?.version ?? .v1_2
    if let format = options.format, Formats.named(format) == nil { throw Self.unknownFormat(format) }
    let languages = Languages()
    let language = languages[source]
    var messages = tool?.messages(version, tags: ([source] + targets).map { configuration.tags[$0] ?? $0 }) ?? []
    messages += languages.unknown(source, targets)
    let names = try Names(configuration, options.glossaries, languages)
    self.messages = messages + names.emptyGlossaries
    let pretranslation = try options.pretranslation.map { (path) throws(Failure) in
      try Pretranslation(reading: path, from: source, to: targets)
    }
    extractor = Extractor(
      source: configuration.tags[source] ?? source,
      targets: targets.map {
        Extractor.Target(name: $0, tag: configuration.tags[$0] ?? $0, names: names.renderings(from: source, to: $0))
      },
      version: version, includesFurniture: options.includesFurniture,
      prefillsTargets: tool?.prefillsTargets ?? false, reader: language.reader,
      segmenter: try language.segmenter(srx: configuration.srx.map(configuration.path)),
      recall: try Self.recall(options, configuration, names), pretranslation: pretranslation,
      granularity: options.granularity, limits: configuration.lengthLimits)
    if let output = options.output {
      destination = try Destination(option: output)
    } else {
      destination = Destination(
        .pattern(PathPattern(text: configuration.translations), below: configuration.folder ?? "."))
    }
  }

  /// The articles that `paths` stand for; those of the configuration where there is none.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] {
    let format = options.format.flatMap { Formats.named($0) }
    let localized = PathPattern(text: configuration.localized)
    let written = [destination.root, Destination(.pattern(localized, below: configuration.folder ?? ".")).root]
    let excluded = written.compactMap { $0 }.filter { $0 != "." }
    let finder = InputFinder(of: wantedArticles, excluding: excluded, root: configuration.folder) { name in
      let own = Formats.forFile(named: name)
      return format.map { $0.name == own?.name } ?? (own != nil)
    }
    var inputs: [Input]
    if paths.isEmpty, let folder = configuration.folder, !configuration.articles.isEmpty {
      let globs = configuration.articleGlobs
      inputs = finder.inputs(at: [folder]).filter { input in
        input.failure != nil || globs.contains { $0.matches(input.relativePath) }
      }
      if inputs.isEmpty {
        throw Failure(
          path: Path.join(folder, "l10n.yaml"), "no article fits \(configuration.articles.joined(separator: ", "))",
          remedy: "correct articles: there")
      }
    } else {
      guard !paths.isEmpty else { throw Failure("no article is given", remedy: "name articles or folders of them") }
      inputs = finder.inputs(at: paths)
    }
    if configuration.folder != nil { inputs.removeAll { isLocalizedCopy($0, localized) } }
    if destination.isSingle, inputs.count * extractor.targets.count != 1 {
      throw Failure(
        path: options.output, "has room for one file, and \(inputs.count * extractor.targets.count) are to be written",
        remedy: "give a folder: -o \(options.output ?? "DIR")/")
    }
    if !destination.isSingle, let language = extractor.targets.first?.name {
      try inputs.refuseClashes(remedy: "extract them to different folders") { (input) throws(Failure) in
        try outputPath(input, language)
      }
    }
    return inputs
  }

  /// Whether merging writes an article there; what was named is taken at its word.
  private func isLocalizedCopy(_ input: Input, _ localized: PathPattern) -> Bool {
    let targets = configuration.targets + extractor.targets.map(\.name)
    return !input.isNamed && localized.isLocalized(input.relativePath, into: targets, from: source)
  }

  /// Extracts one article and writes its XLIFF.
  public func run(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      guard
        input.relativePath.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF })
      else { throw Failure(path: input.path, "its name holds a control character, which XLIFF can't hold") }
      let bytes = try FileSystem.read(input.path)
      guard let format = try format(of: input, bytes) else {
        var outcome = Outcome()
        outcome.isSkipped = true
        return outcome
      }
      let extraction: Extractor.Extraction
      let reader = configuration.reader(of: format, for: input.relativePath)
      do { extraction = try extractor.extract(bytes, format: reader, original: input.relativePath) } catch {
        throw Failure(path: input.path, error, in: bytes)
      }
      var outcome = Outcome()
      outcome.segments = extraction.segments
      outcome.messages = messages(extraction.omissions, input, bytes)
      if extraction.segments == 0 {
        outcome.messages.append(Message(.note, "\(input.path): there is no text to translate in it"))
      }
      for (target, document) in zip(extractor.targets, extraction.documents) {
        // What keeps one language from being written is no matter of the others.
        do throws(Failure) { try write(document, input, target.name, into: &outcome) } catch {
          outcome.status = .failed
          outcome.messages.append(Message(error))
        }
      }
      return outcome
    } catch { return Outcome(error) }
  }

  /// The XLIFF of an article that is no file: a line of a stream.
  ///
  /// One target language only.
  ///
  /// - Throws: ``Failure``, without a path.
  public func extract(_ text: [UInt8], format name: String, original: String) throws(Failure) -> [UInt8] {
    guard let format = Formats.named(name) else { throw Self.unknownFormat(name) }
    let reader = configuration.reader(of: format, for: original)
    do { return try extractor.extract(text, format: reader, original: original).documents.first ?? [] } catch {
      throw Failure("byte \(error.at.bytes): \(error.problem)", remedy: error.remedy)
    }
  }

  /// What offers earlier translations; nil where no memory is named.
  private static func recall(
    _ options: Options, _ configuration: Configuration, _ names: Names
  ) throws(Failure) -> Recall? {
    guard options.memory != nil || configuration.memory != nil else {
      if options.fill != nil { throw Failure("--fill needs a translation memory", remedy: "say it with --memory FILE") }
      return nil
    }
    let memory = try MemoryFile(options.memory, configuration, creates: false)
    return Recall(memory: memory, least: options.leastMatch, fill: options.fill, names: names)
  }

  private func write(
    _ document: [UInt8], _ input: Input, _ language: LanguageTag, into outcome: inout Outcome
  ) throws(Failure) {
    guard let path = try outputPath(input, language) else {
      outcome.output = document
      return
    }
    let place = try writer.target(path, under: destination.root ?? ".")
    if place.exists, FileSystem.isSameFile(path, input.path) {
      throw Failure(path: path, "is the article itself", remedy: "write the XLIFF elsewhere")
    }
    if !options.force, place.exists, try Document.mayBeWork(at: path, unlike: document) {
      let isUpToDate = Self.isOfSameArticle(path, document)
      if options.keepsTranslations, let isUpToDate {
        let text = "\(path): holds translations and is left as it is"
        outcome.messages.append(
          isUpToDate ? Message(.note, text) : Message(.warning, "\(text); its article was changed: run `l10n update`"))
        return
      }
      let remedy =
        isUpToDate == true
        ? "its article is as it was, so there is nothing for `l10n update` to do"
        : "`l10n update` carries them over to the changed article"
      throw Failure(
        path: path, "holds translations and is not overwritten",
        remedy: "\(remedy); --keep leaves them, --force discards them")
    }
    if try writer.write(document, to: place, isDurable: true) { outcome.written += 1 }
  }

  /// Whether the XLIFF at a path was made of the very article that `document` was made of; nil where it is no XLIFF.
  private static func isOfSameArticle(_ path: String, _ document: [UInt8]) -> Bool? {
    guard let old = try? Document(reading: FileSystem.read(path), places: false),
      let new = try? Document(reading: document, places: false)
    else { return nil }
    return old.files.first?.fingerprint == new.files.first?.fingerprint
  }

  /// Where the XLIFF of an article goes; nil for standard output.
  private func outputPath(_ input: Input, _ language: LanguageTag) throws(Failure) -> String? {
    switch destination.place {
    case .standardOutput: return nil
    case .file(let file): return file
    case .folder(let folder): return Path.join(folder, "\(language)/\(input.relativePath).\(language).xlf")
    case .pattern(let pattern, let folder):
      return Path.join(folder, try pattern.path(article: input.relativePath, language: language, from: source))
    }
  }

  /// The format of an article; nil where a file that nobody named is none.
  private func format(of input: Input, _ bytes: [UInt8]) throws(Failure) -> (any ArticleFormat.Type)? {
    if let name = options.format, let format = Formats.named(name) { return format }
    let format = Formats.forFile(named: input.path, holding: bytes)
    if format == nil, input.isNamed { throw Self.unknownFormat(of: input.path) }
    return format
  }

  private func messages(_ omissions: [Omission], _ input: Input, _ bytes: [UInt8]) -> [Message] {
    guard !omissions.isEmpty else { return [] }
    let lines = LineIndex(bytes)
    return grouped(omissions).map { omission, count in
      let first = lines.position(of: omission.range.lowerBound).line
      let last = lines.position(of: Offset(max(omission.range.lowerBound.bytes, omission.range.upperBound.bytes - 1)))
        .line
      let place = first == last ? "line \(first)" : "lines \(first)-\(last)"
      if count > 1 { return Message(.note, "\(input.path): \(place): \(count) texts left out: \(omission.reason)") }
      let text =
        omission.isFurniture
        ? "\(input.path): \(place) left out as \(omission.reason); --with-furniture includes \(first == last ? "it" : "them")"
        : "\(input.path): \(place) left out: \(omission.reason)"
      return Message(.note, text)
    }
  }

  /// What was left out, with figures one behind the other as one.
  private func grouped(_ omissions: [Omission]) -> [(omission: Omission, count: Int)] {
    var result: [(omission: Omission, count: Int)] = []
    for omission in omissions {
      if let last = result.last?.omission, last.isFigures, omission.isFigures,
        last.range.upperBound <= omission.range.lowerBound
      {
        result[result.count - 1].omission.range = last.range.lowerBound..<omission.range.upperBound
        result[result.count - 1].count += 1
      } else {
        result.append((omission, 1))
      }
    }
    return result
  }

  private static func tool(_ name: String?) throws(Failure) -> TranslationTool? {
    guard let name else { return nil }
    guard let tool = TranslationTool.named(name) else {
      throw Failure(
        "the CAT tool \"\(name)\" is not known", remedy: "known are \(translationToolNames.joined(separator: ", "))")
    }
    return tool
  }

  static func unknownFormat(of path: String) -> Failure {
    Failure(
      path: path, "its format is known neither by its name nor by its content",
      remedy: "say it with --format: \(formatNames)")
  }

  static func unknownFormat(_ name: String) -> Failure {
    Failure("the format \"\(name)\" is not known", remedy: "the formats are \(formatNames)")
  }

  private static var formatNames: String { Formats.all.map { $0.name }.joined(separator: ", ") }
}
