import CommandLineInterface
import Glibc
import Localization
import Units

/// Standard output and standard error: results go to the one, everything else to the other.
struct Console {
  let output = Terminal(fileDescriptor: STDOUT_FILENO)
  let errors = Terminal(fileDescriptor: STDERR_FILENO)
  /// Whether notes and progress are left out.
  var isQuiet = false
  var color = ColorChoice.auto

  /// Writes a result.
  ///
  /// - Throws: ``Exit``: nothing more to say where the reader of a pipe has gone, 2 where writing fails.
  func print(_ text: String) throws(Exit) { try print(Array(text.utf8)) }

  /// Writes the bytes of a result.
  func print(_ bytes: [UInt8]) throws(Exit) {
    guard !FileWriter.writeAll(bytes, to: STDOUT_FILENO) else { return }
    if errno == EPIPE {
      Tool.writer.removeTemporaryFiles()
      throw Exit(.done)
    }
    tell("l10n: standard output: can't be written: \(String(cString: strerror(errno)))\n")
    throw Exit(.failed)
  }

  /// Writes to standard error.
  func tell(_ text: String) { _ = FileWriter.writeAll(Array(text.utf8), to: STDERR_FILENO) }

  /// Tells a message, with the line of the file and a caret where it has one.
  func tell(_ message: Message) {
    if isQuiet, message.severity == .note { return }
    let usesColor = errors.usesColor(color)
    var text = "l10n: "
    let line = printable(message.text)
    switch message.severity {
    case .error: text += usesColor ? "\u{1B}[31m\(line)\u{1B}[0m" : line
    case .warning: text += usesColor ? "\u{1B}[33mwarning:\u{1B}[0m \(line)" : "warning: \(line)"
    case .note: text += line
    }
    text += "\n"
    if let (line, column) = message.excerpt {
      text += "  \(printable(line))\n  \(String(repeating: " ", count: max(0, column - 1)))^\n"
    }
    tell(text)
  }

  /// A line of a file without what a terminal would take for a command.
  private func printable(_ line: String) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
