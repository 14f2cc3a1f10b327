internal import Glibc
internal import Synchronization

/// Writes files so that each is either the old one or the new one, whole: to a temporary file beside it, then renamed.
public final class FileWriter: Sendable {
  private struct Folder: Hashable {
    var path: String
    var root: String
  }

  private struct State {
    var temporary: Set<String> = []
    /// Folders that are there and inside of their root.
    var folders: Set<Folder> = []
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
    try write(bytes, to: try target(path, under: root), isDurable: isDurable)
  }

  /// Writes `bytes` to a place that was looked at before, as ``write(_:to:under:isDurable:)`` does.
  @discardableResult
  func write(_ bytes: [UInt8], to target: Target, isDurable: Bool) throws(Failure) -> Bool {
    if let old = target.old, old.size == bytes.count, try FileSystem.read(target.path) == bytes { return false }
    return try replace(target, isDurable: isDurable, comparing: false) { append in append(bytes) }
  }

  /// Writes to `path` what `body` hands over piece by piece, as ``write(_:to:under:isDurable:)`` does.
  ///
  /// Where `append` gives false, writing has failed, and `body` is to end; where `body` gives false, there is nothing to
  /// write after all.
  @discardableResult
  public func write(
    to path: String, under root: String, isDurable: Bool,
    pieces body: (_ append: ([UInt8]) -> Bool) throws(Failure) -> Bool
  ) throws(Failure) -> Bool {
    try replace(try target(path, under: root), isDurable: isDurable, comparing: true, body)
  }

  /// Where a file may be written, and what is there.
  struct Target {
    let path: String
    /// The permissions and the size of the plain file that is there; nil where nothing is.
    fileprivate let old: (mode: mode_t, size: Int)?

    /// Whether there is a file, which would be replaced.
    var exists: Bool { old != nil }
  }

  /// Makes the folders of a path, and sees that nothing but a plain file is there.
  ///
  /// - Throws: ``Failure`` where something else is there, or the path is outside of the folder `root`, links followed.
  func target(_ path: String, under root: String) throws(Failure) -> Target {
    let folder = Folder(path: Path.folder(path), root: root)
    if !state.withLock({ $0.folders.contains(folder) }) {
      guard Path.isAtOrBelow(root, folder.path) else {
        throw Failure(path: path, "lies outside of the output folder \(root)", remedy: "write elsewhere")
      }
      try makeFolders(folder.path, under: root)
      _ = state.withLock { $0.folders.insert(folder) }
    }
    var status = stat()
    guard lstat(path, &status) == 0 else { return Target(path: path, old: nil) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(path: path, "is there already and is no plain file", remedy: "remove it or write elsewhere")
    }
    return Target(path: path, old: (status.st_mode & 0o7777, Int(status.st_size)))
  }

  private func replace(
    _ target: Target, isDurable: Bool, comparing: Bool,
    _ body: (_ append: ([UInt8]) -> Bool) throws(Failure) -> Bool
  ) throws(Failure) -> Bool {
    let path = target.path
    let temporary = begin(beside: path)
    do throws(Failure) {
      let isWanted = try fill(
        temporary, mode: target.old?.mode, isSynced: isDurable && target.exists, for: path, body)
      let isNew = comparing && target.exists ? try !FileSystem.hasSameBytes(temporary, path) : true
      guard isWanted, isNew else {
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

  /// Fills a new file, and gives what `body` gives; `mode` is that of the file that it replaces, nil for none.
  private func fill(
    _ temporary: String, mode: mode_t?, isSynced: Bool, for path: String,
    _ body: (_ append: ([UInt8]) -> Bool) throws(Failure) -> Bool
  ) throws(Failure) -> Bool {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    guard descriptor >= 0 else { throw Failure(path: path, "can't be written: \(systemError())") }
    if let mode { fchmod(descriptor, mode) }
    var reason = ""
    let isWanted: Bool
    do throws(Failure) {
      isWanted = try body { bytes in
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
    return isWanted
  }

  private func begin(beside path: String) -> String {
    state.withLock { state in
      state.count += 1
      var name = Path.name(path)
      // A name may be as long as names can be.
      if name.utf8.count > 64 { name = String(decoding: name.utf8.prefix(64), as: UTF8.self) }
      let temporary = Path.join(Path.folder(path), ".\(name).\(process)-\(state.count).l10n-tmp")
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
