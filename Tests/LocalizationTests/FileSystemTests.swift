import Foundation
import TestSupport
import Testing

@testable import Localization

/// Reading, and paths as text.
struct FileSystemTests {
  @Test func readsAPipeToItsEnd() throws {
    let workspace = try Workspace()
    let path = workspace("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let thread = Thread { write(bytes, path) }
    thread.start()
    #expect(try FileSystem.read(path) == bytes)
  }

  @Test(arguments: [
    (".", "x", "x"), ("..", "x", "../x"), ("/p", ".", "/p"), (".", ".", "."), ("/p", "./a/./b", "/p/a/b"),
    ("/", "a", "/a"), ("", "a", "a"),
  ])
  func joins(_ folder: String, _ name: String, _ expected: String) {
    #expect(Path.join(folder, name) == expected)
  }

  @Test(arguments: [
    ("a.txt", true), ("a/b.txt", true), ("./a.txt", false), (".", false), ("..", false), ("a/../b", false),
    ("/a", false), ("a//b", false), ("a/.", false), (".hidden", true), ("", false),
  ])
  func tellsWhatIsInside(_ path: String, _ expected: Bool) { #expect(Path.isInside(path) == expected, "\(path)") }

  @Test(arguments: [
    ("/p", "/p/a", true), ("/p", "/pa", false), (".", "a/b", true), (".", "..", false), ("..", "../a", true),
    ("..", "../../a", false), ("a", "a/../b", false), ("/p/.", "/p/a", true), ("/", "/a", true), (".", "/a", false),
  ])
  func tellsWhatIsBelow(_ root: String, _ path: String, _ expected: Bool) {
    #expect(Path.isAtOrBelow(root, path) == expected, "\(path) below \(root)")
  }

  @Test(arguments: [("/a/b", "/a/b", "."), ("/a", "/a/b/c", "../.."), ("/", "/a", ".."), ("/ab", "/a", nil)])
  func climbs(_ folder: String, _ below: String, _ expected: String?) {
    #expect(Path.climb(to: folder, from: below) == expected)
  }
}

private func write(_ bytes: [UInt8], _ path: String) {
  let handle = FileHandle(forWritingAtPath: path)
  handle?.write(Data(bytes))
  try? handle?.close()
}
