import Locales
import Terminology
import Units

/// The names of the glossaries, for whatever languages are met.
final class Names: Sendable {
  /// The matchers of the names; nil where there is no glossary.
  let matchers: TermMatchers?
  /// What the files of the glossaries say against each other, with both places.
  let contradictions: [Message]
  /// Which of the files have no entry, for whoever gave them.
  let emptyGlossaries: [Message]
  private let languages: Languages

  /// The glossaries that an option names, or else the configured ones.
  ///
  /// - Throws: ``Failure`` where one is not there, or is no glossary.
  init(_ configuration: Configuration, _ paths: [String], _ languages: Languages) throws(Failure) {
    self.languages = languages
    let paths = paths.isEmpty ? try configuration.glossaryPaths() : paths
    let files = try GlossaryFiles(reading: paths)
    matchers = paths.isEmpty ? nil : TermMatchers(files.glossary)
    contradictions = files.contradictions(languages)
    emptyGlossaries = files.files.filter { $0.reading.glossary.concepts.isEmpty }.map {
      Message(.warning, "\($0.path): holds no name, so none is looked for")
    }
  }

  /// What gives the names in a text with their renderings, each once.
  func renderings(from source: LanguageTag, to target: LanguageTag) -> @Sendable ([UInt8]) -> [GlossaryEntry] {
    guard let matcher = matcher(for: source) else { return { _ in [] } }
    return { text in
      var seen: Set<GlossaryEntry> = []
      return matcher.matches(in: text).compactMap { match in
        guard let names = matcher.glossary.rendering(of: match, in: target) else { return nil }
        let entry = GlossaryEntry(term: names.source, translation: names.target)
        return seen.insert(entry).inserted ? entry : nil
      }
    }
  }

  /// Whether a text of one language has nothing to translate to the other: no letters but names that stay as they are.
  func hasNothingToTranslate(_ text: [UInt8], from source: LanguageTag, to target: LanguageTag) -> Bool {
    guard text.hasLetter else { return true }
    guard let matcher = matcher(for: source) else { return false }
    var rest: [UInt8] = []
    var at = 0
    for match in matcher.matches(in: text) where match.range.lowerBound.bytes >= at {
      guard let names = matcher.glossary.rendering(of: match, in: target),
        Array(names.target.utf8) == Array(text[match.range.bytes])
      else { continue }
      rest += text[at..<match.range.lowerBound.bytes]
      at = match.range.upperBound.bytes
    }
    return !(rest + text[at...]).hasLetter
  }

  func matcher(for language: LanguageTag) -> TermMatcher? { matchers?[languages[language].locale] }
}

extension Configuration {
  /// The files that the patterns of `glossaries` stand for, sorted.
  ///
  /// - Throws: ``Failure`` for a pattern that no file fits.
  func glossaryPaths() throws(Failure) -> [String] {
    var paths: [String] = []
    for pattern in glossaries {
      let full = path(pattern)
      guard full.contains(where: { "*?[".contains($0) }) else {
        paths.append(full)
        continue
      }
      let folder = Path.folder(full)
      let glob = Glob(Path.name(full))
      let names = try FileSystem.names(in: folder).filter { glob.matches($0) }
      if names.isEmpty { throw Failure("no glossary fits \(pattern) of l10n.yaml", remedy: "check glossaries:") }
      paths += names.map { Path.join(folder, $0) }
    }
    return paths
  }
}
