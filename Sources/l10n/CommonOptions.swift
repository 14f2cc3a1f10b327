public import CommandLineInterface
import Glibc
public import Localization
public import Units

extension LanguageTag: ArgumentValue {
  /// The tag in a word of the command line.
  public init?(argument: String) { self.init(argument) }
  /// What a word must be.
  public static var expectation: String { "a language tag such as kk or ru-RU" }
}

extension ExtractJob.Granularity: ArgumentValue {}
extension Merger.Incomplete: ArgumentValue {}
extension Merger.Furniture: ArgumentValue {}
extension PseudoJob.Kind: ArgumentValue {}
extension GlossaryFormat: ArgumentValue {}
extension UpdateJob.Report: ArgumentValue {}

/// Options that every command has.
struct CommonOptions: ArgumentGroup {
  @Option("FILE", completion: .files(["yaml"]), help: "The configuration instead of the nearest l10n.yaml.")
  var config: String?
  @Flag(help: "No configuration, even where there is an l10n.yaml.") var noConfig
  @Flag(short: "q", help: "Say nothing but errors and warnings.") var quiet
  @Option("WHEN", help: "Colours: auto is on a terminal only.") var color = ColorChoice.auto

  /// The configuration that applies: the file that was named, or the nearest one.
  func configuration() throws(Failure) -> Configuration {
    if noConfig { return Configuration() }
    if let config { return try Configuration(reading: config) }
    guard let nearest = Configuration.nearest(to: FileSystem.workingDirectory) else { return Configuration() }
    return try Configuration(reading: nearest)
  }

  /// The console that these options ask for.
  var console: Console {
    var console = Console()
    console.isQuiet = quiet
    console.color = color
    return console
  }
}

/// How many files are worked on at once.
struct BatchOptions: ArgumentGroup {
  @Option("N", short: "j", help: "Work on N files at once; the output is the same for every N. Default: the cores.")
  var jobs: Int?

  /// The number of jobs; what was not given is the number of cores.
  func count() throws(UsageError) -> Int {
    guard let jobs else { return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
    guard jobs > 0 else { throw UsageError("--jobs needs a number from 1 on") }
    return min(jobs, 256)
  }
}
