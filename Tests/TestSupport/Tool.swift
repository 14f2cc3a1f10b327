import Foundation

/// The built tool, run as its users run it.
public struct Tool {
  /// What a run printed, and how it ended.
  public struct Result: Sendable {
    /// The exit status.
    public var status: Int32
    /// Standard output.
    public var output: String
    /// Standard error.
    public var errors: String
  }

  /// Beside the test bundle lies the tool that was built with it.
  public static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent().appending(path: "l10n").path
  }()

  /// Runs the tool and waits for its end.
  public static func run(
    _ arguments: [String], in folder: String, input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    let files = FileManager.default.temporaryDirectory.appending(path: "l10n-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: files) }
    // Files, not pipes: a full pipe would stop the tool.
    for name in ["in", "out", "err"] {
      try Data(name == "in" ? input : []).write(to: files.appending(path: name))
    }
    process.standardInput = try FileHandle(forReadingFrom: files.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: files.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: files.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: files.appending(path: name)), as: UTF8.self)
    }
    return Result(status: process.terminationStatus, output: try text("out"), errors: try text("err"))
  }

  /// Runs another program; nil where it is not installed.
  public static func other(_ name: String, _ arguments: [String]) throws -> Result? {
    let folders = ["/usr/bin", "/bin", "/usr/local/bin"]
    guard let program = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let out = output.fileHandleForReading.readDataToEndOfFile()
    let err = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: out, as: UTF8.self),
      errors: String(decoding: err, as: UTF8.self))
  }
}

/// The folder of data that is given to the project and not part of it; nil where it is missing.
public let sharedFolder: String? = {
  guard let folder = ProcessInfo.processInfo.environment["L10N_SHARED"], !folder.isEmpty else { return nil }
  let url = URL(filePath: folder).standardizedFileURL
  return FileManager.default.fileExists(atPath: url.path) ? url.path : nil
}()
