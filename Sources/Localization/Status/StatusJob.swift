import Units
import XLIFF

/// `l10n status`: how far each translation is, and whether its article was changed since.
public struct StatusJob: Sendable {
  private let signsOff: Bool
  /// Knows what a correction changed, as `l10n update` would say it, and what both work with.
  private let updates: UpdateJob

  /// A job for articles below `sourceRoot`, by default the configuration's folder; with `signsOff`, what is translated
  /// is recorded as reviewed first.
  ///
  /// - Throws: ``Failure`` where a glossary can't be read.
  public init(
    sourceRoot: String?, signsOff: Bool, _ configuration: Configuration, writer: FileWriter
  ) throws(Failure) {
    self.signsOff = signsOff
    updates = try UpdateJob(sourceRoot: sourceRoot, report: .text, glossaries: [], configuration, writer: writer)
  }

  /// The XLIFF files that `paths` stand for; those of the configuration's folder where there is none.
  ///
  /// - Throws: ``Failure`` where there is none, and where a sign-off names no file.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] {
    if signsOff, paths.isEmpty { throw Failure("nothing to sign off is given", remedy: "name the XLIFF files") }
    return try XLIFFInputs.inputs(at: paths, updates.configuration)
  }

  /// The status of each article of an XLIFF document.
  public func run(_ input: Input) -> (outcome: Outcome, statuses: [ArticleStatus]) {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let document = try Document(reading: try FileSystem.read(input.path), at: input.path)
      guard !document.files.isEmpty else { throw Failure(path: input.path, "holds no file element") }
      var outcome = Outcome()
      if signsOff { try signOff(document, input, &outcome) }
      let signOff = try SignOff(of: input.path)
      var statuses: [ArticleStatus] = []
      for (number, file) in document.files.enumerated() {
        var status = status(of: signOff.applied(to: file), input)
        try compare(document, number, with: try updates.sources.article(of: file, input), &status)
        statuses.append(status)
      }
      return (outcome, statuses)
    } catch { return (Outcome(error), []) }
  }

  private func signOff(_ document: Document, _ input: Input, _ outcome: inout Outcome) throws(Failure) {
    var missing = 0
    for file in document.files {
      let completeness = Completeness(of: file, updates.languages, updates.names)
      for unit in file.units {
        missing += completeness.states(of: unit, Merger.Options()).count(where: \.isMissing)
      }
    }
    guard missing == 0 else {
      outcome.status = .needsPerson
      outcome.messages.append(
        Message(
          .error, "\(input.path): not signed off: \(missing) segment\(missing == 1 ? " is" : "s are") not translated"))
      return
    }
    let bytes = SignOff.bytes(for: document.files)
    try updates.writer.write(bytes, to: SignOff.path(of: input.path), under: Path.folder(input.path), isDurable: true)
  }

  private func status(of file: ResourceFile, _ input: Input) -> ArticleStatus {
    var status = ArticleStatus(path: input.path, article: file.original, language: file.targetLanguage)
    let completeness = Completeness(of: file, updates.languages, updates.names)
    for unit in file.units {
      for progress in completeness.progress(of: unit) {
        switch progress {
        case nil: break
        case .untranslated: status.untranslated += 1
        case .inWork: status.inWork += 1
        case .translated: status.translated += 1
        case .reviewed: status.reviewed += 1
        }
      }
    }
    return status
  }

  /// Counts what of the article was changed since its text was extracted.
  private func compare(
    _ document: Document, _ number: Int, with path: String, _ status: inout ArticleStatus
  ) throws(Failure) {
    let file = document.files[number]
    let bytes = try FileSystem.read(path)
    if file.fingerprint == Fingerprint(bytes).description { return }
    let update = try updates.update(document, number, to: bytes, at: path)
    guard let revision = update.revision else {
      // What is broken is carried over nowhere.
      status.changed = file.units.reduce(0) { $0 + $1.sentenceCount }
      status.stalePercent = 100
      return
    }
    status.changed = revision.changes.count { $0.kind == .changed || $0.kind == .deleted }
    status.new = revision.changes.count { $0.kind == .new }
    let stale = revision.changes.reduce(0) { sum, change in
      sum + (change.kind == .changed || change.kind == .new ? change.source.utf8.count : 0)
    }
    status.stalePercent = revision.length > 0 ? min(100, (100 * stale + revision.length - 1) / revision.length) : 0
  }
}
