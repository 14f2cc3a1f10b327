import CommandLineInterface
import Localization

/// The command `l10n glossary import`.
struct GlossaryImport: Command {
  static let name = "import"
  static let summary = "Make a YAML glossary of a table or of TBX."
  static let discussion = """
    A table's first row names its columns: languages (en, ru, kk) and, as needed, id, kind, status, severity, source, \
    context, note, always, and for a language kk_admitted, kk_deprecated, kk_abbreviation, kk_gender, kk_number, \
    kk_inflect, kk_harmony, kk_stem, kk_case. Several values in a cell stand apart by |. Commas, semicolons and tabs \
    are told apart. A CSV file is a glossary as it is, too: --glossary names.csv.

    Of TBX (ISO 30042), version 3 in the styles DCA and DCT and version 2 are read.
    """
  static let examples = [CommandExample("l10n glossary import names.csv -o names.yaml", "A table as a glossary.")]

  @Positional(
    "FILE", completion: .files(["csv", "tsv", "tbx", "xml"]), help: "The table or TBX file; - is standard input.")
  var path = ""
  @Option("FORM", name: "as", help: "The format; without it, the one of the file's ending.") var form: GlossaryFormat?
  @OptionGroup("Output") var output: GlossaryOutput
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let exchange = try GlossaryExchange(importing: path, as: form)
    try output.write(try exchange.bytes(as: .yaml, from: nil, to: nil), common.console)
    if !common.quiet { common.console.tell("l10n: \(exchange.count) \(exchange.count == 1 ? "entry" : "entries")\n") }
  }
}
