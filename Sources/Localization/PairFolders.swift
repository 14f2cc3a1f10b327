import Articles
import Units

extension PairJob {
  /// The pairs of two folders: each article below the one with its translations below the other.
  ///
  /// A translation is where the configuration's `localized` says, behind its fixed folder (`{lang}/{path}`), or, in one
  /// language, at the article's own path. An article without one has not been published, and is left out.
  ///
  /// - Throws: ``Failure`` where no article has a translation.
  public func pairs(below folders: Pair) throws(Failure) -> [(input: Input, pair: Pair)] {
    let excluded = FileSystem.isSameFile(folders.source, folders.target) ? [] : [folders.target]
    let finder = InputFinder(excluding: excluded) { Formats.forFile(named: $0) != nil }
    let languages = folders.to.map { [$0] } ?? configuration.targets
    let fixed = PathPattern(text: configuration.localized).fixedFolder
    let tail = fixed == "." ? configuration.localized : String(configuration.localized.dropFirst(fixed.utf8.count + 1))
    var result: [(input: Input, pair: Pair)] = []
    for article in finder.inputs(at: [folders.source]) {
      if let failure = article.failure { throw failure }
      for language in languages {
        let place = try? PathPattern(text: tail).path(
          article: article.relativePath, language: language, from: folders.from)
        let places = [place, languages.count == 1 ? article.relativePath : nil]
        let paths = places.compactMap { $0 }.map { Path.join(folders.target, $0) }
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
        remedy: "say the language with --to, and where translations lie with localized: in l10n.yaml (now \(tail))")
    }
    return result
  }
}
