import CommandLineInterface
import Localization

/// The command `l10n formats`.
struct Formats: Command {
  static let name = "formats"
  static let summary = "List the formats of articles."
  static let section = "About"

  func run() throws { try Console().print(Facts.formats.joined(separator: "\n") + "\n") }
}

/// The command `l10n locales`.
struct Locales: Command {
  static let name = "locales"
  static let summary = "List the languages whose facts are known, and what is known of each."
  static let section = "About"

  func run() throws { try Console().print(Facts.locales.joined(separator: "\n") + "\n") }
}
