internal import Glibc

/// Standard input, line by line, as it comes: memory for the lines at hand, not for the stream.
public struct LineReader {
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// A reader of standard input.
  public init() {}

  /// The lines that have come in, without their line feeds; waits for one at least.
  ///
  /// Nil at the end.
  ///
  /// - Throws: ``Failure`` where reading fails.
  public mutating func next() throws(Failure) -> [[UInt8]]? {
    while !isAtEnd {
      let size = 1 << 18
      var failed = false
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        repeat {
          let got = Glibc.read(STDIN_FILENO, buffer.baseAddress, size)
          failed = got < 0
          count = max(0, got)
        } while failed && errno == EINTR
      }
      if failed { throw Failure(path: "-", "can't be read: \(systemError())") }
      isAtEnd = chunk.isEmpty
      guard let end = chunk.lastIndex(of: 10) else {
        rest += chunk
        continue
      }
      let lines = rest + chunk[..<end]
      rest = Array(chunk[(end + 1)...])
      return lines.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
    }
    guard !rest.isEmpty else { return nil }
    defer { rest = [] }
    return [rest]
  }
}
