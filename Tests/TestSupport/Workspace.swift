import Foundation
import Testing

/// A folder for one test, gone with it.
public final class Workspace {
  /// Its path.
  public let path: String

  /// A new, empty folder.
  public init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "l10n-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  public func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, with its folders.
  @discardableResult
  public func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let url = URL(filePath: self(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return self(name)
  }

  /// The bytes of a file; nil where it is not there.
  public func read(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: self(name)).map { Array($0) } }

  /// The names of everything below the folder, sorted.
  public var files: [String] {
    (FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: self($0), isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}

/// The project's own fixtures.
public enum Fixture {
  /// The folder of the fixtures.
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures").path

  /// The bytes of a fixture.
  public static func bytes(_ name: String) throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"), "no fixture \(name)"))
  }
}
