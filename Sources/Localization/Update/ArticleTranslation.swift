import Articles
import Units
import XLIFF

/// A source article with its localized ones in memory: what merging an XLIFF makes of it, and what an editor made of that.
struct ArticleTranslation {
  private let bytes: [UInt8]
  private let path: String
  private let format: any ArticleFormat
  private let language: LanguageTag
  private let reader: ArticleReader

  /// The article in `bytes`, whose localized copies say of themselves that they are in `language`.
  init(
    _ bytes: [UInt8], at path: String, as format: any ArticleFormat, _ reader: ArticleReader, in language: LanguageTag
  ) {
    self.bytes = bytes
    self.path = path
    self.format = format
    self.reader = reader
    self.language = language
  }

  /// What merging writes, with the article's own metadata set and without; nil where it refuses to.
  ///
  /// Where there is no translation the source's text stands.
  ///
  /// - Throws: ``Failure`` where the article can't be read.
  func merged(_ file: ResourceFile, _ completeness: Completeness) throws(Failure) -> [[UInt8]]? {
    var result: [[UInt8]] = []
    for setsMetadata in [true, false] {
      var options = Merger.Options()
      (options.incomplete, options.setsMetadata) = (.source, setsMetadata)
      let merger = Merger(options: options, reader: reader, completeness: completeness)
      let outcome: Merger.Outcome
      do { outcome = try merger.merge(bytes, format: format, file: file, language: language) } catch {
        throw Failure(path: path, error, in: bytes)
      }
      guard let merged = outcome.bytes else { return nil }
      result.append(merged)
    }
    return result
  }

  /// What `edited` says otherwise than `merged`, which was made from a file.
  ///
  /// - Throws: ``Failure`` where one of them can't be read.
  func edit(
    of edited: [UInt8], at editedPath: String, merged: [UInt8], _ file: ResourceFile, _ completeness: Completeness
  ) throws(Failure) -> LocalizedEdit {
    let article: Article
    do { article = try reader.read(bytes, as: format) } catch { throw Failure(path: path, error, in: bytes) }
    let alignment = Alignment(article, file.units)
    let translation = BlockComposer.Translation(
      file: file, states: file.units.map { completeness.states(of: $0, Merger.Options()) }, incomplete: .source,
      joinsWithSpace: false, origins: [])
    let pieces = zip(article.blocks, alignment.placements).map {
      BlockComposer(block: $0, translation: translation).pieces($1)
    }
    let localized: (merged: Article, edited: Article)
    do { localized = (try format.read(merged), try format.read(edited)) } catch {
      throw Failure(path: editedPath, error, in: edited)
    }
    guard localized.merged.blocks.count == pieces.count else {
      throw Failure(path: editedPath, "reads as other blocks than its source", remedy: "merge --verify says where")
    }
    return LocalizedEdit(pieces: pieces, merged: localized.merged, edited: localized.edited)
  }
}
