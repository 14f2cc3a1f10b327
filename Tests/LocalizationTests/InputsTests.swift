import Foundation
import TestSupport
import Testing

@testable import Localization

/// What the paths on a command line stand for.
struct InputsTests {
  private let workspace: Workspace
  private let finder = InputFinder { $0.hasSuffix(".txt") }

  init() throws {
    workspace = try Workspace()
    for name in ["d/a.txt", "d/sub/b.txt", "other/c.txt"] { try workspace.write([], name) }
    try FileManager.default.createDirectory(atPath: workspace("empty"), withIntermediateDirectories: true)
  }

  private func found(_ names: [String]) -> [String] {
    finder.inputs(at: names.map { workspace($0) }).map { input in
      (input.failure == nil ? "" : "!") + input.path.dropFirst(workspace.path.count + 1)
    }
  }

  @Test(arguments: [
    (["nofile.txt", "d/a.txt"], ["!nofile.txt", "d/a.txt"]), (["empty", "other"], ["!empty", "other/c.txt"]),
    (["other", "empty"], ["other/c.txt", "!empty"]), (["d", "d/a.txt", "d/sub"], ["d/a.txt", "d/sub/b.txt"]),
    (["d/a.txt", "d"], ["d/a.txt", "d/sub/b.txt"]), (["d/sub", "d"], ["d/sub/b.txt", "d/a.txt"]),
  ])
  func aBadPathStopsNoOther(_ paths: [String], _ expected: [String]) { #expect(found(paths) == expected) }

  @Test(arguments: [".", "..", "../other", "../other/c.txt"])
  func staysInsideOfTheFolder(_ target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: workspace("d/link.txt"), withDestinationPath: target)
    #expect(found(["d"]) == ["d/a.txt", "d/sub/b.txt"])
  }

  @Test func reportsANameThatIsNotUTF8() throws {
    let name = Array("\(workspace.path)/d/".utf8CString.dropLast()) + [-1] + Array(".txt".utf8CString)
    close(open(name, O_CREAT, 0o600))
    let failures = finder.inputs(at: [workspace("d")]).compactMap(\.failure)
    #expect(failures.map(\.problem) == ["has a name that is not UTF-8"])
  }
}
