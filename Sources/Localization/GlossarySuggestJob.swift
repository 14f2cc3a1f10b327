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
  private let proposal: NameProposal
  private let reader: ArticleReader
  private var census: NameCensus

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
    proposal = NameProposal(locale, targets: targets.isEmpty ? configuration.targets : targets)
    reader = languages[source].reader
    census = NameCensus(locale)
  }

  /// The articles and XLIFF files that `paths` stand for.
  public func inputs(at paths: [String]) -> [Input] {
    let finder = InputFinder { name in Self.isXLIFF(name) || Formats.forFile(named: name) != nil }
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
          for unit in file.units {
            for segment in unit.segments where !segment.isIgnorable { census.add(segment.source.text) }
          }
        }
      } else {
        guard let format = Formats.forFile(named: input.path) else {
          throw Failure(path: input.path, "its format is not known", remedy: "`l10n formats` lists the formats")
        }
        census.beginArticle()
        let article = configuration.reader(of: format, for: input.relativePath)
        for block in try reader.read(bytes, as: article).blocks where block.role != .furniture {
          census.add(block.source.text)
        }
      }
    } catch { throw Failure(path: input.path, thrown: error, in: bytes) }
  }

  /// The entries as YAML to paste, the most frequent name first.
  public func yaml(minimumArticles: Int, limit: Int) -> (text: [UInt8], count: Int) {
    let entries = census.entries(minimumArticles: minimumArticles).lazy.filter { entry in
      known.map { $0.matches(in: Array(entry.name.utf8)).isEmpty } ?? true
    }
    let concepts = entries.prefix(limit).map(proposal.concept)
    return (Glossary(Array(concepts)).yaml, concepts.count)
  }

  private static func isXLIFF(_ name: String) -> Bool {
    Path.ending(name).map { XLIFFInputs.endings.contains($0.lowercased()) } ?? false
  }
}
