public import Units

/// Something to tell the person at the terminal, on one line, with the line of the file it speaks of.
public struct Message: Sendable {
  /// How bad it is.
  public var severity: Finding.Severity
  /// `PATH:LINE:COL: what; what to do`.
  public var text: String
  /// The line of the file, and the column (from 1, in scalars) for a caret below it.
  public var excerpt: (line: String, column: Int)?

  /// A line to print.
  public init(_ severity: Finding.Severity, _ text: String) {
    self.severity = severity
    self.text = text
  }

  /// What a failure says.
  public init(_ failure: Failure) {
    self.init(.error, failure.message)
    if let line = failure.excerpt, let position = failure.position { excerpt = (line, position.column) }
  }
}

/// How a job ended, worst last: the exit status of the command.
public enum Status: Int32, Comparable, Sendable {
  /// Done, nothing wrong.
  case done = 0
  /// Done, and something needs a person.
  case needsPerson = 1
  /// The job could not be done.
  case failed = 2

  /// Whether one comes before another in the order they are declared.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What became of one input.
public struct Outcome: Sendable {
  /// How it ended.
  public var status: Status = .done
  /// What to tell.
  public var messages: [Message] = []
  /// What goes to standard output.
  public var output: [UInt8] = []
  /// The number of segments worked on.
  public var segments = 0
  /// Whether there was nothing in it that was asked for.
  public var isSkipped = false
  /// The number of files written.
  public var written = 0

  /// Nothing done, nothing to tell.
  public init() {}

  /// What could not be done.
  public init(_ failure: Failure) {
    status = .failed
    messages = [Message(failure)]
  }

  /// Puts what was made where it belongs: a file, or standard output for nil and `-`.
  mutating func deliver(_ bytes: [UInt8], to output: String?, by writer: FileWriter) throws(Failure) {
    guard let output, output != "-" else { return self.output = bytes }
    if try writer.write(bytes, to: output, under: Path.folder(output), isDurable: true) { written += 1 }
  }
}
