import Articles
import Units

extension PairJob {
  /// The pairs of two folders: each article below the one with its translations below the other.
  ///
  /// A translation is where the configuration's `localized` says, or, in one language, at the article's own path; that
  /// is its path in the project, as merging has it, or else below the folder. An article without a translation has not
  /// been published, and is left out.
  ///
  /// - Throws: ``Failure`` where no article has a translation.
  public func pairs(below folders: Pair) throws(Failure) -> [(input: Input, pair: Pair)] {
    let excluded = FileSystem.isSameFile(folders.source, folders.target) ? [] : [folders.target]
    let finder = InputFinder(of: wantedArticles, excluding: excluded) { Formats.forFile(named: $0) != nil }
    let project = InputFinder(root: configuration.folder) { _ in true }
    let languages = folders.to.map { [$0] } ?? configuration.targets
    var result: [(input: Input, pair: Pair)] = []
    for article in finder.inputs(at: [folders.source]) {
      if let failure = article.failure { throw failure }
      let names = [project.relative(article.path), article.relativePath].compactMap { $0 }
      for language in languages {
        var places = names.compactMap { place(of: $0, language, folders) }
        if languages.count == 1 { places += names }
        let paths = places.map { Path.join(folders.target, $0) }
        guard let path = paths.first(where: { FileSystem.kind($0) == .file && $0 != article.path }) else { continue }
        result.append(
          (
            Input(path: path, relativePath: path, isNamed: false),
            Pair(source: article.path, target: path, from: folders.from, to: language)
          ))
      }
    }
    if result.isEmpty {
      throw Failure(
        path: folders.target, "has no translation of an article below \(folders.source)",
        remedy: "say the language with --to, and where translations lie with localized: in l10n.yaml "
          + "(now \(configuration.localized))")
    }
    return result
  }

  /// Where the configuration's `localized` puts an article, behind its fixed folder; nil where it says nothing of it.
  private func place(of article: String, _ language: LanguageTag, _ folders: Pair) -> String? {
    let pattern = configuration.localized
    let fixed = PathPattern(text: pattern).fixedFolder
    let tail = fixed == "." ? pattern : String(pattern.dropFirst(fixed.utf8.count + 1))
    return try? PathPattern(text: tail).path(
      article: article, language: language, from: folders.from ?? configuration.source)
  }
}
