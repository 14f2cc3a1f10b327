internal import Glibc

/// A file or standard input, block by block, as it comes.
public struct BlockReader: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private static let size = 1 << 18

  /// A reader of a file; `-` is standard input.
  ///
  /// - Throws: ``Failure`` where the file can't be opened.
  public init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path, "can't be read: \(systemError())") }
    if FileSystem.kind(path) == .folder { throw Failure(path: path, "is a folder; give a file") }
  }

  deinit { if descriptor > STDIN_FILENO { _ = close(descriptor) } }

  /// The next bytes, nil at the end; waits for some.
  ///
  /// - Throws: ``Failure`` where reading fails.
  public mutating func next() throws(Failure) -> [UInt8]? {
    var failed = false
    let block = [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
      repeat {
        let got = Glibc.read(descriptor, buffer.baseAddress, Self.size)
        failed = got < 0
        count = max(0, got)
      } while failed && errno == EINTR
    }
    if failed { throw Failure(path: path, "can't be read: \(systemError())") }
    return block.isEmpty ? nil : block
  }
}

/// A file or standard input, line by line, as it comes: memory for the lines at hand, not for the whole.
public struct LineReader: ~Copyable {
  /// How many bytes of the stream stand before the lines that came last.
  public private(set) var offset = 0
  private var blocks: BlockReader
  /// The beginning of a line whose end has not come yet.
  private var rest: [UInt8] = []
  /// How many bytes of the stream have been handed out.
  private var passed = 0
  private var isAtEnd = false

  /// A reader of a file; `-` is standard input.
  ///
  /// - Throws: ``Failure`` where the file can't be opened.
  public init(_ path: String = "-") throws(Failure) { blocks = try BlockReader(path) }

  /// The lines that have come in, without their line feeds; waits for one at least.
  ///
  /// Nil at the end.
  ///
  /// - Throws: ``Failure`` where reading fails.
  public mutating func next() throws(Failure) -> [[UInt8]]? {
    guard var block = try nextBlock() else { return nil }
    if block.last == 10 { block.removeLast() }
    return block.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
  }

  /// The lines that have come in as they stand, with their line feeds; waits for one at least.
  ///
  /// Nil at the end. The stream's first line comes without the byte order mark that some editors begin a file with.
  ///
  /// - Throws: ``Failure`` where reading fails.
  public mutating func nextBlock() throws(Failure) -> [UInt8]? {
    while !isAtEnd {
      let seen = rest.count
      try readMore()
      guard let last = rest[seen...].lastIndex(of: 10) else { continue }
      var block = Array(rest[(last + 1)...])
      rest.removeSubrange((last + 1)...)
      swap(&block, &rest)
      return handOut(block)
    }
    var line: [UInt8] = []
    swap(&line, &rest)
    line = handOut(line)
    return line.isEmpty ? nil : line
  }

  private mutating func handOut(_ block: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = passed == 0 && block.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    offset = passed + mark.count
    passed += block.count
    return mark.isEmpty ? block : Array(block.dropFirst(mark.count))
  }

  private mutating func readMore() throws(Failure) {
    guard let block = try blocks.next() else { return isAtEnd = true }
    if rest.isEmpty { rest = block } else { rest += block }
  }
}
