internal import Glibc

/// When output is coloured, as `--color` says.
public enum ColorChoice: String, CaseIterable, ArgumentValue, Sendable {
  case auto, always, never
}

/// What is known of the place that output goes to.
public struct Terminal: Hashable, Sendable {
  /// Whether it is a terminal and not a file or a pipe.
  public var isTerminal: Bool
  /// The columns that the terminal itself reports.
  public var reportedColumns: Int?
  /// The variables of the environment that count here: `NO_COLOR`, `TERM`, `COLUMNS`.
  public var environment: [String: String]

  /// A terminal as described.
  public init(isTerminal: Bool, reportedColumns: Int? = nil, environment: [String: String] = [:]) {
    self.isTerminal = isTerminal
    self.reportedColumns = reportedColumns
    self.environment = environment
  }

  /// What is known of an open file descriptor of this process: 1 is standard output, 2 standard error.
  public init(fileDescriptor: Int32) {
    var size = winsize()
    let isKnown = ioctl(fileDescriptor, UInt(TIOCGWINSZ), &size) == 0
    var environment: [String: String] = [:]
    for name in ["NO_COLOR", "TERM", "COLUMNS"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    self.init(
      isTerminal: isatty(fileDescriptor) == 1, reportedColumns: isKnown ? Int(size.ws_col) : nil,
      environment: environment)
  }

  /// Whether to write colours: on a terminal that can, unless `NO_COLOR` is set; `always` and `never` decide alone.
  public func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: isTerminal && environment["TERM"] != "dumb" && environment["NO_COLOR", default: ""].isEmpty
    }
  }

  /// The columns to fill: what `COLUMNS` says, else what the terminal reports, else 80.
  public var width: Int {
    for known in [environment["COLUMNS"].flatMap { Int($0) }, reportedColumns] {
      if let known, known > 0 { return known }
    }
    return 80
  }
}
