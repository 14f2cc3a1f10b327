/// The files that `l10n init` writes: a configuration, a glossary and a CI job to begin with.
public struct Starter: Sendable {
  /// A file to write, below the folder of the project.
  public struct File: Sendable {
    /// The path.
    public let path: String
    /// What it holds.
    public let text: String
  }

  /// The files for a newsroom that works with `tool`; nil is any CAT tool.
  public static func files(tool: String?) -> [File] {
    [
      File(path: "l10n.yaml", text: configuration(tool)),
      File(path: "Glossaries/names.yaml", text: glossary),
      File(path: ".github/workflows/l10n.yaml", text: workflow),
    ]
  }

  /// The paths of the glossaries that were installed with the tool, sorted; none where it was only built.
  public static var installedGlossaries: [String] {
    guard let tool = FileSystem.resolved("/proc/self/exe") else { return [] }
    let folder = Path.join(Path.folder(Path.folder(tool)), "share/l10n/Glossaries")
    guard let names = try? FileSystem.names(in: folder) else { return [] }
    return names.filter { Path.ending($0) == "yaml" }.map { Path.join(folder, $0) }
  }

  private static func configuration(_ tool: String?) -> String {
    """
    # What `l10n` does here; an option on the command line beats this file. Paths are relative to its folder.
    source: en
    targets: [ru, kk]

    # The articles (folders, with every format of `l10n formats`, or patterns such as "articles/**/*.md"), and where
    # their XLIFF and their localized copies go.
    articles: [articles]
    translations: translations/{lang}/{path}.{lang}.xlf
    localized: localized/{lang}/{path}

    # The CAT tool of your translators: \(translationToolNames.joined(separator: ", ")).
    # Without one, strict XLIFF 1.2 is written, which every CAT tool takes.
    \(tool.map { "for: \($0)" } ?? "# for: smartcat")

    # The language tags that your CAT tool uses, where they differ from those above.
    # tags: {en: en-US, ru: ru-RU, kk: kk-KZ}

    # The names, and how they are spelled in each language.
    glossaries: [Glossaries/*.yaml]

    # Other severities than a rule's own (error, warning, note, off); `l10n check --list` lists the rules.
    # rules: {number-mismatch: warning, term-missing: {scope: article}}

    """
  }

  private static let glossary = """
    # Names and how they are spelled. Inflected forms follow from these: Жумангарина, Жұманғаринге.
    # Keep it sorted by id; `l10n check` reads it.
    concepts:
      - id: astana
        kind: place            # person, organization, place, product, title, term
        en: Astana
        ru: Астана
        kk: Астана
      - id: serik-zhumangarin
        kind: person
        en: Serik Zhumangarin
        ru: {term: Серик Жумангарин, gender: masculine, deprecated: [Джумангарин]}
        kk: Серік Жұманғарин

    """

  private static let workflow = """
    # Checks every translation of a pull request; findings show at their lines.
    name: translations
    on: [pull_request]
    jobs:
      check:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          # Install l10n here (see its README), then:
          - run: l10n check translations/ --report github

    """

  /// Writes the files into a folder; what is there already is never overwritten.
  ///
  /// - Throws: ``Failure`` where one of them is there already, or can't be written; then none was written.
  public static func write(_ files: [File], in folder: String, with writer: FileWriter) throws(Failure) {
    for file in files where FileSystem.kind(Path.join(folder, file.path)) != nil {
      throw Failure(
        path: Path.join(folder, file.path), "is there already and is not overwritten", remedy: "remove it first")
    }
    for file in files {
      var above = Path.folder(Path.join(folder, file.path))
      while true {
        if let kind = FileSystem.kind(above), kind != .folder {
          throw Failure(path: above, "is no folder, and a file is to be written below it", remedy: "rename it first")
        }
        let next = Path.folder(above)
        if next == above { break }
        above = next
      }
    }
    for file in files {
      try writer.write(Array(file.text.utf8), to: Path.join(folder, file.path), under: folder, isDurable: true)
    }
  }
}
