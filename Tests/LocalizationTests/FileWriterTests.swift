import Foundation
import TestSupport
import Testing

@testable import Localization

/// Nothing is written outside of the output folder.
struct FileWriterTests {
  @Test(arguments: ["", "/", "/."]) func refusesALinkThatLeavesTheRoot(_ ending: String) throws {
    let workspace = try Workspace()
    try workspace.write([], "away/x")
    try workspace.write([], "out/x")
    try FileManager.default.createSymbolicLink(atPath: workspace("out/kk"), withDestinationPath: "../away")
    #expect(throws: Failure.self) {
      try FileWriter().write([1], to: workspace("out/kk/a.xlf"), under: workspace("out") + ending, isDurable: false)
    }
    #expect(workspace.read("away/a.xlf") == nil)
  }

  @Test func checksEveryRoot() throws {
    let workspace = try Workspace()
    let writer = FileWriter()
    try writer.write([1], to: workspace("a/x"), under: workspace("a"), isDurable: false)
    #expect(throws: Failure.self) {
      try writer.write([1], to: workspace("a/y"), under: workspace("b"), isDurable: false)
    }
    #expect(throws: Failure.self) {
      try writer.write([1], to: workspace("ab/y"), under: workspace("a"), isDurable: false)
    }
    #expect(workspace.files == ["a/x"])
  }

  @Test func starterWritesNothingWhereAFolderIsAFile() throws {
    let workspace = try Workspace()
    try workspace.write([], "Glossaries")
    #expect(throws: Failure.self) {
      try Starter.write(Starter.files(tool: nil), in: workspace.path, with: FileWriter())
    }
    #expect(workspace.files == ["Glossaries"])
  }

  /// What comes piece by piece is the old file or the new one, whole; the same bytes are not written again.
  @Test func writesPieceByPiece() throws {
    let workspace = try Workspace()
    let writer = FileWriter()
    func write(_ pieces: [String], failing: Bool = false, isWanted: Bool = true) throws -> Bool {
      try writer.write(to: workspace("out/a"), under: workspace("out"), isDurable: true) { (append) throws(Failure) in
        for piece in pieces { _ = append(Array(piece.utf8)) }
        if failing { throw Failure("enough") }
        return isWanted
      }
    }
    #expect(try write(["a", "b"]))
    #expect(try write(["ab"]) == false)
    #expect(try write(["ac"]))
    #expect(throws: Failure.self) { try write(["x"], failing: true) }
    #expect(try write(["x"], isWanted: false) == false)
    #expect(workspace.read("out/a") == Array("ac".utf8))
    #expect(workspace.files == ["out/a"])
  }
}
