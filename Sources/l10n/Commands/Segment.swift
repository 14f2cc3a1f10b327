import CommandLineInterface
import Localization
import Units

/// The command `l10n segment`.
struct Segment: Command {
  static let name = "segment"
  static let summary = "Split a text into sentences."
  static let section = "Translating"
  static let discussion = """
    A line is a paragraph, and its end always ends a sentence. json gives byte ranges within each paragraph; jsonl reads \
    {"id","lang","text"} and answers {"id","ends"}, in Unicode scalars.
    """
  static let examples = [
    CommandExample("l10n segment article.txt --lang en", "A sentence a line."),
    CommandExample("echo 'Ол 2024 ж. келді.' | l10n segment --lang kk --explain", "With the rule that decided."),
  ]

  enum Form: String, CaseIterable, ArgumentValue { case text, json, jsonl }

  @Positional("FILE", completion: .files(), help: "The text; without it, or with -, standard input.") var file: String?
  @Option("LANG", help: "The language of the text.") var lang: LanguageTag?
  @Option("FORM", name: "as", help: "The form of the answer.") var form = Form.text
  @Option("FILE", completion: .files(), help: "Rules in SRX 2.0 that end sentences instead of ours.") var srx: String?
  @Flag(help: "Say for each sentence which rule ended it.") var explain
  @OptionGroup("Common options") var common: CommonOptions

  func run() throws {
    let console = common.console
    let configuration = try common.configuration()
    let srx = srx ?? configuration.srx.map(configuration.path)
    if form == .jsonl {
      return try LineStream(console: console, path: file ?? "-").run(SegmentLines(language: lang, srx: srx))
    }
    guard let tag = lang ?? configuration.source else {
      throw UsageError("no language is given; say it with --lang en")
    }
    let path = file ?? "-"
    let job = try SegmentJob(tag, srx: srx)
    var reader = try LineReader(path)
    var line = 1
    while let text = try reader.nextBlock() {
      if let invalid = text.firstInvalidUTF8 {
        line += text[..<invalid].count { $0 == 0x0A }
        throw Failure(
          path: path, "line \(line): not UTF-8: byte \(reader.offset + invalid) begins no character",
          remedy: "save the file as UTF-8")
      }
      line += text.count { $0 == 0x0A }
      if form == .json {
        try job.json(text, explains: explain, to: console.print)
      } else {
        try job.lines(text, explains: explain, to: console.print)
      }
    }
  }
}
