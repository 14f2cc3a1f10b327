import Foundation
import TestSupport
import Testing

/// Several processes write to one memory at once, and nothing is lost.
struct SharedMemoryTests {
  private let workspace: Workspace
  private static let writers = 4
  private static let units = 3_000

  init() throws {
    workspace = try Workspace()
    for writer in 0..<Self.writers {
      var tmx = "<tmx version=\"1.4\"><header srclang=\"en\"/><body>\n"
      for number in 0..<Self.units {
        tmx += "<tu><tuv xml:lang=\"en\"><seg>Street \(number) of town \(writer) is open.</seg></tuv>"
        tmx += "<tuv xml:lang=\"ru\"><seg>Улица \(number) города \(writer) открыта.</seg></tuv></tu>\n"
      }
      try workspace.write(Array((tmx + "</body></tmx>").utf8), "\(writer).tmx")
    }
  }

  /// The memory is made by whichever comes first.
  @Test func losesNothing() async throws {
    let folder = workspace.path
    let results = try await withThrowingTaskGroup(of: Tool.Result.self) { group in
      for writer in 0..<Self.writers {
        group.addTask { try Tool.run(["memory", "import", "\(writer).tmx", "--memory", "m.sqlite"], in: folder) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for result in results {
      #expect(result.status == 0 && result.errors.contains("3000 of 3000 translations are new"), "\(result.errors)")
    }
    let stats = try Tool.run(["memory", "stats", "--memory", "m.sqlite"], in: folder)
    #expect(stats.output == "en  ru  12000\n", "\(stats.errors)")
    for writer in 0..<Self.writers {
      let found = try Tool.run(
        [
          "memory", "find", "Street 2999 of town \(writer) is open.", "--from", "en", "--to", "ru", "--limit", "1",
          "--memory", "m.sqlite",
        ], in: folder)
      #expect(found.output.contains("Улица 2999 города \(writer) открыта."), "\(found.output)")
    }
  }
}
