import Articles
import JSON
import Units
import XLIFF

extension UpdateJob {
  /// Takes what an editor changed in the localized articles of an XLIFF document back into it, in place.
  ///
  /// The localized article is `edited`, or else where merging puts it.
  public func takeBack(_ input: Input, from edited: String?) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let document = try Document(reading: FileSystem.read(input.path), at: input.path)
      guard !document.files.isEmpty else { throw Failure(path: input.path, "holds no file element") }
      guard edited == nil || document.files.count == 1 else {
        throw Failure(
          path: input.path, "holds \(document.files.count) articles", remedy: "name no article: each is looked up")
      }
      var outcome = Outcome()
      var splice = Splice()
      for number in document.files.indices {
        splice.append(try takeBack(document, number, input, edited, into: &outcome))
      }
      try writer.write(splice, to: "units", of: document, at: input.path, into: &outcome)
      return outcome
    } catch { return Outcome(error) }
  }

  private func takeBack(
    _ document: Document, _ number: Int, _ input: Input, _ edited: String?, into outcome: inout Outcome
  ) throws(Failure) -> Splice {
    let file = document.files[number]
    let path: String
    if let edited { path = edited } else { path = try localizedPath(of: file, input) }
    guard FileSystem.kind(path) == .file else {
      throw Failure(path: path, "is not there", remedy: "name the localized article behind the XLIFF")
    }
    let localized = try FileSystem.read(path)
    let translation = try translation(of: file, input)
    outcome.segments += file.units.reduce(0) { $0 + $1.sentenceCount }
    let completeness = Completeness(of: file, languages, names)
    guard let merged = try translation.merged(file, completeness) else {
      outcome.status = .needsPerson
      outcome.messages.append(
        Message(.error, "\(input.path): the article was changed since, or codes are broken; run `l10n update` first"))
      return Splice()
    }
    guard !merged.contains(localized) else {
      tell([], 0, file, of: input.path, path, into: &outcome)
      return Splice()
    }
    let edit = try translation.edit(of: localized, at: path, merged: merged[0], file, completeness)
    var splice = Splice()
    let changes = edit.changes.filter { change in
      let own = document.settingTarget(change.target, file: number, unit: change.unit, segment: change.segment)
      guard let own else { return false }
      splice.append(own)
      // What was signed off is another translation.
      if file.units[change.unit].segments[change.segment].state >= .reviewed {
        splice.append(document.settingTranslated(file: number, unit: change.unit, segment: change.segment))
      }
      return true
    }
    let again = try self.merged(document, splice, number, translation, input)
    guard !again.isEmpty else {
      outcome.status = .needsPerson
      outcome.messages.append(
        Message(.error, "\(path): its text can't be merged again: links or marks differ; mend them in the XLIFF"))
      return Splice()
    }
    let left = edit.leftOver.isEmpty ? Self.unexplained(localized, by: again) : edit.leftOver
    tell(changes, left.count, file, of: input.path, path, into: &outcome)
    tell(left, in: localized, at: path, into: &outcome)
    return splice
  }

  /// Where merging puts the localized article of a file.
  private func localizedPath(of file: ResourceFile, _ input: Input) throws(Failure) -> String {
    let language = configuration.language(ofTag: try file.target(at: input.path))
    return configuration.path(
      try PathPattern(text: configuration.localized).path(
        article: file.original, language: language, from: configuration.language(ofTag: file.sourceLanguage)))
  }

  /// The source article of a file, to merge it in memory.
  private func translation(of file: ResourceFile, _ input: Input) throws(Failure) -> ArticleTranslation {
    let language = configuration.language(ofTag: try file.target(at: input.path))
    let path = try sources.article(of: file, input)
    let bytes = try FileSystem.read(path)
    let format = configuration.reader(
      of: try sources.format(of: file, path, bytes, named: nil), for: file.original,
      translator: configuration.translators[language])
    return ArticleTranslation(bytes, at: path, as: format, languages[file.sourceLanguage].reader, in: language)
  }

  /// What was edited and is not in what merging gives now; how much white space there is no XLIFF says.
  private static func unexplained(_ localized: [UInt8], by merged: [[UInt8]]) -> [LocalizedEdit.LeftOver] {
    if merged.contains(where: { Folding.solid($0) == Folding.solid(localized) }) { return [] }
    let at = zip(merged.first ?? [], localized).prefix { $0 == $1 }.count
    let message = "something outside of the translated text was edited; change it in the source article"
    return [LocalizedEdit.LeftOver(at: Offset(at), message: message)]
  }

  private func tell(
    _ left: [LocalizedEdit.LeftOver], in localized: [UInt8], at path: String, into outcome: inout Outcome
  ) {
    guard !left.isEmpty else { return }
    outcome.status = .needsPerson
    let lines = LineIndex(localized)
    for leftOver in left {
      let position = lines.position(of: leftOver.at)
      outcome.messages.append(Message(.error, "\(path):\(position.line):\(position.column): \(leftOver.message)"))
    }
  }

  /// What merging makes of a file of a document after an edit.
  private func merged(
    _ document: Document, _ edit: Splice, _ number: Int, _ translation: ArticleTranslation, _ input: Input
  ) throws(Failure) -> [[UInt8]] {
    let bytes: [UInt8]
    do { bytes = try edit.applied(to: document.bytes) } catch {
      throw Failure(path: input.path, "two targets of it overlap", remedy: "extract the article again")
    }
    let file = try Document(reading: bytes, at: input.path).files[number]
    return try translation.merged(file, Completeness(of: file, languages, names)) ?? []
  }

  /// The summary: a line with the counts, and one for each target; or an object on a line.
  private func tell(
    _ changes: [LocalizedEdit.Change], _ left: Int, _ file: ResourceFile, of path: String, _ localized: String,
    into outcome: inout Outcome
  ) {
    let rows = changes.map { change in
      let unit = file.units[change.unit]
      let old = unit.segments[change.segment].target?.text ?? []
      return (
        unit: unit.name(ofSegment: change.segment), target: change.target.string,
        difference: WordDifference(from: old, to: change.target.text).text
      )
    }
    guard report == .json else {
      let lines = rows.map { "  \($0.unit): \($0.difference.isEmpty ? $0.target : $0.difference)\n" }
      let text = "\(path): \(rows.count) targets taken from \(localized), \(left) edits left\n" + lines.joined()
      return outcome.output += Array(text.utf8)
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("file", path)
    writer.member("localized", localized)
    writer.key("changes")
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      writer.member("unit", row.unit)
      writer.member("target", row.target)
      writer.member("difference", row.difference)
      writer.endObject()
    }
    writer.endArray()
    writer.key("summary")
    writer.beginObject()
    writer.member("taken", rows.count)
    writer.member("left", left)
    writer.endObject()
    writer.endObject()
    writer.endLine()
    outcome.output += writer.drain()
  }
}
