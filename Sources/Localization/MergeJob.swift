import Articles
public import Units
import XLIFF
internal import Synchronization

/// `l10n merge`: translated XLIFF to localized articles.
public struct MergeJob: Sendable {
  /// What the command line says; what it leaves open is the configuration's.
  public struct Options: Sendable {
    /// The folder that `original` is a path in.
    public var sourceRoot: String?
    /// The only language that is merged.
    public var target: LanguageTag?
    /// What is asked of the translations.
    public var merging = Merger.Options()
    /// Whether units whose source changed keep their old translations.
    public var keepsStale = false
    /// The format of the articles; nil goes by what the XLIFF or the article's name says.
    public var format: String?
    /// Who translated, for articles that name their translator; nil is whom the configuration names.
    public var translator: String?
    /// Whether what was written is read again and compared.
    public var verifies = false
    /// Whether an article that someone edited since is replaced.
    public var force = false
    /// Glossaries that replace the configured ones.
    public var glossaries: [String] = []
    /// Where to write.
    public var output: String?

    /// What the configuration and the defaults say.
    public init() {}
  }

  private let configuration: Configuration
  private let options: Options
  private let destination: Destination
  private let writer: FileWriter
  private let sources: SourceFolder
  private let record: MergeRecord?
  /// What each article was merged from, so that two XLIFF files don't overwrite each other's.
  private let claims = Claims()
  private let languages = Languages()
  private let names: Names
  /// Makes the translations of an article's older version its own; nil where they are refused.
  private let updater: UpdateJob?

  /// A job by its options and the configuration.
  public init(_ options: Options, _ configuration: Configuration, writer: FileWriter) throws(Failure) {
    self.options = options
    self.configuration = configuration
    self.writer = writer
    sources = SourceFolder(options.sourceRoot ?? configuration.folder ?? ".")
    names = try Names(configuration, options.glossaries, languages)
    updater =
      options.keepsStale
      ? try UpdateJob(
        sourceRoot: options.sourceRoot, report: .text, glossaries: options.glossaries, configuration, writer: writer)
      : nil
    if let output = options.output {
      destination = try Destination(option: output)
    } else {
      destination = Destination(
        .pattern(PathPattern(text: configuration.localized), below: configuration.folder ?? "."))
    }
    if let name = options.format, Formats.named(name) == nil { throw ExtractJob.unknownFormat(name) }
    record = try destination.root.map { (root) throws(Failure) in try MergeRecord(folder: root, writer: writer) }
  }

