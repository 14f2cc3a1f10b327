import Articles
import Checks
import JSON
import Units
import XLIFF

/// `l10n update`: the source article was corrected; its XLIFF follows, and what is still right stays as it is.
public struct UpdateJob: Sendable {
  /// The form of the summary.
  public enum Report: String, CaseIterable, Sendable { case text, json }

  let configuration: Configuration
  let sources: SourceFolder
  let report: Report
  private let delta: String?
  let writer: FileWriter
  let languages = Languages()
  private let segmenters: Segmenters
  let names: Names
  private let words = FactualWords()
  private var recall: Recall?

  /// A job for articles below `sourceRoot`, by default the configuration's folder; with `delta`, the changed units go to
  /// that file, and the XLIFF stays as it is.
  ///
  /// - Throws: ``Failure`` where a glossary can't be read.
  public init(
    sourceRoot: String?, report: Report, delta: String? = nil, glossaries: [String], _ configuration: Configuration,
    writer: FileWriter
  ) throws(Failure) {
    self.configuration = configuration
    segmenters = try Segmenters(srx: configuration.srx.map(configuration.path))
    self.report = report
    self.delta = delta
    self.writer = writer
    sources = SourceFolder(sourceRoot ?? configuration.folder ?? ".")
    names = try Names(configuration, glossaries, languages)
  }

  /// The job, with an offer to translators of changed and new sentences: what the memory at `path`, or else the configured
  /// one where it is there, has that is at least so much alike, in percent.
  ///
  /// - Throws: ``Failure`` where it can't be opened.
  public func offeringMatches(of path: String?, least: Int) throws(Failure) -> UpdateJob {
    var job = self
    job.recall = try MemoryFile.existing(path, configuration).map {
      Recall(memory: $0, least: least, fill: nil, names: names)
    }
    return job
  }

