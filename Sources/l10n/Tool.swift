import CommandLineInterface
import Glibc
import Localization

/// The tool itself: its commands, and what happens around each of them.
struct Tool: CommandGroup {
  static let name = "l10n"
  static let summary = "Takes news copy from one language to many: articles to XLIFF and back, checked on the way."
  static let version = "0.1.0"
  static let discussion = """
    extract writes XLIFF for translators' own CAT tools, check proves that names and numbers are right, merge makes \
    the localized articles, equal to the source byte for byte outside of what was translated.
    """
  static var subcommands: [any Command.Type] {
    [
      Init.self, Extract.self, Merge.self, Update.self, StatusCommand.self, Stats.self, Align.self, MemoryGroup.self,
      Pseudo.self, Convert.self, Segment.self, Check.self, Validate.self, Glossary.self, Explain.self, Preview.self,
      Formats.self, Locales.self, Completions.self,
    ]
  }

  /// Where temporary files are known, so that an interrupt can remove them.
  static let writer = FileWriter()

  /// Runs what the command line asks for, and ends the process.
  static func main() -> Never {
    let console = Console()
    handleInterrupts()
    do throws(Exit) {
      try run(Array(CommandLine.arguments.dropFirst()), console)
      throw Exit(.done)
    } catch { exit(error.status.rawValue) }
  }

  private static func run(_ words: [String], _ console: Console) throws(Exit) {
    do {
      switch try parse(words, for: Tool.self) {
      case .run(let command): try command.run()
      case .help(let path): try console.print(helpPage(of: path, width: min(console.output.width, 100)))
      case .noCommand(let path):
        console.tell(helpPage(of: path, width: min(console.errors.width, 100)))
        throw Exit(.failed)
      case .version: try console.print("l10n \(version)\n")
      }
    } catch let error as Exit {
      throw error
    } catch let error as UsageError {
      console.tell("l10n: \(error.message)\n")
      throw Exit(.failed)
    } catch let error as Failure {
      console.tell(Message(error))
      throw Exit(.failed)
    } catch {
      console.tell("l10n: \(error)\n")
      throw Exit(.failed)
    }
  }

  /// An interrupt removes temporary files and exits with 130; a thread of its own waits for it, because little is
  /// allowed inside a signal handler.
  private static func handleInterrupts() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        var number: Int32 = 0
        sigwait(&signals, &number)
        Tool.writer.removeTemporaryFiles()
        _exit(128 + number)
      }, nil)
  }
}

/// The end of a command, with its exit status.
struct Exit: Error {
  let status: Status

  init(_ status: Status) { self.status = status }
}
