import Articles
import Locales
import Terminology
public import Units
import XLIFF

/// `l10n glossary suggest`: entries for the names of a corpus that the glossaries lack.
public struct GlossarySuggestJob {
  private let configuration: Configuration
  private let source: LanguageTag
  private let known: TermMatcher?
  /// What stands within the names of the glossaries, in small letters: agriculture, of a ministry.
  private let knownParts: Set<String>
  private let proposal: NameProposal
  private let reader: ArticleReader
  private let languages: Languages
  /// The languages to propose names in; empty is all.
  private let targets: [LanguageTag]
  private var census: NameCensus
  /// How translations render the names.
  private var register = NameRegister()
  private var presses: [LanguageTag: PressSpelling] = [:]

  /// A job for texts in `source`; names of the glossaries are left out.
  ///
  /// - Throws: ``Failure`` where no language is given, or a glossary can't be read.
  public init(
    _ configuration: Configuration, glossaries: [String], source: LanguageTag?, targets: [LanguageTag]
  ) throws(Failure) {
    self.configuration = configuration
    guard let source = source ?? configuration.source else {
      throw Failure("no source language is given", remedy: "say it with --from en")
    }
    self.source = source
    let languages = Languages()
    let locale = languages[source].locale
    known = try Names(configuration, glossaries, languages).matchers.map { $0[locale] }
    knownParts = known.map { Self.parts(of: $0.glossary, source) } ?? []
    self.languages = languages
    self.targets = targets.isEmpty ? configuration.targets : targets
    proposal = NameProposal(locale, targets: self.targets)
    reader = languages[source].reader
    census = NameCensus(locale)
  }

  /// The articles and XLIFF files that `paths` stand for.
  public func inputs(at paths: [String]) -> [Input] {
    let finder = InputFinder(of: "article and no XLIFF") { name in
      Self.isXLIFF(name) || Formats.forFile(named: name) != nil
    }
    return finder.inputs(at: paths)
  }

  /// Counts the names in one file.
  ///
  /// - Throws: ``Failure`` where it can't be read.
  public mutating func add(_ input: Input) throws(Failure) {
    if let failure = input.failure { throw failure }
    let bytes = try FileSystem.read(input.path)
    do {
      if Self.isXLIFF(input.path) {
        for file in try Document(reading: bytes, at: input.path).files where file.sourceLanguage.matches(source) {
          census.beginArticle()
          addRenderings(file, path: input.path)
          for unit in file.units {
            for segment in unit.segments where !segment.isIgnorable { count(segment.source.text) }
          }
        }
      } else {
        guard let format = Formats.forFile(named: input.path) else {
          throw Failure(path: input.path, "its format is not known", remedy: "`l10n formats` lists the formats")
        }
        census.beginArticle()
        let article = configuration.reader(of: format, for: input.relativePath)
        for block in try reader.read(bytes, as: article).blocks where block.role != .furniture {
          count(block.source.text)
        }
      }
    } catch { throw Failure(path: input.path, thrown: error, in: bytes) }
  }

  /// Counts the names of a text but for those of the glossaries, a part of which is none: Emergency Situations.
  private mutating func count(_ text: [UInt8]) {
    census.add(text, besides: known?.matches(in: text).map(\.range.bytes) ?? [])
  }

  /// Takes what an XLIFF file's translation has for the names.
  private mutating func addRenderings(_ file: ResourceFile, path: String) {
    guard let target = file.targetLanguage, targets.isEmpty || targets.contains(where: { $0.matches(target) }) else {
      return
    }
    // One language is one column of the glossary, whatever territory the file says.
    let language = targets.first { $0.matches(target) } ?? target
    let press = presses[language] ?? PressSpelling(languages[language].locale)
    presses[language] = press
    for name in NameSpellings(units: file.units, press, isKnown: { _ in false }).names {
      guard let settled = name.spellings.count == 1 ? 0 : name.settled else { continue }
      _ = register.add(name.whole, as: name.spellings[settled], in: language, path: path)
    }
  }

  /// The entries as YAML to paste, the most frequent name first.
  public func yaml(minimumArticles: Int, limit: Int) -> (text: [UInt8], count: Int) {
    let entries = census.entries(minimumArticles: minimumArticles).lazy.filter { isWanted($0) }
    let concepts = Array(entries.prefix(limit)).map { proposal.concept(for: $0, renderings: renderings(of: $0)) }
    return (Glossary(concepts).yaml, concepts.count)
  }

  /// Whether an editor may want an entry: what no glossary has, not even within a name, and no abbreviation that could
  /// only be spelled letter by letter.
  private func isWanted(_ entry: NameCensus.Entry) -> Bool {
    if let known, !known.matches(in: Array(entry.name.utf8)).isEmpty { return false }
    if knownParts.contains(entry.name.lowercased()) { return false }
    return !entry.isAbbreviation || !renderings(of: entry).isEmpty
  }

  /// The words that stand together in a name of several, in small letters.
  private static func parts(of glossary: Glossary, _ language: LanguageTag) -> Set<String> {
    var result: Set<String> = []
    for name in glossary.concepts.compactMap({ $0.term(in: language) }).flatMap(\.all) {
      // Titles of works may have any number of words.
      let words = name.text.lowercased().split(separator: " ").prefix(8)
      guard words.count > 1 else { continue }
      for start in words.indices {
        for end in words.indices[start...] { result.insert(words[start...end].joined(separator: " ")) }
      }
    }
    return result
  }

  private func renderings(of entry: NameCensus.Entry) -> [LanguageTag: [NameSpellings.Occurrence]] {
    var result: [LanguageTag: [NameSpellings.Occurrence]] = [:]
    for language in presses.keys { result[language] = rendering(of: entry, in: language) }
    return result
  }

  /// What translations have for a name: for the form of the dictionary, or the first of its other forms that was met.
  private func rendering(of entry: NameCensus.Entry, in language: LanguageTag) -> [NameSpellings.Occurrence]? {
    for form in [entry.name] + entry.forms {
      if let words = register.rendering(of: form, in: language) { return words }
    }
    return nil
  }

  private static func isXLIFF(_ name: String) -> Bool {
    Path.ending(name).map { XLIFFInputs.endings.contains($0.lowercased()) } ?? false
  }
}
