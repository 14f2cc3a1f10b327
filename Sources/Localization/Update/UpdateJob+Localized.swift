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
      var outcome = Outcome()
      var splice = Splice()
      for number in document.files.indices {
        splice.append(try takeBack(document, number, input, edited, into: &outcome))
      }
      let updated: [UInt8]
      do { updated = try document.file(with: splice) } catch {
        throw Failure(path: input.path, "two units of it overlap", remedy: "extract the article again")
      }
      if try writer.write(updated, to: input.path, under: Path.folder(input.path), isDurable: true) {
        outcome.written += 1
      }
      return outcome
    } catch { return Outcome(error) }
  }

  private func takeBack(
    _ document: Document, _ number: Int, _ input: Input, _ edited: String?, into outcome: inout Outcome
  ) throws(Failure) -> Splice {
    let file = document.files[number]
    let target = try file.target(at: input.path)
    let language = configuration.language(ofTag: target)
    let articlePath = try sources.article(of: file, input)
    let bytes = try FileSystem.read(articlePath)
    let localizedPath: String
    if let edited {
      localizedPath = edited
    } else {
      localizedPath = configuration.path(
        try PathPattern(text: configuration.localized).path(
          article: file.original, language: language, from: configuration.language(ofTag: file.sourceLanguage)))
    }
    guard FileSystem.kind(localizedPath) == .file else {
      throw Failure(path: localizedPath, "is not there", remedy: "name the localized article behind the XLIFF")
    }
    let localized = try FileSystem.read(localizedPath)
    let format = configuration.reader(
      of: try sources.format(of: file, articlePath, bytes, named: nil), for: file.original,
      translator: configuration.translators[language])
    let translation = ArticleTranslation(
      bytes, at: articlePath, as: format, languages[file.sourceLanguage].reader, in: language)
    outcome.segments += file.units.reduce(0) { $0 + $1.segments.count { !$0.isIgnorable } }
    let completeness = Completeness(of: file, languages, names)
    guard let merged = try translation.merged(file, completeness) else {
      outcome.status = .needsPerson
      outcome.messages.append(
        Message(.error, "\(input.path): the article was changed since, or codes are broken; run `l10n update` first"))
      return Splice()
    }
    guard !merged.contains(localized) else {
      tell([], 0, file, of: input.path, localizedPath, into: &outcome)
      return Splice()
    }
    let edit = try translation.edit(of: localized, at: localizedPath, merged: merged[0], file, completeness)
    var splice = Splice()
    var changes = edit.changes
    changes.removeAll { change in
      guard
        let own = document.settingTarget(
          change.target, file: number, unit: change.unit, segment: change.segment)
      else { return true }
      splice.append(own)
      return false
    }
    // Only what gives the edited article back is wholly taken; how much white space there is no XLIFF says.
    let again = try self.merged(document, splice, number, translation, input)
    var left = edit.leftOver
    if left.isEmpty, !again.contains(where: { Folding.solid($0) == Folding.solid(localized) }) {
      let at = zip(again.first ?? [], localized).prefix { $0 == $1 }.count
      left.append(
        LocalizedEdit.LeftOver(
          at: Offset(at),
          message: "something outside of the translated text was edited; change it in the source article"
        ))
    }
    tell(changes, left.count, file, of: input.path, localizedPath, into: &outcome)
    guard !left.isEmpty else { return splice }
    outcome.status = .needsPerson
    let lines = LineIndex(localized)
    for leftOver in left {
      let position = lines.position(of: leftOver.at)
      outcome.messages.append(
        Message(.error, "\(localizedPath):\(position.line):\(position.column): \(leftOver.message)"))
    }
    return splice
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
