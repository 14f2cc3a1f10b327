internal import Glibc
internal import Synchronization

/// Writes files so that each is either the old one or the new one, whole: to a temporary file beside it, then renamed.
public final class FileWriter: Sendable {
  private struct State {
    var temporary: Set<String> = []
    /// Folders that are there and inside of their root.
    var folders: Set<[String]> = []
    var count = 0
  }

  private let state = Mutex(State())
  private let process = getpid()

  /// A writer; ``removeTemporaryFiles()`` cleans up behind it when the work is cut short.
  public init() {}

  /// Writes `bytes` to `path`, making its folders; a file that has these bytes already is left alone.
  ///
  /// Nothing is written outside of the folder `root`, links followed. With `isDurable` the bytes are on the disk before
  /// they replace an older file.
  ///
  /// - Throws: ``Failure``; then the file at `path` is as it was.
  /// - Returns: Whether anything was written.
  @discardableResult
  public func write(_ bytes: [UInt8], to path: String, under root: String, isDurable: Bool) throws(Failure) -> Bool {
    let old = try prepare(path, under: root)
    if let old, old.st_size == bytes.count, try FileSystem.read(path) == bytes { return false }
    return try replace(path, old, isDurable: isDurable, comparing: false) { append in _ = append(bytes) }
  }

  /// Writes to `path` what `body` hands over piece by piece, as ``write(_:to:under:isDurable:)`` does.
  ///
  /// Where `append` gives false, writing has failed, and `body` is to end.
  @discardableResult
  public func write(
    to path: String, under root: String, isDurable: Bool,
    pieces body: (_ append: ([UInt8]) -> Bool) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    try replace(path, try prepare(path, under: root), isDurable: isDurable, comparing: true, body)
  }

  /// Makes the folders of a path, and sees that nothing but a plain file is there; what there is of it, nil for nothing.
  private func prepare(_ path: String, under root: String) throws(Failure) -> stat? {
    let folder = Path.folder(path)
    if !state.withLock({ $0.folders.contains([root, folder]) }) {
      guard Path.isAtOrBelow(root, folder) else {
        throw Failure(path: path, "lies outside of the output folder \(root)", remedy: "write elsewhere")
      }
      try makeFolders(folder, under: root)
      _ = state.withLock { $0.folders.insert([root, folder]) }
    }
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(path: path, "is there already and is no plain file", remedy: "remove it or write elsewhere")
    }
    return status
  }

  private func replace(
    _ path: String, _ old: stat?, isDurable: Bool, comparing: Bool,
    _ body: (_ append: ([UInt8]) -> Bool) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let temporary = begin(beside: path)
    do throws(Failure) {
      try fill(temporary, mode: old.map { $0.st_mode & 0o7777 }, isSynced: isDurable && old != nil, for: path, body)
      if comparing, old != nil, try FileSystem.hasSameBytes(temporary, path) {
        unlink(temporary)
        end(temporary)
        return false
      }
      guard rename(temporary, path) == 0 else { throw Failure(path: path, "can't be written: \(systemError())") }
    } catch {
      unlink(temporary)
      end(temporary)
      throw error
    }
    end(temporary)
    return true
  }

  /// Makes a folder and those above it, where they are missing.
  public func makeFolder(_ folder: String) throws(Failure) { try makeFolders(folder, under: folder) }

  /// Removes what an interrupted write left behind.
  ///
  /// Writes that go on at the same time fail.
  public func removeTemporaryFiles() {
    state.withLock { state in
      for path in state.temporary { unlink(path) }
      state.temporary = []
    }
  }

  /// Writes bytes to an open file; false, with `errno` set, where that fails.
  public static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(descriptor, base + written, buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        written += count
      }
      return true
    }
  }

  /// Fills a new file; `mode` is that of the file that it replaces, nil for none.
  private func fill(
    _ temporary: String, mode: mode_t?, isSynced: Bool, for path: String,
    _ body: (_ append: ([UInt8]) -> Bool) throws(Failure) -> Void
  ) throws(Failure) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    guard descriptor >= 0 else { throw Failure(path: path, "can't be written: \(systemError())") }
    if let mode { fchmod(descriptor, mode) }
    var reason = ""
    do throws(Failure) {
      try body { bytes in
        guard reason.isEmpty else { return false }
        if !Self.writeAll(bytes, to: descriptor) { reason = systemError() }
        return reason.isEmpty
      }
    } catch {
      close(descriptor)
      throw error
    }
    if reason.isEmpty, isSynced, fsync(descriptor) != 0 { reason = systemError() }
    // A network file system tells of a full disk only here.
    guard close(descriptor) == 0, reason.isEmpty else {
      throw Failure(path: path, "can't be written: \(reason.isEmpty ? systemError() : reason)")
    }
  }

  private func begin(beside path: String) -> String {
    state.withLock { state in
      state.count += 1
      // A name may be as long as names can be.
      let start = String(decoding: Path.name(path).utf8.prefix(64), as: UTF8.self)
      let name = ".\(start).\(process)-\(state.count).l10n-tmp"
      let temporary = Path.join(Path.folder(path), name)
      state.temporary.insert(temporary)
      return temporary
    }
  }

  private func end(_ temporary: String) {
    _ = state.withLock { $0.temporary.remove(temporary) }
  }

  /// Makes the folders that are missing, and sees that no link leads out of `root`.
  private func makeFolders(_ folder: String, under root: String) throws(Failure) {
    if FileSystem.kind(folder) == nil {
      let parent = Path.folder(folder)
      if parent != folder, parent != "." { try makeFolders(parent, under: root) }
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
        throw Failure(path: folder, "can't be made: \(systemError())")
      }
    }
    guard FileSystem.kind(folder) == .folder else { throw Failure(path: folder, "is no folder") }
    // Folders above the root are made on the way down to it.
    guard Path.isAtOrBelow(root, folder) else { return }
    guard let real = FileSystem.resolved(folder), let realRoot = FileSystem.resolved(root) else {
      throw Failure(path: folder, "can't be resolved: \(systemError())")
    }
    let prefix = realRoot.hasSuffix("/") ? realRoot : realRoot + "/"
    guard real == realRoot || real.hasPrefix(prefix) else {
      throw Failure(
        path: folder, "is a link that leaves the output folder \(root)", remedy: "remove the link or write elsewhere")
    }
  }
}

/// A file that only grows, by whole lines, whoever else writes to it.
final class AppendedFile: Sendable {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw Failure(path: path, "can't be written: \(systemError())") }
  }

  deinit { close(descriptor) }

  func append(_ line: String) throws(Failure) {
    guard FileWriter.writeAll(Array(line.utf8), to: descriptor) else {
      throw Failure(path: path, "can't be written: \(systemError())")
    }
  }
}
