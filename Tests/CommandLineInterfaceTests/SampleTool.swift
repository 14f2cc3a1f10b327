import CommandLineInterface

/// A small tool with every kind of argument.
struct Sample: CommandGroup {
  static let name = "sample"
  static let summary = "Prepare text."
  static var subcommands: [any Command.Type] { [Pack.self, Show.self, Store.self] }
}

enum Shape: String, CaseIterable, ArgumentValue { case text, json, github }

struct CommonOptions: ArgumentGroup {
  @Flag(short: "q", help: "Say nothing.") var quiet
  @Option("WHEN", help: "Colour.") var color = ColorChoice.auto
}

struct Pack: Command {
  static let name = "pack"
  static let summary = "Pack files."
  static let discussion = "Every file becomes one parcel, and parcels are never opened again by this command."
  static var examples: [CommandExample] { [CommandExample("sample pack a.txt --to ru,kk", "Pack one file.")] }
  @ListOption("LANG", completion: .words(["ru", "kk"]), help: "Languages.") var to: [String]
  @ListOption("FILE", splitsAtCommas: false, completion: .files(["csv", "yaml"]), help: "Names.") var glossary: [String]
  @Option("N", short: "j", help: "How many at once.") var jobs = 2
  @Option("SHAPE", name: "as", help: "Shape of the output.") var shape = Shape.text
  @Option("DIR", short: "o", completion: .folders, help: "Where to.") var output: String?
  @Option("TEXT", completion: .files(), help: "An option whose name is longer than the column of names allows.")
  var somethingWithAVeryLongName: String?
  @Flag(short: "f", help: "Replace files.") var force
  @Flag(short: "x", help: "Leave it.") var noSetMetadata
  @Rest("PATH", completion: .files(["txt", "md"]), help: "Files.") var paths: [String]
  @OptionGroup("Common options") var common: CommonOptions
  func run() {}
}

struct Show: Command {
  static let name = "show"
  static let summary = "Show one thing."
  @Positional("THING", help: "What.") var thing = ""
  @Positional("SHAPE", help: "How.") var shape: Shape?
  @OptionGroup("Common options") var common: CommonOptions
  func run() {}
}

struct Store: CommandGroup {
  static let name = "store"
  static let summary = "The store of parcels."
  static let section = "More"
  static var subcommands: [any Command.Type] { [Add.self] }

  struct Add: Command {
    static let name = "add"
    static let summary = "Add parcels."
    @Rest("FILE", isRequired: true, completion: .files(), help: "Parcels.") var files: [String]
    func run() {}
  }
}
