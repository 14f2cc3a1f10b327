internal import Glibc

/// A file or standard input, line by line, as it comes: memory for the lines at hand, not for the whole.
public struct LineReader: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var isAtStart = true

  /// A reader of a file; `-` is standard input.
  ///
  /// - Throws: ``Failure`` where the file can't be opened.
  public init(_ path: String = "-") throws(Failure) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path, "can't be read: \(systemError())") }
    if FileSystem.kind(path) == .folder { throw Failure(path: path, "is a folder; give a file") }
  }

  deinit { if descriptor > STDIN_FILENO { _ = close(descriptor) } }

  /// The lines that have come in, without their line feeds; waits for one at least.
  ///
  /// Nil at the end.
  ///
  /// - Throws: ``Failure`` where reading fails.
  public mutating func next() throws(Failure) -> [[UInt8]]? {
    while !isAtEnd {
      let chunk = try read()
      isAtEnd = chunk.isEmpty
      guard let first = chunk.firstIndex(of: 10), let last = chunk.lastIndex(of: 10) else {
        rest += chunk
        continue
      }
      rest += chunk[..<first]
      var lines = [withoutByteOrderMark(rest)]
      rest = Array(chunk[(last + 1)...])
      if first < last {
        lines += chunk[(first + 1)..<last].split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
      }
      return lines
    }
    let line = withoutByteOrderMark(rest)
    rest = []
    return line.isEmpty ? nil : [line]
  }

  /// The line; the stream's first without the mark that some editors begin a file with.
  private mutating func withoutByteOrderMark(_ line: [UInt8]) -> [UInt8] {
    defer { isAtStart = false }
    return isAtStart && line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
  }

  private func read() throws(Failure) -> [UInt8] {
    let size = 1 << 18
    var failed = false
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      repeat {
        let got = Glibc.read(descriptor, buffer.baseAddress, size)
        failed = got < 0
        count = max(0, got)
      } while failed && errno == EINTR
    }
    if failed { throw Failure(path: path, "can't be read: \(systemError())") }
    return chunk
  }
}
