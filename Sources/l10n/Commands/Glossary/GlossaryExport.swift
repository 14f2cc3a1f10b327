import CommandLineInterface
import Localization
import Units

/// The command `l10n glossary export`.
struct GlossaryExport: Command {
  static let name = "export"
  static let summary = "Write the glossary as a table, as TBX or for OmegaT."
  static let discussion = """
    csv and tbx (ISO 30042, TBX-Basic) hold all that the YAML file does and can be imported again. omegat is the \
    tab-separated file that OmegaT reads, of two languages.
    """
  static let examples = [
    CommandExample("l10n glossary export -o names.csv", "The glossaries of l10n.yaml as one table."),
    CommandExample("l10n glossary export names.yaml --as omegat --from en --to kk -o glossary.txt", "For OmegaT."),
  ]

  @Rest("FILE", completion: .files(glossaryEndings), help: "Glossaries; without one, those of l10n.yaml.")
  var paths: [String]
  @Option("FORM", name: "as", help: "The format; without it, the one of -o's ending.") var form: GlossaryFormat?
  @Option("LANG", help: "The source language, for omegat.") var from: LanguageTag?
  @Option("LANG", help: "The target language, for omegat.") var to: LanguageTag?
  @OptionGroup("Output") var output: GlossaryOutput
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let configuration = try common.configuration()
    guard let format = form ?? output.output.flatMap(GlossaryFormat.init(path:)) else {
      throw UsageError("no format is given; say it with --as csv, tbx, omegat or yaml")
    }
    let exchange = try GlossaryExchange(configuration, glossaries: paths)
    let target = to ?? configuration.onlyTarget
    try output.write(try exchange.bytes(as: format, from: from ?? configuration.source, to: target), common.console)
  }
}

/// Where a glossary is written.
struct GlossaryOutput: ArgumentGroup {
  @Option("FILE", short: "o", completion: .files(), help: "Where to write, instead of standard output.")
  var output: String?
  @Flag(help: "Replace a file that is there and differs.") var force

  /// Writes to standard output or to the file; one that editors may have worked on is not replaced unasked.
  func write(_ bytes: [UInt8], _ console: Console) throws {
    guard let path = output, path != "-" else { return try console.print(bytes) }
    if !force, FileSystem.kind(path) != nil, try FileSystem.read(path) != bytes {
      throw Failure(path: path, "is there already and differs", remedy: "write elsewhere, or replace it with --force")
    }
    try Tool.writer.write(bytes, to: path, under: FileSystem.folder(of: path), isDurable: true)
  }
}
