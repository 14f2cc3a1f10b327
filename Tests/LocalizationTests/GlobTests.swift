import Foundation
import TestSupport
import Testing

@testable import Localization

/// Patterns of paths, as gitignore has them.
struct GlobTests {
  @Test(arguments: [
    ("**/b", "b", true), ("**/b", "a/b", true), ("**/b", "ab", false), ("**/b", "a/c/b", true), ("**/b", "b/a", false),
    ("a/**", "a/b/c", true), ("a/**", "a", false), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
    ("a/**/b", "axb", false), ("**", "a/b", true), ("*.txt", "a.txt", true), ("*.txt", "a/b.txt", false),
    ("a**b", "a/b", false), ("a**b", "axxb", true), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
    ("[]a]", "]", true), ("[a", "[a", false), ("\\*", "*", true), ("\\*", "a", false), ("?", "/", false),
    ("**/a/**/b.txt", "x/a/a/y/b.txt", true), ("articles/**/*.txt", "articles/b.txt", true),
  ])
  func matches(_ pattern: String, _ path: String, _ expected: Bool) {
    #expect(Glob(pattern).matches(path) == expected, "\(pattern) on \(path)")
  }

  @Test func agreesWithGit() throws {
    let workspace = try Workspace()
    guard try Tool.other("git", ["init", "-q", workspace.path]) != nil else { return }
    var generator = Generator(state: 7)
    func text(_ pieces: [String], _ count: Int) -> String {
      (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
    let wild = ["a", "b", "*", "**", "/", "**/", "/**", "?", "[ab]", "[!a]", "\\a"]
    for _ in 0..<60 {
      let pattern = text(wild, Int.random(in: 1...5, using: &generator))
      let paths = Set((0..<6).map { _ in text(["a", "b", "a/", "b/"], 3) + "a" }).sorted()
      try workspace.write(Array((pattern + "\n").utf8), ".gitignore")
      let git = try #require(
        try Tool.other("git", ["-C", workspace.path, "check-ignore", "--no-index"] + paths))
      let expected = Set(git.output.split(separator: "\n").map(String.init))
      let rules = IgnoreRules(Array(pattern.utf8))
      for path in paths {
        // Git leaves out what is in a folder that it leaves out; so does a walk, which never gets there.
        let names = path.split(separator: "/")
        let isIgnored = (1...names.count).contains { count in
          rules.ignores(names.prefix(count).joined(separator: "/"), isFolder: count < names.count) == true
        }
        #expect(isIgnored == expected.contains(path), "\(pattern) on \(path)")
      }
    }
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
