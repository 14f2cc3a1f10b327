/// The command line was wrong; the message says how, and what would be right.
public struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One line, without the tool's name: `unknown command ‘extrct’; did you mean ‘extract’?`.
  public let message: String

  /// An error with a message of one line.
  public init(_ message: String) { self.message = message }

  /// The message.
  public var description: String { message }
}

extension String {
  /// The text between quotation marks, with nothing in it that would break the line or steer the terminal.
  var quoted: String {
    var result = "‘"
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format: result += scalar.escaped(asASCII: true)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "’"
  }
}