  /// The XLIFF files that `paths` stand for, those of one article and language together; those of the configuration's
  /// folder where there is none.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] {
    let inputs = TranslationGroups.grouped(try XLIFFInputs.inputs(at: paths, configuration))
    if destination.isSingle, inputs.count > 1 { throw hasNoRoom(for: inputs.count) }
    return inputs
  }

  /// Puts the record of what was written in order; the last thing to do.
  public func finish() throws(Failure) { try record?.finish() }

  private func hasNoRoom(for count: Int) -> Failure {
    let name = options.output == "-" ? "standard output" : options.output ?? ""
    return Failure("\(name) has room for one article, and \(count) would be written", remedy: "give a folder: -o DIR/")
  }

  /// Merges the articles of one XLIFF document.
  public func run(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let document = try Document(reading: FileSystem.read(input.path), at: input.path, places: false)
      guard !document.files.isEmpty else { throw Failure(path: input.path, "holds no file element") }
      var outcome = Outcome()
      var others: [(path: String, document: Document)] = []
      for path in input.others {
        others.append((path, try Document(reading: FileSystem.read(path), at: path, places: false)))
      }
      // Two files of one article in a document are taken together, too.
      var seen: Set<[String]> = []
      let files = document.files.filter { file in
        isWanted(file) && seen.insert([file.original, file.targetLanguage?.bcp47 ?? ""]).inserted
      }
      guard let first = files.first ?? (input.isNamed ? document.files.first : nil) else {
        outcome.isSkipped = true
        return outcome
      }
      if destination.isSingle, files.count > 1 { throw hasNoRoom(for: files.count) }
      for file in files.isEmpty ? [first] : files {
        do throws(Failure) { try merge(file, of: [(input.path, document)] + others, input, into: &outcome) } catch {
          outcome.status = .failed
          outcome.messages.append(Message(error))
        }
      }
      return outcome
    } catch { return Outcome(error) }
  }

  /// The localized text of an article that is no file: a line of a stream.
  ///
  /// - Throws: ``Failure``, without a path.
  public func merge(_ text: [UInt8], format name: String, xliff: [UInt8]) throws(Failure) -> [UInt8] {
    guard let format = Formats.named(name) else { throw ExtractJob.unknownFormat(name) }
    do {
      let document = try Document(reading: xliff, places: false)
      guard let file = document.files.first, document.files.count == 1 else {
        throw Failure("the XLIFF holds \(document.files.count) articles, not one")
      }
      guard let target = file.targetLanguage else { throw Failure("the XLIFF names no target language") }
      let format = reader(of: format, for: file, configuration.language(ofTag: target))
      let current = try current(document, 0, text, format)
      let outcome = try merger(for: file).merge(text, format: format, file: current?.files[0] ?? file)
      if let merged = outcome.bytes { return merged }
      let errors = outcome.problems.filter { $0.severity == .error }.map(\.message)
      throw Failure(
        errors.prefix(3).joined(separator: "; ") + (errors.count > 3 ? "; and \(errors.count - 3) more" : ""))
    } catch let error as Malformed {
      throw Failure("byte \(error.at.bytes): \(error.problem)", remedy: error.remedy)
    } catch let error as Failure {
      throw error
    } catch { throw Failure("\(error)") }
  }

  private func merge(
    _ file: ResourceFile, of documents: [(path: String, document: Document)], _ input: Input,
    into outcome: inout Outcome
  ) throws(Failure) {
    let target = try file.target(at: input.path)
    let language = configuration.language(ofTag: target)
    // A folder holds all languages; in a file that was named, another one is a mistake.
    if let wanted = options.target, !isWanted(file) {
      throw Failure(path: input.path, "is a translation to \(target), not to \(wanted)", remedy: "check --to")
    }
    let articlePath = try sources.article(of: file, input)
    let bytes = try FileSystem.read(articlePath)
    let merged: Merger.Outcome
    let format = reader(
      of: try sources.format(of: file, articlePath, bytes, named: options.format), for: file, language)
    let translations: [Translation]
    do {
      translations = try self.translations(of: file, in: documents, bytes, format)
      merged = try merger(for: file).merge(
        bytes, format: format, file: translations[0].file, and: translations.dropFirst().map(\.file),
        language: language)
    } catch { throw Failure(path: articlePath, thrown: error, in: bytes) }
    let path = try outputPath(of: file, options.target ?? language)
    outcome.tell(merged.problems, of: translations, articlePath: articlePath, articleBytes: bytes)
    outcome.segments += file.units.reduce(0) { $0 + $1.sentenceCount }
    guard let result = merged.bytes else {
      outcome.status = max(outcome.status, .needsPerson)
      outcome.messages.append(Message(.error, "\(path ?? "the article"): not written; see above"))
      return
    }
    guard let path else {
      outcome.output += result
      return
    }
    if let other = claims.claim(path, for: input.path) {
      throw Failure(
        path: input.path, "is one of several XLIFF files for \(path)", remedy: "merge one of them: this one or \(other)"
      )
    }
    try write(result, to: path, articlePath: articlePath, into: &outcome)
  }

  /// What the documents have of a file's article, each with what a reviewer signed off and, where that is asked for,
  /// made to belong to the article as it is now.
  private func translations(
    of file: ResourceFile, in documents: [(path: String, document: Document)], _ article: [UInt8],
    _ format: any ArticleFormat
  ) throws -> [Translation] {
    var result: [Translation] = []
    for (path, document) in documents {
      let signOff = try SignOff(of: path)
      for (number, other) in document.files.enumerated()
      where other.original == file.original && other.targetLanguage == file.targetLanguage {
        let current = try current(document, number, article, format)
        let own = signOff.applied(to: current?.files[number] ?? other)
        result.append(
          Translation(path: path, bytes: document.bytes, file: own, hasPlaces: current == nil))
      }
    }
    return result
  }

  /// The document made to belong to the article as it is now, old translations kept; nil where it does already, or
  /// that is not asked for.
  private func current(
    _ document: Document, _ number: Int, _ article: [UInt8], _ format: any ArticleFormat
  ) throws -> Document? {
    guard let updater, document.files[number].fingerprint != Fingerprint(article).description else { return nil }
    let update = try updater.update(document, number, to: article, format: format, keepsStale: true)
    guard update.defects.isEmpty else { return nil }
    return try Document(reading: try update.splice.applied(to: document.bytes))
  }

  /// Whether the file is in the language that `--to` asks for, if it asks.
  private func isWanted(_ file: ResourceFile) -> Bool {
    guard let wanted = options.target, let target = file.targetLanguage else { return true }
    return wanted.matches(configuration.language(ofTag: target)) || wanted.matches(target)
  }

  private func reader(
    of format: any ArticleFormat.Type, for file: ResourceFile, _ language: LanguageTag
  ) -> any ArticleFormat {
    let translator = options.translator ?? configuration.translators[language]
    return configuration.reader(of: format, for: file.original, translator: translator)
  }

  private func write(
    _ result: [UInt8], to path: String, articlePath: String, into outcome: inout Outcome
  ) throws(Failure) {
    let place = try writer.target(path, under: destination.root ?? ".")
    if place.exists, FileSystem.isSameFile(path, articlePath) {
      throw Failure(path: path, "is the source article itself", remedy: "write elsewhere, with -o")
    }
    if place.exists, let record, !record.knows(path), isInSourceRoot(path), !isLocalizedCopy(path) {
      throw Failure(
        path: path, "is in the folder of the articles and may be one of them", remedy: "write elsewhere, with -o")
    }
    if !options.force, let record, place.exists {
      let old = try FileSystem.read(path)
      if old != result, !record.wrote(Fingerprint(old), to: path) {
        outcome.status = max(outcome.status, .needsPerson)
        outcome.messages.append(
          Message(
            .error,
            "\(path): was edited since it was written and is not replaced; `l10n update --from-localized` takes the edit"
              + " into the XLIFF, --force drops it"))
        return
      }
    }
    try record?.add(Fingerprint(result), for: path)
    if try writer.write(result, to: place, isDurable: false) { outcome.written += 1 }
    if options.verifies, try FileSystem.read(path) != result {
      throw Failure(path: path, "does not hold what was written to it", remedy: "check the disk")
    }
  }

  private func isInSourceRoot(_ path: String) -> Bool {
    guard let real = FileSystem.resolved(path), let root = sources.resolved, let out = destination.root,
      let realOut = FileSystem.resolved(out)
    else { return false }
    // An output folder inside of the source root is nobody's but merging's.
    let isOwnFolder = realOut != root && realOut.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    return !isOwnFolder && real.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  private func merger(for file: ResourceFile) -> Merger {
    Merger(
      options: options.merging, reader: languages[file.sourceLanguage].reader,
      completeness: Completeness(of: file, languages, names))
  }

  private func outputPath(of file: ResourceFile, _ language: LanguageTag) throws(Failure) -> String? {
    switch destination.place {
    case .standardOutput: nil
    case .file(let file): file
    case .folder(let folder): Path.join(folder, "\(language)/\(file.original)")
    case .pattern(let pattern, let folder):
      Path.join(
        folder,
        try pattern.path(
          article: file.original, language: language, from: configuration.language(ofTag: file.sourceLanguage)))
    }
  }

  /// Whether it is by its path a localized copy, in a language of the configuration, not an article.
  private func isLocalizedCopy(_ path: String) -> Bool {
    guard case .pattern(let pattern, let folder) = destination.place else { return false }
    let below = folder == "." ? path : String(Substring(path.utf8.dropFirst(folder.utf8.count + 1)))
    return pattern.isLocalized(below, into: configuration.targets, from: configuration.source)
  }
}

/// Which XLIFF file each output belongs to.
private final class Claims: Sendable {
  private let paths = Mutex<[String: String]>([:])

  /// The file that claimed the path before; nil where it is free.
  func claim(_ path: String, for input: String) -> String? {
    paths.withLock { paths in
      let other = paths[path]
      if other == nil { paths[path] = input }
      return other
    }
  }
}

extension [UInt8] {
  /// Whether there is a letter of any script.
  var hasLetter: Bool {
    contains { ($0 | 0x20) &- 97 < 26 }
      || (contains { $0 >= 0x80 }
        && String(decoding: self, as: UTF8.self).unicodeScalars.contains { $0.properties.isAlphabetic })
  }
}