  /// The XLIFF files that `paths` stand for; those of the configuration's folder where there is none.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] {
    let inputs = try XLIFFInputs.inputs(at: paths, configuration)
    guard let delta, inputs.count != 1 else { return inputs }
    throw Failure(path: delta, "has room for one delta, and \(inputs.count) XLIFF files are given", remedy: "name one")
  }

  /// Updates one XLIFF document in place.
  public func run(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let document = try Document(reading: FileSystem.read(input.path), at: input.path, candidates: true)
      guard !document.files.isEmpty else { throw Failure(path: input.path, "holds no file element") }
      var outcome = Outcome()
      var splice = Splice()
      var revised: [ResourceFile] = []
      for (number, file) in document.files.enumerated() {
        let path = try sources.article(of: file, input)
        let article = try FileSystem.read(path)
        let update = try update(document, number, to: article, at: path)
        outcome.segments += file.units.reduce(0) { $0 + $1.sentenceCount }
        tell(update, of: input.path, document, into: &outcome)
        splice.append(update.splice)
        if let revision = update.revision { revised.append(revision.delta(Fingerprint(article))) }
      }
      if let delta { return try write(revised, of: document, to: delta, outcome) }
      // A document with a unit that has no place is left as it is, whole.
      guard outcome.status == .done else { return outcome }
      try writer.write(splice, to: "units", of: document, at: input.path, into: &outcome)
      return outcome
    } catch { return Outcome(error) }
  }

  /// Writes the changed units of an article to a file of their own.
  private func write(
    _ files: [ResourceFile], of document: Document, to path: String, _ outcome: Outcome
  ) throws(Failure) -> Outcome {
    var outcome = outcome
    guard outcome.status == .done else { return outcome }
    guard let file = files.first, files.count == 1 else {
      throw Failure(
        path: path, "a delta is of one article, and the XLIFF holds \(files.count)", remedy: "update in place")
    }
    guard !file.units.isEmpty else {
      outcome.messages.append(Message(.note, "\(path): not written: no unit was changed"))
      return outcome
    }
    if try Document.mayBeWork(at: path) {
      throw Failure(
        path: path, "holds translations and is not overwritten", remedy: "merge it first, or write elsewhere")
    }
    let bytes = file.written(as: document.version)
    if try writer.write(bytes, to: path, under: Path.folder(path), isDurable: true) { outcome.written += 1 }
    return outcome
  }

  /// What becomes of one file of a document.
  struct FileUpdate {
    var splice = Splice()
    var revision: Reviser?
    /// Why the file stays as it is.
    var defects: [Defect] = []
  }

  /// The edit that makes a file of a document the translation of the corrected article, which was read from a path.
  ///
  /// - Throws: ``Failure`` where the article or the memory can't be read.
  func update(
    _ document: Document, _ number: Int, to article: [UInt8], at path: String
  ) throws(Failure) -> FileUpdate {
    let file = document.files[number]
    let format = configuration.reader(
      of: try sources.format(of: file, path, article, named: nil), for: file.original)
    do { return try update(document, number, to: article, format: format) } catch {
      throw Failure(path: path, thrown: error, in: article)
    }
  }

  /// The edit that makes a file of a document the translation of the corrected article; with `keepsStale`, changed
  /// sentences keep their old translations.
  ///
  /// - Throws: ``Units/Malformed`` where the article can't be read, ``Failure`` where the memory can't.
  func update(
    _ document: Document, _ number: Int, to bytes: [UInt8], format: any ArticleFormat, keepsStale: Bool = false
  ) throws -> FileUpdate {
    let file = document.files[number]
    guard file.defects.isEmpty else { return FileUpdate(defects: file.defects) }
    let fingerprint = Fingerprint(bytes)
    let language = languages[file.sourceLanguage]
    let article = try language.reader.read(bytes, as: format)
    let extractor = try self.extractor(for: file, document.version)
    let units = try extractor.units(of: article).map { unit in
      extractor.targets.first.map { extractor.annotated(unit, for: $0) } ?? unit
    }
    let contents = article.blocks.isEmpty ? [Content()] : article.blocks.map(\.source)
    let sentences = try SentencePairs(
      from: language, to: languages[file.targetLanguage ?? file.sourceLanguage], segmenters)
    var revision = Reviser(
      file.dividingParagraphs(by: sentences), new: units, contents: contents, version: document.version,
      keepsStale: keepsStale, words: words,
      in: language.locale, target: extractor.targets.first)
    if let recall, let target = file.targetLanguage, !keepsStale {
      try revision.offer(recall, from: file.sourceLanguage, to: target)
    }
    guard var splice = document.rewriting(file: number, as: revision.units) else {
      let message = "its units have no order that the new ones could be put into; extract the article again"
      return FileUpdate(defects: [Defect(message: message, at: file.at)])
    }
    splice.append(document.settingFingerprint(fingerprint, file: number))
    return FileUpdate(splice: splice, revision: revision)
  }

  private func extractor(for file: ResourceFile, _ version: Version) throws(Failure) -> Extractor {
    let target = file.targetLanguage ?? file.sourceLanguage
    return Extractor(
      source: file.sourceLanguage,
      targets: [
        Extractor.Target(name: target, tag: target, names: names.renderings(from: file.sourceLanguage, to: target))
      ],
      version: version, includesFurniture: true,
      reader: languages[file.sourceLanguage].reader, segmenter: try segmenters[file.sourceLanguage])
  }

  /// Tells what was changed, or why nothing was.
  func tell(_ update: FileUpdate, of path: String, _ document: Document, into outcome: inout Outcome) {
    if !update.defects.isEmpty {
      let lines = LineIndex(document.bytes)
      outcome.status = .needsPerson
      for defect in update.defects {
        let position = lines.position(of: defect.at)
        outcome.messages.append(
          Message(.error, "\(path):\(position.line):\(position.column): \(defect.message)"))
      }
    }
    guard let revision = update.revision else { return }
    let summary = UpdateSummary(revision)
    outcome.output += report == .json ? summary.json(for: path) : Array(summary.text(for: path).utf8)
  }
}
